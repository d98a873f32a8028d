/** Long: builds the page and writes a scenario on its map, in its forms and in its text. */
import { readDocument } from "@pavise/catalogue";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf } from "./built-site.ts";
import {
  axeFaults,
  BUILD_MS,
  keepPicture,
  type Laboratory,
  openLaboratory,
  SIZES,
  wholeHash,
} from "./visitor.ts";

const RAID = "ain-al-asad-2020.yaml";
const PATRIOT = '[data-key="unit:patriot_asad"]';

const REACHED = /Engaged against ballistic missiles from/;
const NOT_REACHED = /No unit engages ballistic missiles there/;
const FOLLOWS = { timeout: 90_000 };

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
}, BUILD_MS);

afterAll(() => laboratory?.close());

const fragment = (view: string): string => fragmentOf({ name: RAID, size: [2, 10], view });

/** The text as it would be saved. */
async function writtenText(page: Page): Promise<string> {
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download", exact: true }).click();
  const stream = await (await saved).createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  return text;
}

interface Unit {
  readonly at?: string;
  readonly position?: { readonly lat_deg: number; readonly lon_deg: number };
  readonly load: Readonly<Record<string, number>>;
}

function patriotIn(text: string): Unit {
  const { options } = readDocument(text, RAID).value as unknown as { options: { units: Unit[] }[] };
  return options[1]!.units[0]!;
}

/** Mean arrivals with Patriot, as the answer says them. */
async function arrivals(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await page.locator(".sections.stale").waitFor({ state: "detached", timeout: 90_000 });
  await wholeHash(page);
  const table = page.locator('.sections > section:has(h2:text-is("Outcomes")) table').first();
  const row = table.locator('tr:has-text("One Patriot battery at each base") + tr');
  return Number.parseFloat((await row.locator("td").first().textContent()) ?? "");
}

/** What is reached above the first asset, as the view of coverage says it. */
async function reachedAbove(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Coverage", exact: true }).click();
  const told = page.locator(".why > p").first();
  await told.waitFor({ timeout: 90_000 });
  return (await told.textContent()) ?? "";
}

async function openEditor(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Scenario", exact: true }).click();
  await page.locator('.desk-ground[data-state="ready"]').waitFor({ timeout: 90_000 });
  await page.locator(PATRIOT).waitFor();
}

async function drag(page: Page, selector: string, right: number, down: number): Promise<void> {
  const box = (await page.locator(selector).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 5; step++) {
    await page.mouse.move(x + (right * step) / 5, y + (down * step) / 5);
  }
  await page.mouse.up();
}

/** Pixels of a kilometre, by the bar of the scale. */
async function pixelsPerKm(page: Page): Promise<number> {
  const bar = page.locator(".desk-ground .stage-foot svg");
  const width = (await bar.boundingBox())!.width - 2;
  const said = (await page.locator(".desk-ground .stage-foot span").first().textContent())!;
  return width / Number(said.replace(" km", ""));
}

