import { expect, test } from "vitest";
import { chiSquareFit, twoSampleFit, uniformFit } from "./goodness-of-fit.ts";

test("88 throws of a die as 16, 18, 16, 14, 12, 12 are 2.0 from fair, no surprise at 0.849", () => {
  const { statistic, freedom, probability } = chiSquareFit(
    [16, 18, 16, 14, 12, 12],
    Array(6).fill(88 / 6),
  );
  expect(statistic).toBeCloseTo(2, 12);
  expect(freedom).toBe(5);
  expect(probability).toBeCloseTo(0.8491450360846096, 12);
});

test("two samples of 15 and 18 that differ by 0.511 at most do so by chance once in 57", () => {
  const a = [2.041, -2.556, 0.418, -0.568, -0.453, -0.216, -2.02, -0.232, -0.865, 3.323];
  a.push(0.226, -0.353, -0.281, -0.668, -1.055);
  const b = [-0.152, 0.325, 2.164, 1.159, -1.141, 0.495, -0.123, 0.649, -1.108, 0.742, 0.735];
  b.push(2.076, 0.817, 1.011, -0.993, 2.753, -1.416, 1.602);
  const { statistic, probability } = twoSampleFit(a, b);
  expect(statistic).toBeCloseTo(0.5111111111111111, 12);
  expect(probability).toBeCloseTo(0.017403177173567867, 12);
});

test("twelve numbers 0.1592 from uniform are no surprise at 0.875", () => {
  const sample = [0.5118, 0.9505, 0.1442, 0.9486, 0.3118, 0.4233, 0.8277, 0.4092, 0.5496, 0.0276];
  const { statistic, probability } = uniformFit([...sample, 0.7535, 0.5381]);
  expect(statistic).toBeCloseTo(0.1592, 12);
  expect(probability).toBeCloseTo(0.8751717866145682, 9);
});
