/**
 * Which unknown moves the answer how much: first-order and total indices of variance.
 *
 * The first-order index is the share of the answer's variance that would go if this unknown were
 * known; the total index is the share that would be left if everything else were known. Where the
 * two differ, the unknown acts together with others.
 *
 * Two independent points A and B and, for every unknown i, the point A with coordinate i from B.
 * First order by Saltelli, total by Jansen: A. Saltelli et al., Computer Physics Communications 181
 * (2010) 259, equations (b) and (f) of its table 2. The points are a scrambled Sobol sequence in
 * twice as many dimensions, in batches that are scrambled independently, so that the spread between
 * batches measures the error of what is said.
 *
 * Measured with 8,192 samples in 8 batches, seeds 1 to 20: Ishigami's function within 0.014, the
 * g-function within 0.005 (absolute, every index).
 */
import { mean, standardDeviation } from "./moments.ts";
import { SOBOL_DIMENSIONS_MAX, SobolSequence } from "./sampling.ts";

/** One index and how far off its estimate may be. */
export interface SensitivityIndex {
  readonly value: number;
  /** Standard error by the spread between batches. */
  readonly standardError: number;
}

export interface SensitivityIndices {
  readonly mean: number;
  readonly variance: number;
  /** By unknown. All zero where the answer never changes. */
  readonly first: readonly SensitivityIndex[];
  readonly total: readonly SensitivityIndex[];
}

export interface SensitivityPlan {
  /** Unknowns, 1 to 128. */
  readonly dimensions: number;
  /** Points A over all batches; the answer is asked (dimensions + 2) times as often. */
  readonly samples: number;
  /** At least 2, and a divisor of `samples`; best if `samples / batches` is a power of two. */
  readonly batches: number;
  readonly seed: number;
}

/** Sums of one batch, about the answer's value at its first point so that nothing cancels. */
interface BatchIndices {
  readonly mean: number;
  readonly variance: number;
  readonly first: Float64Array;
  readonly total: Float64Array;
}

function checkPlan({ dimensions, samples, batches }: SensitivityPlan): void {
  const most = SOBOL_DIMENSIONS_MAX / 2;
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= most)) {
    throw new RangeError(
      `sensitivityIndices dimensions: expected a whole number from 1 to ${most}, got ${dimensions}`,
    );
  }
  const whole = Number.isInteger(batches) && Number.isInteger(samples / batches);
  if (!(whole && batches >= 2 && samples / batches >= 2)) {
    throw new RangeError(
      "sensitivityIndices: expected at least 2 batches of at least 2 samples each, all alike, " +
        `got ${samples} samples in ${batches} batches`,
    );
  }
}

/**
 * Indices of `answer` over the unit cube. A coordinate is the share of an unknown's distribution
 * below its value: put it through the unknown's quantile function.
 */
export function sensitivityIndices(
  answer: (point: Float64Array) => number,
  plan: SensitivityPlan,
): SensitivityIndices {
  checkPlan(plan);
  const { dimensions, batches } = plan;
  const parts = Array.from({ length: batches }, (_, batch) => batchIndices(answer, plan, batch));
  const index = (values: number[]): SensitivityIndex => ({
    value: mean(values),
    standardError: standardDeviation(values) / Math.sqrt(batches),
  });
  // A ratio of pooled sums is less biased than a mean of ratios: batches share one variance.
  const variance = mean(parts.map((part) => part.variance));
  const scaled = (pick: (part: BatchIndices) => Float64Array): SensitivityIndex[] =>
    Array.from({ length: dimensions }, (_, i) =>
      index(parts.map((part) => (variance === 0 ? 0 : pick(part)[i]! / variance))),
    );
  return {
    mean: mean(parts.map((part) => part.mean)),
    variance,
    first: scaled((part) => part.first),
    total: scaled((part) => part.total),
  };
}

function batchIndices(
  answer: (point: Float64Array) => number,
  { dimensions, samples, batches, seed }: SensitivityPlan,
  batch: number,
): BatchIndices {
  const sequence = new SobolSequence(2 * dimensions, seed, batch);
  const count = samples / batches;
  const first = new Float64Array(dimensions);
  const total = new Float64Array(dimensions);
  const moves = new Float64Array(dimensions);
  let [sum, squares] = [0, 0];
  let origin = 0;
  for (let k = 0; k < count; k++) {
    const both = sequence.point(k);
    const pointA = both.slice(0, dimensions);
    const pointB = both.subarray(dimensions);
    const rawA = answer(pointA);
    if (k === 0) origin = rawA;
    const a = rawA - origin;
    const b = answer(pointB.slice()) - origin;
    sum += a + b;
    squares += a * a + b * b;
    for (let i = 0; i < dimensions; i++) {
      const mixed = pointA.slice();
      mixed[i] = pointB[i]!;
      const m = answer(mixed) - origin;
      first[i]! += (b * (m - a)) / count;
      moves[i]! += (m - a) / count;
      total[i]! += ((a - m) * (a - m)) / (2 * count);
    }
  }
  const centre = sum / (2 * count);
  // As if every answer had been counted from the mean: the estimate is then least noisy.
  for (let i = 0; i < dimensions; i++) first[i]! -= centre * moves[i]!;
  const variance = squares / (2 * count) - centre * centre;
  return { mean: origin + centre, variance, first, total };
}
