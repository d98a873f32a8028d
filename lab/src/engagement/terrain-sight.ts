/** Terrain as a sensor meets it: one horizon for each antenna, made ready when first asked for. */

import { InputError, type TerrainWindow } from "@pavise/catalogue";
import { TerrainHorizon, type TerrainSurface, terrainSurface } from "@pavise/models";
import type { Position, SensorSetup } from "../scenario/setup.ts";

/** The surface of a window; the same object for the same window. */
export function surfaceOf({ grid }: TerrainWindow): TerrainSurface {
  let surface = surfaces.get(grid);
  if (surface === undefined) {
    surface = terrainSurface(grid);
    surfaces.set(grid, surface);
  }
  return surface;
}

const surfaces = new WeakMap<TerrainWindow["grid"], TerrainSurface>();
const horizons = new WeakMap<TerrainSurface, Map<string, TerrainHorizon>>();

/** Antennas kept at a time; one that sees all around takes about two megabytes. */
const ANTENNAS_MAX = 32;

type Antenna = Pick<SensorSetup, "id" | "position" | "mastHeight">;

/**
 * Height of an antenna above sea level: on its mast, on the higher of the ground as written and the
 * ground of the terrain, so that coarse terrain buries nobody.
 *
 * @throws InputError where the terrain does not know the site.
 */
export function antennaHeight(surface: TerrainSurface, antenna: Antenna): number {
  const [latitude, longitude, height] = antenna.position;
  const ground = surface.height(latitude, longitude);
  if (!Number.isFinite(ground)) throw unknownSite(antenna.id, antenna.position);
  return Math.max(ground, height) + antenna.mastHeight;
}

function unknownSite(id: string, [latitude, longitude]: Position): InputError {
  const degrees = [latitude, longitude].map((angle) => ((angle * 180) / Math.PI).toFixed(3));
  return new InputError({
    place: `sensor ${id}`,
    path: "",
    expected: "a site inside the terrain",
    got: `${degrees.join(", ")} degrees`,
  });
}

/** What the terrain hides from an antenna. */
export function terrainHorizonOf(window: TerrainWindow, antenna: Antenna): TerrainHorizon {
  const surface = surfaceOf(window);
  let known = horizons.get(surface);
  if (known === undefined) {
    known = new Map();
    horizons.set(surface, known);
  }
  const key = `${antenna.position.join(" ")} ${antenna.mastHeight}`;
  let horizon = known.get(key);
  if (horizon === undefined) {
    const [latitude, longitude] = antenna.position;
    horizon = new TerrainHorizon(surface, { latitude, longitude }, antennaHeight(surface, antenna));
    if (known.size >= ANTENNAS_MAX) known.clear();
    known.set(key, horizon);
  }
  return horizon;
}

/**
 * How far above what hides it a point stands, as a difference of slopes; below 0 where it is hidden.
 *
 * @throws InputError where only ground that the terrain does not hold would decide.
 */
export function terrainMargin(
  horizon: TerrainHorizon,
  sensor: string,
  azimuth: number,
  distance: number,
  height: number,
): number {
  try {
    return horizon.margin(azimuth, distance, height);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const expected = "terrain that reaches as far as its lines of sight";
    throw new InputError({ place: `sensor ${sensor}`, path: "", expected, got: error.message });
  }
}
