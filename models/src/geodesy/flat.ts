/**
 * The flat world: plane ground, straight distances; x east, y north, z up, all in metres.
 *
 * For teaching, and for reference cases that assume it. The one thing it keeps of the round Earth
 * is the horizon: two points see each other by the sum of their two 4/3-Earth arcs
 * ({@link lineOfSightArc}), taken against the plane distance.
 */
import { atan2, sqrt } from "@pavise/kernel";
import type { Bearing } from "./ellipsoid.ts";
import type { VectorFlat } from "./frame.ts";

/** Distance along the ground between the feet of two points, metres. */
export function groundDistanceFlat(from: VectorFlat, to: VectorFlat): number {
  const east = to.x - from.x;
  const north = to.y - from.y;
  return sqrt(east * east + north * north);
}

/** Azimuth, elevation and slant range of one point as seen from another. */
export function bearingFlat(from: VectorFlat, to: VectorFlat): Bearing {
  const up = to.z - from.z;
  const ground = groundDistanceFlat(from, to);
  const azimuth = atan2(to.x - from.x, to.y - from.y);
  return {
    azimuth: azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
    elevation: atan2(up, ground),
    slantRange: sqrt(ground * ground + up * up),
  };
}
