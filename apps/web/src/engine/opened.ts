/** Opens studies inside a worker; the catalogue is read once, the terrain only where it is asked for. */
import { type Catalogue, InputError, type TerrainWindow } from "@pavise/catalogue";
import { packedEntries } from "@pavise/catalogue/packed-entries";
import { radiansFromDegrees } from "@pavise/kernel";
import { type OpenedStudy, type StudySource, studyFromSource } from "@pavise/lab";
import { type TerrainSurface, terrainSurface } from "@pavise/models";
import type { EngineFault } from "./message.ts";

/** Heights of the ground were asked for and are not here yet: they weigh half as much as the engine. */
class NoGround extends Error {
  constructor() {
    super("the heights of the ground were not fetched");
  }
}

let catalogue: Catalogue | undefined;
let terrain: (() => TerrainWindow) | undefined;

/** The catalogue of this build. */
export function ownCatalogue(): Catalogue {
  catalogue ??= packedEntries(() => {
    if (terrain === undefined) throw new NoGround();
    return terrain();
  });
  return catalogue;
}

/**
 * Reads, checks and dresses a study.
 *
 * @throws InputError for any fault of the input; `NoGround` where heights are asked for before they are
 *   fetched.
 */
export function openedInPage(source: StudySource): OpenedStudy {
  return studyFromSource(source, ownCatalogue());
}

async function fetchGround(): Promise<void> {
  terrain ??= (await import("@pavise/catalogue/packed-window")).packedTerrainWindow;
}

/** Does it again with the heights of the ground, if it asked for them: few scenarios do. */
export async function withGround<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NoGround)) throw error;
    await fetchGround();
    return work();
  }
}

let surface: TerrainSurface | undefined;

/** Height of the ground at a place, metres; null outside the heights of this build. */
export async function groundHeight(
  latitudeDeg: number,
  longitudeDeg: number,
): Promise<number | null> {
  await fetchGround();
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
