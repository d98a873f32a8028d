/** Coverage as GeoJSON (RFC 7946): one feature a layer, longitudes and latitudes in degrees. */

import type { Ring } from "./contour.ts";
import type { Coverage, CoverageLayer } from "./coverage.ts";

type Coordinates = readonly (readonly [number, number])[];

export interface CoverageFeature {
  readonly type: "Feature";
  readonly properties: {
    readonly kind: CoverageLayer["kind"];
    readonly class: CoverageLayer["class"];
    readonly height_above_ground_m: number;
    readonly area_km2: number;
    readonly rcs_m2: number;
    readonly terrain: string;
    readonly note: string;
  };
  readonly geometry: {
    readonly type: "MultiPolygon";
    readonly coordinates: readonly (readonly Coordinates[])[];
  };
}

export interface CoverageCollection {
  readonly type: "FeatureCollection";
  readonly features: readonly CoverageFeature[];
}

/** A ten-thousandth of a degree is 11 m: finer than the lines are. */
function closedRing(ring: Ring): Coordinates {
  const rounded = ring.map(
    ([x, y]) => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4] as const,
  );
  return [...rounded, rounded[0]!];
}

export function coverageGeoJson({ layers, rcs, terrain }: Coverage): CoverageCollection {
  const features = layers.map(
    ({ kind, class: threat, height, areaKm2, polygons }): CoverageFeature => ({
      type: "Feature",
      properties: {
        kind,
        class: threat,
        height_above_ground_m: height,
        area_km2: Math.round(areaKm2),
        rcs_m2: rcs,
        terrain,
        note: "hypothetical positions, published numbers only",
      },
      geometry: {
        type: "MultiPolygon",
        coordinates: polygons.map(({ outer, holes }) => [outer, ...holes].map(closedRing)),
      },
    }),
  );
  return { type: "FeatureCollection", features };
}
