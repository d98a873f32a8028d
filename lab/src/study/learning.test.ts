import { drawUniform } from "@pavise/kernel";
import { expect, test } from "vitest";
import { explainedShare, rightCalls } from "./learning.ts";

/** Uniforms of so many draws behind a name. */
const uniforms = (path: string, draws: number, seed = 3): number[] =>
  Array.from({ length: draws }, (_, draw) => drawUniform(seed, draw + 1, path));

test("Ishigami's first-order indices, 0.314, 0.442 and 0, come out of 2,000 draws as far as eight groups can see them", () => {
  const [x, y, z] = ["x", "y", "z"].map((path) => uniforms(path, 2000)) as [
    number[],
    number[],
    number[],
  ];
  const angle = (share: number): number => Math.PI * (2 * share - 1);
  const values = x.map((_, i) => {
    const [a, b, c] = [angle(x[i]!), angle(y[i]!), angle(z[i]!)];
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  });
  const share = (of: number[]): number => explainedShare(values, of, 0).share;
  // Eight means keep (sin h / h)² of a wave, h half the phase of a group: 0.950 of one wave over the
  // range, 0.811 of two. Two standard errors of 2,000 draws are about 0.03.
  expect(Math.abs(share(x) - 0.314 * 0.95)).toBeLessThan(0.03);
  expect(Math.abs(share(y) - 0.442 * 0.811)).toBeLessThan(0.03);
  expect(Math.abs(share(z))).toBeLessThan(0.03);
});

test("an unknown that does nothing has a share of 0 on average over 60 studies of 200 draws, and its error is told", () => {
  const found = Array.from({ length: 60 }, (_, seed) =>
    explainedShare(uniforms("y", 200, seed), uniforms("x", 200, seed), 0),
  );
  const mean = found.reduce((sum, { share }) => sum + share, 0) / 60;
  const spread = Math.sqrt(found.reduce((sum, { share }) => sum + (share - mean) ** 2, 0) / 59);
  const told = found.reduce((sum, { standardError }) => sum + standardError, 0) / 60;
  // The mean of 60 has a standard error of about 0.004.
  expect(Math.abs(mean)).toBeLessThan(0.013);
  // A jackknife errs on the wide side for what regroups itself; never by more than the double.
  expect(told).toBeGreaterThan(0.8 * spread);
  expect(told).toBeLessThan(2.5 * spread);
});

test("noise of the runs is not counted: half of a variance that is half noise is all that there is", () => {
  const x = uniforms("x", 1000);
  const noise = uniforms("noise", 1000);
  const values = x.map((each, i) => each + noise[i]!);
  expect(Math.abs(explainedShare(values, x, 1 / 12).share - 1)).toBeLessThan(0.06);
  expect(Math.abs(explainedShare(values, x, 0).share - 0.5)).toBeLessThan(0.06);
});

test("an unknown that decides alone turns 50 % of right calls into all of them, one that does nothing into none more", () => {
  const x = uniforms("x", 400);
  const isFewer = x.map((each) => each < 0.5);
  const known = rightCalls(isFewer, x);
  expect(known.rightCallLearnt).toBeGreaterThan(0.97);
  // One group of eight may hold both sides of the edge.
  expect(known.decided).toBeGreaterThanOrEqual(0.875);
  const idle = rightCalls(isFewer, uniforms("y", 400));
  // Chance alone would gain 0.06 by taking the best of each of eight groups; halves take that away.
  expect(idle.rightCallLearnt).toBeLessThan(idle.rightCall + 0.03);
  expect(idle.decided).toBe(0);
});

test("the gain in right calls is as sure as is told: over 200 studies of 160 draws, within a third", () => {
  const found = Array.from({ length: 200 }, (_, seed) => {
    const x = uniforms("x", 160, seed);
    const other = uniforms("y", 160, seed);
    // The unknown tilts the balance from 0.8 to 0.2: six right calls in ten become about seven.
    return rightCalls(
      x.map((each, i) => other[i]! < 0.8 - 0.6 * each),
      x,
    );
  });
  const gains = found.map(({ rightCall, rightCallLearnt }) => rightCallLearnt - rightCall);
  const mean = gains.reduce((sum, each) => sum + each, 0) / gains.length;
  const spread = Math.sqrt(gains.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 199);
  const told = found.reduce((sum, { gainError }) => sum + gainError, 0) / found.length;
  expect(mean).toBeGreaterThan(0.05);
  expect(told / spread).toBeGreaterThan(0.67);
  expect(told / spread).toBeLessThan(1.33);
});
