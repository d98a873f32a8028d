/** Values that occurred a counted number of times: the exact, compact form of many nights. */
import type { Interval } from "./summary.ts";

/** `values` rise; `counts[i]` is how often `values[i]` occurred, at least once. */
export interface Counted {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/** Level of every width where nothing else is said: 10 % to 90 %. */
export const WIDTH_LEVEL: Interval = [0.1, 0.9];

/** Merges lists of counted values; the order of the lists does not matter. */
export function pooled(lists: readonly Counted[]): Counted {
  const total = new Map<number, number>();
  for (const { values, counts } of lists) {
    for (let i = 0; i < values.length; i++) {
      total.set(values[i]!, (total.get(values[i]!) ?? 0) + counts[i]!);
    }
  }
  const values = [...total.keys()].sort((a, b) => a - b);
  return { values, counts: values.map((value) => total.get(value)!) };
}

/** A histogram of 0, 1, 2, … (or of `first`, `first` + 1, …) as counted values. */
export function countedFromHistogram(histogram: ArrayLike<number>, first = 0): Counted {
  const values: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < histogram.length; i++) {
    if (histogram[i]! === 0) continue;
    values.push(first + i);
    counts.push(histogram[i]!);
  }
  return { values, counts };
}

/** Every value once. */
export function countedFromList(list: readonly number[]): Counted {
  return pooled([{ values: list, counts: list.map(() => 1) }]);
}

export function countOf(counted: Counted): number {
  let count = 0;
  for (const each of counted.counts) count += each;
  return count;
}

/** Value of the rank-th smallest, from 0. */
function ranked(counted: Counted, rank: number): number {
  let below = 0;
  for (let i = 0; i < counted.values.length; i++) {
    below += counted.counts[i]!;
    if (rank < below) return counted.values[i]!;
  }
  return counted.values[counted.values.length - 1]!;
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, the
 * default of R and numpy). NaN of no values.
 */
export function quantile(counted: Counted, probability: number): number {
  const count = countOf(counted);
  if (count === 0) return Number.NaN;
  const position = (count - 1) * probability;
  const rank = Math.floor(position);
  const lower = ranked(counted, rank);
  const part = position - rank;
  return part === 0 ? lower : lower + part * (ranked(counted, rank + 1) - lower);
}

/** The 10 % and 90 % quantiles. */
export function width(counted: Counted): Interval {
  return [quantile(counted, WIDTH_LEVEL[0]), quantile(counted, WIDTH_LEVEL[1])];
}

export function meanOf(counted: Counted): number {
  let sum = 0;
  for (let i = 0; i < counted.values.length; i++) sum += counted.values[i]! * counted.counts[i]!;
  return sum / countOf(counted);
}

/** Variance with n − 1, about the mean. */
export function varianceOf(counted: Counted): number {
  const count = countOf(counted);
  if (count < 2) return 0;
  const centre = meanOf(counted);
  let sum = 0;
  for (let i = 0; i < counted.values.length; i++) {
    const away = counted.values[i]! - centre;
    sum += away * away * counted.counts[i]!;
  }
  return sum / (count - 1);
}
