/**
 * The three widths of a quantity: luck, ignorance and both (design section 4, "Three widths,
 * never mixed"), from two-level samples: R nights in each of D draws.
 */
import { type Counted, countedFromList, meanOf, pooled, varianceOf, width } from "./counted.ts";
import { mean, variance } from "./moments.ts";
import type { Parameter, Quantity } from "./summary.ts";

/** Below this factor the spread of the draws' means is sampling noise in good part. */
export const SHRINKAGE_MIN = 0.9;

/** Means and variances of draws 1 … D, and how much of their spread is sampling noise. */
export interface Spread {
  readonly mean: number;
  /** Variance of the draws' means as they came, noise included. */
  readonly varianceOfMeans: number;
  /** Mean over draws of the variance within a draw. */
  readonly varianceWithin: number;
  /** √max(0, 1 − mean(s²)/(R·Var(m_d))); 1 where nothing varies between draws or within. */
  readonly shrinkage: number;
}

/** What `quantity` and `parameter` answer beside the numbers of the summary. */
export interface Measured<T> {
  readonly figure: T;
  readonly shrinkage: number;
}

/** Spread of D draw means with their within-draw variances, each from `replications` nights. */
export function spread(
  means: readonly number[],
  variances: readonly number[],
  replications: number,
): Spread {
  const varianceOfMeans = variance(means);
  const varianceWithin = mean(variances);
  const noise = varianceWithin / replications;
  return {
    mean: mean(means),
    varianceOfMeans,
    varianceWithin,
    shrinkage: shrinkageOf(varianceOfMeans, noise),
  };
}

function shrinkageOf(varianceOfMeans: number, noise: number): number {
  if (noise === 0) return 1;
  if (varianceOfMeans === 0) return 0;
  return Math.sqrt(Math.max(0, 1 - noise / varianceOfMeans));
}

/** Pulls the draws' means towards their grand mean until only ignorance is left between them. */
function ignorance(means: readonly number[], of: Spread): Counted {
  return countedFromList(means.map((m) => of.mean + of.shrinkage * (m - of.mean)));
}

/** Share of the variance that is ignorance, in [0, 1]; 0 where nothing varies. */
function ignoranceShare(of: Spread, replications: number): number {
  const between = Math.max(0, of.varianceOfMeans - of.varianceWithin / replications);
  const total = between + of.varianceWithin;
  return total === 0 ? 0 : between / total;
}

/** √(Var(m_d)/D); with one draw, which cannot show a spread of its own, the sampling error. */
function precision(of: Spread, draws: number, replications: number): number {
  if (draws > 1) return Math.sqrt(of.varianceOfMeans / draws);
  return Math.sqrt(of.varianceWithin / replications);
}

/**
 * A quantity of one night. `nights[0]` holds the nights of draw 0, the likely values, which give
 * luck and nothing else; `nights[1 … D]` give everything else. Each draw has the same number of
 * nights.
 */
export function quantity(nights: readonly Counted[], replications: number): Measured<Quantity> {
  const drawn = nights.slice(1);
  const means = drawn.map(meanOf);
  const of = spread(means, drawn.map(varianceOf), replications);
  return {
    shrinkage: of.shrinkage,
    figure: {
      mean: of.mean,
      precision: precision(of, drawn.length, replications),
      luck: width(nights[0]!),
      ignorance: width(ignorance(means, of)),
      both: width(pooled(drawn)),
      ignoranceShare: ignoranceShare(of, replications),
    },
  };
}

/**
 * A probability, from how often it came true in each of draws 1 … D. `successes[0]` belongs to
 * draw 0 and is not used: a probability has no luck of its own.
 */
export function probability(
  successes: readonly number[],
  replications: number,
): Measured<Parameter> {
  const means = successes.slice(1).map((count) => count / replications);
  const variances = means.map((p) => (p * (1 - p) * replications) / (replications - 1));
  return parameterFrom(means, variances, replications);
}

/** A value that is fixed within a draw, such as a price; `values[0]` belongs to draw 0. */
export function fixedParameter(values: readonly number[]): Measured<Parameter> {
  const drawn = values.slice(1);
  return parameterFrom(
    drawn,
    drawn.map(() => 0),
    1,
  );
}

/** A figure without luck of its own, from the means and variances of draws 1 … D. */
export function parameterFrom(
  means: readonly number[],
  variances: readonly number[],
  replications: number,
): Measured<Parameter> {
  const of = spread(means, variances, replications);
  return {
    shrinkage: of.shrinkage,
    figure: {
      mean: of.mean,
      precision: precision(of, means.length, replications),
      ignorance: width(ignorance(means, of)),
      ignoranceShare: ignoranceShare(of, replications),
    },
  };
}
