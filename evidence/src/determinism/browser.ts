/** Runs the page in Chromium (driven) and in Firefox (which posts its answer back). */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { pageHtml } from "./bundle.ts";

const WAIT_SECONDS = 120;

export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function firstOf(paths: readonly string[]): string | null {
  return paths.find((path) => existsSync(path)) ?? null;
}

export function chromiumPath(): string | null {
  return firstOf(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]);
}

export function firefoxPath(): string | null {
  return firstOf(["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
}

/** The answer of headless Chromium, as JSON. */
export async function chromiumAnswer(executablePath: string, script: string): Promise<string> {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.setContent(pageHtml(script), { timeout: 1000 * WAIT_SECONDS });
    return (await page.evaluate("paviseFingerprint")) as string;
  } finally {
    await browser.close();
  }
}

/** Serves the page on a loopback port and waits for what it posts. */
async function postedAnswer(script: string, open: (address: string) => void): Promise<string> {
  let arrived: (answer: string) => void = () => {};
  const posted = new Promise<string>((resolve) => {
    arrived = resolve;
  });
  const server = createServer((request, response) => {
    if (request.method !== "POST") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(pageHtml(script, "/answer"));
      return;
    }
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      response.end();
      arrived(Buffer.concat(parts).toString("utf8"));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(new Error(`no answer within ${WAIT_SECONDS} s`));
    timer = setTimeout(refuse, 1000 * WAIT_SECONDS);
  });
  try {
    open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await Promise.race([posted, tooLate]);
  } finally {
    clearTimeout(timer);
    server.closeAllConnections();
    server.close();
  }
}

/** The answer of headless Firefox with a fresh profile, as JSON. */
export async function firefoxAnswer(executablePath: string, script: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "pavise-firefox-"));
  let stop: () => Promise<void> = async () => {};
  try {
    return await postedAnswer(script, (address) => {
      const words = ["--headless", "--no-remote", "--profile", profile, address];
      const firefox = spawn(executablePath, words, { stdio: "ignore", detached: true });
      const ended = new Promise<void>((resolve) => firefox.once("exit", () => resolve()));
      stop = async () => {
        // Its children share its process group, which is ended by its own id.
        if (firefox.pid !== undefined && firefox.exitCode === null) {
          process.kill(-firefox.pid, "SIGKILL");
          await ended;
        }
      };
    });
  } finally {
    await stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
