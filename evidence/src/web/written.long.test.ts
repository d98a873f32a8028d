/** Long: builds the page and walks from a number to its source, and through the editor. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf } from "./built-site.ts";
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
const small = (view: string): string => fragmentOf({ name: RAID, size: [4, 20], view });

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
}, BUILD_MS);

afterAll(() => laboratory?.close());

describe("a reader", () => {
  test("clicks a number of the study panel and reaches its source", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small("answer"));
    const slider = page.locator(".slider", { hasText: "Kill probability" }).first();
    await page.getByRole("button", { name: /^Show \d+ more$/ }).click();
    await slider.locator(".number").click();
    const told = page.locator(".origin[open]");
    await told.locator(".told").waitFor();
    expect(await told.getAttribute("data-path")).toBe("assumptions.kill_probability_ballistic");
    expect(await told.textContent()).toMatch(/Drawn between 0.1 to 0.95, likely 0.6/);
    expect(await told.textContent()).toMatch(/low, assumption/);
    expect(await told.locator(".cited li").count()).toBeGreaterThan(0);
    await keepJourney(page, "number-to-source");
    expect(sins).toEqual([]);
    await context.close();
  }, 120_000);
});

describe("the editor", () => {
  test("says where a broken text is broken, takes it back, and plays what is changed", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small("answer"));
    const before = await wholeHash(page);
    await page.getByRole("button", { name: "Scenario", exact: true }).click();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("nonsense: 1");
    await page.keyboard.press("Enter");
    await page.locator(".verdict .fault").waitFor({ timeout: 60_000 });
    expect(await page.locator(".verdict").textContent()).toContain(`${RAID}:1:1`);
    await page.locator(".cm-lintRange-error").first().waitFor();
    await keepJourney(page, "editor-broken");
    await page.locator(".cm-content").click();
    for (let taken = 0; taken < 4; taken++) await page.keyboard.press("Control+z");
    await page.locator(".verdict .fault").waitFor({ state: "detached", timeout: 60_000 });
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await page.locator(".sections.stale").waitFor({ state: "detached", timeout: 90_000 });
    expect(await wholeHash(page)).toBe(before);
    expect(sins).toEqual([]);
    await context.close();
  }, 240_000);

  test("loses nothing on reload", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small("scenario"));
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("# mine ");
    // At once: the address has none of it yet.
    await page.reload();
    await page.locator(".cm-content").waitFor();
    expect(await page.locator(".cm-line").first().textContent()).toMatch(/^# mine # The question/);
    expect(sins).toEqual([]);
    await context.close();
  }, 120_000);
});

test("axe finds no fault in the views of scenario and sources, on light and dark ground", async () => {
  const found: string[] = [];
  const { page, context } = await laboratory.visit();
  for (const view of ["scenario", "sources"]) {
    await page.goto("about:blank");
    await page.goto(laboratory.address + small(view));
    await page
      .locator(view === "scenario" ? ".cm-content" : ".origin")
      .first()
      .waitFor();
    await eachLook(page, async (look) => {
      await keepPicture(page, `${view}-${look}`);
      const faults = await axeFaults(page);
      found.push(...faults.map((each) => `${view} ${look} ${each}`));
    });
  }
  await context.close();
  expect(found).toEqual([]);
}, 240_000);
