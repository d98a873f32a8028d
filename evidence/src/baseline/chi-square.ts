/** Whether two samples of counts could come from one distribution. */
import { gammaIncompleteUpper } from "@pavise/kernel";

/** How often each value 0, 1, 2, … was seen. */
export type Histogram = readonly number[];

export interface Homogeneity {
  readonly chiSquare: number;
  readonly degrees: number;
  /** Chance of a statistic at least as large if the two were alike; 1 where nothing can differ. */
  readonly p: number;
}

/** Least expected count of a cell in either sample (Cochran's rule). */
const EXPECTED_MIN = 5;

/** Neighbouring values put together until each cell is expected at least five times in each. */
function pooledCells(a: Histogram, b: Histogram): [number, number][] {
  const totalA = a.reduce((sum, count) => sum + count, 0);
  const totalB = b.reduce((sum, count) => sum + count, 0);
  const share = Math.min(totalA, totalB) / (totalA + totalB);
  const cells: [number, number][] = [];
  let open: [number, number] = [0, 0];
  for (let value = 0; value < Math.max(a.length, b.length); value++) {
    open[0] += a[value] ?? 0;
    open[1] += b[value] ?? 0;
    if ((open[0] + open[1]) * share < EXPECTED_MIN) continue;
    cells.push(open);
    open = [0, 0];
  }
  const last = cells.at(-1);
  if (last === undefined) return [open];
  last[0] += open[0];
  last[1] += open[1];
  return cells;
}

/** Pearson's chi-square of homogeneity of two histograms, sparse values pooled with neighbours. */
export function homogeneity(a: Histogram, b: Histogram): Homogeneity {
  const cells = pooledCells(a, b);
  const degrees = cells.length - 1;
  if (degrees < 1) return { chiSquare: 0, degrees: 0, p: 1 };
  const totalA = cells.reduce((sum, cell) => sum + cell[0], 0);
  const totalB = cells.reduce((sum, cell) => sum + cell[1], 0);
  let chiSquare = 0;
  for (const [inA, inB] of cells) {
    const expectedA = ((inA + inB) * totalA) / (totalA + totalB);
    const expectedB = inA + inB - expectedA;
    const off = inA - expectedA;
    chiSquare += (off * off) / expectedA + (off * off) / expectedB;
  }
  return { chiSquare, degrees, p: gammaIncompleteUpper(degrees / 2, chiSquare / 2) };
}

/**
 * Holm's step-down adjustment: each p as it counts in the company of all others, in the order
 * given. The family is refused at a level when any adjusted p is at or below it.
 */
export function holmAdjusted(ps: readonly number[]): number[] {
  const order = ps.map((_, index) => index).sort((a, b) => ps[a]! - ps[b]!);
  const adjusted = new Array<number>(ps.length).fill(1);
  let running = 0;
  order.forEach((index, rank) => {
    running = Math.max(running, Math.min(1, ps[index]! * (ps.length - rank)));
    adjusted[index] = running;
  });
  return adjusted;
}
