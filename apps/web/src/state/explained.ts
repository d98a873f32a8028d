/** The value whose origin the user asked for. */
import { labStore } from "./lab-store.ts";
import { type Store, store } from "./store.ts";

export const explainedStore: Store<{ readonly path: string | null }> = store<{
  readonly path: string | null;
}>({ path: null });

/** Shows where a value comes from. */
export function explainValue(path: string): void {
  explainedStore.change({ path });
  labStore.change({ view: "sources" });
}
