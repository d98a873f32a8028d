// Packs the terrain windows of the catalogue into one module beside the compiled room, so that they
// work offline, in Node and in a browser alike.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "catalogue", "terrain");
const built = join(root, "catalogue", "dist");

const windows = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => {
    const { file, ...about } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const bytes = readFileSync(join(folder, file));
    const expected = 2 * about.rows * about.columns;
    if (bytes.length !== expected) {
      const got = `${file} has ${bytes.length}`;
      throw new Error(`catalogue/terrain/${name}: expected ${expected} bytes, ${got}`);
    }
    return { ...about, posts: bytes.toString("base64") };
  });
mkdirSync(built, { recursive: true });
// Written aside and renamed: a reader never sees half of it.
const packedFile = join(built, "packed-terrain.js");
writeFileSync(`${packedFile}.new`, `export const packedTerrain = ${JSON.stringify(windows)};\n`);
renameSync(`${packedFile}.new`, packedFile);
