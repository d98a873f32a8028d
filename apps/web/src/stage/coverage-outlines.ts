/** Outlines of coverage as features: areas to draw, and a point on each line where its name stands. */

import type { CoveragePolygon } from "@pavise/lab";
import { point } from "./ground-features.ts";

/** How an outline is drawn; each kind has a line of its own, for a hue alone says nothing. */
export const OUTLINE_KINDS = ["seen", "beside", "reached", "footprint"] as const;
export type OutlineKind = (typeof OUTLINE_KINDS)[number];

export interface CoverageOutline {
  readonly kind: OutlineKind;
  readonly label: string;
  readonly polygons: readonly CoveragePolygon[];
}

/** Where the name of each kind stands at its line: degrees clockwise from north, seen from the middle. */
const BEARINGS: Readonly<Record<OutlineKind, number>> = {
  reached: 0,
  footprint: 110,
  seen: 180,
  beside: 250,
};

type Side = "top" | "bottom" | "left" | "right";

/** The side of a name that touches its line: it stands outside. */
const ANCHORS: Readonly<Record<OutlineKind, Side>> = {
  reached: "bottom",
  footprint: "left",
  seen: "top",
  beside: "right",
};

const OPPOSITE: Readonly<Record<Side, Side>> = {
  top: "bottom",
  bottom: "top",
  left: "right",
  right: "left",
};

/** Degrees: nearer to a symbol than this, a name covers the symbol's own. */
const NEAR_DEG = 0.3;

type Position = readonly [longitude: number, latitude: number];

/** The corner of the largest outline, which comes first, that lies farthest to one side. */
function farthest([largest]: readonly CoveragePolygon[], bearing: number): Position | null {
  if (largest === undefined) return null;
  const angle = (bearing * Math.PI) / 180;
  const narrow = Math.cos((largest.outer[0]![1] * Math.PI) / 180);
  let best: Position | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const [longitude, latitude] of largest.outer) {
    const along = longitude * narrow * Math.sin(angle) + latitude * Math.cos(angle);
    if (along <= most) continue;
    most = along;
    best = [longitude, latitude];
  }
  return best;
}

/** On the other side where a symbol stands: the corner of a sector is where its battery is. */
function namePlace(
  { kind, polygons }: CoverageOutline,
  symbols: readonly Position[],
): { readonly at: Position; readonly anchor: Side } | null {
  const at = farthest(polygons, BEARINGS[kind]);
  if (at === null) return null;
  const isNear = ([longitude, latitude]: Position): boolean =>
    Math.abs(longitude - at[0]) < NEAR_DEG && Math.abs(latitude - at[1]) < NEAR_DEG;
  if (!symbols.some(isNear)) return { at, anchor: ANCHORS[kind] };
  return { at: farthest(polygons, BEARINGS[kind] + 180)!, anchor: OPPOSITE[ANCHORS[kind]] };
}

/** One area and one name for each outline that has any area; names keep clear of symbols. */
export function outlineFeatures(
  outlines: readonly CoverageOutline[],
  symbols: readonly Position[],
): GeoJSON.Feature[] {
  return outlines.flatMap((outline) => {
    const { kind, label, polygons } = outline;
    const named = namePlace(outline, symbols);
    if (named === null) return [];
    const coordinates = polygons.map(({ outer, holes }) =>
      [outer, ...holes].map((ring) => [...ring, ring[0]!].map((each) => [...each])),
    );
    const properties = { kind, part: "area" };
    const area: GeoJSON.Feature = {
      type: "Feature",
      geometry: { type: "MultiPolygon", coordinates },
      properties,
    };
    const { at, anchor } = named;
    return [area, point([...at], { kind, part: "name", label, anchor })];
  });
}

/** West, south, east and north of everything that is drawn, degrees; null for nothing. */
export function outlineBounds(
  polygons: readonly CoveragePolygon[],
  places: readonly Position[],
): [number, number, number, number] | null {
  const points = [...polygons.flatMap(({ outer }) => outer), ...places];
  if (points.length === 0) return null;
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const [longitude, latitude] of points) {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
}
