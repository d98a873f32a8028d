// Runs a compiled script of the project: node tools/run.mjs evidence/dist/guards/main.js [words …]
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfNeeded, installMissing, root } from "./build.mjs";

const [script, ...words] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write("usage: node tools/run.mjs <compiled script> [words …]\n");
  process.exit(2);
}
installMissing();
buildIfNeeded();
const path = join(root, script);
process.argv = [process.argv[0], path, ...words];
await import(pathToFileURL(path).href);
