/**
 * Distribution functions and quantiles with the same bits on every engine: pure JavaScript from
 * stdlib, built on + − × ÷ and `sqrt` only, as the elementary functions are.
 */
import beta from "@stdlib/stats-base-dists-beta";
import binomial from "@stdlib/stats-base-dists-binomial";
import chisquare from "@stdlib/stats-base-dists-chisquare";
import normal from "@stdlib/stats-base-dists-normal";
import studentT from "@stdlib/stats-base-dists-t";
import { erfc, gammaIncompleteUpper } from "./elementary.ts";

/** Probability that a standard normal is at most x; keeps its relative error far into the lower tail. */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x / Math.SQRT2);
}

/** Standard normal value with probability p below it; ±∞ at 0 and 1, NaN outside [0, 1]. */
export function normalQuantile(p: number): number {
  return normal.quantile(p, 0, 1);
}

/** Probability that a beta(a, b) variable is at most x; a, b > 0. */
export function betaCdf(x: number, a: number, b: number): number {
  return beta.cdf(x, a, b);
}

/** Value with probability p of a beta(a, b) variable below it; a, b > 0. */
export function betaQuantile(p: number, a: number, b: number): number {
  return beta.quantile(p, a, b);
}

/** Value with probability p of Student's t below it; degrees of freedom > 0. */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  return studentT.quantile(p, degreesOfFreedom);
}

/** Probability that |t| is at least |x|: the two-sided p of a t statistic. */
export function studentTTwoSided(x: number, degreesOfFreedom: number): number {
  return 2 * studentT.cdf(-Math.abs(x), degreesOfFreedom);
}

/** Probability that a chi-square variable is at least x: the p of a goodness-of-fit test. */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return x <= 0 ? 1 : gammaIncompleteUpper(degreesOfFreedom / 2, x / 2);
}

/** Value with probability p of a chi-square variable below it. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return chisquare.quantile(p, degreesOfFreedom);
}

/** Probability of at most k successes in n trials of probability p. */
export function binomialCdf(k: number, n: number, p: number): number {
  return binomial.cdf(k, n, p);
}

/** Probability of exactly k successes in n trials of probability p. */
export function binomialPmf(k: number, n: number, p: number): number {
  return binomial.pmf(k, n, p);
}
