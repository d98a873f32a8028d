/** Does a sample fit a distribution, and do two samples fit each other? */
import { gammaIncompleteUpper } from "@pavise/kernel";

/** A statistic and the chance of one at least as large, were the fit perfect. */
export interface Fit {
  readonly statistic: number;
  readonly probability: number;
}

/** Pearson's chi-square of observed against expected counts; expected counts must be positive. */
export function chiSquareFit(
  observed: readonly number[],
  expected: readonly number[],
): Fit & { readonly freedom: number } {
  let statistic = 0;
  for (let i = 0; i < observed.length; i++) {
    const away = observed[i]! - expected[i]!;
    statistic += (away * away) / expected[i]!;
  }
  const freedom = observed.length - 1;
  return { statistic, freedom, probability: gammaIncompleteUpper(freedom / 2, statistic / 2) };
}

/**
 * Kolmogorov's test of a sample against the uniform distribution on [0, 1], exact p-value.
 * Source: G. Marsaglia, W. W. Tsang, J. Wang, Journal of Statistical Software 8 (18), 2003.
 */
export function uniformFit(sample: readonly number[]): Fit {
  const sorted = sample.toSorted((a, b) => a - b);
  const count = sorted.length;
  let statistic = 0;
  sorted.forEach((value, index) => {
    statistic = Math.max(statistic, (index + 1) / count - value, value - index / count);
  });
  return { statistic, probability: 1 - kolmogorovBelow(statistic, count) };
}

/** Chance that the distance of `count` uniform values stays below `distance`. */
function kolmogorovBelow(distance: number, count: number): number {
  const k = Math.floor(count * distance) + 1;
  const size = 2 * k - 1;
  const h = k - count * distance;
  const base = kolmogorovMatrix(size, h);
  let power = identity(size);
  for (let i = 0; i < count; i++) power = product(power, base);
  let chance = power[k - 1]![k - 1]!;
  for (let i = 1; i <= count; i++) chance *= i / count;
  return chance;
}

function kolmogorovMatrix(size: number, h: number): number[][] {
  const powers = [1];
  for (let i = 1; i <= size; i++) powers.push(powers[i - 1]! * h);
  const factorials = [1];
  for (let i = 1; i <= size; i++) factorials.push(factorials[i - 1]! * i);
  const twice = 2 * h - 1;
  let corner = 0;
  if (twice > 0) {
    corner = 1;
    for (let i = 0; i < size; i++) corner *= twice;
  }
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => {
      const step = row - column + 1;
      if (step < 0) return 0;
      let entry = 1;
      if (column === 0) entry -= powers[row + 1]!;
      if (row === size - 1) entry -= powers[size - column]!;
      if (column === 0 && row === size - 1) entry += corner;
      return entry / factorials[step]!;
    }),
  );
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)),
  );
}

function product(a: readonly number[][], b: readonly number[][]): number[][] {
  return a.map((row) =>
    b.map((_, column) => row.reduce((sum, value, k) => sum + value * b[k]![column]!, 0)),
  );
}

/**
 * Smirnov's test of two samples against each other, exact p-value by counting lattice paths.
 * Source: J. L. Hodges, Arkiv för Matematik 3 (1958) 469.
 */
export function twoSampleFit(a: readonly number[], b: readonly number[]): Fit {
  const statistic = sampleDistance(a, b);
  const rows = a.length;
  const columns = b.length;
  const reach = Math.round(statistic * rows * columns);
  // paths[j]: share of all paths from the origin to (i, j) that never reach the distance.
  const paths = new Array<number>(columns + 1).fill(0);
  for (let i = 0; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      if (Math.abs(i * columns - j * rows) >= reach) paths[j] = 0;
      else if (i === 0 && j === 0) paths[j] = 1;
      else {
        const along = j === 0 ? 0 : paths[j - 1]! * (j / (i + j));
        paths[j] = (i === 0 ? 0 : paths[j]! * (i / (i + j))) + along;
      }
    }
  }
  return { statistic, probability: 1 - paths[columns]! };
}

/** Greatest distance between the two empirical distribution functions. */
function sampleDistance(a: readonly number[], b: readonly number[]): number {
  const share = (sample: readonly number[], limit: number): number =>
    sample.filter((value) => value <= limit).length / sample.length;
  return [...a, ...b].reduce(
    (most, value) => Math.max(most, Math.abs(share(a, value) - share(b, value))),
    0,
  );
}
