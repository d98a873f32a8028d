/** A visitor: a browser that notes whatever a page must never do. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, chromiumPath } from "../determinism/browser.ts";
import { openedSite, root } from "./built-site.ts";

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

async function openedBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("expected Chromium: apt-get install chromium");
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...SOFTWARE_GL] });
}

/** The built site with a browser to visit it. */
export interface Laboratory {
  /** Of the gallery; a fragment may follow. */
  readonly address: string;
  readonly browser: Browser;
  /** A fresh profile. */
  visit(settings?: VisitSettings): Promise<Visit>;
  close(): Promise<void>;
}

/** Builds what is stale, serves it and starts Chromium: `beforeAll(…, BUILD_MS)`. */
export async function openLaboratory(): Promise<Laboratory> {
  const site = await openedSite();
  const browser = await openedBrowser().catch(async (error: unknown) => {
    await site.close();
    throw error;
  });
  return {
    address: site.address,
    browser,
    visit: (settings) => visit(browser, settings),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** A build from nothing takes a minute and a half on a machine that is busy, milliseconds. */
export const BUILD_MS = 180_000;

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
async function visit(browser: Browser, settings: VisitSettings = {}): Promise<Visit> {
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

/** What axe-core finds wrong with the page as it is now, one line a rule. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160)))",
  );
  return found as string[];
}
