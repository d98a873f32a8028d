/** What a picture of coverage is made from, and which of its layers are drawn. */

import {
  type Coverage,
  type CoverageLayer,
  type CoverageRegion,
  equivalentRadius,
  heightWords,
} from "@pavise/lab";
import type { MapPoint } from "../input.ts";

export interface CoveragePicture {
  readonly title: string;
  /** One or two lines under the title. */
  readonly lead: readonly string[];
  readonly centre: MapPoint;
  readonly units: readonly { readonly name: string; readonly at: MapPoint }[];
  /** The country whose airspace is shared out. */
  readonly region: CoverageRegion | null;
  readonly places: readonly { readonly name: string; readonly at: MapPoint }[];
  /** What is told of the system, and of what. */
  readonly headline: { readonly rangeKm: number; readonly words: string } | null;
  /** The coverage drawn. */
  readonly coverage: Coverage;
  /** The same defence over the other ground, for comparison. */
  readonly other: Coverage | null;
}

/** A line on the map, and the heights for which it stands. */
export interface NestedLayer {
  readonly layer: CoverageLayer;
  /** `3 km`, or `10 km and above` where higher lines are the same. */
  readonly words: string;
}

/** Lines whose radii differ by less than this share would hide each other. */
const SAME = 0.02;

/**
 * Nested layers, highest first: reach against aircraft, of which headlines speak, else what is seen.
 * Above the height from which nothing is gained any more, one line stands for all.
 */
export function nestedLayers(coverage: Coverage): NestedLayer[] {
  const nested = layersByHeight(coverage);
  const radius = nested.map(equivalentRadius);
  const kept: NestedLayer[] = [];
  nested.forEach((layer, i) => {
    const isLast = i + 1 === nested.length;
    const isSameBelow = !isLast && Math.abs(radius[i]! - radius[i + 1]!) < SAME * radius[i]!;
    const isTop = nested
      .slice(0, i)
      .every((_, j) => Math.abs(radius[j]! - radius[i]!) < SAME * radius[i]!);
    if (isTop && isSameBelow) return;
    const above = isTop && i > 0 ? " and above" : "";
    kept.push({ layer, words: `${heightWords(layer.height)}${above}` });
  });
  return kept;
}

function layersByHeight({ layers }: Coverage): CoverageLayer[] {
  const reached = layers.filter((layer) => layer.class === "aircraft");
  const isReached = reached.some(({ areaKm2 }) => areaKm2 > 0);
  const chosen = isReached ? reached : layers.filter(({ kind }) => kind === "seen");
  return chosen.filter(({ areaKm2 }) => areaKm2 > 0).sort((a, b) => b.height - a.height);
}

/** Areas that differ by less than this share end for the same reason. */
const SAME_END = 0.05;

/**
 * What ends a layer: the reach of its interceptors, if the radar sees clearly more there; else the ground
 * under its sight, if the radar sees clearly more higher up; the radar itself, if it sees no more at half
 * as high again, where a horizon would lie a fifth farther. Null where the heights asked for do not tell.
 */
export function layerEnd({ layers, terrain, rcs }: Coverage, layer: CoverageLayer): string | null {
  const seen = layers.filter(({ kind }) => kind === "seen");
  const here = seen.find(({ height }) => height === layer.height)?.areaKm2 ?? 0;
  const most = Math.max(...seen.map(({ areaKm2 }) => areaKm2));
  if (layer.areaKm2 < (1 - SAME_END) * here) return "its interceptors";
  if (here < (1 - SAME_END) * most)
    return terrain === "smooth" ? "the Earth's curve" : "the ground";
  const isLevel = seen.some(({ height, areaKm2 }) => {
    const isFar = height >= 1.5 * layer.height || layer.height >= 1.5 * height;
    return isFar && areaKm2 >= (1 - SAME_END) * most;
  });
  return isLevel ? `its radar (${rcs} m²)` : null;
}

/** The widest reach against ballistic missiles at any of the heights. */
export function ballisticLayer({ layers }: Coverage): CoverageLayer | null {
  const reached = layers.filter((layer) => layer.class === "ballistic" && layer.areaKm2 > 0);
  return reached.sort((a, b) => b.areaKm2 - a.areaKm2)[0] ?? null;
}
