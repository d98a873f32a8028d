import { describe, expect, test } from "vitest";
import { scene, threats } from "../engagement/flat.test-scene.ts";
import { tabulate } from "../engagement/tabulate.ts";
import { countedArrivals, focusArrivals, importanceAnyArrival } from "./rare-leak.ts";

/** Sixteen threats, two looks of two rounds each at 0.7: 0.3⁴ = 0.0081 of each arrives. */
const common = tabulate(
  scene({
    threats: threats(16, 3),
    magazine: { killProbability: { ballistic: 0.7 }, launchers: [500], roundsPerLauncher: 500 },
    unit: { salvoPerLook: [2], looksMax: 2 },
  }),
);

/** Within 4 standard errors of both. */
const agree = (
  a: { mean: number; standardError: number },
  b: { mean: number; standardError: number },
): void => {
  const { sqrt, abs } = Math;
  const error = sqrt(a.standardError * a.standardError + b.standardError * b.standardError);
  expect(abs(a.mean - b.mean)).toBeLessThan(4 * error);
};

describe("rare arrivals are estimated without bias", () => {
  test("by focus: 16 · 0.3⁴ = 0.1296 are expected, and counting agrees", () => {
    const focus = focusArrivals(common, 200);
    expect(focus.mean).toBeCloseTo(16 * 0.0081, 6);
    agree(focus, countedArrivals(common, 20_000, "expected"));
  });

  test("by importance: anything arrives in 1 − (1 − 0.3⁴)¹⁶ = 12.2 % of nights", () => {
    const chance = 0.12199;
    const importance = importanceAnyArrival(common, 20_000);
    expect(Math.abs(importance.mean - chance)).toBeLessThan(4 * importance.standardError);
    agree(importance, countedArrivals(common, 20_000, "any"));
  });

  test("by focus where magazines run dry and channels are short, as by counting", () => {
    const short = tabulate(
      scene({
        threats: threats(10, 1),
        magazine: { killProbability: { ballistic: 0.6 }, launchers: [12], roundsPerLauncher: 12 },
        unit: { channels: 3, salvoPerLook: [2, 1], looksMax: 3, assessmentSeconds: 4 },
      }),
    );
    agree(focusArrivals(short, 3000), countedArrivals(short, 30_000, "expected"));
  });

  test("by focus where the whole unit fails in one night of fifty, as by counting", () => {
    const failing = tabulate(
      scene({
        threats: threats(8, 3),
        magazine: { killProbability: { ballistic: 0.7 } },
        unit: { salvoPerLook: [2], looksMax: 2, commonModeFailure: 0.02 },
      }),
    );
    agree(focusArrivals(failing, 5000), countedArrivals(failing, 40_000, "expected"));
  });
});
