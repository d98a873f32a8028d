import { expect, test } from "vitest";
import { valueFound } from "./least-value.ts";

/** A figure in every draw, as a search asks for it. */
const each = (figures: (value: number) => readonly number[]) => (values: readonly number[]) =>
  Promise.resolve(values.map(figures));

const nothing = { figure: "nothingArrives", relation: ">=", bound: 0.9 } as const;

test("two shots at each of eight threats stop all in 0.9 of nights from 0.8855 on", async () => {
  const chance = (p: number): number => {
    const square = 1 - (1 - p) * (1 - p);
    return square * square * square * square * square * square * square * square;
  };
  const found = await valueFound(nothing, {
    lower: 0,
    upper: 1,
    isCount: false,
    figures: each((p) => [0.99, 1, 1.01].map((factor) => Math.min(1, chance(p) * factor))),
  });
  // 1 − √(1 − 0.9^(1/8))
  expect(found.value).toBeCloseTo(0.8857, 3);
  expect(found.side).toBe("from");
  expect(found.precision[0]).toBeLessThan(found.value!);
  expect(found.precision[1]).toBeGreaterThan(found.value!);
  expect(found.neverShare).toBe(0);
});

test("twelve rounds are needed where each adds a twelfth, and never in a draw without", async () => {
  const found = await valueFound(nothing, {
    lower: 0,
    upper: 40,
    isCount: true,
    figures: each((rounds) => [
      Math.min(1, rounds / 12),
      Math.min(1, rounds / 13),
      0.95 * Math.min(1, rounds / 12),
      Math.min(0.85, rounds / 12),
    ]),
  });
  expect(found.value).toBe(12);
  expect(found.neverShare).toBe(0.25);
});

test("a goal that falls with the value holds up to it, and one that is never met has no value", async () => {
  const search = { lower: 0, upper: 60, isCount: false, figures: each((x) => [x / 30, x / 30]) };
  const found = await valueFound({ figure: "arrivals", relation: "<=", bound: 1 }, search);
  expect(found).toMatchObject({ side: "up to", crossings: 1 });
  expect(found.value).toBeCloseTo(30, 9);
  const never = { figure: "arrivals", relation: "<=", bound: -1 } as const;
  expect(await valueFound(never, search)).toMatchObject({
    value: null,
    neverShare: 1,
    ignorance: null,
  });
});
