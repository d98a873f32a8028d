/** The built page, served on a loopback port as anybody would host it: static files and no more. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const siteFolder = join(root, "apps/web/dist");

/** Builds what is stale. */
function buildSite(): void {
  execFileSync(process.execPath, [join(root, "tools/web.mjs"), "build"], { stdio: "inherit" });
}

const KINDS: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

export interface ServedSite {
  readonly address: string;
  /** Pages served beside the site, by path; and what was posted to them. */
  readonly beside: Map<string, string>;
  readonly posted: (text: string) => void;
  close(): Promise<void>;
}

/** Builds what is stale and serves it. */
export async function openedSite(posted?: (text: string) => void): Promise<ServedSite> {
  buildSite();
  return servedSite(posted);
}

/** Serves the site; `posted` hears of whatever a page sends back. */
async function servedSite(posted: (text: string) => void = () => {}): Promise<ServedSite> {
  const beside = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (request.method === "POST") {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        response.end();
        posted(Buffer.concat(parts).toString("utf8"));
      });
      return;
    }
    const file = path === "/" ? "/index.html" : path;
    const contents = beside.get(file) ?? fileContents(file);
    const kind = KINDS[extname(file)] ?? "application/octet-stream";
    response.writeHead(contents === null ? 404 : 200, { "content-type": kind });
    response.end(contents ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { address, beside, posted, close: () => closed(server) };
}

function fileContents(path: string): Buffer | null {
  const full = normalize(join(siteFolder, path));
  if (!full.startsWith(siteFolder)) return null;
  try {
    return readFileSync(full);
  } catch {
    return null;
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** The fragment of a state, written here by its description and not by the page's own code. */
export function fragmentOf(state: Readonly<Record<string, unknown>>): string {
  const json = Buffer.from(JSON.stringify({ seed: 1, ...state }));
  return `#1.${deflateRawSync(json).toString("base64url")}`;
}
