/** First sight of each threat, from the survival tables. */

import type { Journal, Tables } from "@pavise/lab";

/** A survival level of one: nothing can have been seen yet. */
const UNSEEN = 2 * 0x80000000;

/**
 * By threat, the ticks at which the chance of a track by any sensor in service first rises above
 * nothing; infinity if it never does. The engine draws when a track forms and no single looks, so
 * this is where sight begins, the same in every replication but for units that failed.
 */
export function firstSights(tables: Tables, { records }: Journal): Float64Array {
  const failed = new Set(
    records.flatMap(({ kind, unit }) => (kind === "unit-failed" ? [unit] : [])),
  );
  const sights = new Float64Array(tables.threatCount).fill(Number.POSITIVE_INFINITY);
  for (let threat = 0; threat < tables.threatCount; threat++) {
    const row = tables.threatRow[threat]!;
    const launch = tables.threatLaunch[threat]!;
    for (let bundle = 0; bundle < tables.bundleCount; bundle++) {
      const owner = tables.bundleUnit[bundle]!;
      if (failed.has(owner)) continue;
      const sight = launch + beginning(tables, row * tables.bundleCount + bundle);
      const off = owner < 0 ? Number.POSITIVE_INFINITY : tables.unitOff[owner]!;
      if (sight < off && sight < sights[threat]!) sights[threat] = sight;
    }
  }
  return sights;
}

/** Ticks after launch at which a bundle's survival begins to fall; `at` is row × bundle. */
function beginning(tables: Tables, at: number): number {
  const first = tables.survivalFirst[at]!;
  const end = first + tables.survivalCount[at]!;
  let entry = first;
  while (entry < end && tables.survivalLevel[entry]! >= UNSEEN) entry++;
  if (entry === end) return Number.POSITIVE_INFINITY;
  // A line falls from the entry before it on; a step falls where it stands.
  const isLine = tables.survivalLinear[at] === 1 && entry > first;
  return tables.survivalTicks[isLine ? entry - 1 : entry]!;
}
