// The main job: what would each defence have changed on 8 January 2020?
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./build.mjs";

const command = join(root, "apps/cli/bin/pavise.mjs");
process.argv = [process.argv[0], command, "study", "ain-al-asad-2020", ...process.argv.slice(2)];
// The command installs and builds for itself what is missing.
await import(pathToFileURL(command).href);
