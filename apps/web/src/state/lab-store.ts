import { emptyState, type LabState } from "./lab-state.ts";
import { type Store, store } from "./store.ts";

/** The state of this page. */
export const labStore: Store<LabState> = store<LabState>(emptyState);
