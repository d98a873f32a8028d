/** What the engine knows of the open text for its editor: it follows the text by itself. */
import { useEffect, useState } from "react";
import { pageEngine } from "../engine/engine.ts";
import type { OpenScenario } from "../state/lab-state.ts";
import { emptyState } from "../state/lab-state.ts";
import { sourceOf } from "../state/study-store.ts";
import type { Desk, FormGuide } from "./desk.ts";

interface DeskState {
  /** Of the newest text that could be read. */
  readonly desk: Desk | null;
  /** Whether that is an earlier text, because the newest cannot be read. */
  readonly isStale: boolean;
}

export function useDesk(scenario: OpenScenario | null, option: string | null): DeskState {
  const [state, setState] = useState<DeskState>({ desk: null, isStale: false });
  useEffect(() => {
    const source = sourceOf({ ...emptyState, scenario });
    if (source === null) return;
    let isCurrent = true;
    pageEngine()
      .ask("desk", { source, option })
      .then(
        (desk) => isCurrent && setState({ desk, isStale: false }),
        () => isCurrent && setState(({ desk }) => ({ desk, isStale: true })),
      );
    return () => {
      isCurrent = false;
    };
  }, [scenario, option]);
  return state;
}

/** What may be written; null until it is fetched. */
export function useGuide(): FormGuide | null {
  const [guide, setGuide] = useState<FormGuide | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // Without it the text can still be written: its faults are told by the study.
    pageEngine()
      .ask("guide", null)
      .then(
        (found) => isCurrent && setGuide(found),
        () => {},
      );
    return () => {
      isCurrent = false;
    };
  }, []);
  return guide;
}
