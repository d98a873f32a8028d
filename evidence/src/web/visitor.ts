/** A visitor: a browser that notes whatever a page must never do. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, chromiumPath } from "../determinism/browser.ts";
import { root } from "./built-site.ts";

/** Pictures of journeys; ignored by git. */
const PICTURES = join(root, "out/web");
const SOFTWARE_GL = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

export const SIZES = [
  { name: "1440", width: 1440, height: 900 },
  { name: "1024", width: 1024, height: 768 },
] as const;

export async function openedBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("expected Chromium: apt-get install chromium");
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...SOFTWARE_GL] });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to other hosts, errors of the page, and what its policy refused. */
  readonly sins: string[];
}

export interface VisitSettings {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
}

/** A fresh profile on a page that keeps nothing of other visits. */
export async function visit(browser: Browser, settings: VisitSettings = {}): Promise<Visit> {
  const { width = 1440, height = 900, colorScheme = "light" } = settings;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  const sins: string[] = [];
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOwn = hostname === "127.0.0.1" || protocol === "data:" || protocol === "blob:";
    if (!isOwn) sins.push(`asked ${request.url()}`);
  });
  page.on("pageerror", ({ message }) => sins.push(`error: ${message}`));
  page.on("console", (message) => {
    if (message.type() === "error") sins.push(`console: ${message.text()}`);
  });
  return { page, context, sins };
}

/** Keeps a picture of what is seen. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Waits until the study that is open is whole, and answers with its hash. */
export async function wholeHash(page: Page, timeout = 120_000): Promise<string> {
  const code = page.locator("[data-hash]");
  await code.waitFor({ timeout });
  return (await code.getAttribute("data-hash")) ?? "";
}
