import type { PackedTerrain } from "./terrain-window.ts";

/** Written by tools/pack-terrain.mjs beside the compiled room: windows of terrain, posts in base 64. */
export declare const packedTerrain: readonly PackedTerrain[];
