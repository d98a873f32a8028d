import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedFromList, quantile } from "./counted.ts";
import { fixedParameter, probability, quantity, SHRINKAGE_MIN } from "./widths.ts";

const nightly = (...values: number[]) => countedFromList(values);

describe("a quantity with two levels", () => {
  test("has no ignorance where every draw tells the same nights", () => {
    const nights = [nightly(1, 3), nightly(1, 3), nightly(1, 3), nightly(1, 3)];
    const { figure, shrinkage } = quantity(nights, 2);
    expect(figure).toEqual({
      mean: 2,
      precision: 0,
      luck: [1.2, 2.8],
      ignorance: [2, 2],
      both: [1, 3],
      ignoranceShare: 0,
    });
    expect(shrinkage).toBe(0);
  });

  test("is all ignorance where nights within a draw are alike", () => {
    const nights = [nightly(5, 5), nightly(0, 0), nightly(4, 4), nightly(8, 8)];
    const { figure, shrinkage } = quantity(nights, 2);
    expect(shrinkage).toBe(1);
    expect(figure.mean).toBe(4);
    expect(figure.ignoranceShare).toBe(1);
    expect(figure.ignorance[0]).toBeCloseTo(0.8, 12);
    expect(figure.ignorance[1]).toBeCloseTo(7.2, 12);
    expect(figure.precision).toBeCloseTo(4 / Math.sqrt(3), 12);
    expect(figure.luck).toEqual([5, 5]);
  });

  test("pulls two draws of means 0 and 4 by √(1 − 2/(2·8)) where nights vary by 2", () => {
    const nights = [nightly(2, 2), nightly(-1, 1), nightly(3, 5)];
    const { figure, shrinkage } = quantity(nights, 2);
    expect(shrinkage).toBeCloseTo(Math.sqrt(1 - 2 / (2 * 8)), 12);
    const ends = [2 - 2 * shrinkage, 2 + 2 * shrinkage];
    expect(figure.ignorance[0]).toBeCloseTo(ends[0]! + 0.1 * (ends[1]! - ends[0]!), 12);
    expect(figure.ignoranceShare).toBeCloseTo(7 / (7 + 2), 12);
  });

  test("takes luck from draw 0 alone and everything else from the other draws", () => {
    void fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 12,
        }),
        fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 3, maxLength: 3 }),
        (draws, other) => {
          const nights = draws.map(countedFromList);
          const changed = [countedFromList(other), ...nights.slice(1)];
          const { luck: _before, ...before } = quantity(nights, 3).figure;
          const { luck, ...after } = quantity(changed, 3).figure;
          expect(after).toEqual(before);
          expect(luck[0]).toBe(quantile(countedFromList(other), 0.1));
        },
      ),
    );
  });

  test("keeps ignorance inside the range of the draws' means, and its share in [0, 1]", () => {
    void fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 4, maxLength: 4 }), {
          minLength: 3,
          maxLength: 12,
        }),
        (draws) => {
          const { figure, shrinkage } = quantity(draws.map(countedFromList), 4);
          const means = draws.slice(1).map((nights) => nights.reduce((a, b) => a + b, 0) / 4);
          expect(figure.ignorance[0]).toBeGreaterThanOrEqual(Math.min(...means) - 1e-12);
          expect(figure.ignorance[1]).toBeLessThanOrEqual(Math.max(...means) + 1e-12);
          expect(figure.ignoranceShare).toBeGreaterThanOrEqual(0);
          expect(figure.ignoranceShare).toBeLessThanOrEqual(1);
          expect(shrinkage).toBeGreaterThanOrEqual(0);
          expect(shrinkage).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test("recovers a spread of 2 between draws under a noise of 3 within them", () => {
    // 2,000 draws × 100 nights of mean m_d and variance 9, m_d two-valued ±2: sd of ignorance 2.
    const nights = Array.from({ length: 2001 }, (_, draw) => {
      const mean = draw % 2 === 0 ? 2 : -2;
      const error = Math.sign(((draw >> 1) % 2) - 0.5) * 0.3;
      return countedFromList(
        Array.from({ length: 100 }, (_, night) => mean + error + (night % 2 === 0 ? 3 : -3)),
      );
    });
    const { figure } = quantity(nights, 100);
    const expectedShare = 4 / (4 + 9);
    expect(figure.ignoranceShare).toBeCloseTo(expectedShare, 2);
  });
});

describe("a probability", () => {
  test("is the mean of its draws, with the noise of 100 nights taken out", () => {
    const { figure, shrinkage } = probability([0, 20, 40, 60, 80], 100);
    const within = [0.2, 0.4, 0.6, 0.8].map((p) => (p * (1 - p) * 100) / 99);
    const noise = within.reduce((a, b) => a + b, 0) / 4 / 100;
    const between = 0.2 / 3;
    expect(figure.mean).toBeCloseTo(0.5, 12);
    expect(shrinkage).toBeCloseTo(Math.sqrt(1 - noise / between), 12);
    expect(shrinkage).toBeGreaterThan(SHRINKAGE_MIN);
    expect(figure.precision).toBeCloseTo(Math.sqrt(between / 4), 12);
  });

  test("that is 0 in every draw has no width at all", () => {
    const { figure } = probability([3, 0, 0, 0], 10);
    expect(figure).toEqual({ mean: 0, precision: 0, ignorance: [0, 0], ignoranceShare: 0 });
  });
});

test("a price that differs between draws is all ignorance", () => {
  expect(fixedParameter([99, 10, 20, 30]).figure).toEqual({
    mean: 20,
    precision: 10 / Math.sqrt(3),
    ignorance: [12, 28],
    ignoranceShare: 1,
  });
});

test("quantiles interpolate between order statistics: a tenth of 1, 2, 3, 4, 5 is 1.4", () => {
  expect(quantile(countedFromList([5, 1, 4, 2, 3]), 0.1)).toBeCloseTo(1.4, 12);
  expect(quantile({ values: [0, 1], counts: [9, 1] }, 0.9)).toBeCloseTo(0.1, 12);
});
