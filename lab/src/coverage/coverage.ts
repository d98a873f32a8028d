/**
 * Coverage of one defence: where its sensors see and its fire units reach, by height above ground.
 *
 * A place is seen if a sensor detects the stated cross-section there with its reference probability
 * a scan, or better; it is reached if an interceptor's envelope holds it and the unit's engagement
 * radar sees it. No timing, no doctrine, no luck: what could be met at all.
 */

import { InputError } from "@pavise/catalogue";
import { radiansFromDegrees } from "@pavise/kernel";
import { surfaceOf } from "../engagement/terrain-sight.ts";
import type { Setup, ThreatClass } from "../scenario/setup.ts";
import { type CoveragePolygon, contourRings, isInside, polygonsOf, type Ring } from "./contour.ts";
import {
  boundsOfBoth,
  boundsOfDiscs,
  type CoverageBounds,
  type CoverageGrid,
  coverageGrid,
} from "./coverage-grid.ts";
import { detectionReach, reachMargins, sightMargins } from "./coverage-margin.ts";

/** Classes of threat that reach is drawn for, in the order of its layers. */
export const coverageClasses = ["ballistic", "rocket", "cruise", "drone", "aircraft"] as const;

/** A country or any other region whose share is asked for. */
export interface CoverageRegion {
  readonly id: string;
  readonly title: string;
  readonly rings: readonly Ring[];
}

export interface CoverageRequest {
  readonly setup: Setup;
  /** Mean radar cross-section, m², > 0. */
  readonly rcs: number;
  /** Heights above the ground beneath, m; above the level of each site over smooth ground. */
  readonly heights: readonly number[];
  readonly classes: readonly ThreatClass[];
  readonly regions: readonly CoverageRegion[];
  /** Metres between the nodes of the grid. */
  readonly spacing: number;
}

/** Where one thing is so at one height. */
export interface CoverageLayer {
  readonly kind: "seen" | "reached";
  /** Against what; null for what is seen. */
  readonly class: ThreatClass | null;
  readonly height: number;
  readonly areaKm2: number;
  /** Share of each region, in the order asked for. */
  readonly shares: readonly number[];
  readonly polygons: readonly CoveragePolygon[];
}

export interface Coverage {
  readonly terrain: string;
  readonly rcs: number;
  readonly spacing: number;
  readonly regions: readonly { id: string; title: string; areaKm2: number }[];
  readonly layers: readonly CoverageLayer[];
}

/** @throws InputError on the flat world, and where the terrain ends too early. */
export function coverageOf(request: CoverageRequest): Coverage {
  const { setup, rcs, heights, classes, regions, spacing } = request;
  if (setup.world === "flat") {
    const expected = "a scenario of the world wgs84: coverage is drawn on a map";
    throw new InputError({ place: "coverage", path: "", expected, got: "the world flat" });
  }
  const surface = setup.terrain === undefined ? null : surfaceOf(setup.terrain);
  const grid = coverageGrid(boundsOf(request), spacing, surface);
  const cells = regions.map(({ rings }) => cellsOf(grid, rings));
  const areas = cells.map((inside) => areaOf(grid, inside, null));
  const layers: CoverageLayer[] = [];
  for (const height of heights) {
    const sights = setup.sensors.map((sensor) => sightMargins(setup, sensor, grid, rcs, height));
    const layer = (kind: CoverageLayer["kind"], of: ThreatClass | null, fields: Float64Array[]) => {
      const margins = greatest(fields, grid.rows * grid.columns);
      layers.push({
        kind,
        class: of,
        height,
        areaKm2: areaOf(grid, null, margins) / 1e6,
        shares: cells.map((inside, i) => areaOf(grid, inside, margins) / areas[i]!),
        polygons: polygonsOf(contourRings(grid, margins)),
      });
    };
    layer("seen", null, sights);
    for (const threat of classes) {
      const reaches = setup.fireUnits.map((unit) => {
        const sight = sights[unit.engagementSensor] ?? null;
        return reachMargins(setup, unit, grid, threat, height, sight);
      });
      layer("reached", threat, reaches);
    }
  }
  return {
    terrain: setup.terrain?.id ?? "smooth",
    rcs,
    spacing,
    regions: regions.map(({ id, title }, i) => ({ id, title, areaKm2: areas[i]! / 1e6 })),
    layers,
  };
}

