/** The catalogue and the scenarios of this repository as they lie on disk, for tests. */

import { readdirSync, readFileSync } from "node:fs";
import { type Catalogue, type CatalogueFile, catalogueFromFiles } from "@pavise/catalogue";

const data = new URL("../../../catalogue/data/", import.meta.url);

function filesBelow(folder: URL, prefix = ""): CatalogueFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return filesBelow(new URL(`${entry.name}/`, folder), `${name}/`);
    if (!name.endsWith(".yaml")) return [];
    return [{ name, text: readFileSync(new URL(entry.name, folder), "utf8") }];
  });
}

export const realCatalogue: Catalogue = catalogueFromFiles(filesBelow(data));

export function scenarioText(id: string): string {
  return readFileSync(new URL(`../../../scenarios/${id}.yaml`, import.meta.url), "utf8");
}
