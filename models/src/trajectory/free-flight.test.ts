import { describe, expect, test } from "vitest";
import { freeFlight } from "./free-flight.ts";
import { keplerArc } from "./kepler.ts";

const degree = Math.PI / 180;

describe("free flight over the turning Earth", () => {
  const launch = { latitude: 0, longitude: 0, height: 0 };
  const shot = { launch, speed: 2000, elevation: 45 * degree, impactHeight: 0 };

  test("carries 2 km/s 429 km east but 417 km west from the equator", () => {
    const east = freeFlight({ ...shot, azimuth: 90 * degree, gravity: "two-body" });
    const west = freeFlight({ ...shot, azimuth: 270 * degree, gravity: "two-body" });
    expect(east.impact.longitude / degree).toBeCloseTo(3.8547989, 6);
    expect(west.impact.longitude / degree).toBeCloseTo(-3.747287, 6);
    expect(east.flightSeconds - west.flightSeconds).toBeCloseTo(13.49778, 4);
  });

  test("comes within 4 % of the closed form for an Earth at rest", () => {
    const north = freeFlight({ ...shot, azimuth: 0, gravity: "two-body" });
    const closed = keplerArc(2000, 45 * degree);
    expect(Math.abs(north.flightSeconds / closed.flightSeconds - 1)).toBeLessThan(0.04);
    expect(Math.abs(north.apogeeHeight / closed.apogeeHeight - 1)).toBeLessThan(0.04);
  });

  test("is refused where it never rises above the height where it should end", () => {
    const request = { ...shot, azimuth: 0, gravity: "two-body" as const, impactHeight: 500_000 };
    expect(() => freeFlight(request)).toThrow(/rises above 500000 m/);
  });

  test("that never comes down is an error, not an endless loop", () => {
    const request = { ...shot, speed: 12_000, azimuth: 0, gravity: "two-body" as const };
    expect(() => freeFlight(request)).toThrow(/no apogee/);
  });
});
