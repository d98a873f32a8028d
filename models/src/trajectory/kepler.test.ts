import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apogeeArc, keplerArc, minimumEnergyArc, SPHERE_RADIUS } from "./kepler.ts";

describe("a minimum-energy arc", () => {
  test("over 500 km starts at 2,173 m/s and 43.9 degrees, and tops out at 122.5 km after 327 s", () => {
    const arc = minimumEnergyArc(500_000 / SPHERE_RADIUS);
    expect(arc.speed).toBeCloseTo(2173.375, 3);
    expect((arc.elevation * 180) / Math.PI).toBeCloseTo(43.8758, 4);
    expect(arc.apogeeHeight).toBeCloseTo(122_515.7, 1);
    expect(arc.flightSeconds).toBeCloseTo(327.364, 3);
  });

  test("needs less speed than any other arc over the same range", () => {
    const range = fc.double({ min: 0.01, max: 2.5, noNaN: true });
    const factor = fc.double({ min: 0.2, max: 4, noNaN: true });
    fc.assert(
      fc.property(range, factor, (angle, share) => {
        const least = minimumEnergyArc(angle);
        const other = apogeeArc(angle, least.apogeeHeight * share);
        expect(other.speed).toBeGreaterThanOrEqual(least.speed * (1 - 1e-12));
      }),
    );
  });
});

describe("an arc of a given apogee", () => {
  test("covers its range and reaches its apogee, by the orbit flown from its launch", () => {
    const range = fc.double({ min: 0.005, max: 3, noNaN: true });
    const height = fc.double({ min: 1000, max: 5e6, noNaN: true });
    fc.assert(
      fc.property(range, height, (angle, apogee) => {
        const arc = apogeeArc(angle, apogee);
        expect(arc.rangeAngle / angle).toBeCloseTo(1, 6);
        expect(arc.apogeeHeight / apogee).toBeCloseTo(1, 6);
      }),
    );
  });
});

test("a shot straight up at 1 km/s comes down after 206 s", () => {
  const arc = keplerArc(1000, Math.PI / 2);
  expect(arc.rangeAngle).toBeCloseTo(0, 12);
  // Uniform gravity of 9.8203 m/s² would give 203.7 s to 50.9 km; it weakens with height.
  expect(arc.flightSeconds).toBeCloseTo(206, 0);
});

test("escape speed, a range of nothing and a launch along the ground are refused", () => {
  expect(() => keplerArc(11_200, 1)).toThrow(/below escape/);
  expect(() => keplerArc(1000, 0)).toThrow(RangeError);
  expect(() => minimumEnergyArc(0)).toThrow(/range angle in \(0, π\]/);
  expect(() => apogeeArc(0.1, -5)).toThrow(/apogee above 0/);
});
