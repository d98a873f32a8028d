/** Long: opens the stage in Chromium, plays nights on it and looks at its pictures' makings. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf } from "./built-site.ts";
import { frameTimes, meterFrames } from "./frames.ts";
import { ownNight } from "./own-night.ts";
import { swarmText } from "./swarm.ts";
import {
  axeFaults,
  BUILD_MS,
  eachLook,
  keepJourney,
  keepPicture,
  type Laboratory,
  openLaboratory,
  wholeHash,
} from "./visitor.ts";

const RAID = "ain-al-asad-2020.yaml";
const MAP_SETTLES_MS = 1500;
const SMALL = { draws: 6, replications: 40 };
const stageOf = (name: string, more: Record<string, unknown> = {}): string =>
  fragmentOf({ name, size: [SMALL.draws, SMALL.replications], view: "stage", ...more });

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
}, BUILD_MS);

afterAll(() => laboratory?.close());

/** Waits for the first whole picture of the map. */
async function drawn(page: Page): Promise<void> {
  await page.locator(".stage canvas").waitFor({ timeout: 60_000 });
  await page.locator(".stage-note").waitFor({ state: "detached", timeout: 90_000 });
}

/** Second of the night that the clock shows. */
async function moment(page: Page): Promise<number> {
  return Number(await page.getByRole("slider", { name: "Moment of the night" }).inputValue());
}

describe("the stage of the raid of 2020", () => {
  test("shows the night that Node plays, and plays it by the space bar to its end", async () => {
    const night = ownNight(RAID, "s400", 3, 7);
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + stageOf(RAID, { night: ["s400", 3, 7] }));
    await drawn(page);
    const facts = page.locator(".night-facts");
    expect(await facts.textContent()).toContain(`${night.arrived} of 16 arrived`);
    expect(await facts.textContent()).toContain(`journal ${night.hash}`);
    expect(await page.locator(".chain-row").count()).toBe(16);
    await page.locator("body").press(" ");
    await expect.poll(() => moment(page), { timeout: 30_000 }).toBeGreaterThan(20);
    await page.locator("body").press("End");
    await expect.poll(() => page.locator(".log-lines .untold").count()).toBe(0);
    const told = await page.locator(".log-lines li span").allTextContents();
    expect(told).toEqual(night.story);
    await keepJourney(page, "raid-played", MAP_SETTLES_MS);
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);

  test("leads from a row of the kill chain to its sentences, its side and its moment", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + stageOf(RAID, { night: ["s400", 3, 7] }));
    await drawn(page);
    await page.getByRole("option", { name: /^t02,/ }).click();
    const about = await page.locator(".log-lines .about").allTextContents();
    expect(about.length).toBeGreaterThan(0);
    for (const sentence of about) expect(sentence).toContain("t02");
    expect(await page.locator(".side svg").getAttribute("aria-label")).toContain("t02 flies");
    const at = await moment(page);
    await page.locator("body").press("ArrowRight");
    expect(await moment(page)).toBeGreaterThan(at);
    await page.getByRole("listbox").press("ArrowDown");
    expect(await page.locator("[aria-selected=true]").textContent()).toMatch(/^t03,/);
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);

  test("finds the worst night of twenty that the study counted, and replays it exactly", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + stageOf(RAID, { view: "answer" }));
    await wholeHash(page);
    await page.getByRole("button", { name: "Stage" }).click();
    await drawn(page);
    await page.getByRole("combobox", { name: "Defence" }).selectOption("s400");
    await page.getByRole("button", { name: "Worst 5 %" }).click();
    const facts = page.locator(".night-facts");
    await expect.poll(() => facts.textContent(), { timeout: 30_000 }).toMatch(/of 240 nights had/);
    const words = await facts.locator("span").allTextContents();
    const [, draw, replication] = /draw (\d+), replication (\d+)/.exec(words.join(" "))!;
    const night = ownNight(RAID, "s400", Number(draw), Number(replication));
    expect(await facts.textContent()).toContain(`${night.arrived} of 16 arrived`);
    expect(await facts.textContent()).toContain(`journal ${night.hash}`);
    await drawn(page);
    await keepJourney(page, "worst-night", MAP_SETTLES_MS);
    expect(sins).toEqual([]);
    await context.close();
  }, 240_000);

  test("has no fault that axe finds, and is pictured wide and narrow, on light and on dark", async () => {
    const found: string[] = [];
    const { page, context } = await laboratory.visit();
    await page.goto(laboratory.address + stageOf(RAID, { night: ["s400", 3, 7] }));
    await drawn(page);
    for (let k = 0; k < 36; k++) await page.locator("body").press("Shift+ArrowRight");
    await eachLook(page, async (look, isWide) => {
      // Every camera once; the others only where the picture is widest.
      for (const camera of [...(isWide ? ["From above", "Globe"] : []), "From the side"]) {
        await page.getByRole("button", { name: camera }).click();
        await page.waitForTimeout(MAP_SETTLES_MS);
        const words = camera.toLowerCase().replaceAll(" ", "-");
        await keepPicture(page, `stage-${words}-${look}`);
      }
      const faults = await axeFaults(page);
      found.push(...faults.map((each) => `${look} ${each}`));
    });
    await context.close();
    expect(found).toEqual([]);
  }, 300_000);
});

describe("what the stage costs", () => {
  for (const [count, mostMs] of [
    [1_000, 6],
    [10_000, 12],
  ] as const) {
    test(`is under ${mostMs} ms of script a frame with ${count} things in the air`, async () => {
      // A small picture: graphics in software would leave few frames to measure.
      const { page, context, sins } = await laboratory.visit({ width: 480, height: 480 });
      await meterFrames(page);
      const text = swarmText(count);
      const fragment = fragmentOf({ name: "swarm.yaml", text, size: [1, 2], view: "stage" });
      await page.goto(laboratory.address + fragment);
      await drawn(page);
      await page.getByRole("combobox", { name: "Speed" }).selectOption("1");
      for (let k = 0; k < 3; k++) await page.locator("body").press("Shift+ArrowRight");
      await page.locator("body").press(" ");
      // The first frames are compiled and not yet fast.
      await page.waitForTimeout(6000);
      const { frames, scriptMs } = await frameTimes(page, 12);
      process.stdout.write(`${count}: ${scriptMs.toFixed(1)} ms a frame, ${frames} frames\n`);
      expect(frames).toBeGreaterThan(5);
      expect(scriptMs).toBeLessThan(mostMs);
      expect(sins).toEqual([]);
      await context.close();
    }, 240_000);
  }
});
