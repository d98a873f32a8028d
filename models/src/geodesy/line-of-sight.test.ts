import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  horizonArc,
  horizonHeight,
  horizonSlantRange,
  isAboveHorizon,
  lineOfSightArc,
} from "./line-of-sight.ts";

describe("the radar horizon over a 4/3 Earth", () => {
  test("of a 10 m mast against a cruise missile at 50 m is 42.2 km", () => {
    expect(lineOfSightArc(10, 50) / 1000).toBeCloseTo(42.179847, 6);
  });

  test("follows the rule of 4.12 km per root of a metre to 0.1 % at low heights", () => {
    expect(horizonArc(100) / (4120 * 10)).toBeCloseTo(1, 3);
  });

  test("is 3.6 mm nearer along the ground than through the air, seen from 5 m", () => {
    // tan θ − θ = θ³/3 at θ = 9.2 km / 8,495 km.
    expect(horizonSlantRange(5) - horizonArc(5)).toBeCloseTo(0.0036, 4);
  });

  test("joins its two formulas without a step at 86 km", () => {
    const ratioHeight = (8494666.666 * 0.01) / 0.99;
    const step = horizonArc(ratioHeight * (1 + 1e-9)) - horizonArc(ratioHeight * (1 - 1e-9));
    // The arc itself grows by 1.2 mm between these two heights.
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(3e-3);
  });

  test("grows with height, and is nothing at and below the ground", () => {
    expect(horizonArc(0)).toBe(0);
    expect(horizonArc(-430)).toBe(0);
    const height = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(height, (h) => {
        expect(horizonArc(h * 1.001)).toBeGreaterThan(horizonArc(h));
      }),
    );
  });

  test("height and arc undo each other to a millionth", () => {
    const height = fc.double({ min: 1, max: 500_000, noNaN: true });
    fc.assert(
      fc.property(height, height, (radar, threat) => {
        const arc = lineOfSightArc(radar, threat);
        expect(horizonHeight(radar, arc) / threat).toBeCloseTo(1, 6);
        expect(isAboveHorizon(radar, threat * 1.001, arc)).toBe(true);
        expect(isAboveHorizon(radar, threat * 0.999, arc)).toBe(false);
      }),
    );
  });

  test("lets a radar see the ground inside its own horizon", () => {
    expect(horizonHeight(100, 30_000)).toBe(0);
    expect(horizonHeight(100, 20_000_000)).toBe(Number.POSITIVE_INFINITY);
  });
});
