// Packs catalogue/data into one module beside the compiled room: apps read no folder to start.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = join(root, "catalogue", "data");
const built = join(root, "catalogue", "dist");
const { catalogueFromFiles, InputError, packedFromCatalogue } = await import(
  new URL("../catalogue/dist/index.js", import.meta.url).href
);

/** Files of the catalogue below a folder, with names relative to it; README.md is for people only. */
function catalogueFiles(folder, prefix = "") {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return catalogueFiles(path, `${name}/`);
      if (name === "README.md") return [];
      return [{ name, text: readFileSync(path, "utf8") }];
    });
}

try {
  const packed = packedFromCatalogue(catalogueFromFiles(catalogueFiles(data)));
  const text = JSON.stringify(JSON.stringify(packed));
  mkdirSync(built, { recursive: true });
  // Written aside and renamed: a reader never sees half of it.
  const packedFile = join(built, "packed-data.js");
  writeFileSync(`${packedFile}.new`, `export const packedText = ${text};\n`);
  renameSync(`${packedFile}.new`, packedFile);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`catalogue/data/${error.message}\n`);
  process.exitCode = 1;
}
