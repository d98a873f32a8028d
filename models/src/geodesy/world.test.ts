import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bearingFromEnu, ecefFromGeodetic, enuFromEcef } from "./ellipsoid.ts";
import { bearingFlat, groundDistanceFlat } from "./flat.ts";
import { geodesic, geodesicEnd } from "./geodesic.ts";
import { RELATION, RELATION_LENGTH, worldFlat, worldWgs84 } from "./world.ts";

const out = new Float64Array(RELATION_LENGTH);
const point = new Float64Array(6);

describe("the round world", () => {
  const latitudes = fc.double({ min: -1.57, max: 1.57, noNaN: true });
  const turns = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  const heights = fc.double({ min: 0, max: 300_000, noNaN: true });

  function related(latitude: number, azimuth: number, distance: number, height: number) {
    const from = { latitude, longitude: 0.7 };
    const to = geodesicEnd(from, azimuth, distance);
    const home = ecefFromGeodetic(latitude, 0.7, 200);
    const there = ecefFromGeodetic(to.latitude, to.longitude, height);
    // An offset of three: paths hold many points in one array.
    point.set([there.x, there.y, there.z], 3);
    worldWgs84.relate(worldWgs84.site([home.x, home.y, home.z]), point, 3, out);
    const bearing = bearingFromEnu(enuFromEcef({ ...from, height: 200 }, there));
    return { bearing, line: geodesic(from, to) };
  }

  test("tells ground distance to 0.003 % within 600 km", () => {
    const distances = fc.double({ min: 100, max: 600_000, noNaN: true });
    fc.assert(
      fc.property(latitudes, turns, distances, heights, (lat, azimuth, distance, height) => {
        related(lat, azimuth, distance, height);
        expect(Math.abs(out[RELATION.groundDistance]! / distance - 1)).toBeLessThan(3e-5);
      }),
      { numRuns: 500 },
    );
  });

  test("tells ground distance to 0.6 % anywhere", () => {
    const distances = fc.double({ min: 100, max: 2e7, noNaN: true });
    fc.assert(
      fc.property(latitudes, turns, distances, (lat, azimuth, distance) => {
        const { line } = related(lat, azimuth, distance, 0);
        expect(Math.abs(out[RELATION.groundDistance]! / line.distance - 1)).toBeLessThan(6e-3);
      }),
      { numRuns: 500 },
    );
  });

  test("tells range, azimuth, elevation and height as the exact functions do", () => {
    const distances = fc.double({ min: 1000, max: 2e6, noNaN: true });
    fc.assert(
      fc.property(latitudes, turns, distances, heights, (lat, azimuth, distance, height) => {
        const { bearing } = related(lat, azimuth, distance, height);
        expect(out[RELATION.slantRange]).toBeCloseTo(bearing.slantRange, 6);
        expect(Math.abs(Math.sin(out[RELATION.azimuth]! - bearing.azimuth))).toBeLessThan(1e-8);
        expect(out[RELATION.elevation]).toBeCloseTo(bearing.elevation, 8);
        expect(out[RELATION.height]).toBeCloseTo(height, 6);
      }),
    );
  });

  test("has sites at the poles, and a distance of zero from a site to itself", () => {
    const pole = worldWgs84.site([0, 0, 6356752.314245]);
    expect(pole.height).toBeCloseTo(0, 5);
    point.set([0, 0, 6356752.314245], 0);
    worldWgs84.relate(pole, point, 0, out);
    expect(out[RELATION.groundDistance]).toBe(0);
    expect(out[RELATION.slantRange]).toBe(0);
  });

  test("refuses a site that is no place", () => {
    expect(() => worldWgs84.site([1, 2])).toThrow(/three finite coordinates, got 1,2/);
    expect(() => worldWgs84.site([Number.NaN, 0, 7e6])).toThrow(RangeError);
    expect(() => worldWgs84.site([1000, 0, 0])).toThrow(/near or above the ground/);
  });
});

describe("the flat world", () => {
  test("measures a 3-4-12 box as 5 along the ground and 13 through the air", () => {
    const from = { x: 1, y: 2, z: 3 };
    const to = { x: 4, y: 6, z: 15 };
    expect(groundDistanceFlat(from, to)).toBe(5);
    expect(bearingFlat(from, to).slantRange).toBe(13);
    point.set([4, 6, 15], 0);
    worldFlat.relate(worldFlat.site([1, 2, 3]), point, 0, out);
    expect(out[RELATION.groundDistance]).toBe(5);
    expect(out[RELATION.slantRange]).toBe(13);
    expect(out[RELATION.azimuth]).toBe(bearingFlat(from, to).azimuth);
    expect(out[RELATION.elevation]).toBe(bearingFlat(from, to).elevation);
    expect(out[RELATION.height]).toBe(15);
  });

  test("counts azimuth from north (y) over east (x)", () => {
    expect(bearingFlat({ x: 0, y: 0, z: 0 }, { x: 1, y: 0, z: 0 }).azimuth).toBe(Math.PI / 2);
    expect(bearingFlat({ x: 0, y: 0, z: 0 }, { x: -1, y: 0, z: 0 }).azimuth).toBe(
      (3 * Math.PI) / 2,
    );
  });
});
