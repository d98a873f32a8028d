import { describe, expect, it } from "vitest";
import {
  binomialTwoSided,
  chiSquareUpper,
  histogramUpper,
  normalTwoSided,
  significance,
  zMax,
} from "./chance.ts";

describe("p-values", () => {
  it("puts 3.8906 standard deviations at one in ten thousand", () => {
    expect(normalTwoSided(zMax)).toBeCloseTo(significance, 12);
  });

  it("gives chi-square 11.0705 with five degrees of freedom a p of 0.05", () => {
    expect(chiSquareUpper(11.070497693516351, 5)).toBeCloseTo(0.05, 12);
  });

  it("gives 7 heads of 10 a two-sided p of 0.34375", () => {
    expect(binomialTwoSided(7, 10, 0.5)).toBeCloseTo(0.34375, 12);
    expect(binomialTwoSided(3, 10, 0.5)).toBeCloseTo(0.34375, 12);
  });

  it("gives no success in 200,000 at a chance of 1e-4 a p of 4e-9", () => {
    expect(binomialTwoSided(0, 200_000, 1e-4)).toBeCloseTo(2 * Math.exp(-20), 11);
  });

  it("allows nothing else where the chance is 0 or 1", () => {
    expect(binomialTwoSided(0, 1000, 0)).toBe(1);
    expect(binomialTwoSided(1, 1000, 0)).toBe(0);
    expect(binomialTwoSided(999, 1000, 1)).toBe(0);
    expect(binomialTwoSided(500, 1000, 1.2)).toBe(0);
  });

  it("gives 1,123 successes where 1,000 of 200,000 are due a p of 1.37e-4", () => {
    expect(binomialTwoSided(1123, 200_000, 0.005)).toBeCloseTo(1.3699736558727682e-4, 11);
    expect(binomialTwoSided(877, 200_000, 0.005)).toBeCloseTo(7.451696311590712e-5, 11);
  });
});

describe("histograms", () => {
  it("accepts 16, 18, 16, 14, 12, 12 as a fair die, chi-square 2.0", () => {
    expect(histogramUpper([16, 18, 16, 14, 12, 12], Array(6).fill(1 / 6))).toBeCloseTo(0.849145, 6);
  });

  it("counts what is not listed as the chance of anything further", () => {
    expect(histogramUpper([500, 300, 150, 50], [0.5, 0.3])).toBeCloseTo(1, 9);
    expect(histogramUpper([500, 300, 400, 300], [0.5, 0.3])).toBeLessThan(significance);
  });

  it("refuses an impossible value, even once in a million", () => {
    expect(histogramUpper([1_000_000, 1], [1])).toBe(0);
  });

  it("refuses probabilities that sum to more than 1", () => {
    expect(histogramUpper([500, 500], [0.5, 0.6])).toBe(0);
  });

  it("pools a cell that expects 0.02 with its neighbour instead of dividing by it", () => {
    expect(histogramUpper([100_000, 99_999, 1], [0.5, 0.4999999, 1e-7])).toBeGreaterThan(0.5);
  });
});
