import type { Catalogue } from "./catalogue.ts";
import { packedEntries } from "./packed-entries.ts";
import { packedTerrainWindow } from "./packed-window.ts";

let catalogue: Catalogue | undefined;

/** The catalogue of this build, checked when it was packed. The same object at every call. */
export function packedCatalogue(): Catalogue {
  catalogue ??= packedEntries(packedTerrainWindow);
  return catalogue;
}
