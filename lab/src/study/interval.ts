/** Confidence intervals of proportions and means. */
import { erfc } from "@pavise/kernel";
import { bisection } from "./bisection.ts";
import { betaIncomplete, betaQuantile } from "./incomplete-beta.ts";
import { mean, standardDeviation } from "./moments.ts";
import type { Interval } from "./summary.ts";

/** The z that a standard normal variable stays below with `probability`, in (0, 1). */
export function normalQuantile(probability: number): number {
  if (probability === 0.5) return 0;
  return bisection((z) => erfc(-z / Math.SQRT2) / 2 - probability, -38, 38);
}

/** The t that Student's variable with `freedom` degrees stays below with `probability`. */
export function studentQuantile(probability: number, freedom: number): number {
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentQuantile(1 - probability, freedom);
  const x = betaQuantile(2 * (1 - probability), freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - x)) / x);
}

/** Two-sided p-value of Student's t with `freedom` degrees. */
export function studentTwoSided(t: number, freedom: number): number {
  return betaIncomplete(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/**
 * Wilson's score interval of a proportion.
 * Source: E. B. Wilson, JASA 22 (1927) 209, as method 3 of Newcombe (1998).
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / trials;
  const centre = (share + (z * z) / (2 * trials)) / (1 + (z * z) / trials);
  const half =
    (z / (1 + (z * z) / trials)) *
    Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return [
    successes === 0 ? 0 : Math.max(0, centre - half),
    successes === trials ? 1 : Math.min(1, centre + half),
  ];
}

/** Clopper's and Pearson's interval: covers at least with the stated confidence, always. */
export function clopperPearsonInterval(
  successes: number,
  trials: number,
  confidence: number,
): Interval {
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
  ];
}

/** Equal-tailed interval of the posterior under Jeffreys's prior, closed at 0 and at `trials`. */
export function jeffreysInterval(successes: number, trials: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes + 0.5, failures + 0.5),
    failures === 0 ? 1 : betaQuantile(1 - tail, successes + 0.5, failures + 0.5),
  ];
}

/** Student's interval of a mean; needs at least two values. */
export function studentInterval(values: ArrayLike<number>, confidence: number): Interval {
  const centre = mean(values);
  const half =
    (studentQuantile(1 - (1 - confidence) / 2, values.length - 1) * standardDeviation(values)) /
    Math.sqrt(values.length);
  return [centre - half, centre + half];
}

/** Runs needed until the normal interval of a proportion has this half-width. */
export function runsNeeded(halfWidth: number, confidence: number, proportion: number): number {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return Math.ceil((z * z * proportion * (1 - proportion)) / (halfWidth * halfWidth));
}
