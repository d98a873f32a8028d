import { emptyState, type OpenScenario } from "./lab-state.ts";
import { labStore } from "./lab-store.ts";

/** Opens a scenario with its own options and size; the seed of the page stays. */
export function openScenario({ name, text }: OpenScenario): void {
  const { seed } = labStore.current();
  labStore.change({ ...emptyState, seed, scenario: { name, text } });
}

/** Back to the gallery. */
export function closeScenario(): void {
  const { seed } = labStore.current();
  labStore.change({ ...emptyState, seed });
}
