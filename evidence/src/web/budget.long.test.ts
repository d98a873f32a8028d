/** Long: opens the built page and weighs what it fetches. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fragmentOf, siteFolder } from "./built-site.ts";
import { BUILD_MS, type Laboratory, openLaboratory, wholeHash } from "./visitor.ts";

const FIRST_BYTES_MAX = 450_000;
const STAGE_BYTES_MAX = 900_000;
/** Outlines of countries, heights of the ground where a raid asks for them, and what follows the answer. */
const MAPS = /^(countries|packed-window|after-answer)-/;

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
}, BUILD_MS);

afterAll(() => laboratory?.close());

function gzipped(name: string): number {
  return gzipSync(readFileSync(join(siteFolder, "assets", name)), { level: 9 }).length;
}

function weighed(names: ReadonlySet<string>): number {
  return [...names].reduce((sum, name) => sum + gzipped(name), 0);
}

test("gallery and answer fetch at most 450 kB without a map, the stage 900 kB more", async () => {
  // The keeper fetches everything for later; it is not what a view needs.
  const context = await laboratory.browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const fetched = new Set<string>();
  context.on("request", (request) => {
    const name = /\/assets\/([^/?]+)$/.exec(request.url())?.[1];
    if (name !== undefined) fetched.add(name);
  });
  await page.goto(laboratory.address);
  await page.locator(".card-figure").first().waitFor({ timeout: 60_000 });
  const fragment = fragmentOf({ name: "ain-al-asad-2020.yaml", size: [2, 4] });
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
  await wholeHash(page);
  const first = new Set([...fetched].filter((name) => !MAPS.test(name)));
  const before = new Set(fetched);
  await page.getByRole("button", { name: "Stage", exact: true }).click();
  await page.locator("canvas").first().waitFor({ timeout: 90_000 });
  await page.locator(".stage-note").waitFor({ state: "detached", timeout: 90_000 });
  // Whatever is fetched late.
  await page.waitForTimeout(3000);
  const stage = new Set([...fetched].filter((name) => !before.has(name)));
  for (const name of fetched) process.stdout.write(`${gzipped(name)} ${name}\n`);
  process.stdout.write(`first ${weighed(first)}, stage ${weighed(stage)}\n`);
  expect([...first].some((name) => name.startsWith("engine-worker"))).toBe(true);
  expect([...stage].some((name) => name.startsWith("maplibre-gl-worker"))).toBe(true);
  expect(weighed(first)).toBeLessThan(FIRST_BYTES_MAX);
  expect(weighed(stage)).toBeLessThan(STAGE_BYTES_MAX);
}, 240_000);
