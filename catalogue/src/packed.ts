import { packedText } from "#packed-data";
import type { Catalogue, PackedCatalogue } from "./catalogue.ts";
import { catalogueFromPacked } from "./catalogue.ts";

let catalogue: Catalogue | undefined;

/** The catalogue of this build, checked when it was packed. The same object at every call. */
export function packedCatalogue(): Catalogue {
  catalogue ??= catalogueFromPacked(JSON.parse(packedText) as PackedCatalogue);
  return catalogue;
}
