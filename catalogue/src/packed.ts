import { packedText } from "#packed-data";
import { packedTerrain } from "#packed-terrain";
import type { Catalogue, PackedCatalogue } from "./catalogue.ts";
import { catalogueFromPacked } from "./catalogue.ts";
import { type TerrainWindow, terrainFromPacked } from "./terrain-window.ts";

let catalogue: Catalogue | undefined;
let terrain: TerrainWindow | undefined;

/** The catalogue of this build, checked when it was packed. The same object at every call. */
export function packedCatalogue(): Catalogue {
  catalogue ??= {
    ...catalogueFromPacked(JSON.parse(packedText) as PackedCatalogue),
    terrain: packedTerrainWindow,
  };
  return catalogue;
}

function packedTerrainWindow(): TerrainWindow {
  terrain ??= terrainFromPacked(packedTerrain[0]!);
  return terrain;
}
