import { describe, expect, it } from "vitest";
import type { EnvelopeSetup } from "../scenario/setup.ts";
import { CourseCache, siteOf, worldOf } from "./course.ts";
import { scene } from "./flat.test-scene.ts";
import { type LaunchWindow, launchWindows } from "./launch-window.ts";
import { REASONS } from "./refusal.ts";
import { sightOf } from "./sight.ts";
import { viewOf } from "./view.ts";

const envelope: EnvelopeSetup = {
  rangeMin: 2_000,
  rangeMax: 40_000,
  heightMin: 0,
  heightMax: 20_000,
  threatSpeedMax: 2_000,
};

/** A threat at 10 km flies over the unit from 60 km away at 1 km/s; interceptors fly 3 km/s. */
function answer(change: Partial<EnvelopeSetup> = {}, speed = 3_000) {
  const setup = scene();
  const path = new CourseCache().pathOf("flat", setup.courses[0]!);
  const view = viewOf(worldOf("flat"), siteOf("flat", [0, 0, 0]), path);
  const flyOut = { kind: "speed", speed } as const;
  return launchWindows(setup.fireUnits[0]!, { ...envelope, ...change }, flyOut, view, null);
}

function only(windows: readonly LaunchWindow[]): LaunchWindow {
  expect(windows).toHaveLength(1);
  return windows[0]!;
}

describe("launch windows", () => {
  it("opens for the greatest range and closes for the least, to a millisecond", () => {
    const result = answer();
    if (result.kind !== "windows") throw new Error("expected windows");
    const window = only(result.windows);
    // Slant range at 40 km and 2 km of ground range, 10 km up.
    const far = Math.hypot(40_000, 10_000);
    const near = Math.hypot(2_000, 10_000);
    expect(window.open).toBeCloseTo(20 - far / 3_000, 3);
    expect(window.close).toBeCloseTo(58 - near / 3_000, 2);
    expect(window.intercepts[0]).toBeCloseTo(20, 3);
    expect(window.intercepts.at(-1)).toBeCloseTo(58, 6);
  });

  it("meets the threat where a straight flight at constant speed does, to 10 ms", () => {
    const result = answer();
    if (result.kind !== "windows") throw new Error("expected windows");
    const window = only(result.windows);
    const steps = window.intercepts.length - 1;
    window.intercepts.forEach((meeting, j) => {
      const launch = window.open + ((window.close - window.open) * j) / steps;
      const slant = Math.hypot(60_000 - 1_000 * meeting, 10_000);
      expect(Math.abs(launch + slant / 3_000 - meeting)).toBeLessThan(0.01);
    });
  });

  it("never opens before the radar sees the threat: at 30 km, 30 s into the flight", () => {
    const setup = scene({ sensor: { detection: { kind: "step", range: 30_000, probability: 1 } } });
    const path = new CourseCache().pathOf("flat", setup.courses[0]!);
    const view = viewOf(worldOf("flat"), siteOf("flat", [0, 0, 0]), path);
    const sight = sightOf(setup.sensors[0]!, setup.threats[0]!, view);
    const flyOut = { kind: "speed", speed: 3_000 } as const;
    const result = launchWindows(setup.fireUnits[0]!, envelope, flyOut, view, sight);
    if (result.kind !== "windows") throw new Error("expected windows");
    // Seen at a slant range of 30 km; a straight line between samples of 1 s errs by 2 ms.
    const seen = 60 - Math.sqrt(30_000 ** 2 - 10_000 ** 2) / 1_000;
    expect(Math.abs(only(result.windows).open - seen)).toBeLessThan(0.002);
  });

  it.each([
    [{ rangeMax: 3_000, rangeMin: 2_500 }, 100_000, "windows"],
    [{ rangeMin: 70_000, rangeMax: 80_000 }, 1_500, "outside-range"],
    [{ heightMax: 9_999 }, 1_500, "outside-height"],
    [{ threatSpeedMax: 999 }, 1_500, "too-fast"],
    [{ rangeMin: 35_000 }, 100, "no-time-left"],
  ] as const)("files %o at %d m/s under %s", (change, speed, expected) => {
    const result = answer(change, speed);
    expect(result.kind === "refused" ? REASONS[result.reason] : "windows").toBe(expected);
  });

  it("says that no interceptor of the unit is meant for the class", () => {
    const setup = scene();
    const path = new CourseCache().pathOf("flat", setup.courses[0]!);
    const view = viewOf(worldOf("flat"), siteOf("flat", [0, 0, 0]), path);
    const result = launchWindows(
      setup.fireUnits[0]!,
      undefined,
      { kind: "fixed", seconds: 1 },
      view,
      null,
    );
    expect(result).toEqual({ kind: "refused", reason: REASONS.indexOf("no-interceptor") });
  });
});