describe("the map of the editor", () => {
  test("takes a battery 50 km away, text, answer and coverage follow, and undo brings it back", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + fragment("answer"));
    const before = await arrivals(page);
    expect(await reachedAbove(page)).toMatch(REACHED);
    await openEditor(page);
    const shipped = await writtenText(page);
    await drag(page, PATRIOT, -50 * (await pixelsPerKm(page)), 0);
    await page.locator(".desk-told", { hasText: "now stands at" }).waitFor();
    await keepPicture(page, "editor-dragged-1440-light");
    const dragged = await writtenText(page);
    const { at, position } = patriotIn(dragged);
    const km = (42.4412 - position!.lon_deg) * 111.195 * Math.cos((33.8 * Math.PI) / 180);
    expect(at).toBeUndefined();
    expect(km).toBeGreaterThan(47);
    expect(km).toBeLessThan(53);
    // Nothing else is touched: what was there stands there, comments and all.
    const lines = new Set(dragged.split("\n"));
    expect(shipped.split("\n").filter((line) => !lines.has(line))).toEqual([]);
    // Its published reach against ballistic missiles is shorter than that. The study follows the text.
    await expect.poll(() => arrivals(page), FOLLOWS).toBeGreaterThan(before + 2);
    await expect.poll(() => reachedAbove(page), FOLLOWS).toMatch(NOT_REACHED);
    await openEditor(page);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    expect(await writtenText(page)).toBe(shipped);
    await expect.poll(() => arrivals(page), FOLLOWS).toBe(before);
    expect(sins).toEqual([]);
    await context.close();
  }, 240_000);

  test("is worked by keys alone: ten kilometres north, and told so", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + fragment("scenario"));
    await openEditor(page);
    await page.locator(PATRIOT).focus();
    await page.keyboard.press("Shift+ArrowUp");
    await page.locator(".desk-told", { hasText: "now stands at" }).waitFor();
    const told = (await page.locator(".desk-told").textContent())!;
    expect(told).toMatch(/^MIM-104 Patriot now stands at 33\.87\d° N, 42\.441° E\./);
    expect(told).toContain("still obeys the command post ain_al_asad");
    expect(patriotIn(await writtenText(page)).position!.lat_deg).toBeCloseTo(33.8755, 2);
    await page.getByLabel("Add", { exact: true }).selectOption("unit:s400");
    await page.getByRole("button", { name: "Place", exact: true }).click();
    await page.getByRole("button", { name: "Place in the middle of the map" }).click();
    await page.locator('[data-key="unit:s400_1"]').waitFor();
    await page.locator(".verdict", { hasText: "can be played" }).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.locator('[data-key="unit:s400_1"]').waitFor({ state: "detached" });
    expect(sins).toEqual([]);
    await context.close();
  }, 120_000);
});

describe("a form", () => {
  test("changes one figure, keeps the comment behind it, and says what is wrong at the field", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + fragment("scenario"));
    await openEditor(page);
    await page.locator(".desk-list button", { hasText: "patriot_asad" }).click();
    const load = page.locator('[data-path="options[1].units[0].load.pac3_mse"]');
    await load.fill("[60, 72]");
    await load.press("Enter");
    await page.locator(".verdict", { hasText: "can be played" }).waitFor({ timeout: 60_000 });
    expect(await writtenText(page)).toContain(
      "load: {pac3_mse: [60, 72]} # six launchers of twelve",
    );
    await load.fill("many");
    await load.press("Enter");
    const wrong = page.locator(".desk-form .wrong").first();
    await wrong.waitFor({ timeout: 60_000 });
    expect(await wrong.textContent()).toContain('got "many"');
    expect(await load.getAttribute("aria-invalid")).toBe("true");
    await keepPicture(page, "editor-form-wrong-1440-light");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await page.locator(".verdict", { hasText: "can be played" }).waitFor({ timeout: 60_000 });
    await page.reload();
    await openEditor(page);
    expect(patriotIn(await writtenText(page)).load).toEqual({ pac3_mse: [60, 72] });
    expect(sins).toEqual([]);
    await context.close();
  }, 120_000);
});

test("axe finds no fault with map and form, on light and dark ground", async () => {
  const found: string[] = [];
  for (const [index, colorScheme] of (["light", "dark"] as const).entries()) {
    const { name, width, height } = SIZES[index]!;
    const { page, context } = await laboratory.visit({ width, height, colorScheme });
    await page.goto(laboratory.address + fragment("scenario"));
    await openEditor(page);
    await page.locator(".desk-list button", { hasText: "strike" }).click();
    await page.locator(".desk-form").waitFor();
    await keepPicture(page, `editor-${name}-${colorScheme}`);
    const faults = await axeFaults(page);
    found.push(...faults.map((each) => `${colorScheme} ${each}`));
    await context.close();
  }
  expect(found).toEqual([]);
}, 120_000);
