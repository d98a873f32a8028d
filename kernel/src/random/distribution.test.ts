import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, ln } from "../math/elementary.ts";
import {
  countLikely,
  countQuantile,
  isDrawnOnLogarithm,
  type PublishedRange,
  rangeLikely,
  rangeQuantile,
  thresholdFromProbability,
  triangularQuantile,
} from "./distribution.ts";
import { drawUniform, uniformFromWord } from "./stream.ts";

/** Figures as people publish them: to a thousandth, up to a million. */
const figure = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000);
const sorted = (figures: number[]): number[] => figures.sort((a, b) => a - b);
const range = fc.oneof(
  figure,
  fc.tuple(figure, figure).map(sorted),
  fc.tuple(figure, figure, figure).map(sorted),
) as fc.Arbitrary<PublishedRange>;
const count = fc.integer({ min: 0, max: 500 });
const countRange = fc.oneof(
  count,
  fc.tuple(count, count).map(sorted),
  fc.tuple(count, count, count).map(sorted),
) as fc.Arbitrary<PublishedRange>;
const uniform = fc.double({ min: 0, max: 1, noNaN: true });
const ends = (r: PublishedRange): [number, number] =>
  typeof r === "number" ? [r, r] : [r[0], r[r.length - 1]!];

describe("a range as a draw", () => {
  it("stays within its ends and never falls as the uniform number rises", () => {
    fc.assert(
      fc.property(range, uniform, uniform, (r, a, b) => {
        const [u, v] = sorted([a, b]) as [number, number];
        const [least, greatest] = ends(r);
        expect(rangeQuantile(r, u)).toBeGreaterThanOrEqual(least);
        expect(rangeQuantile(r, v)).toBeLessThanOrEqual(greatest);
        // On the logarithm two values an ulp apart may change places by the rounding of exp.
        const slack = 1e-15 * Math.abs(rangeQuantile(r, v));
        expect(rangeQuantile(r, u)).toBeLessThanOrEqual(rangeQuantile(r, v) + slack);
      }),
      { numRuns: 2000 },
    );
  });

  it("reaches its ends at 0 and 1 exactly", () => {
    fc.assert(
      fc.property(range, (r) => {
        const [least, greatest] = ends(r);
        // exp(ln x) returns to x within 4 ulp for these magnitudes on the logarithm.
        const slack = isDrawnOnLogarithm(least, greatest) ? 4e-15 : 0;
        expect(Math.abs(rangeQuantile(r, 0) - least)).toBeLessThanOrEqual(slack * Math.abs(least));
        const gap = Math.abs(rangeQuantile(r, 1) - greatest);
        expect(gap).toBeLessThanOrEqual(slack * Math.abs(greatest));
      }),
    );
  });

  it("is triangular with the likely value as mode: [0, 2, 10] has a fifth below 2", () => {
    expect(rangeQuantile([0, 2, 10], 0.2)).toBeCloseTo(2, 12);
    // Density 2(x − 0)/(10·2) integrated to x = 1 is 0.05.
    expect(rangeQuantile([0, 2, 10], 0.05)).toBeCloseTo(1, 12);
    expect(rangeQuantile([0, 2, 10], 0.95)).toBeCloseTo(8, 12);
  });

  it("gives the triangular distribution function back to 1e-12", () => {
    fc.assert(
      fc.property(uniform, uniform, (mode, u) => {
        const x = triangularQuantile(0, mode, 1, u);
        const below =
          x <= mode ? (mode === 0 ? 0 : (x * x) / mode) : 1 - ((1 - x) * (1 - x)) / (1 - mode);
        // x carries an error of 1e-16 which the steepest density, 2, and a short base magnify.
        expect(Math.abs(below - u)).toBeLessThan(1e-12);
      }),
    );
  });

  it("is drawn on the logarithm where the greatest is more than 10 times a positive least", () => {
    expect(isDrawnOnLogarithm(1, 10)).toBe(false);
    expect(isDrawnOnLogarithm(1, 10.001)).toBe(true);
    expect(isDrawnOnLogarithm(0, 10)).toBe(false);
    expect(isDrawnOnLogarithm(-1, 100)).toBe(false);
    const median = rangeQuantile([0.01, 0.1, 1], 0.5);
    expect(median).toBeCloseTo(0.1, 12);
    const quarter = rangeQuantile([0.01, 0.1, 1], 0.125);
    expect(quarter).toBeCloseTo(exp((ln(0.01) + ln(0.1)) / 2), 12);
  });

  it("is uniform for a bare interval, however wide, and itself for a single value", () => {
    expect(rangeQuantile([1, 101], 0.25)).toBe(26);
    expect(rangeQuantile(7.5, 0.9)).toBe(7.5);
    expect(rangeQuantile([3, 3, 3], 0.9)).toBe(3);
  });

  it("in draw 0 is its likely value, or the middle of a bare interval", () => {
    expect(rangeLikely([1, 4, 9])).toBe(4);
    expect(rangeLikely([1, 4])).toBe(2.5);
    expect(rangeLikely(6)).toBe(6);
    expect(countLikely([4, 8])).toBe(6);
    expect(countLikely([1, 2])).toBe(2);
  });

  it("has the mean (least + likely + greatest) / 3: 5.333 for [1, 5, 10] over 20,000 draws", () => {
    let total = 0;
    for (let draw = 1; draw <= 20_000; draw++) {
      total += rangeQuantile([1, 5, 10], drawUniform(11, draw, "a"));
    }
    // Standard deviation 1.84, so a standard error of 0.013; four of them.
    expect(Math.abs(total / 20_000 - 16 / 3)).toBeLessThan(0.052);
  });

  it("is refused with swapped ends, a NaN or a uniform number outside [0, 1]", () => {
    expect(() => rangeQuantile([2, 1], 0.5)).toThrow(/from least to greatest, got \[2, 1\]/);
    expect(() => rangeQuantile([1, 9, 8], 0.5)).toThrow(/got \[1, 9, 8\]/);
    expect(() => rangeQuantile(Number.NaN, 0.5)).toThrow(/finite/);
    expect(() => rangeQuantile([1, 2], 1.1)).toThrow(/expected 0 to 1, got 1.1/);
    expect(() => rangeQuantile([] as unknown as PublishedRange, 0.5)).toThrow(/got 0 figures/);
  });
});

