import { expect, test } from "vitest";
import { requiredKillProbability } from "./requirement.ts";

const curve = (...shares: number[]) => ({
  option: "battery",
  points: shares.map((mean, i) => ({
    killProbability: i / (shares.length - 1),
    arrivals: { mean: 0, ignorance: [0, 0] as const },
    nothingArrives: { mean, precision: [mean - 0.02, Math.min(1, mean + 0.02)] as const },
  })),
});

test("a shot must stop its threat with 0.9 where nothing arrives in as many nights as that", () => {
  const need = requiredKillProbability(curve(0, 1));
  expect(need).toMatchObject({ kind: "from" });
  if (need.kind === "from") {
    expect(need.at).toBeCloseTo(0.9, 12);
    expect(need.precision[0]).toBeLessThan(0.9);
    expect(need.precision[1]).toBeGreaterThan(0.9);
  }
});

test("no kill probability will do where 7 nights in 10 are the most", () => {
  expect(requiredKillProbability(curve(0, 0.2, 0.7))).toMatchObject({
    kind: "never",
    reached: 0.7,
  });
});

test("nothing is needed where nothing arrives anyway", () => {
  expect(requiredKillProbability(curve(1, 1))).toEqual({ kind: "always" });
});
