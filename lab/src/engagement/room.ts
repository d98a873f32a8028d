/** How much memory a replication takes: all of it is taken once, when an engine is made. */

import { Search } from "./search.ts";
import type { Tables } from "./tables.ts";
import { TRUTH_LENGTH } from "./truth.ts";

/** How many numbers change during a replication. */
export function stateLength(tables: Tables): number {
  const { threatCount, unitCount, postCount, launcherRounds, slotCount } = tables;
  const perThreat = 2 + TRUTH_LENGTH + 6 * postCount + 6 * unitCount;
  const fixed = 11 * unitCount + 2 * launcherRounds.length + slotCount;
  return threatCount * perThreat + fixed + Search.stateLength(tables);
}
