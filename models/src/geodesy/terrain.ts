/**
 * Heights of the ground on a grid of posts, read from bytes that the caller brings.
 *
 * Row 0 is the northern edge; heights are metres above mean sea level, as the data have them.
 * Nothing is read from disk here, and nothing is filled in: a void stays a void.
 */
import { degreesFromRadians } from "@pavise/kernel";

/** A grid of heights. Angles in degrees, because that is where the posts lie exactly. */
export interface TerrainGrid {
  readonly rows: number;
  readonly columns: number;
  readonly northDeg: number;
  readonly southDeg: number;
  readonly westDeg: number;
  readonly eastDeg: number;
  /** Row by row from the north-west, metres; `TERRAIN_VOID` where nothing was measured. */
  readonly posts: Int16Array;
}

/** The value of a post without a measurement. */
export const TERRAIN_VOID = -32768;

function decodePosts(bytes: Uint8Array, isLittleEndian: boolean): Int16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const posts = new Int16Array(bytes.byteLength / 2);
  for (let i = 0; i < posts.length; i += 1) posts[i] = view.getInt16(2 * i, isLittleEndian);
  return posts;
}

/**
 * South-west corner of an SRTM tile in degrees, from its name, such as `N33E044` or `S46W066.hgt`.
 */
export function cornerFromTileName(name: string): { southDeg: number; westDeg: number } {
  const found = /^([NS])(\d{2})([EW])(\d{3})(?:\.hgt)?$/.exec(name);
  if (found === null) {
    throw new RangeError(`terrain: expected a tile name such as N33E044, got ${name}`);
  }
  return {
    southDeg: Number(found[2]) * (found[1] === "N" ? 1 : -1),
    westDeg: Number(found[4]) * (found[3] === "E" ? 1 : -1),
  };
}

/**
 * An SRTM tile (.hgt): one degree square, big-endian, 1,201 or 3,601 posts a side, with posts on
 * the whole degrees. Source: SRTM Topography, USGS/NASA (2015).
 */
export function terrainFromHgt(bytes: Uint8Array, name: string): TerrainGrid {
  const { southDeg, westDeg } = cornerFromTileName(name);
  const side = [1201, 3601].find((posts) => 2 * posts * posts === bytes.byteLength);
  if (side === undefined) {
    throw new RangeError(
      `terrain ${name}: expected 2,884,802 or 25,934,402 bytes, got ${bytes.byteLength}`,
    );
  }
  return {
    rows: side,
    columns: side,
    northDeg: southDeg + 1,
    southDeg,
    westDeg,
    eastDeg: westDeg + 1,
    posts: decodePosts(bytes, false),
  };
}

/** A window of posts in plain little-endian order, as the ETOPO5 windows are packed. */
export function terrainFromWindow(
  bytes: Uint8Array,
  window: Omit<TerrainGrid, "posts">,
): TerrainGrid {
  const { rows, columns, northDeg, southDeg, westDeg, eastDeg } = window;
  if (bytes.byteLength !== 2 * rows * columns) {
    throw new RangeError(
      `terrain: expected ${2 * rows * columns} bytes for ${rows} × ${columns} posts, ` +
        `got ${bytes.byteLength}`,
    );
  }
  if (!(rows > 1 && columns > 1 && northDeg > southDeg && eastDeg > westDeg)) {
    throw new RangeError(
      `terrain: expected a window with two posts a side, north of south, east of west, got ` +
        `${rows} × ${columns}, ${southDeg} to ${northDeg}, ${westDeg} to ${eastDeg}`,
    );
  }
  const posts = decodePosts(bytes, true);
  return { rows, columns, northDeg, southDeg, westDeg, eastDeg, posts };
}

/** Where a place lies on a grid, in rows from the north and columns from the west. */
export function terrainPlace(
  grid: TerrainGrid,
  latitude: number,
  longitude: number,
): { readonly row: number; readonly column: number } {
  const latitudeDeg = degreesFromRadians(latitude);
  const longitudeDeg = degreesFromRadians(longitude);
  const { northDeg, southDeg, westDeg, eastDeg } = grid;
  const row = ((northDeg - latitudeDeg) / (northDeg - southDeg)) * (grid.rows - 1);
  const column = ((longitudeDeg - westDeg) / (eastDeg - westDeg)) * (grid.columns - 1);
  // A billionth of a post forgives the rounding of degrees at the very edge.
  const isInside =
    row > -1e-9 && row < grid.rows - 1 + 1e-9 && column > -1e-9 && column < grid.columns - 1 + 1e-9;
  if (!isInside) {
    throw new RangeError(
      `terrain: expected a place from ${southDeg}, ${westDeg} to ${northDeg}, ${eastDeg} ` +
        `degrees, got ${latitudeDeg}, ${longitudeDeg}`,
    );
  }
  return {
    row: Math.min(Math.max(row, 0), grid.rows - 1),
    column: Math.min(Math.max(column, 0), grid.columns - 1),
  };
}

function post(grid: TerrainGrid, row: number, column: number): number {
  const height = grid.posts[row * grid.columns + column]!;
  return height === TERRAIN_VOID ? Number.NaN : height;
}

/** Height of the post nearest to a place (radians), metres; NaN for a void. Outside is an error. */
export function terrainHeightNearest(
  grid: TerrainGrid,
  latitude: number,
  longitude: number,
): number {
  const { row, column } = terrainPlace(grid, latitude, longitude);
  return post(grid, Math.round(row), Math.round(column));
}

/**
 * Height at a place (radians), bilinear between the four posts about it, metres; NaN where a post
 * that counts is a void. Outside is an error.
 */
export function terrainHeight(grid: TerrainGrid, latitude: number, longitude: number): number {
  const { row, column } = terrainPlace(grid, latitude, longitude);
  const north = Math.min(Math.floor(row), grid.rows - 2);
  const west = Math.min(Math.floor(column), grid.columns - 2);
  const down = row - north;
  const right = column - west;
  let height = 0;
  for (const [corner, share] of [
    [post(grid, north, west), (1 - down) * (1 - right)],
    [post(grid, north, west + 1), (1 - down) * right],
    [post(grid, north + 1, west), down * (1 - right)],
    [post(grid, north + 1, west + 1), down * right],
  ] as const) {
    if (share !== 0) height += share * corner;
  }
  return height;
}
