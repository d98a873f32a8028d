/** A visitor: a browser that notes whatever a page must never do. */
import { mkdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
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

/**
 * Begins to wait; says at the end how long it was, seconds, and how much of it was the browser's own:
 * the share of the machine that other programs took meanwhile is taken off. On a machine that does
 * nothing else the two are the same.
 */
export async function ownWait(
  browser: Browser,
): Promise<() => Promise<{ readonly waited: number; readonly own: number }>> {
  const session = await browser.newBrowserCDPSession();
  const worked = async (): Promise<number> => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const begin = { at: performance.now(), worked: await worked(), ...machineSeconds() };
  return async () => {
    const waited = (performance.now() - begin.at) / 1000;
    const { busy, all } = machineSeconds();
    const others = Math.max(0, busy - begin.busy - ((await worked()) - begin.worked));
    return { waited, own: waited * (1 - others / (all - begin.all)) };
  };
}

/** Of all processors since the machine was started. */
function machineSeconds(): { readonly busy: number; readonly all: number } {
  const times = cpus().map((each) => each.times);
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => {
    return sum + user + nice + sys + idle + irq;
  }, 0);
  const idle = times.reduce((sum, each) => sum + each.idle, 0);
  return { busy: (all - idle) / 1000, all: all / 1000 };
}

/** Keeps a picture of what is seen. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Shows a page wide and narrow, on light and on dark, and at last as it was opened. */
export async function eachLook(
  page: Page,
  look: (name: string, isWide: boolean) => Promise<unknown>,
): Promise<void> {
  for (const { name, width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await look(`${name}-${colorScheme}`, width === SIZES[0].width);
    }
  }
  await page.setViewportSize(SIZES[0]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Keeps what is seen at the end of a journey. A page that is wider than its window is a fault. */
export async function keepJourney(page: Page, name: string, settleMs = 100): Promise<void> {
  await eachLook(page, async (look) => {
    // Drawings follow the window and its colours in the next frames, a map a second later.
    await page.waitForTimeout(settleMs);
    await keepPicture(page, `${name}-${look}`);
    const tooWide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (Number(tooWide) > 0) throw new Error(`${name}-${look}: ${tooWide} pixels too wide`);
  });
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
