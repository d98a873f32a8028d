// Builds the rooms (TypeScript project references) and packs the catalogue. Used by every other tool.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs dependencies when a fresh clone has none; returns nothing, ends the process on failure. */
export function installMissing() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs + 1000 >= statSync(lock).mtimeMs) return;
  process.stderr.write("Installing what is missing …\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function newest(folder, skip) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skip.has(entry.name)) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path, skip) : statSync(path).mtimeMs);
  }
  return latest;
}

const rooms = ["kernel", "models", "catalogue", "lab", "apps/report", "apps/cli", "evidence"];

/** Builds when a source is newer than the last complete build. */
export function buildIfNeeded() {
  const stamp = join(root, "apps/cli/dist/.built");
  const skip = new Set(["dist", "node_modules"]);
  if (existsSync(stamp)) {
    const latest = Math.max(...rooms.map((room) => newest(join(root, room), skip)));
    if (latest <= statSync(stamp).mtimeMs) return;
  }
  build(stamp);
}

function build(stamp) {
  const steps = [
    [join(root, "node_modules/typescript/bin/tsc"), "-b", root],
    [join(root, "tools/pack-catalogue.mjs")],
  ];
  for (const step of steps) {
    if (!existsSync(step[0])) continue;
    const result = spawnSync(process.execPath, step, { cwd: root, stdio: ["ignore", 2, 2] });
    if (result.status !== 0) {
      process.stderr.write("The build failed.\n");
      process.exit(1);
    }
  }
  spawnSync(process.execPath, ["-e", `require("fs").writeFileSync(${JSON.stringify(stamp)}, "")`]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  installMissing();
  build(join(root, "apps/cli/dist/.built"));
}
