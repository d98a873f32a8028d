/**
 * Masking by a single ridge between a radar and a threat, on the 4/3 Earth of `line-of-sight.ts`.
 *
 * Heights are above that smooth Earth. No diffraction over the crest, no clutter.
 */
import { atan2, cos, sin } from "@pavise/kernel";
import { HORIZON_EARTH_RADIUS, horizonHeight, REFRACTION_FACTOR } from "./line-of-sight.ts";

const effectiveRadius = REFRACTION_FACTOR * HORIZON_EARTH_RADIUS;

/** Elevation (radians) at which a point of some height is seen, along the straightened ray. */
export function refractedElevation(
  heightFrom: number,
  heightTo: number,
  groundDistance: number,
): number {
  const angle = groundDistance / effectiveRadius;
  const from = effectiveRadius + heightFrom;
  const to = effectiveRadius + heightTo;
  return atan2(to * cos(angle) - from, to * sin(angle));
}

/** Height (m) of a ray that leaves `heightFrom` at an elevation, after a ground distance. */
export function rayHeight(heightFrom: number, elevation: number, groundDistance: number): number {
  const angle = groundDistance / effectiveRadius;
  if (elevation + angle >= Math.PI / 2) return Number.POSITIVE_INFINITY;
  return (
    ((effectiveRadius + heightFrom) * cos(elevation)) / cos(elevation + angle) - effectiveRadius
  );
}

/** What hides low threats from a radar behind a ridge. */
export interface RidgeMask {
  /** Elevation of the crest, radians. */
  readonly ridgeElevation: number;
  /** Least height at which a threat is seen, metres, at least 0. */
  readonly visibleHeightMin: number;
  readonly limitedBy: "ridge" | "horizon";
}

/**
 * The least height at which a threat `groundDistance` away is seen over a ridge nearer than that.
 * Closed form; exact for its geometry.
 */
export function ridgeMask(
  radarHeight: number,
  ridgeHeight: number,
  ridgeDistance: number,
  groundDistance: number,
): RidgeMask {
  if (!(ridgeDistance > 0 && ridgeDistance < groundDistance)) {
    throw new RangeError(
      `ridgeMask: expected the ridge between radar and threat, got ${ridgeDistance} m ` +
        `of ${groundDistance} m`,
    );
  }
  const ridgeElevation = refractedElevation(radarHeight, ridgeHeight, ridgeDistance);
  const overRidge = Math.max(0, rayHeight(radarHeight, ridgeElevation, groundDistance));
  const overHorizon = horizonHeight(radarHeight, groundDistance);
  return {
    ridgeElevation,
    visibleHeightMin: Math.max(overRidge, overHorizon),
    limitedBy: overHorizon > overRidge ? "horizon" : "ridge",
  };
}
