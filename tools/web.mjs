// The laboratory in the browser. `node tools/web.mjs` builds what is missing and serves it on this
// machine alone; `node tools/web.mjs build` only builds what is missing.
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded, installMissing, root } from "./build.mjs";

const web = join(root, "apps/web");
const configFile = join(web, "vite.config.ts");
const stamp = join(web, "dist/.built");

function latestChange(path) {
  const seen = statSync(path);
  if (!seen.isDirectory()) return seen.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, latestChange(join(path, name))),
    seen.mtimeMs,
  );
}

/** What the page is made from, beside its packages. */
const sources = [
  "src",
  "public",
  "build",
  "index.html",
  "vite.config.ts",
  "package.json",
  "../../scenarios",
  "../../package-lock.json",
  "../cli/dist/.built",
].map((path) => join(web, path));

function isBuilt() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((path) => !existsSync(path) || latestChange(path) <= built);
}

async function buildSite() {
  const begun = new Date();
  // Whoever builds: the page gets the libraries as they are meant for readers.
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  await build({ configFile, logLevel: "warn" });
  writeFileSync(stamp, "");
  utimesSync(stamp, begun, begun);
}

const words = process.argv.slice(2);
if (words.some((word) => word !== "build" && !/^--port=\d+$/.test(word))) {
  process.stderr.write("usage: npm run web [-- --port=N], or npm run web:build\n");
  process.exit(2);
}
installMissing();
buildIfNeeded();
if (!isBuilt()) await buildSite();
if (!words.includes("build")) {
  const { preview } = await import("vite");
  const port = words.map((word) => Number(word.slice("--port=".length)))[0];
  const place = { host: "127.0.0.1", ...(port === undefined ? {} : { port, strictPort: true }) };
  const server = await preview({ configFile, preview: place });
  const [url] = server.resolvedUrls.local;
  process.stdout.write(`Pavise is at ${url}\n`);
}
