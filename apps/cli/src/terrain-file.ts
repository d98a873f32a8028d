/** Ground heights from a file that a user names: an SRTM tile (.hgt) or a GeoTIFF in degrees. */

import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { InputError, type TerrainWindow, terrainHash } from "@pavise/catalogue";
import { TERRAIN_VOID, type TerrainGrid, terrainFromHgt } from "@pavise/models";
import { fromArrayBuffer } from "geotiff";

/** A grid of this size takes a gigabyte while it is read. */
const POSTS_MAX = 120_000_000;
const BYTES_MAX = 1_000_000_000;

function refused(path: string, expected: string, got: string): InputError {
  return new InputError({ place: path, path: "", expected, got });
}

/**
 * Heights from a file.
 *
 * @param name what it is called: an SRTM tile tells its place by its name
 * @throws InputError for a file that is not there, or not of heights on a grid of degrees.
 */
export async function readTerrain(path: string, name = basename(path)): Promise<TerrainWindow> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) {
    throw refused(path, "coarse, smooth, or a file of heights", "no such file");
  }
  if (stats.size > BYTES_MAX) {
    throw refused(path, `a file of at most ${BYTES_MAX} bytes`, `one of ${stats.size}`);
  }
  const bytes = readFileSync(path);
  const read = /\.tiff?$/i.test(name) ? await tiffGrid(path, bytes) : hgtGrid(path, bytes, name);
  const grid = { ...read, posts: sharedPosts(read.posts) };
  return {
    id: name,
    title: name,
    source: "a file of the user",
    licence: "as the file has it",
    hash: terrainHash(grid),
    grid,
  };
}

/** Memory that threads share: a tile is not copied for each of them. */
function sharedPosts(posts: Int16Array): Int16Array {
  const shared = new Int16Array(new SharedArrayBuffer(posts.byteLength));
  shared.set(posts);
  return shared;
}

function hgtGrid(path: string, bytes: Uint8Array, name: string): TerrainGrid {
  try {
    return terrainFromHgt(bytes, name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refused(path, "an SRTM tile (.hgt) or a GeoTIFF (.tif)", error.message);
  }
}

/** Heights rounded to whole metres; what the file marks as no data is a void. */
async function tiffGrid(path: string, bytes: Buffer): Promise<TerrainGrid> {
  const { buffer, byteOffset, byteLength } = bytes;
  const whole = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const image = await readable(path, async () => (await fromArrayBuffer(whole)).getImage());
  const [columns, rows] = [image.getWidth(), image.getHeight()];
  if (columns < 2 || rows < 2 || columns * rows > POSTS_MAX) {
    throw refused(path, `from 2 × 2 to ${POSTS_MAX} posts`, `${columns} × ${rows}`);
  }
  const keys = image.getGeoKeys();
  if (keys?.GTModelTypeGeoKey !== 2) {
    throw refused(path, "a GeoTIFF in degrees of latitude and longitude", "another projection");
  }
  const [west, south, east, north] = image.getBoundingBox() as [number, number, number, number];
  // The box is of whole pixels. Areas have their posts in the middle; points stand on its
  // north-western corner, so the box ends a pixel behind the last of them.
  const inset = keys.GTRasterTypeGeoKey === 2 ? 0 : 0.5;
  const [stepEast, stepNorth] = [(east - west) / columns, (north - south) / rows];
  const rasters = await readable(path, () => image.readRasters({ samples: [0] }));
  const [values] = rasters as unknown as [ArrayLike<number>];
  const posts = new Int16Array(columns * rows);
  const none = image.getGDALNoData();
  for (let i = 0; i < posts.length; i++) {
    const height = values[i]!;
    const isKnown = Number.isFinite(height) && height !== none && Math.abs(height) < 12_000;
    posts[i] = isKnown ? Math.round(height) : TERRAIN_VOID;
  }
  return {
    rows,
    columns,
    northDeg: north - inset * stepNorth,
    southDeg: south + (1 - inset) * stepNorth,
    westDeg: west + inset * stepEast,
    eastDeg: east - (1 - inset) * stepEast,
    posts,
  };
}

/** Whatever the library complains of is a fault of the file. */
async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw refused(path, "a GeoTIFF", error instanceof Error ? error.message : String(error));
  }
}
