/** Gravity of the Earth: a point mass, with or without the bulge at the equator. */
import { sqrt, type Vector3, vector3 } from "@pavise/kernel";
import { WGS84_EQUATORIAL_RADIUS } from "../geodesy/ellipsoid.ts";

/** Gravitational parameter of the Earth, m³/s². Source: WGS 84 (NIMA TR8350.2). */
export const EARTH_GRAVITATION = 3.986004418e14;
/** Second zonal harmonic of the Earth, unnormalised. Source: WGS 84 / EGM96. */
export const EARTH_J2 = 1.08262982131e-3;

export type GravityModel = "two-body" | "two-body+J2";

/** Coefficient of the oblateness term, m⁵/s²: 3/2 J₂ μ a², or zero. */
export function oblateness(model: GravityModel): number {
  if (model === "two-body") return 0;
  return 1.5 * EARTH_J2 * EARTH_GRAVITATION * WGS84_EQUATORIAL_RADIUS * WGS84_EQUATORIAL_RADIUS;
}

/**
 * Acceleration by gravity at a position from the Earth's centre, m/s², without the centrifugal
 * part. The same in Earth-fixed and inertial components, since the field is symmetric about the
 * axis. Harmonics above J₂ are left out: they amount to less than 1e-5 of gravity.
 */
export function gravity<F extends "ecef" | "eci">(
  position: Vector3<F>,
  model: GravityModel,
): Vector3<F> {
  const { x, y, z } = position;
  const inverseSquare = 1 / (x * x + y * y + z * z);
  const inverse = sqrt(inverseSquare);
  const central = -EARTH_GRAVITATION * inverseSquare * inverse;
  const bulge = oblateness(model) * inverseSquare * inverseSquare * inverse;
  const tilt = 5 * z * z * inverseSquare;
  const equatorial = central + bulge * (tilt - 1);
  return vector3(x * equatorial, y * equatorial, z * (central + bulge * (tilt - 3)));
}