function boundsOf({ setup, rcs, regions }: CoverageRequest): CoverageBounds {
  const discs = setup.sensors.map((sensor) => ({
    latitude: sensor.position[0],
    longitude: sensor.position[1],
    radius: detectionReach(sensor, rcs),
  }));
  for (const { position, magazines } of setup.fireUnits) {
    const ranges = magazines.flatMap(({ envelopes }) => Object.values(envelopes));
    const radius = Math.max(0, ...ranges.map(({ rangeMax }) => rangeMax));
    discs.push({ latitude: position[0], longitude: position[1], radius });
  }
  if (discs.length === 0) {
    const expected = "an option with sensors or fire units";
    throw new InputError({ place: "coverage", path: "", expected, got: "neither" });
  }
  return regions.reduce((bounds, { rings }) => {
    const points = rings.flat();
    const longitudes = points.map(([longitude]) => longitude);
    const latitudes = points.map(([, latitude]) => latitude);
    return boundsOfBoth(bounds, {
      southDeg: Math.min(...latitudes),
      northDeg: Math.max(...latitudes),
      westDeg: Math.min(...longitudes),
      eastDeg: Math.max(...longitudes),
    });
  }, boundsOfDiscs(discs));
}

function greatest(fields: readonly Float64Array[], count: number): Float64Array {
  const result = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (const field of fields) {
    for (let k = 0; k < count; k++) result[k] = Math.max(result[k]!, field[k]!);
  }
  // A field without any sensor or unit is outside everywhere; lines need finite numbers.
  return result.map((value) => Math.max(value, -1e6));
}

/** Cells whose middle lies in a region. */
function cellsOf(
  { rows, columns, latitudesDeg, longitudesDeg }: CoverageGrid,
  rings: readonly Ring[],
) {
  const inside = new Uint8Array((rows - 1) * (columns - 1));
  for (let row = 0; row < rows - 1; row++) {
    const y = (latitudesDeg[row]! + latitudesDeg[row + 1]!) / 2;
    for (let column = 0; column < columns - 1; column++) {
      const x = (longitudesDeg[column]! + longitudesDeg[column + 1]!) / 2;
      if (isInside(rings, x, y)) inside[row * (columns - 1) + column] = 1;
    }
  }
  return inside;
}

/** Area (m²) of the cells chosen (or all), each by the share in which the margin is 0 or more. */
function areaOf(grid: CoverageGrid, chosen: Uint8Array | null, margins: Float64Array | null) {
  const { rows, columns, cellAreas } = grid;
  let area = 0;
  for (let row = 0; row < rows - 1; row++) {
    let cells = 0;
    for (let column = 0; column < columns - 1; column++) {
      if (chosen !== null && chosen[row * (columns - 1) + column] === 0) continue;
      cells += margins === null ? 1 : insideShare(margins, row * columns + column, columns);
    }
    area += cells * cellAreas[row]!;
  }
  return area;
}

/** Looks within a cell, a side. */
const LOOKS = 5;

/** Share of a cell in which the margin, straight between its corners, is 0 or more. */
function insideShare(margins: Float64Array, southWest: number, columns: number): number {
  const [a, b] = [margins[southWest]!, margins[southWest + 1]!];
  const [d, c] = [margins[southWest + columns]!, margins[southWest + columns + 1]!];
  if (Math.min(a, b, c, d) >= 0) return 1;
  if (Math.max(a, b, c, d) < 0) return 0;
  let inside = 0;
  for (let i = 0; i < LOOKS; i++) {
    const north = (i + 0.5) / LOOKS;
    const [west, east] = [a + north * (d - a), b + north * (c - b)];
    for (let j = 0; j < LOOKS; j++) {
      if (west + ((j + 0.5) / LOOKS) * (east - west) >= 0) inside++;
    }
  }
  return inside / (LOOKS * LOOKS);
}

/** Rings of a region from degrees, checked: at least three points each. */
export function coverageRegion(id: string, title: string, rings: readonly Ring[]): CoverageRegion {
  if (rings.length === 0 || rings.some((ring) => ring.length < 3)) {
    throw new RangeError(`region ${id}: expected rings of at least three points`);
  }
  return { id, title, rings };
}

/** Radius (m) of a disc on the sphere with the area of a layer: one number for a ragged shape. */
export function equivalentRadius({ areaKm2 }: Pick<CoverageLayer, "areaKm2">): number {
  return Math.sqrt((areaKm2 * 1e6) / radiansFromDegrees(180));
}