describe("a count as a draw", () => {
  it("is a whole number within its ends, never −0", () => {
    fc.assert(
      fc.property(countRange, uniform, (r, u) => {
        const value = countQuantile(r, u);
        const [least, greatest] = ends(r);
        expect(Number.isInteger(value)).toBe(true);
        expect(Object.is(value, -0)).toBe(false);
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(greatest);
      }),
    );
    expect(Object.is(countQuantile([0, 3], 0), 0)).toBe(true);
    expect(countQuantile([0, 3], 1)).toBe(3);
  });

  it("gives the end counts their full share: each of 2 to 5 has a quarter", () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 4000; i++) {
      const value = countQuantile([2, 5], (i + 0.5) / 4000);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts]).toEqual([
      [2, 1000],
      [3, 1000],
      [4, 1000],
      [5, 1000],
    ]);
  });

  it("decides on the logarithm by the published ends: 1 to 10 is linear, 1 to 11 is not", () => {
    const linear = triangularQuantile(0.5, 2, 10.5, 0.6);
    expect(countQuantile([1, 2, 10], 0.6)).toBe(Math.round(linear));
    const logarithmic = exp(triangularQuantile(ln(0.5), ln(2), ln(11.5), 0.6));
    expect(countQuantile([1, 2, 11], 0.6)).toBe(Math.round(logarithmic));
    expect(Math.round(logarithmic)).not.toBe(Math.round(linear));
  });

  it("is refused with a fraction or a negative number at an end", () => {
    expect(() => countQuantile([0.5, 2], 0.5)).toThrow(/whole ends ≥ 0, got 0.5 to 2/);
    expect(() => countQuantile([-1, 2], 0.5)).toThrow(/got -1 to 2/);
  });
});

describe("a probability as a threshold for words", () => {
  it("never holds at 0 and always at 1", () => {
    expect(0 < thresholdFromProbability(0)).toBe(false);
    expect(0xffffffff < thresholdFromProbability(1)).toBe(true);
  });

  it("is within 2^−33 of the probability and rises with it", () => {
    fc.assert(
      fc.property(uniform, uniform, (p, q) => {
        const threshold = thresholdFromProbability(p);
        expect(Number.isInteger(threshold)).toBe(true);
        expect(Math.abs(threshold / 4294967296 - p)).toBeLessThanOrEqual(1 / 8589934592);
        if (p <= q) expect(threshold).toBeLessThanOrEqual(thresholdFromProbability(q));
      }),
    );
  });

  it("compares a word as its uniform number compares with the probability", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), uniform, (word, p) => {
        fc.pre(Math.abs(uniformFromWord(word) - p) > 1 / 4294967296);
        expect(word < thresholdFromProbability(p)).toBe(uniformFromWord(word) < p);
      }),
    );
  });

  it("is refused below 0, above 1 and for NaN", () => {
    for (const bad of [-1e-9, 1.000001, Number.NaN]) {
      expect(() => thresholdFromProbability(bad)).toThrow(/probability: expected 0 to 1/);
    }
  });
});
