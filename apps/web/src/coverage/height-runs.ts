/** Heights at which something is so, told as runs: `from 2 km to 20 km`. */

import { heightWords } from "@pavise/lab";
import { laterTexts } from "../texts/later-texts.ts";

/** Null where it is never so. Heights and answers stand in the same order. */
export function heightRuns(heights: readonly number[], isSo: readonly boolean[]): string | null {
  const { run, and } = laterTexts.coverage.above;
  const runs: [number, number][] = [];
  heights.forEach((height, k) => {
    if (!isSo[k]) return;
    const last = runs.at(-1);
    if (last !== undefined && isSo[k - 1]) last[1] = height;
    else runs.push([height, height]);
  });
  if (runs.length === 0) return null;
  return runs.map(([from, to]) => run(heightWords(from), heightWords(to))).join(and);
}
