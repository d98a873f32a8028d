import { packedTerrain } from "#packed-terrain";
import { type TerrainWindow, terrainFromPacked } from "./terrain-window.ts";

let terrain: TerrainWindow | undefined;

/** The terrain of this build. The same object at every call. */
export function packedTerrainWindow(): TerrainWindow {
  terrain ??= terrainFromPacked(packedTerrain[0]!);
  return terrain;
}
