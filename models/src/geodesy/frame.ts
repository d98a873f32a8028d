/**
 * Frames of reference, as tags the compiler checks.
 *
 * - `ecef`: Earth-centred, Earth-fixed; x through (0° N, 0° E), z through the north pole.
 * - `eci`: Earth-centred inertial; its axes coincide with `ecef` at time zero.
 * - `enu`: local east, north, up at a named origin on the ellipsoid.
 * - `flat`: the flat world; x east, y north, z up.
 */
import { cos, sin, type Vector3, vector3 } from "@pavise/kernel";

export type Frame = "ecef" | "eci" | "enu" | "flat";

export type VectorEcef = Vector3<"ecef">;
export type VectorEci = Vector3<"eci">;
export type VectorEnu = Vector3<"enu">;
export type VectorFlat = Vector3<"flat">;

/** Rotation rate of the Earth, radians per second. Source: WGS 84 (NIMA TR8350.2). */
export const EARTH_ROTATION_RATE = 7.292115e-5;

/** Inertial components of an Earth-fixed position, `seconds` after the axes coincided. */
export function eciFromEcef(position: VectorEcef, seconds: number): VectorEci {
  const angle = EARTH_ROTATION_RATE * seconds;
  const c = cos(angle);
  const s = sin(angle);
  return vector3(c * position.x - s * position.y, s * position.x + c * position.y, position.z);
}

/** Earth-fixed components of an inertial position, `seconds` after the axes coincided. */
export function ecefFromEci(position: VectorEci, seconds: number): VectorEcef {
  const angle = EARTH_ROTATION_RATE * seconds;
  const c = cos(angle);
  const s = sin(angle);
  return vector3(c * position.x + s * position.y, c * position.y - s * position.x, position.z);
}
