/** When a bundle's track forms: the survival table read backwards. */

import type { Columns } from "./tables.ts";
import { NEVER } from "./ticks.ts";

/**
 * Ticks after the start of the course at which survival first falls to a 32-bit word (that is, to
 * word / 2^32); NEVER if it does not. `at` is row × bundle.
 */
export function trackTicks(
  columns: Pick<
    Columns,
    "survivalFirst" | "survivalCount" | "survivalLinear" | "survivalTicks" | "survivalLevel"
  >,
  at: number,
  word: number,
): number {
  const { survivalTicks, survivalLevel } = columns;
  const first = columns.survivalFirst[at]!;
  const end = first + columns.survivalCount[at]!;
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (survivalLevel[middle]! <= word) high = middle;
    else low = middle + 1;
  }
  if (low === end) return NEVER;
  const ticks = survivalTicks[low]!;
  if (low === first || columns.survivalLinear[at] === 0) return ticks;
  const before = survivalLevel[low - 1]!;
  const share = (before - word) / (before - survivalLevel[low]!);
  const from = survivalTicks[low - 1]!;
  return share > 0 ? Math.round(from + (ticks - from) * Math.min(share, 1)) : from;
}
