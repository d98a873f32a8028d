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

/** What one point A, its point B and the mixtures of the two answer. */
export interface PointAnswers {
  readonly a: number;
  readonly b: number;
  /** By unknown: A with this coordinate from B. */
  readonly mixed: readonly number[];
}

/** Points of sample `index` of a batch: A, B, then A with each coordinate in turn from B. */
export function samplePoints(
  { dimensions, seed }: SensitivityPlan,
  batch: number,
  sequence = new SobolSequence(2 * dimensions, seed, batch),
): (index: number) => Float64Array[] {
  return (index) => {
    const both = sequence.point(index);
    const pointA = both.slice(0, dimensions);
    const pointB = both.slice(dimensions);
    const mixed = Array.from({ length: dimensions }, (_, i) => {
      const point = pointA.slice();
      point[i] = pointB[i]!;
      return point;
    });
    return [pointA, pointB, ...mixed];
  };
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
  const { batches, samples } = plan;
  const answers = Array.from({ length: batches }, (_, batch) => {
    const pointsOf = samplePoints(plan, batch);
    return Array.from({ length: samples / batches }, (_, index) => {
      const [a, b, ...mixed] = pointsOf(index).map(answer) as [number, number, ...number[]];
      return { a, b, mixed };
    });
  });
  return indicesFromAnswers(answers, plan);
}

/** Indices from the answers of every sample, by batch. */
export function indicesFromAnswers(
  answers: readonly (readonly PointAnswers[])[],
  plan: SensitivityPlan,
): SensitivityIndices {
  checkPlan(plan);
  const { dimensions, batches } = plan;
  const parts = answers.map((batch) => batchIndices(batch, dimensions));
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

function batchIndices(answers: readonly PointAnswers[], dimensions: number): BatchIndices {
  const count = answers.length;
  const first = new Float64Array(dimensions);
  const total = new Float64Array(dimensions);
  const moves = new Float64Array(dimensions);
  let [sum, squares] = [0, 0];
  const origin = answers[0]!.a;
  for (const answer of answers) {
    const a = answer.a - origin;
    const b = answer.b - origin;
    sum += a + b;
    squares += a * a + b * b;
    for (let i = 0; i < dimensions; i++) {
      const m = answer.mixed[i]! - origin;
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
