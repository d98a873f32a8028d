/** Borders, coasts and names of countries in a frame, from Natural Earth (public domain). */

import { feature, mesh } from "topojson-client";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };
import { html, type Markup } from "../markup.ts";
import { label, pathThrough } from "../svg.ts";
import type { MapFrame, Pixel } from "./frame.ts";

/** Pixels drawn beyond the frame, so that no stroke ends inside it. */
const BLEED = 6;
/** Points nearer than this to the one before are left out. */
const DETAIL = 0.7;
/** A country farther from the centre than this many degrees is not on any map drawn here. */
const NEAR_DEG = 25;

type Line = readonly (readonly number[])[];

/** Drawn once for all maps of a process: the atlas does not change. */
let meshes: { readonly borders: readonly Line[]; readonly coasts: readonly Line[] } | undefined;

export function borderLines(frame: MapFrame): Markup {
  const { countries } = atlas.objects;
  meshes ??= {
    borders: mesh(atlas, countries, (a, b) => a !== b).coordinates,
    coasts: mesh(atlas, countries, (a, b) => a === b).coordinates,
  };
  return html`<path class="border" d="${visible(meshes.borders, frame)}"/>
<path class="coast" d="${visible(meshes.coasts, frame)}"/>`;
}

function visible(lines: readonly Line[], frame: MapFrame): Markup[] {
  return lines.flatMap((line) => runs(line, frame)).map(pathThrough);
}

/** The stretches of a line that can be seen, thinned to what a pixel shows. */
function runs(line: Line, frame: MapFrame): Pixel[][] {
  const found: Pixel[][] = [];
  let run: Pixel[] = [];
  let before: Pixel | null = null;
  for (const [longitude, latitude] of line) {
    const at = isNear(latitude!, longitude!, frame) ? frame.place([latitude!, longitude!]) : null;
    if (at !== null && before !== null && crosses(before, at, frame)) {
      if (run.length === 0) run.push(before);
      const [x, y] = run.at(-1)!;
      if (Math.abs(at[0] - x) + Math.abs(at[1] - y) >= DETAIL) run.push(at);
    } else if (run.length > 0) {
      found.push(run);
      run = [];
    }
    before = at;
  }
  if (run.length > 0) found.push(run);
  return found.filter(({ length }) => length > 1);
}

function isNear(latitude: number, longitude: number, { centre }: MapFrame): boolean {
  return Math.abs(latitude - centre[0]) < NEAR_DEG && Math.abs(longitude - centre[1]) < NEAR_DEG;
}

/** Whether a step may touch the frame: its bounding box does. */
function crosses(a: Pixel, b: Pixel, { width, height }: MapFrame): boolean {
  return (
    Math.max(a[0], b[0]) > -BLEED &&
    Math.min(a[0], b[0]) < width + BLEED &&
    Math.max(a[1], b[1]) > -BLEED &&
    Math.min(a[1], b[1]) < height + BLEED
  );
}

const GRID_STEP = 22;
/** A name needs this much room on every side, pixels. */
const CLEARANCE_MIN = 18;

/** Names of countries, each where it stands clear of its borders and of `taken`. */
export function countryNames(frame: MapFrame, taken: readonly Pixel[]): Markup[] {
  return feature(atlas, atlas.objects.countries).features.flatMap(({ geometry, properties }) => {
    const rings = ringsOf(geometry, frame);
    if (rings.length === 0) return [];
    const room = roomiest(rings, frame, taken, properties.name);
    if (room === null) return [];
    const [x, y] = room;
    return [label({ x, y: y + 4, text: properties.name, anchor: "middle", className: "country" })];
  });
}

type Ring = readonly Pixel[];

function ringsOf(geometry: { type: string }, frame: MapFrame): Ring[] {
  const { type, coordinates } = geometry as { type: string; coordinates: unknown };
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as Line[][];
  return polygons
    .flat()
    .filter((ring) => ring.some(([lon, lat]) => isNear(lat!, lon!, frame)))
    .filter((ring) => ring.every(([lon, lat]) => isWithinSight(lat!, lon!, frame)))
    .map((ring) => ring.map(([lon, lat]) => frame.place([lat!, lon!])))
    .filter((ring) => touches(ring, frame));
}

function touches(ring: Ring, { width, height }: MapFrame): boolean {
  const x = ring.map(([at]) => at);
  const y = ring.map(([, at]) => at);
  return (
    Math.min(...x) < width && Math.max(...x) > 0 && Math.min(...y) < height && Math.max(...y) > 0
  );
}

/** The far side of the Earth has no place on the plane. */
function isWithinSight(latitude: number, longitude: number, { centre }: MapFrame): boolean {
  return Math.abs(latitude - centre[0]) < 60 && Math.abs(longitude - centre[1]) < 80;
}

/** The point of a grid inside the rings with most room for a name, or null without enough. */
function roomiest(
  rings: readonly Ring[],
  { width, height }: MapFrame,
  taken: readonly Pixel[],
  name: string,
): Pixel | null {
  const half = name.length * 4.6;
  const borders = rings
    .flat()
    .filter(([x, y]) => x > -half && x < width + half && y > -half && y < height + half);
  const obstacles = [...taken, ...borders];
  let best: Pixel | null = null;
  let most = CLEARANCE_MIN;
  for (let y = GRID_STEP; y < height - GRID_STEP; y += GRID_STEP / 2) {
    for (let x = half + 8; x < width - half - 8; x += GRID_STEP) {
      if (!isInside(rings, x, y)) continue;
      // A name is wider than high: distances across count from its ends.
      const clear = ([px, py]: Pixel): number =>
        Math.max(Math.abs(px - x) - half, Math.abs(py - y) - 2);
      let room = Math.min(x - half, width - x - half, y, height - y);
      for (const point of obstacles) room = Math.min(room, clear(point));
      if (room > most) {
        most = room;
        best = [x, y];
      }
    }
  }
  return best;
}

function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
