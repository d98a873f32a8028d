/** From degrees to pixels: azimuthal equidistant around the middle of a map, on a sphere. */

import { acos, cos, radiansFromDegrees, sin } from "@pavise/kernel";
import type { MapPoint } from "../input.ts";

/** Mean radius of the Earth, km: a map does not need the ellipsoid. */
export const EARTH_RADIUS_KM = 6371;

/** East and north of the centre, km. */
export type PlaneKm = readonly [eastKm: number, northKm: number];

export type Projection = (point: MapPoint) => PlaneKm;

/**
 * Distances from the centre are true; within 1,000 km of it, distances between other points are
 * wrong by less than 0.5 %.
 */
export function azimuthalEquidistant([latitudeDeg, longitudeDeg]: MapPoint): Projection {
  const [phi0, lambda0] = [radiansFromDegrees(latitudeDeg), radiansFromDegrees(longitudeDeg)];
  const [sin0, cos0] = [sin(phi0), cos(phi0)];
  return ([latitude, longitude]) => {
    const phi = radiansFromDegrees(latitude);
    const lambda = radiansFromDegrees(longitude) - lambda0;
    const [sinPhi, cosPhi, cosLambda] = [sin(phi), cos(phi), cos(lambda)];
    const cosine = Math.min(1, Math.max(-1, sin0 * sinPhi + cos0 * cosPhi * cosLambda));
    const angle = acos(cosine);
    const scale = angle < 1e-9 ? EARTH_RADIUS_KM : (EARTH_RADIUS_KM * angle) / sin(angle);
    return [scale * cosPhi * sin(lambda), scale * (cos0 * sinPhi - sin0 * cosPhi * cosLambda)];
  };
}
