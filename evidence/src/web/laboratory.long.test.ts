/** Long: builds the page and walks through it in Chromium. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf } from "./built-site.ts";
import { ownStudy } from "./own-hash.ts";
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
const SMALL = { draws: 6, replications: 40 };
const small = (name: string, more: Record<string, unknown> = {}): string =>
  fragmentOf({ name, size: [SMALL.draws, SMALL.replications], ...more });

let laboratory: Laboratory;

beforeAll(async () => {
  laboratory = await openLaboratory();
}, BUILD_MS);

afterAll(() => laboratory?.close());

describe("the gallery", () => {
  test("computes its first answer in the page; another seed gives other digits", async () => {
    const figures: string[] = [];
    for (const fragment of ["", "#seed=77"]) {
      const { page, context, sins } = await laboratory.visit();
      const begun = Date.now();
      await page.goto(`${laboratory.address}${fragment}`);
      await page.locator(".card-figure").first().waitFor({ timeout: 60_000 });
      process.stdout.write(`first answer after ${Date.now() - begun} ms\n`);
      await page.locator(".card").first().locator("text=8 draws").waitFor({ timeout: 60_000 });
      figures.push((await page.locator(".card-figure").first().textContent()) ?? "");
      await page.locator(".small-map").first().waitFor({ timeout: 60_000 });
      if (fragment === "") await keepPicture(page, "gallery-1440-light");
      expect(sins).toEqual([]);
      await context.close();
    }
    expect(figures[0]).toMatch(/^No missile defence, as it happened1\d/);
    expect(figures[1]).not.toBe(figures[0]);
  }, 180_000);

  test("opens the raid of 2020 at a click, and tells its answer", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address);
    await page.locator("text=On 8 January 2020, what would").first().click();
    await page.locator(".drawn svg").first().waitFor({ timeout: 90_000 });
    expect(await page.locator(".answer-head .lead").first().textContent()).toMatch(
      /of the 16 threats arrive/,
    );
    expect(page.url()).toMatch(/#1\./);
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);
});

describe("a study in the page", () => {
  test("has the hash that Node computes, and a link reproduces it in a fresh profile", async () => {
    const own = await ownStudy(RAID, 1, SMALL);
    const first = await laboratory.visit();
    await first.page.goto(laboratory.address + small(RAID));
    expect(await wholeHash(first.page)).toBe(own.studyHash);
    await first.page.locator("text=Copy the link").click();
    await first.page.waitForFunction("location.hash.length > 100");
    const link = first.page.url();
    const second = await laboratory.visit();
    await second.page.goto(link);
    expect(await wholeHash(second.page)).toBe(own.studyHash);
    await second.page.locator("text=the same result, bit for bit").waitFor();
    expect([...first.sins, ...second.sins]).toEqual([]);
    await first.context.close();
    await second.context.close();
  }, 240_000);

  test("with Patriot and S-400 alone holds the one against the other on the same luck", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small(RAID, { options: ["patriot", "s400"] }));
    await wholeHash(page);
    const table = page.locator("table.difference").first();
    expect(await table.textContent()).toMatch(
      /less those under “One Patriot battery at each base”/,
    );
    expect(await table.locator("tbody").count()).toBe(1);
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);

  test("follows a slider that is moved by keys: fewer rounds, another hash", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small(RAID));
    const before = await wholeHash(page);
    const thumb = page.getByRole("slider", { name: "How many threats are fired" });
    await thumb.focus();
    await page.keyboard.press("PageUp");
    await page.locator(".slider.changed").first().waitFor();
    await page.locator(".sections.stale").waitFor({ state: "detached", timeout: 90_000 });
    expect(await wholeHash(page)).not.toBe(before);
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);
});

describe("a broken or hostile link", () => {
  const refused: Record<string, string> = {
    malformed: "#1.%%%",
    "cut off": small(RAID).slice(0, -9),
    foreign: "#2.abc",
    huge: `#1.${"A".repeat(500_000)}`,
    "a bomb": fragmentOf({ name: "own.yaml", text: "a".repeat(40_000_000) }),
    "with a view that is not there": small(RAID, { view: "__proto__" }),
    "with a draw count of a million": fragmentOf({ name: RAID, size: [1_000_000, 10] }),
  };
  for (const [name, fragment] of Object.entries(refused)) {
    test(`that is ${name} is refused in words, and nothing of it runs`, async () => {
      const { page, context, sins } = await laboratory.visit();
      await page.goto(laboratory.address + fragment);
      await page.locator("[role=alert]").waitFor({ timeout: 30_000 });
      expect(await page.locator("[role=alert]").textContent()).toMatch(/cannot be opened/);
      expect(sins).toEqual([]);
      await context.close();
    }, 60_000);
  }

  test("of a broken scenario tells line and column", async () => {
    const text = readFileSync(new URL(`../../../scenarios/${RAID}`, import.meta.url), "utf8");
    const broken = text.replace("count: 16", "count: minus");
    const { page, context } = await laboratory.visit();
    await page.goto(laboratory.address + fragmentOf({ name: "mine.yaml", text: broken }));
    await page.locator(".fault").waitFor({ timeout: 30_000 });
    const line = text.slice(0, text.indexOf("count: 16")).split("\n").length;
    expect(await page.locator(".fault").textContent()).toContain(`mine.yaml:${line}:`);
    await context.close();
  }, 60_000);

  test("with script in its names shows them as text", async () => {
    const text = readFileSync(new URL(`../../../scenarios/${RAID}`, import.meta.url), "utf8");
    const evil = "<img src=x onerror='document.title=666'><script>document.title=666</script>";
    const named = text.replaceAll("One Patriot battery at each base", evil);
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + fragmentOf({ name: evil, text: named, size: [4, 20] }));
    await wholeHash(page);
    expect(await page.title()).toBe("Pavise");
    expect(await page.locator(".drawn img, .drawn script:not([type])").count()).toBe(0);
    expect(sins).toEqual([]);
    await context.close();
  }, 120_000);
});

describe("a file of the user's", () => {
  const RAID_TEXT = readFileSync(new URL(`../../../scenarios/${RAID}`, import.meta.url), "utf8");
  const EVIL = "<img src=x onerror='document.title=666'>";
  const files: Record<string, { name: string; text: string; told: RegExp }> = {
    "is larger than any scenario": {
      name: "huge.yaml",
      text: "# all the same\n".repeat(200_000),
      told: /The file has 3\.0 MB; a scenario has at most 2 MB/,
    },
    "is no YAML": { name: "photo.yaml", text: "\u0000\uFFFD: [[[\t{", told: /photo\.yaml/ },
    "has script for a name": { name: `${EVIL}.yaml`, text: "a: 1", told: /<img src=x.*\.yaml:1:1/ },
  };
  for (const [fault, { name, text, told }] of Object.entries(files)) {
    test(`that ${fault} is refused in words, and nothing of it runs`, async () => {
      const { page, context, sins } = await laboratory.visit();
      await page.goto(laboratory.address);
      const file = { name, mimeType: "application/yaml", buffer: Buffer.from(text) };
      await page.locator("input[type=file]").setInputFiles(file);
      await expect
        .poll(() => page.locator("[role=alert]").first().textContent(), { timeout: 30_000 })
        .toMatch(told);
      expect(await page.title()).toBe("Pavise");
      expect(sins).toEqual([]);
      await context.close();
    }, 60_000);
  }

  test("is opened and played: the raid of 2020 under another name", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address);
    const file = { name: "mine.yaml", mimeType: "", buffer: Buffer.from(RAID_TEXT) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".answer-head .lead").first().waitFor({ timeout: 60_000 });
    expect(sins).toEqual([]);
    await context.close();
  }, 90_000);
});

describe("the page", () => {
  test("answers with the network cut", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small(RAID));
    const hash = await wholeHash(page);
    await page.evaluate("navigator.serviceWorker.ready");
    await page.reload();
    await context.setOffline(true);
    await page.reload();
    expect(await wholeHash(page)).toBe(hash);
    expect(sins).toEqual([]);
    await context.close();
  }, 240_000);

  test("has no fault that axe finds, on light and dark ground, wide and narrow", async () => {
    const found: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      for (const { name, width, height } of SIZES) {
        const { page, context } = await laboratory.visit({ width, height, colorScheme });
        for (const fragment of ["", small(RAID)]) {
          await page.goto("about:blank");
          await page.goto(laboratory.address + fragment);
          if (fragment === "") await page.locator(".card-figure").first().waitFor();
          else await wholeHash(page);
          await keepPicture(
            page,
            `${fragment === "" ? "gallery" : "answer"}-${name}-${colorScheme}`,
          );
          const faults = await axeFaults(page);
          found.push(...faults.map((each) => `${name} ${colorScheme} ${fragment.length} ${each}`));
        }
        await context.close();
      }
    }
    expect(found).toEqual([]);
  }, 300_000);

  test("is led by keys alone: the palette opens a scenario", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address);
    await page.locator(".top").waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("open erbil");
    await page.keyboard.press("Enter");
    await page.locator(".answer-head h1").waitFor();
    await expect.poll(() => page.locator(".answer-head h1").textContent()).toMatch(/8 January/);
    expect(sins).toEqual([]);
    await context.close();
  }, 60_000);
});
