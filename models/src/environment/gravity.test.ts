import { norm } from "@pavise/kernel";
import { describe, expect, test } from "vitest";
import { WGS84_EQUATORIAL_RADIUS, WGS84_POLAR_RADIUS } from "../geodesy/ellipsoid.ts";
import { gravity } from "./gravity.ts";

describe("gravity", () => {
  test("is 9.80 m/s² at the surface on average and falls by the square", () => {
    const near = norm(gravity({ x: 6.371e6, y: 0, z: 0 }, "two-body"));
    expect(near).toBeCloseTo(9.8203, 4);
    expect(norm(gravity({ x: 2 * 6.371e6, y: 0, z: 0 }, "two-body")) * 4).toBeCloseTo(near, 12);
  });

  test("with J2 and the centrifugal part is 9.780 at the equator and 9.832 m/s² at a pole", () => {
    const equator = norm(gravity({ x: WGS84_EQUATORIAL_RADIUS, y: 0, z: 0 }, "two-body+J2"));
    const centrifugal = 7.292115e-5 ** 2 * WGS84_EQUATORIAL_RADIUS;
    // Somigliana: 9.78033 and 9.83219; harmonics above J2 are worth 2e-5.
    expect(equator - centrifugal).toBeCloseTo(9.7803, 3);
    const pole = norm(gravity({ x: 0, y: 0, z: WGS84_POLAR_RADIUS }, "two-body+J2"));
    expect(pole).toBeCloseTo(9.8322, 3);
  });

  test("pulls towards the equator, with J2, at middle latitudes", () => {
    const side = Math.SQRT1_2 * 7e6;
    const pull = gravity({ x: side, y: 0, z: side }, "two-body+J2");
    expect(Math.abs(pull.z)).toBeGreaterThan(Math.abs(pull.x));
  });
});
