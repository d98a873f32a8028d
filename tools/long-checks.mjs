// Finds the checks too long for every run: files named *.long.test.ts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.mjs";

function below(folder, prefix = "") {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return below(join(folder, entry.name), `${path}/`);
    return entry.name.endsWith(".long.test.ts") ? [path] : [];
  });
}

/** Long test files, with how many checks each holds and why they are long. */
export function longChecks() {
  const rooms = ["kernel", "models", "catalogue", "lab", "apps", "evidence"];
  return rooms
    .flatMap((room) => below(room, `${room}/`))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const count = text.match(/^\s*(it|test)(\.each)?\b/gm)?.length ?? 0;
      const why = /^\/\*\* Long: (.*?)\.? ?\*\/$/m.exec(text)?.[1] ?? "no reason given";
      return { path, count, why };
    });
}
