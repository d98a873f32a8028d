/** When a bundle's track forms: the survival table read backwards. */

import type { Columns } from "./tables.ts";
import { NEVER } from "./ticks.ts";

/** The guide splits the words into this many equal parts and says where the search may begin. */
export const GUIDES = 32;
const GUIDE_WORDS = 4294967296 / GUIDES;

/** Where the search begins for each part of the words: never too far. */
export function survivalGuide(levels: readonly number[]): number[] {
  return Array.from({ length: GUIDES }, (_, part) => {
    const greatestWord = (part + 1) * GUIDE_WORDS - 1;
    const at = levels.findIndex((level) => level <= greatestWord);
    return at < 0 ? levels.length : at;
  });
}

/**
 * Ticks after the start of the course at which survival first falls to a 32-bit word (that is, to
 * word / 2^32); NEVER if it does not. `at` is row × bundle; the word may come as a signed integer.
 */
export function trackTicks(
  columns: Pick<
    Columns,
    | "survivalFirst"
    | "survivalCount"
    | "survivalLinear"
    | "survivalTicks"
    | "survivalLevel"
    | "survivalGuide"
  >,
  at: number,
  signedWord: number,
): number {
  const word = signedWord >>> 0;
  const { survivalTicks, survivalLevel } = columns;
  const first = columns.survivalFirst[at]!;
  const end = first + columns.survivalCount[at]!;
  let low = first + columns.survivalGuide[at * GUIDES + Math.floor(word / GUIDE_WORDS)]!;
  while (low < end && survivalLevel[low]! > word) low++;
  if (low === end) return NEVER;
  const ticks = survivalTicks[low]!;
  if (low === first || columns.survivalLinear[at] === 0) return ticks;
  const before = survivalLevel[low - 1]!;
  const share = (before - word) / (before - survivalLevel[low]!);
  const from = survivalTicks[low - 1]!;
  return share > 0 ? Math.floor(from + (ticks - from) * Math.min(share, 1) + 0.5) : from;
}
