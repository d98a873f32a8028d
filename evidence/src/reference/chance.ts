import { erfc, exp, gammaIncompleteUpper, gammaLn, ln } from "@pavise/kernel";

/** An answer by simulation is refused when chance alone would do worse less often than this. */
export const significance = 1e-4;

/** Two-sided normal quantile of `significance`: |z| beyond it happens once in 10,000 times. */
export const zMax = 3.890_591_886_413_096;

/** Chance of a normal deviate at least |z| from its mean, either side. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** Chance of a chi-square at least this large; 1 for no degrees of freedom. */
export function chiSquareUpper(chiSquare: number, degrees: number): number {
  if (degrees < 1) return 1;
  return gammaIncompleteUpper(degrees / 2, chiSquare / 2);
}

function binomialLogMass(successes: number, trials: number, probability: number): number {
  const misses = trials - successes;
  return (
    gammaLn(trials + 1) -
    gammaLn(successes + 1) -
    gammaLn(misses + 1) +
    (successes === 0 ? 0 : successes * ln(probability)) +
    (misses === 0 ? 0 : misses * ln(1 - probability))
  );
}

/** Sum of the mass from `successes` outward, away from the mean, until it no longer counts. */
function binomialTail(successes: number, trials: number, probability: number, step: 1 | -1) {
  let mass = exp(binomialLogMass(successes, trials, probability));
  const odds = probability / (1 - probability);
  let sum = 0;
  for (let k = successes; k >= 0 && k <= trials && mass > sum * 1e-17; k += step) {
    sum += mass;
    mass *= step === 1 ? ((trials - k) / (k + 1)) * odds : k / (trials - k + 1) / odds;
  }
  return Math.min(1, sum);
}

/**
 * Two-sided p-value of a count of successes: twice the smaller tail, summed exactly. (The normal
 * curve with continuity is still 38 % off at p = 1e-4 where 1,000 successes are expected.)
 */
export function binomialTwoSided(successes: number, trials: number, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) return 0;
  if (probability === 0) return successes === 0 ? 1 : 0;
  if (probability === 1) return successes === trials ? 1 : 0;
  const step = successes > trials * probability ? 1 : -1;
  return Math.min(1, 2 * binomialTail(successes, trials, probability, step));
}

/**
 * p-value of a histogram against probabilities of 0, 1, 2, …, by chi-square. What the
 * probabilities leave to 1 is the chance of anything further. Cells expecting fewer than 5 are
 * pooled with their neighbours. Impossible values seen, or probabilities that are none, give 0.
 */
export function histogramUpper(counts: number[], probabilities: number[]): number {
  const listed = probabilities.reduce((sum, p) => sum + p, 0);
  if (probabilities.some((p) => !(p >= 0)) || listed > 1 + 1e-9) return 0;
  const trials = counts.reduce((sum, n) => sum + n, 0);
  const rest = Math.max(0, 1 - listed);
  const cells = probabilities.map((p, value) => ({ seen: counts[value] ?? 0, p }));
  const beyond = counts.slice(probabilities.length).reduce((sum, n) => sum + n, 0);
  cells.push({ seen: beyond, p: rest < 1e-9 ? 0 : rest });
  if (cells.some((cell) => cell.p === 0 && cell.seen > 0)) return 0;
  const pooled = pool(cells, 5 / trials);
  const chiSquare = pooled.reduce((sum, cell) => {
    const expected = trials * cell.p;
    return expected === 0 ? sum : sum + (cell.seen - expected) ** 2 / expected;
  }, 0);
  return chiSquareUpper(chiSquare, pooled.length - 1);
}

interface Cell {
  seen: number;
  p: number;
}

function pool(cells: Cell[], least: number): Cell[] {
  const pooled: Cell[] = [];
  let open: Cell = { seen: 0, p: 0 };
  for (const cell of cells) {
    open = { seen: open.seen + cell.seen, p: open.p + cell.p };
    if (open.p < least) continue;
    pooled.push(open);
    open = { seen: 0, p: 0 };
  }
  const last = pooled.at(-1);
  if (last === undefined) return [open];
  pooled[pooled.length - 1] = { seen: last.seen + open.seen, p: last.p + open.p };
  return pooled;
}
