/** When a bundle's track forms: the survival table read backwards. */

import type { Columns } from "./tables.ts";
import { NEVER } from "./ticks.ts";

/** The guide splits the words into this many equal parts and says where the search may begin. */
export const GUIDES = 32;
/** Survival of 1. */
const WORDS = 4294967296;
const GUIDE_WORDS = WORDS / GUIDES;

/** Where the search begins for each part of the words: never too far. */
export function survivalGuide(levels: readonly number[]): number[] {
  return Array.from({ length: GUIDES }, (_, part) => {
    const greatestWord = (part + 1) * GUIDE_WORDS - 1;
    const at = levels.findIndex((level) => level <= greatestWord);
    return at < 0 ? levels.length : at;
  });
}

/** What a survival table is read from. */
export type SurvivalTableColumns = Pick<
  Columns,
  | "survivalFirst"
  | "survivalCount"
  | "survivalLinear"
  | "survivalTicks"
  | "survivalLevel"
  | "survivalGuide"
>;

/**
 * Ticks after the start of the course at which survival first falls to a level; NEVER if it does
 * not. `at` is row × mode; the level is `levels[index]`, a chance times 2^32, in an array because a
 * number with a fraction would be put on the heap on its way here.
 */
export function trackTicks(
  columns: SurvivalTableColumns,
  at: number,
  levels: Float64Array,
  index: number,
): number {
  const level = levels[index]!;
  const { survivalTicks, survivalLevel } = columns;
  const first = columns.survivalFirst[at]!;
  const end = first + columns.survivalCount[at]!;
  let low = first + columns.survivalGuide[at * GUIDES + Math.floor(level / GUIDE_WORDS)]!;
  // The guide is made for whole words; a fraction may lie just beyond the place it names.
  while (low > first && survivalLevel[low - 1]! <= level) low--;
  while (low < end && survivalLevel[low]! > level) low++;
  if (low === end) return NEVER;
  const ticks = survivalTicks[low]!;
  if (low === first || columns.survivalLinear[at] === 0) return ticks;
  const before = survivalLevel[low - 1]!;
  const share = (before - level) / (before - survivalLevel[low]!);
  const from = survivalTicks[low - 1]!;
  return share > 0 ? Math.floor(from + (ticks - from) * Math.min(share, 1) + 0.5) : from;
}

/**
 * Survival at a moment of the course, times 2^32, into `into[index]`; what is scanned then counts. The moment
 * is in half ticks, so that one between two ticks is a whole number and stays off the heap.
 */
export function survivalLevelAt(
  columns: SurvivalTableColumns,
  at: number,
  halves: number,
  into: Float64Array,
  index: number,
): void {
  const { survivalTicks, survivalLevel } = columns;
  const first = columns.survivalFirst[at]!;
  let low = first;
  let high = first + columns.survivalCount[at]!;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (2 * survivalTicks[middle]! <= halves) low = middle + 1;
    else high = middle;
  }
  if (low === first) {
    into[index] = WORDS;
    return;
  }
  const here = survivalLevel[low - 1]!;
  into[index] = here;
  if (low === end || columns.survivalLinear[at] === 0) return;
  const from = survivalTicks[low - 1]!;
  const share = (halves - 2 * from) / (2 * (survivalTicks[low]! - from));
  into[index] = here + (survivalLevel[low]! - here) * share;
}
