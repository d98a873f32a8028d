// Installs what is missing and builds what is stale: the rooms (TypeScript project references) and
// the packed catalogue. Used by every other tool and by the command line; costs milliseconds when
// nothing is to do, and any number of processes may ask at once.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { alone } from "./lock.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const rooms = [
  "kernel",
  "models",
  "catalogue",
  "lab",
  "apps/report",
  "apps/cli",
  "apps/web",
  "evidence",
];
const modules = join(root, "node_modules");
const stamp = join(root, "apps/cli/dist/.built");

function packages(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

/** Whether everything the lock file asks of this machine lies in node_modules. */
function isInstalled() {
  const lock = join(root, "package-lock.json");
  const installed = join(modules, ".package-lock.json");
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  // A younger lock file may still ask for nothing new: a checkout touches files.
  const there = packages(installed);
  return Object.entries(packages(lock)).every(([path, wanted]) => {
    if (path === "" || wanted.optional || wanted.link || wanted.peer) return true;
    if (!path.startsWith("node_modules/")) return true;
    return there[path]?.version === wanted.version;
  });
}

/** How to call npm here: by its own script where npm started us, else by name. */
function npm(words) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  if (script?.endsWith("npm-cli.js"))
    return spawnSync(process.execPath, [script, ...words], options);
  if (process.platform === "win32")
    return spawnSync(`npm.cmd ${words.join(" ")}`, { ...options, shell: true });
  return spawnSync("npm", words, options);
}

/** Installs dependencies when some are missing; ends the process if that fails. */
export function installMissing() {
  if (isInstalled()) return;
  const name = Buffer.from(root).toString("base64url").slice(-40);
  alone(join(tmpdir(), `pavise-install-${name}`), () => {
    if (isInstalled()) return;
    process.stderr.write("Installing what is missing …\n");
    const result = npm(["install", "--no-audit", "--no-fund", "--loglevel=error"]);
    if (result.status !== 0) {
      process.stderr.write("Installing failed: npm install says why above.\n");
      process.exit(1);
    }
  });
}

/** The latest change below a folder; a folder's own time tells of files that went. */
function latestChange(folder) {
  let latest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "dist" || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? latestChange(path) : statSync(path).mtimeMs);
  }
  return latest;
}

/** Folders whose files end up in the build. */
function sourceFolders() {
  const own = rooms.flatMap((room) => [join(room, "src"), join(room, "data")]);
  own.push("catalogue/terrain");
  return own.map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
}

function isBuilt() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  const settings = [
    "tsconfig.json",
    "tsconfig.base.json",
    "package-lock.json",
    "tools/pack-catalogue.mjs",
    "tools/pack-terrain.mjs",
    ...rooms.flatMap((room) => [join(room, "tsconfig.json"), join(room, "package.json")]),
  ].map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(...settings, ...sourceFolders().map(latestChange)) <= built;
}

function build() {
  // What changes while the build runs is newer than its beginning, and will be built next time.
  const begun = new Date();
  const steps = [
    [join(modules, "typescript/bin/tsc"), "-b", root],
    [join(root, "tools/pack-catalogue.mjs")],
    [join(root, "tools/pack-terrain.mjs")],
  ];
  for (const step of steps) {
    const result = spawnSync(process.execPath, step, { cwd: root, stdio: ["ignore", 2, 2] });
    if (result.status !== 0) {
      process.stderr.write("The build failed.\n");
      process.exit(1);
    }
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, "");
  utimesSync(stamp, begun, begun);
}

/** Builds when a source is newer than the last complete build. */
export function buildIfNeeded() {
  if (isBuilt()) return;
  alone(join(modules, ".pavise-build"), () => {
    if (!isBuilt()) build();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  installMissing();
  alone(join(modules, ".pavise-build"), build);
}
