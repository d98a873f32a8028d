import { describe, expect, test } from "vitest";
import { holmAdjusted, homogeneity } from "./chi-square.ts";

describe("homogeneity of two samples", () => {
  test("is 4 with one degree for 30 of 50 against 20 of 50, p 0.0455", () => {
    // Pearson by hand: 4 · 5² / 25 = 4 without Yates' correction; p = erfc(√2) = 0.0455.
    const { chiSquare, degrees, p } = homogeneity([30, 20], [20, 30]);
    expect(chiSquare).toBeCloseTo(4, 12);
    expect(degrees).toBe(1);
    expect(p).toBeCloseTo(0.0455003, 6);
  });

  test("pools values expected fewer than five times with their neighbours", () => {
    const { degrees } = homogeneity([1, 1, 1, 40, 40, 1], [1, 2, 1, 40, 39, 1]);
    expect(degrees).toBe(1);
  });

  test("says nothing where nothing can differ", () => {
    expect(homogeneity([100], [90]).p).toBe(1);
  });
});

test("Holm raises 0.01, 0.04 and 0.03 to 0.03, 0.06 and 0.06", () => {
  // Holm 1979: 3 × 0.01, 2 × 0.03, then no less than that for the last.
  const adjusted = holmAdjusted([0.01, 0.04, 0.03]);
  expect(adjusted.map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06]);
});
