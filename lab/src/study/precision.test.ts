import { exp, log1p, uniformFromWord, uniformWord } from "@pavise/kernel";
import { describe, expect, test } from "vitest";
import { binomialBelow, countAt } from "./binomial.test-problem.ts";
import { meanPrecision, proportionPrecision, sharePrecision } from "./precision.ts";

const REPETITIONS = 10_000;

/** Uniforms by address, as the engine has them. */
const uniform = (stream: number, repetition: number, index: number): number =>
  uniformFromWord(uniformWord(stream, 77, repetition, 1, index));

describe("the 90 % precision interval", () => {
  const cases = [
    { p: 0.5, trials: 2000 },
    { p: 0.1, trials: 2000 },
    { p: 0.01, trials: 5000 },
    { p: 0.001, trials: 25_000 },
    { p: 0.01, trials: 1000 },
    { p: 0.001, trials: 5000 },
    { p: 0.001, trials: 1000 },
  ];
  for (const { p, trials } of cases) {
    const expected = p * trials;
    const most = expected > 20 ? 0.92 : 1;
    test(`of a proportion covers ${p} of ${trials} trials in 88 to ${100 * most} of 100 studies`, () => {
      const below = binomialBelow(trials, p);
      let covered = 0;
      for (let repetition = 0; repetition < REPETITIONS; repetition++) {
        const successes = countAt(below, uniform(trials, repetition, 0));
        const [lower, upper] = proportionPrecision(successes, trials);
        if (lower <= p && p <= upper) covered++;
      }
      expect(covered / REPETITIONS).toBeGreaterThanOrEqual(0.88);
      expect(covered / REPETITIONS).toBeLessThanOrEqual(most);
    });
  }

  test("covers at least 87.9 of 100 whatever is expected, and at most 92 from 20 on, exactly", () => {
    const trials = 10_000;
    const intervals = Array.from({ length: 140 }, (_, k) => proportionPrecision(k, trials));
    for (let expected = 0.02; expected < 80; expected *= 1.02) {
      const p = expected / trials;
      let chance = exp(trials * log1p(-p));
      let covered = 0;
      intervals.forEach(([lower, upper], k) => {
        if (lower <= p && p <= upper) covered += chance;
        chance *= ((trials - k) * p) / ((k + 1) * (1 - p));
      });
      expect(covered, String(expected)).toBeGreaterThan(0.879);
      if (expected > 20) expect(covered, String(expected)).toBeLessThan(0.92);
    }
  });

  test("of a mean covers it in 88 to 92 of 100 studies of 200 skewed draws", () => {
    // Arrivals of a draw: 16 · u², mean 16/3, as skewed as a rare success; nights add ±2 of noise.
    let covered = 0;
    const means = new Float64Array(200);
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      for (let draw = 0; draw < means.length; draw++) {
        const u = uniform(5, repetition, 2 * draw);
        means[draw] = 16 * u * u + 4 * (uniform(5, repetition, 2 * draw + 1) - 0.5);
      }
      const [lower, upper] = meanPrecision(means);
      if (lower <= 16 / 3 && 16 / 3 <= upper) covered++;
    }
    expect(covered / REPETITIONS).toBeGreaterThanOrEqual(0.88);
    expect(covered / REPETITIONS).toBeLessThanOrEqual(0.92);
  });

  test("of a chance from a single draw of 200 nights is that of 200 independent nights, not none", () => {
    expect(sharePrecision([0.4], 200)).toEqual(proportionPrecision(80, 200));
    const [lower, upper] = sharePrecision([0], 200);
    expect(lower).toBe(0);
    expect(upper).toBeCloseTo(1 - 0.05 ** (1 / 200), 12);
    expect(sharePrecision([0.4, 0.5, 0.6], 200)).toEqual(meanPrecision([0.4, 0.5, 0.6]));
  });
});
