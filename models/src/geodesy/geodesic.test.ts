import fc from "fast-check";
import oracle from "geographiclib-geodesic";
import { describe, expect, test } from "vitest";
import { WGS84_EQUATORIAL_RADIUS, WGS84_FLATTENING } from "./ellipsoid.ts";
import { geodesic, geodesicEnd } from "./geodesic.ts";

const degree = Math.PI / 180;
const karney = oracle.Geodesic.WGS84;
const point = (latitudeDeg: number, longitudeDeg: number) => ({
  latitude: latitudeDeg * degree,
  longitude: longitudeDeg * degree,
});
const latitudes = fc.double({ min: -90, max: 90, noNaN: true });
const longitudes = fc.double({ min: -180, max: 180, noNaN: true });

// Karney's own program is good to 15 nm; 40 nm leaves room for both to err.
const METRES = 4e-8;

function expectSameLine(lat1: number, lon1: number, lat2: number, lon2: number): void {
  const theirs = karney.Inverse(lat1, lon1, lat2, lon2);
  const ours = geodesic(point(lat1, lon1), point(lat2, lon2));
  expect(Math.abs(ours.distance - theirs.s12!)).toBeLessThan(METRES);
  // A wrong azimuth shows in where the line ends: follow it.
  const end = geodesicEnd(point(lat1, lon1), ours.azimuthStart, ours.distance);
  const there = geodesic(end, point(lat2, lon2)).distance;
  expect(there).toBeLessThan(1e-6);
}

describe("the shortest line", () => {
  test("from New York (JFK) to London (LHR) is 5,551,759.400 m long", () => {
    expect(geodesic(point(40.6, -73.8), point(51.6, -0.5)).distance).toBeCloseTo(5551759.4, 3);
  });

  test("agrees with Karney's program to 40 nm between any two points", () => {
    fc.assert(fc.property(latitudes, longitudes, latitudes, longitudes, expectSameLine));
  });

  test("agrees within 10 degrees, where a study looks", () => {
    const near = fc.double({ min: -5, max: 5, noNaN: true });
    const mid = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(mid, longitudes, near, near, (lat, lon, dLat, dLon) =>
        expectSameLine(lat, lon, lat + dLat, lon + dLon),
      ),
    );
  });

  test("agrees for nearly antipodal points, where Vincenty's method fails", () => {
    const near = fc.double({ min: -1, max: 1, noNaN: true });
    const mid = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(mid, near, near, (lat, dLat, dLon) =>
        expectSameLine(lat, 10, -lat + dLat, -170 + dLon),
      ),
    );
  });

  test("agrees on meridians, over poles, along the equator and a parallel, and for a few metres", () => {
    const cases: [number, number, number, number][] = [
      [-30, 20, 50, 20],
      [80, 10, 85, -170],
      [90, 0, -45, 77],
      [-90, 30, 90, -100],
      [0, 0, 0, 90],
      [0, 0, 0, 179.5],
      [0, 0, 0, 180],
      [30, 0, 30, 120],
      [0.0025, 95.18, 0.0025, 98.16],
      [45, 45, 45.00001, 45.00002],
      [45, 45, 45.001, 45.002],
      [-89.9999, 0, -89.9999, 170],
    ];
    for (const [a, b, c, d] of cases) expectSameLine(a, b, c, d);
  });

  test("along a quarter of the equator is a quarter of its length", () => {
    const line = geodesic(point(0, 0), point(0, 90));
    expect(line.distance).toBeCloseTo((WGS84_EQUATORIAL_RADIUS * Math.PI) / 2, 6);
    expect(line.azimuthStart).toBe(Math.PI / 2);
  });

  test("takes a shortcut over the pole between opposite points of the equator", () => {
    const halfRound = WGS84_EQUATORIAL_RADIUS * Math.PI;
    const line = geodesic(point(0, 0), point(0, 180));
    expect(line.distance).toBeLessThan(halfRound);
    expect(halfRound - line.distance).toBeCloseTo((halfRound * WGS84_FLATTENING) / 2, -2);
    expect(line.azimuthStart).toBe(0);
  });

  test("has the same length both ways, and turns round by half a turn", () => {
    fc.assert(
      fc.property(latitudes, longitudes, latitudes, longitudes, (a, b, c, d) => {
        const there = geodesic(point(a, b), point(c, d));
        const back = geodesic(point(c, d), point(a, b));
        expect(Math.abs(there.distance - back.distance)).toBeLessThan(METRES);
      }),
    );
  });

  test("from a point to itself has length and azimuth zero", () => {
    expect(geodesic(point(12, 34), point(12, 394))).toEqual({
      distance: 0,
      azimuthStart: 0,
      azimuthEnd: 0,
    });
  });

  test("refuses a latitude beyond a pole and a longitude that is no number", () => {
    expect(() => geodesic(point(95, 0), point(0, 0))).toThrow(/latitude in \[−π\/2, π\/2\]/);
    expect(() => geodesic(point(0, Number.NaN), point(0, 0))).toThrow(/finite longitudes/);
  });
});

describe("a point along a line", () => {
  test("agrees with Karney's program to 1e-11 degrees up to 20,000 km", () => {
    const azimuths = fc.double({ min: -180, max: 180, noNaN: true });
    const distances = fc.double({ min: 0, max: 2e7, noNaN: true });
    const lat = fc.double({ min: -89, max: 89, noNaN: true });
    fc.assert(
      fc.property(lat, longitudes, azimuths, distances, (a, b, azimuth, distance) => {
        const theirs = karney.Direct(a, b, azimuth, distance);
        const ours = geodesicEnd(point(a, b), azimuth * degree, distance);
        expect(Math.abs(ours.latitude / degree - theirs.lat2!)).toBeLessThan(1e-11);
        const east = Math.sin(ours.longitude - theirs.lon2! * degree) * Math.cos(ours.latitude);
        expect(Math.abs(east) / degree).toBeLessThan(1e-11);
      }),
    );
  });

  test("backwards undoes forwards", () => {
    const there = geodesicEnd(point(33, 44), 1, 500_000);
    const back = geodesicEnd(there, there.azimuth, -500_000);
    expect(back.latitude).toBeCloseTo(33 * degree, 14);
    expect(back.longitude).toBeCloseTo(44 * degree, 14);
  });

  test("refuses a distance that is no number", () => {
    expect(() => geodesicEnd(point(0, 0), 0, Number.NaN)).toThrow(/finite longitude, azimuth/);
  });
});
