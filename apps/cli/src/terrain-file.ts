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

/** @throws InputError for a file that is not there, or not of heights on a grid of degrees. */
export async function readTerrain(path: string): Promise<TerrainWindow> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) {
    throw refused(path, "coarse, smooth, or a file of heights", "no such file");
  }
  if (stats.size > BYTES_MAX) {
    throw refused(path, `a file of at most ${BYTES_MAX} bytes`, `one of ${stats.size}`);
  }
  const bytes = readFileSync(path);
  const name = basename(path);
  const grid = /\.tiff?$/i.test(name) ? await tiffGrid(path, bytes) : hgtGrid(path, bytes, name);
  return {
    id: name,
    title: name,
    source: "a file of the user",
    licence: "as the file has it",
    hash: terrainHash(grid),
    grid,
  };
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
  const image = await opened(path, whole);
  const [columns, rows] = [image.getWidth(), image.getHeight()];
  if (columns < 2 || rows < 2 || columns * rows > POSTS_MAX) {
    throw refused(path, `from 2 × 2 to ${POSTS_MAX} posts`, `${columns} × ${rows}`);
  }
  const keys = image.getGeoKeys();
  if (keys?.GTModelTypeGeoKey !== 2) {
    throw refused(path, "a GeoTIFF in degrees of latitude and longitude", "another projection");
  }
  const [west, south, east, north] = image.getBoundingBox() as [number, number, number, number];
  // Pixels as areas have their posts half a pixel inside the box.
  const isPoint = keys.GTRasterTypeGeoKey === 2;
  const [halfEast, halfNorth] = isPoint
    ? [0, 0]
    : [(east - west) / columns / 2, (north - south) / rows / 2];
  const [values] = (await image.readRasters({ samples: [0] })) as unknown as [ArrayLike<number>];
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
    northDeg: north - halfNorth,
    southDeg: south + halfNorth,
    westDeg: west + halfEast,
    eastDeg: east - halfEast,
    posts,
  };
}

async function opened(path: string, whole: ArrayBuffer) {
  try {
    return await (await fromArrayBuffer(whole)).getImage();
  } catch (error) {
    throw refused(path, "a GeoTIFF", error instanceof Error ? error.message : String(error));
  }
}
