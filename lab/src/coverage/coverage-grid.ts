/** The places at which coverage is asked for: a grid over a region, and the ground under it. */

import { cos, degreesFromRadians, radiansFromDegrees, sin, sqrt } from "@pavise/kernel";
import {
  ecefFromGeodetic,
  type TerrainSurface,
  WGS84_ECCENTRICITY_SQUARED,
  WGS84_EQUATORIAL_RADIUS,
} from "@pavise/models";

/** A part of the Earth in degrees; it does not cross the date line. */
export interface CoverageBounds {
  readonly southDeg: number;
  readonly northDeg: number;
  readonly westDeg: number;
  readonly eastDeg: number;
}

/** Nodes row by row from the south-west. */
export interface CoverageGrid {
  readonly rows: number;
  readonly columns: number;
  readonly latitudesDeg: Float64Array;
  readonly longitudesDeg: Float64Array;
  /** Earth-fixed place on the ellipsoid and unit vector up, three numbers a node each. */
  readonly feet: Float64Array;
  readonly ups: Float64Array;
  /** Ground above sea level; NaN where nobody knows it. Empty over smooth ground. */
  readonly ground: Float64Array;
  /** Area of the cells of each row, m². */
  readonly cellAreas: Float64Array;
}

/** Places on the ground, in whatever order, that the air above is asked about. */
export type CoverageFeet = Pick<CoverageGrid, "rows" | "columns" | "feet" | "ups" | "ground">;

const METRES_PER_DEGREE = 111_195;

/** A grid whose nodes are about `spacing` metres apart. */
export function coverageGrid(
  bounds: CoverageBounds,
  spacing: number,
  surface: TerrainSurface | null,
): CoverageGrid {
  const { southDeg, northDeg, westDeg, eastDeg } = bounds;
  const middle = radiansFromDegrees((southDeg + northDeg) / 2);
  const high = (northDeg - southDeg) * METRES_PER_DEGREE;
  const wide = (eastDeg - westDeg) * METRES_PER_DEGREE * cos(middle);
  const rows = Math.max(2, Math.ceil(high / spacing) + 1);
  const columns = Math.max(2, Math.ceil(wide / spacing) + 1);
  const latitudesDeg = evenly(southDeg, northDeg, rows);
  const longitudesDeg = evenly(westDeg, eastDeg, columns);
  const feet = feetOf(rows * columns, surface, (node) => [
    radiansFromDegrees(latitudesDeg[Math.floor(node / columns)]!),
    radiansFromDegrees(longitudesDeg[node % columns]!),
  ]);
  const cellAreas = cellAreasOf(latitudesDeg, longitudesDeg);
  return { ...feet, rows, columns, latitudesDeg, longitudesDeg, cellAreas };
}

/** Single places (latitude and longitude, radians) in one row. */
export function coverageFeet(
  places: readonly (readonly [number, number])[],
  surface: TerrainSurface | null,
): CoverageFeet {
  return {
    ...feetOf(places.length, surface, (node) => places[node]!),
    rows: 1,
    columns: places.length,
  };
}

function feetOf(
  count: number,
  surface: TerrainSurface | null,
  placeOf: (node: number) => readonly [number, number],
): Pick<CoverageFeet, "feet" | "ups" | "ground"> {
  const feet = new Float64Array(3 * count);
  const ups = new Float64Array(3 * count);
  const ground = new Float64Array(surface === null ? 0 : count);
  for (let node = 0; node < count; node++) {
    const [latitude, longitude] = placeOf(node);
    const { x, y, z } = ecefFromGeodetic(latitude, longitude, 0);
    feet.set([x, y, z], 3 * node);
    const across = cos(latitude);
    ups.set([across * cos(longitude), across * sin(longitude), sin(latitude)], 3 * node);
    if (surface !== null) ground[node] = surface.height(latitude, longitude);
  }
  return { feet, ups, ground };
}

function evenly(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

function cellAreasOf(latitudesDeg: Float64Array, longitudesDeg: Float64Array): Float64Array {
  const east = radiansFromDegrees(longitudesDeg[1]! - longitudesDeg[0]!);
  const north = radiansFromDegrees(latitudesDeg[1]! - latitudesDeg[0]!);
  return Float64Array.from({ length: latitudesDeg.length - 1 }, (_, row) => {
    const latitude = radiansFromDegrees((latitudesDeg[row]! + latitudesDeg[row + 1]!) / 2);
    const s = sin(latitude);
    const w = 1 - WGS84_ECCENTRICITY_SQUARED * s * s;
    const normal = WGS84_EQUATORIAL_RADIUS / sqrt(w);
    const meridian = (normal * (1 - WGS84_ECCENTRICITY_SQUARED)) / w;
    return meridian * north * normal * cos(latitude) * east;
  });
}

/** The smallest bounds around discs: places (radians) with radii (m). */
export function boundsOfDiscs(
  discs: readonly { readonly latitude: number; readonly longitude: number; radius: number }[],
): CoverageBounds {
  const [south, north, west, east] = [[], [], [], []] as [number[], number[], number[], number[]];
  for (const { latitude, longitude, radius } of discs) {
    const latitudeDeg = degreesFromRadians(latitude);
    const longitudeDeg = degreesFromRadians(longitude);
    // A hundredth more, for the ellipsoid and the bend of the parallels.
    const high = (1.01 * radius) / METRES_PER_DEGREE;
    const wide = high / cos(radiansFromDegrees(Math.min(89, Math.abs(latitudeDeg) + high)));
    south.push(Math.max(-90, latitudeDeg - high));
    north.push(Math.min(90, latitudeDeg + high));
    west.push(longitudeDeg - wide);
    east.push(longitudeDeg + wide);
  }
  return {
    southDeg: Math.min(...south),
    northDeg: Math.max(...north),
    westDeg: Math.min(...west),
    eastDeg: Math.max(...east),
  };
}

/** The smallest bounds that hold both. */
export function boundsOfBoth(a: CoverageBounds, b: CoverageBounds): CoverageBounds {
  return {
    southDeg: Math.min(a.southDeg, b.southDeg),
    northDeg: Math.max(a.northDeg, b.northDeg),
    westDeg: Math.min(a.westDeg, b.westDeg),
    eastDeg: Math.max(a.eastDeg, b.eastDeg),
  };
}
