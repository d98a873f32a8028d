import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaCdf,
  betaQuantile,
  binomialCdf,
  binomialPmf,
  chiSquareQuantile,
  chiSquareUpperTail,
  normalCdf,
  normalQuantile,
  studentTQuantile,
  studentTTwoSided,
} from "./probability.ts";

/** Distance in parts of the expected value; the expected values are SciPy 1.17's. */
function relativeError(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe("distributions", () => {
  it("put 97.5 % of a normal below 1.96 and 0.135 % below −3", () => {
    expect(relativeError(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-15);
    expect(relativeError(normalQuantile(1e-10), -6.361340902404056)).toBeLessThan(1e-15);
    expect(relativeError(normalCdf(-3), 0.0013498980316300933)).toBeLessThan(1e-13);
  });

  it("bound 7 of 10 by 0.348 and 0.933 (Clopper–Pearson at 95 %)", () => {
    expect(relativeError(betaQuantile(0.025, 7, 4), 0.3475471499400027)).toBeLessThan(1e-13);
    expect(relativeError(betaQuantile(0.975, 8, 3), 0.9332604888222655)).toBeLessThan(1e-13);
    expect(relativeError(betaQuantile(1e-6, 2, 5), 0.00025828782935406356)).toBeLessThan(1e-12);
    expect(relativeError(betaQuantile(0.9, 300, 2), 0.9982318064469645)).toBeLessThan(1e-13);
  });

  it("put 97.5 % of Student's t with 9 degrees of freedom below 2.262", () => {
    expect(relativeError(studentTQuantile(0.975, 9), 2.2621571627982053)).toBeLessThan(1e-12);
    expect(relativeError(studentTQuantile(0.9, 1), 3.0776835371752544)).toBeLessThan(1e-12);
    expect(relativeError(studentTTwoSided(2.5, 9), 0.03386182768298577)).toBeLessThan(1e-12);
    expect(studentTTwoSided(-2.5, 9)).toBe(studentTTwoSided(2.5, 9));
  });

  it("leave 5 % of a chi-square above 3.84 with one degree of freedom, 1.2e-8 above 200 with 100", () => {
    expect(relativeError(chiSquareUpperTail(3.841458820694124, 1), 0.05)).toBeLessThan(1e-13);
    expect(relativeError(chiSquareUpperTail(200, 100), 1.17845007209828e-8)).toBeLessThan(1e-11);
    expect(chiSquareUpperTail(0, 5)).toBe(1);
    expect(relativeError(chiSquareQuantile(0.95, 10), 18.307038053275146)).toBeLessThan(1e-13);
  });

  it("give at most 12 of 16 at 0.7 the probability 0.754, exactly 12 the probability 0.204", () => {
    expect(relativeError(binomialCdf(12, 16, 0.7), 0.7541441360922377)).toBeLessThan(1e-13);
    expect(relativeError(binomialPmf(12, 16, 0.7), 0.2040482559171419)).toBeLessThan(1e-13);
  });

  it("give a quantile its own probability back", () => {
    fc.assert(
      fc.property(probability, fc.integer({ min: 1, max: 300 }), (p, n) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-14);
        expect(Math.abs(betaCdf(betaQuantile(p, n, 3.5), n, 3.5) - p)).toBeLessThan(1e-9);
        expect(Math.abs(chiSquareUpperTail(chiSquareQuantile(p, n), n) - (1 - p))).toBeLessThan(
          1e-9,
        );
      }),
    );
  });
});
