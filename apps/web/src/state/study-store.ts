/** What is known of the study that is open: it follows the state of the page by itself. */

import type { StudySource } from "@pavise/lab";
import { pageEngine } from "../engine/engine.ts";
import type { EngineFault, ScenarioNotes, StudyNews } from "../engine/message.ts";
import type { LabState } from "./lab-state.ts";
import { labStore } from "./lab-store.ts";
import { type Store, store } from "./store.ts";

export interface StudyState {
  /** Null until the scenario has been read. */
  readonly notes: ScenarioNotes | null;
  /** The newest answer; of an earlier state while `isStale`. */
  readonly news: StudyNews | null;
  readonly isStale: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly fault: EngineFault | null;
}

const nothing: StudyState = {
  notes: null,
  news: null,
  isStale: false,
  progress: null,
  fault: null,
};

export const studyStore: Store<StudyState> = store(nothing);

/** Waits this long after a change, so that a slider that is dragged starts one study, not fifty. */
const PAUSE_MS = 120;

/** What the engine is asked about; null in the gallery. */
export function sourceOf({ scenario, seed, sets, options }: LabState): StudySource | null {
  if (scenario === null) return null;
  const { name, text } = scenario;
  return { scenarioText: text, scenarioName: name, seed, sets, options, overlay: [] };
}

let stop: () => void = () => {};
let followed = "";
let openName = "";
let pause: ReturnType<typeof setTimeout> | undefined;

function play(state: LabState, key: string): void {
  const source = sourceOf(state);
  if (source === null) return;
  const engine = pageEngine();
  const isCurrent = (): boolean => followed === key;
  engine.ask("notes", { source }).then(
    (notes) => isCurrent() && studyStore.change({ notes }),
    () => {
      // The study itself tells the fault.
    },
  );
  stop = engine.play(
    { source, size: state.size, sensitivity: true, drawing: "report" },
    {
      news: (news) =>
        studyStore.change({
          news,
          isStale: false,
          fault: null,
          ...(news.isWhole ? { progress: null } : {}),
        }),
      progress: (done, total) => studyStore.change({ progress: { done, total } }),
      fault: (fault) => studyStore.change({ fault, progress: null }),
    },
  );
}

function follow(): void {
  const state = labStore.current();
  const key = JSON.stringify([sourceOf(state), state.size]);
  if (key === followed) return;
  followed = key;
  clearTimeout(pause);
  stop();
  stop = () => {};
  const { scenario } = state;
  if (scenario === null || scenario.name !== openName) studyStore.change(nothing);
  else studyStore.change({ isStale: true, fault: null, progress: null });
  openName = scenario?.name ?? "";
  if (scenario !== null) pause = setTimeout(() => play(state, key), PAUSE_MS);
}

/** Begins to follow the state of the page. */
export function followState(): void {
  labStore.watch(follow);
  follow();
}
