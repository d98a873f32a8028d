import { vector3 } from "@pavise/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bearingFromEnu,
  ecefFromEnu,
  ecefFromGeodetic,
  enuFromEcef,
  geodeticFromEcef,
  geodeticHeight,
  WGS84_POLAR_RADIUS,
  writeNormal,
} from "./ellipsoid.ts";

const degree = Math.PI / 180;
const place = fc.record({
  latitude: fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }),
  longitude: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  height: fc.double({ min: -10_000, max: 2e6, noNaN: true }),
});

describe("the ellipsoid", () => {
  test("has its north pole 6,356,752.314 m from the centre", () => {
    const pole = ecefFromGeodetic(Math.PI / 2, 0, 0);
    expect(pole.z).toBeCloseTo(6356752.314245, 6);
    expect(Math.abs(pole.x)).toBeLessThan(1e-9);
    expect(WGS84_POLAR_RADIUS).toBeCloseTo(6356752.314245, 6);
  });

  test("gives back latitude to 1e-14 rad and height to 50 nm, from -10 to 2,000 km", () => {
    fc.assert(
      fc.property(place, ({ latitude, longitude, height }) => {
        const position = ecefFromGeodetic(latitude, longitude, height);
        const back = geodeticFromEcef(position);
        // Rounding of a coordinate of 8,000 km is 1e-9 m, or 1.5e-16 rad.
        expect(Math.abs(back.latitude - latitude)).toBeLessThan(1e-14);
        expect(Math.abs(back.height - height)).toBeLessThan(5e-8);
        expect(Math.abs(geodeticHeight(position.x, position.y, position.z) - height)).toBeLessThan(
          5e-8,
        );
      }),
    );
  });

  test("has a normal whose direction is the latitude, also on the axis", () => {
    const out = new Float64Array(4);
    fc.assert(
      fc.property(place, ({ latitude, longitude, height }) => {
        const { x, y, z } = ecefFromGeodetic(latitude, longitude, height);
        writeNormal(x, y, z, out);
        expect(out[0]).toBeCloseTo(Math.cos(latitude) * Math.cos(longitude), 10);
        expect(out[1]).toBeCloseTo(Math.cos(latitude) * Math.sin(longitude), 10);
        expect(out[2]).toBeCloseTo(Math.sin(latitude), 10);
      }),
    );
    writeNormal(0, 0, -6.4e6, out);
    expect([...out.slice(0, 3)]).toEqual([0, 0, -1]);
    expect(out[3]).toBeCloseTo(6.4e6 - WGS84_POLAR_RADIUS, 6);
  });

  test("refuses a place near the centre of the Earth", () => {
    expect(() => geodeticFromEcef(vector3(1, 2, 3))).toThrow(/at least 1,000 km.*got 1, 2, 3/);
    expect(() => geodeticFromEcef(vector3(Number.NaN, 0, 7e6))).toThrow(RangeError);
  });
});

describe("local directions", () => {
  const origin = { latitude: 33.3152 * degree, longitude: 44.3661 * degree, height: 711.2 };

  test("see a point straight above at 90 degrees of elevation", () => {
    const above = ecefFromGeodetic(origin.latitude, origin.longitude, origin.height + 5000);
    const seen = bearingFromEnu(enuFromEcef(origin, above));
    expect(seen.elevation).toBeCloseTo(Math.PI / 2, 8);
    expect(seen.slantRange).toBeCloseTo(5000, 7);
  });

  test("count azimuth from north over east, in [0, 360) degrees", () => {
    const azimuths = [vector3(0, 1, 0), vector3(1, 0, 0), vector3(0, -1, 0), vector3(-1, 0, 0)].map(
      (local) => bearingFromEnu(local as ReturnType<typeof enuFromEcef>).azimuth / degree,
    );
    expect(azimuths).toEqual([0, 90, 180, 270]);
  });

  test("lead there and back again within 10 nm over 1,000 km", () => {
    const span = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(span, span, span, (x, y, z) => {
        const back = enuFromEcef(origin, ecefFromEnu(origin, { x, y, z }));
        expect(Math.abs(back.x - x) + Math.abs(back.y - y) + Math.abs(back.z - z)).toBeLessThan(
          1e-8,
        );
      }),
    );
  });
});
