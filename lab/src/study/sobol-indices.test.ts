import { expect, test } from "vitest";
import { sensitivityIndices } from "./sobol-indices.ts";

const plan = (dimensions: number, seed: number) => ({
  dimensions,
  samples: 8192,
  batches: 8,
  seed,
});

/** sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on (−π, π)³. */
function ishigami(point: Float64Array): number {
  const [x1, x2, x3] = Array.from(point, (share) => Math.PI * (2 * share - 1));
  return Math.sin(x1!) + 7 * Math.sin(x2!) ** 2 + 0.1 * x3! ** 4 * Math.sin(x1!);
}

const weights = [0, 1, 4.5, 9];

/** The product of (|4x − 2| + a) / (1 + a). */
function gFunction(point: Float64Array): number {
  return point.reduce((product, x, i) => {
    const a = weights[i]!;
    return (product * (Math.abs(4 * x - 2) + a)) / (1 + a);
  }, 1);
}

function largestError(found: readonly { value: number }[], exact: readonly number[]): number {
  return Math.max(...found.map(({ value }, i) => Math.abs(value - exact[i]!)));
}

// Closed forms: Ishigami and Homma (1990); Saltelli et al. (2008).
test("Ishigami's function: x₃ alone explains nothing, with others 24 %, within 0.03 at 8,192", () => {
  for (const seed of [1, 2, 3]) {
    const { first, total, variance } = sensitivityIndices(ishigami, plan(3, seed));
    expect(largestError(first, [0.3139, 0.4424, 0])).toBeLessThan(0.03);
    expect(largestError(total, [0.5576, 0.4424, 0.2437])).toBeLessThan(0.03);
    expect(Math.abs(variance / 13.8446 - 1)).toBeLessThan(0.01);
  }
});

// The variance of factor i alone is 1/(3(1 + aᵢ)²); the whole is the product of (1 + each) less 1.
test("the g-function: its first factor explains 72 % alone, within 0.03 at 8,192", () => {
  const alone = weights.map((a) => 1 / (3 * (1 + a) * (1 + a)));
  const product = alone.reduce((sum, each) => sum * (1 + each), 1);
  const first = alone.map((each) => each / (product - 1));
  const total = alone.map((each) => (each * product) / (1 + each) / (product - 1));
  for (const seed of [1, 2, 3]) {
    const found = sensitivityIndices(gFunction, plan(4, seed));
    expect(largestError(found.first, first)).toBeLessThan(0.03);
    expect(largestError(found.total, total)).toBeLessThan(0.03);
  }
});

test("says how far off it may be: errors lie within 4 standard errors", () => {
  const { first } = sensitivityIndices(ishigami, plan(3, 5));
  for (const [i, exact] of [0.3139, 0.4424, 0].entries()) {
    const { value, standardError } = first[i]!;
    expect(standardError).toBeGreaterThan(0);
    expect(Math.abs(value - exact)).toBeLessThan(4 * standardError + 0.0005);
  }
});

test("shares of a sum of independent parts are their variances, and nothing moves a constant", () => {
  const { first, total } = sensitivityIndices(([x, y]) => 3 * x! + y!, plan(2, 1));
  expect(largestError(first, [0.9, 0.1])).toBeLessThan(0.001);
  expect(largestError(total, [0.9, 0.1])).toBeLessThan(0.001);
  const still = sensitivityIndices(() => 5, plan(2, 1));
  expect(still.variance).toBe(0);
  expect(still.total.map(({ value }) => value)).toEqual([0, 0]);
});

test("refuses batches that do not come out even", () => {
  const uneven = { dimensions: 2, samples: 100, batches: 8, seed: 1 };
  expect(() => sensitivityIndices(() => 0, uneven)).toThrow(/got 100 samples in 8 batches/);
});
