import { packedText } from "#packed-data";
import type { Catalogue, PackedCatalogue } from "./catalogue.ts";
import { catalogueFromPacked } from "./catalogue.ts";
import type { TerrainWindow } from "./terrain-window.ts";

/**
 * The catalogue of this build, checked when it was packed, with the terrain that is handed in: a
 * page fetches it only for the scenarios that ask for one.
 */
export function packedEntries(terrain: () => TerrainWindow): Catalogue {
  return { ...catalogueFromPacked(JSON.parse(packedText) as PackedCatalogue), terrain };
}
