import { describe, expect, test } from "vitest";
import { geodeticFromEcef } from "../geodesy/ellipsoid.ts";
import { geodesic } from "../geodesy/geodesic.ts";
import { pathLength, pathPosition, sampleSeconds } from "./path.ts";
import { flatPath, flatRoutePath, routePath } from "./route.ts";

const degree = Math.PI / 180;

describe("a straight path over the flat world", () => {
  const path = flatPath({
    from: { x: 0, y: 300_000, z: 0 },
    to: { x: 0, y: 0, z: 0 },
    speed: 1400,
    stepSeconds: 1,
  });

  test("takes 214.29 s for 300 km at 1,400 m/s, in 216 samples", () => {
    expect(path.flightSeconds).toBeCloseTo(214.2857, 4);
    expect(path.count).toBe(216);
    expect(path.positions[1]).toBe(300_000);
    expect(path.positions[3 * 215 + 1]).toBe(0);
    expect(sampleSeconds(path, 215)).toBe(path.flightSeconds);
    expect(pathLength(path)).toBeCloseTo(300_000, 6);
  });

  test("is straight and even between samples too", () => {
    const out = new Float64Array(3);
    for (const seconds of [0.5, 100.25, 213.7, 214.1]) {
      pathPosition(path, seconds, out);
      expect(out[1]).toBeCloseTo(300_000 - 1400 * seconds, 6);
    }
  });

  test("of a whole number of seconds has no sliver of a step at its end", () => {
    const even = flatPath({
      from: { x: 0, y: 0, z: 0 },
      to: { x: 300, y: 0, z: 0 },
      speed: 100,
      stepSeconds: 0.1,
    });
    expect(even.count).toBe(31);
  });

  test("is refused without a speed, a length or a step", () => {
    const from = { x: 0, y: 0, z: 0 };
    const to = { x: 1, y: 0, z: 0 };
    expect(() => flatPath({ from, to, speed: 0, stepSeconds: 1 })).toThrow(/waypoint 0.*above 0/);
    expect(() => flatPath({ from, to: from, speed: 1, stepSeconds: 1 })).toThrow(/another place/);
    expect(() => flatPath({ from, to, speed: 1, stepSeconds: 0 })).toThrow(/step above 0 s/);
  });
});

describe("a route", () => {
  test("over a corner of the flat world has its speed and height leg by leg", () => {
    const route = flatRoutePath(
      [
        { x: 0, y: 0, z: 100, speed: 50 },
        { x: 1000, y: 0, z: 100, speed: 100 },
        { x: 1000, y: 1000, z: 600, speed: 1 },
      ],
      1,
    );
    expect(route.speeds[10]).toBe(50);
    expect(route.speeds[25]).toBe(100);
    expect(route.heights[20]).toBe(100);
    expect(route.flightSeconds).toBeCloseTo(20 + Math.hypot(1000, 500) / 100, 10);
    expect([...route.positions.slice(-3)]).toEqual([1000, 1000, 600]);
  });

  test("over the round Earth follows geodesics at its height", () => {
    const from = { latitude: 33 * degree, longitude: 44 * degree, height: 100, speed: 200 };
    const to = { latitude: 36 * degree, longitude: 45 * degree, height: 100, speed: 200 };
    const route = routePath([from, to], 10);
    const line = geodesic(from, to);
    expect(route.flightSeconds).toBeCloseTo(line.distance / 200, 6);
    const middle = Math.floor(route.count / 2);
    const [x, y, z] = route.positions.slice(3 * middle, 3 * middle + 3);
    const place = geodeticFromEcef({ x: x!, y: y!, z: z! });
    expect(place.height).toBeCloseTo(100, 6);
    const whole = geodesic(from, place).distance + geodesic(place, to).distance;
    expect(whole).toBeCloseTo(line.distance, 5);
    expect(geodesic(from, place).distance).toBeCloseTo(200 * 10 * middle, 5);
  });

  test("needs two waypoints, and refuses two at one place", () => {
    const here = { latitude: 0.5, longitude: 0.5, height: 0, speed: 10 };
    expect(() => routePath([here], 1)).toThrow(/at least two waypoints/);
    expect(() => routePath([here, here], 1)).toThrow(/waypoint 1: expected another place/);
  });
});
