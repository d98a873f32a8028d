/** What a picture of coverage is made from, and which of its layers are drawn. */

import type { Coverage, CoverageLayer } from "@pavise/lab";
import type { MapPoint } from "../input.ts";

export interface CoveragePicture {
  readonly title: string;
  /** One or two lines under the title. */
  readonly lead: readonly string[];
  readonly centre: MapPoint;
  readonly units: readonly { readonly name: string; readonly at: MapPoint }[];
  readonly places: readonly { readonly name: string; readonly at: MapPoint }[];
  /** What is told of the system, and of what. */
  readonly headline: { readonly rangeKm: number; readonly words: string } | null;
  /** The coverage drawn. */
  readonly coverage: Coverage;
  /** The same defence over the other ground, for comparison. */
  readonly other: Coverage | null;
}

/** Nested layers, highest first: reach against aircraft, of which headlines speak, else what is seen. */
export function nestedLayers({ layers }: Coverage): CoverageLayer[] {
  const reached = layers.filter((layer) => layer.class === "aircraft");
  const isReached = reached.some(({ areaKm2 }) => areaKm2 > 0);
  const chosen = isReached ? reached : layers.filter(({ kind }) => kind === "seen");
  return chosen.filter(({ areaKm2 }) => areaKm2 > 0).sort((a, b) => b.height - a.height);
}

/** The widest reach against ballistic missiles at any of the heights. */
export function ballisticLayer({ layers }: Coverage): CoverageLayer | null {
  const reached = layers.filter((layer) => layer.class === "ballistic" && layer.areaKm2 > 0);
  return reached.sort((a, b) => b.areaKm2 - a.areaKm2)[0] ?? null;
}
