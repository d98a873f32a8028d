/** Long: opens the view of coverage in Chromium and holds it against the command line and the study. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { ArrivalReasonCounter, studyFromSource, tabulate } from "@pavise/lab";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf, root } from "./built-site.ts";
import {
  axeFaults,
  BUILD_MS,
  keepPicture,
  type Laboratory,
  openLaboratory,
  SIZES,
} from "./visitor.ts";

const RAID = "ain-al-asad-2020.yaml";
const SMALL = { draws: 3, replications: 40 };
const coverageOf = (name: string, coverage: Record<string, unknown> = {}): string =>
  fragmentOf({ name, size: [SMALL.draws, SMALL.replications], view: "coverage", coverage });

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
}, BUILD_MS);

afterAll(() => laboratory?.close());

interface Feature {
  readonly properties: {
    readonly kind: string;
    readonly class: string | null;
    readonly height_above_ground_m: number;
    readonly area_km2: number;
  };
}

/** As `pavise coverage … --json` prints it. */
function printed(scenario: string, option: string, heightsKm: string): string {
  const command = ["coverage", scenario, "--option", option, "--heights", heightsKm, "--json"];
  const program = join(root, "apps/cli/bin/pavise.mjs");
  return execFileSync(process.execPath, [program, ...command], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
}

async function drawn(page: Page): Promise<void> {
  await page.locator(".by-height").waitFor({ timeout: 60_000 });
  await page.locator("[data-map=ready]").waitFor({ timeout: 90_000 });
}

/** Why threats arrived at an asset, counted by Node in the nights of the study. */
function ownReasons(option: string, asset: string): Map<string, number> {
  const scenarioText = readFileSync(join(root, "scenarios", RAID), "utf8");
  const source = { scenarioText, scenarioName: RAID, seed: 1, sets: [], options: null };
  const { subject } = studyFromSource({ ...source, overlay: [] }, packedCatalogue());
  const setups = Array.from({ length: SMALL.draws }, (_, k) => subject.setup(option, k + 1));
  const counter = new ArrivalReasonCounter(
    setups[0]!.assets.map(({ id }) => id),
    setups[0]!.fireUnits.map(({ id }) => id),
  );
  for (const setup of setups) counter.count(tabulate(setup), setup.draw, SMALL.replications);
  const here = counter.reasons().assets.find((each) => each.asset === asset)!;
  return new Map(here.limits.map(({ reason, count }) => [reason, count]));
}

describe("coverage in the page", () => {
  test("has the bytes and areas that the command line prints, at eleven heights", async () => {
    const { page, context, sins } = await laboratory.visit();
    const choice = { option: "all-round", layer: "aircraft", height: 3000 };
    await page.goto(laboratory.address + coverageOf("s400-over-iraq.yaml", choice));
    await drawn(page);
    const own = printed("s400-over-iraq", "all-round", "0.1,0.2,0.5,1,2,3,5,10,15,20,30");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Outlines (GeoJSON)" }).click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toBe(own);
    const { features } = JSON.parse(own) as { readonly features: readonly Feature[] };
    const reached = features.filter(({ properties }) => properties.class === "aircraft");
    expect(reached).toHaveLength(11);
    for (const { properties } of reached) {
      const row = page.locator(`[data-height="${properties.height_above_ground_m}"]`);
      expect(await row.getAttribute("data-km2")).toBe(String(properties.area_km2));
    }
    expect(await page.locator(".coverage-head h2").textContent()).toMatch(
      /^At 3 km this defence sees over 38 % of Iraq and reaches aircraft over 38 %\.$/,
    );
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);

  test("goes from height to height by keys, and the link keeps height, class, ground and unit", async () => {
    const { page, context, sins } = await laboratory.visit();
    const choice = { layer: "aircraft", height: 3000 };
    await page.goto(laboratory.address + coverageOf("s400-over-iraq.yaml", choice));
    await drawn(page);
    await page.getByRole("slider", { name: "Height above the ground" }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    const head = page.locator(".coverage-head h2");
    await expect
      .poll(() => head.textContent())
      .toMatch(/^At 1 km this defence sees over 14 % of Iraq/);
    await page.getByLabel("Engagement against").selectOption("ballistic");
    await expect.poll(() => head.textContent()).toMatch(/reaches ballistic missiles over none/);
    await page.getByRole("button", { name: "coarse terrain" }).click();
    await page.locator(".coverage[aria-busy=false]").waitFor({ timeout: 60_000 });
    const unit = page.getByLabel("Fire unit");
    await unit.selectOption({ index: 1 });
    await page.getByText("its footprint is empty").waitFor();
    const before = await head.textContent();
    await page.waitForTimeout(400);
    const again = await laboratory.visit();
    await again.page.goto(page.url());
    await drawn(again.page);
    expect(await again.page.locator(".coverage-head h2").textContent()).toBe(before);
    await again.page.getByText("its footprint is empty").waitFor();
    expect([...sins, ...again.sins]).toEqual([]);
    await again.context.close();
    await context.close();
  }, 180_000);

  test("says why an asset was not covered as Node counts it, and leads to such a night", async () => {
    const { page, context, sins } = await laboratory.visit();
    const choice = { option: "s400", asset: "ain_al_asad" };
    await page.goto(laboratory.address + coverageOf(RAID, choice));
    await page.locator(".reasons").waitFor({ timeout: 60_000 });
    const rows = await page.locator("[data-reason]").all();
    const told = await Promise.all(
      rows.map(async (row) => {
        const [reason, count] = [
          row.getAttribute("data-reason"),
          row.getAttribute("data-count"),
        ] as const;
        return [await reason, Number(await count)] as const;
      }),
    );
    expect(new Map(told)).toEqual(ownReasons("s400", "ain_al_asad"));
    expect(await page.locator(".why").textContent()).toContain("all 120 nights of the study");
    await page
      .getByRole("button", { name: /^See such a night/ })
      .first()
      .click();
    expect(await page.locator(".night-facts").textContent({ timeout: 60_000 })).toMatch(
      /draw 1, replication \d+/,
    );
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);

  test("of a defence with nothing is told in words, and of a unit that is not there refused", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + coverageOf(RAID, { option: "none" }));
    await page.getByText("no sensor and no fire unit").waitFor({ timeout: 60_000 });
    await page.goto("about:blank");
    await page.goto(laboratory.address + coverageOf(RAID, { option: "nobody" }));
    await page.getByRole("alert").waitFor({ timeout: 60_000 });
    expect(await page.getByRole("alert").textContent()).toMatch(/expected an option of .*"nobody"/);
    expect(sins).toEqual([]);
    await context.close();
  }, 120_000);
});

test("axe finds no fault in the view of coverage, light and dark, wide and narrow", async () => {
  const found: string[] = [];
  const choice = { option: "facing-east", layer: "aircraft", height: 3000, unit: "s400_asad" };
  for (const colorScheme of ["light", "dark"] as const) {
    for (const { name, width, height } of SIZES) {
      const { page, context, sins } = await laboratory.visit({ width, height, colorScheme });
      await page.goto(laboratory.address + coverageOf("s400-over-iraq.yaml", choice));
      await drawn(page);
      await page.locator(".under").waitFor({ timeout: 60_000 });
      await page.locator(".reasons").waitFor({ timeout: 60_000 });
      await keepPicture(page, `coverage-${name}-${colorScheme}`);
      const faults = await axeFaults(page);
      found.push(...faults.map((each) => `${name} ${colorScheme} ${each}`), ...sins);
      await context.close();
    }
  }
  expect(found).toEqual([]);
}, 240_000);
