/** Opens studies inside a worker; the catalogue is read once, the terrain only where it is asked for. */
import { type Catalogue, InputError, type TerrainWindow } from "@pavise/catalogue";
import { packedEntries } from "@pavise/catalogue/packed-entries";
import { radiansFromDegrees } from "@pavise/kernel";
import { type OpenedStudy, type StudySource, studyFromSource } from "@pavise/lab";
import { type TerrainSurface, terrainSurface } from "@pavise/models";
import type { EngineFault } from "./message.ts";

let catalogue: Catalogue | undefined;
let terrain: (() => TerrainWindow) | undefined;

/** The catalogue of this build. */
export function ownCatalogue(): Catalogue {
  catalogue ??= packedEntries(() => {
    if (terrain === undefined) throw new Error("the terrain was not fetched");
    return terrain();
  });
  return catalogue;
}

/**
 * Reads, checks and dresses a study.
 *
 * @throws InputError for any fault of the input.
 */
export async function openedInPage(source: StudySource): Promise<OpenedStudy> {
  // A study with low flyers asks for the other ground too, and only what has a route flies low.
  const isAsked = source.terrain === "coarse" || /terrain|route/.test(source.scenarioText);
  if (isAsked) await fetchTerrain();
  return studyFromSource(source, ownCatalogue());
}

/** The heights of the ground, for what asks for them without naming them. */
export async function fetchTerrain(): Promise<void> {
  terrain ??= (await import("@pavise/catalogue/packed-window")).packedTerrainWindow;
}

let surface: TerrainSurface | undefined;

/** Height of the ground at a place, metres; null outside the heights of this build. */
export async function groundHeight(
  latitudeDeg: number,
  longitudeDeg: number,
): Promise<number | null> {
  await fetchTerrain();
  surface ??= terrainSurface(terrain!().grid);
  const height = surface.height(radiansFromDegrees(latitudeDeg), radiansFromDegrees(longitudeDeg));
  return Number.isFinite(height) ? height : null;
}

/** An error as plain data; a user's mistake keeps its place. */
export function faultOf(error: unknown): EngineFault {
  if (error instanceof InputError) {
    const { message, place, path, expected, got } = error;
    return { message, place, path, expected, got, isOfInput: true };
  }
  const isOfInput = error instanceof RangeError || (error as Error)?.name === "RouteError";
  return { message: error instanceof Error ? error.message : String(error), isOfInput };
}
