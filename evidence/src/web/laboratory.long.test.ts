/** Long: builds the page and walks through it in Chromium. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf } from "./built-site.ts";
import { ownStudy } from "./own-hash.ts";
import {
  axeFaults,
  BUILD_MS,
  eachLook,
  keepJourney,
  type Laboratory,
  openLaboratory,
  ownWait,
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

const FIRST_ANSWER_SECONDS_MAX = 3;

describe("the gallery", () => {
  test("computes its first answer in the page within 3 s; another seed gives other digits", async () => {
    const figures: string[] = [];
    const waits: number[] = [];
    for (const fragment of ["", "#seed=77"]) {
      const { page, context, sins } = await laboratory.visit();
      const answered = await ownWait(laboratory.browser);
      await page.goto(`${laboratory.address}${fragment}`);
      await page.locator(".card-figure").first().waitFor({ timeout: 60_000 });
      const { waited, own } = await answered();
      process.stdout.write(
        `first answer after ${waited.toFixed(1)} s, ${own.toFixed(1)} its own\n`,
      );
      waits.push(own);
      await page.locator(".card").first().locator("text=8 draws").waitFor({ timeout: 60_000 });
      figures.push((await page.locator(".card-figure").first().textContent()) ?? "");
      // For the picture: the cards of the first screen, played.
      const cards = fragment === "" ? 4 : 1;
      await page
        .locator(".small-map")
        .nth(cards - 1)
        .waitFor({ timeout: 120_000 });
      if (fragment === "") await keepJourney(page, "gallery");
      expect(sins).toEqual([]);
      await context.close();
    }
    expect(figures[0]).toMatch(/^No missile defence, as it happened1\d/);
    expect(figures[1]).not.toBe(figures[0]);
    for (const each of waits) expect(each).toBeLessThan(FIRST_ANSWER_SECONDS_MAX);
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
    await keepJourney(page, "raid-opened");
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
    const hashOf = (url: string): string => new URL(url).hash;
    await expect.poll(() => hashOf(first.page.url()).length).toBeGreaterThan(100);
    const link = first.page.url();
    const second = await laboratory.visit();
    await second.page.goto(link);
    expect(await wholeHash(second.page)).toBe(own.studyHash);
    await second.page.locator("text=the same result, bit for bit").waitFor();
    await keepJourney(second.page, "link-in-a-fresh-profile");
    expect([...first.sins, ...second.sins]).toEqual([]);
    await first.context.close();
    await second.context.close();
  }, 240_000);

  test("with Patriot and S-400 alone holds the one against the other on the same luck", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small(RAID));
    const boxes = page.getByRole("checkbox");
    await boxes.first().waitFor();
    const titles = await page.locator(".check").allTextContents();
    for (const [index, title] of titles.entries()) {
      if (!/^One (Patriot|S-400) battery at each/.test(title)) await boxes.nth(index).press(" ");
    }
    const table = page.locator("table.difference").first();
    const rows = table.locator("tbody");
    await expect.poll(() => rows.count(), { timeout: 90_000 }).toBe(1);
    expect(await table.textContent()).toMatch(
      /less those under “One Patriot battery at each base”/,
    );
    expect(await rows.textContent()).toMatch(/^One S-400 battery at each base\s*[−+]\d/);
    const heads = page.locator(".beside thead th");
    expect(await heads.allTextContents()).toEqual([
      "Quantity",
      "One Patriot battery at each base",
      "One S-400 battery at each base",
    ]);
    // Luck, ignorance and both, each by itself.
    expect(await page.locator(".widths tbody tr").first().locator("svg").count()).toBe(3);
    await wholeHash(page);
    await table.evaluate("(each) => each.closest('section').scrollIntoView()");
    await keepJourney(page, "patriot-for-s400");
    expect(sins).toEqual([]);
    await context.close();
  }, 180_000);

  test("hands over its tables, figure and report as files", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address + small(RAID));
    await wholeHash(page);
    const share = page.getByRole("region", { name: "Share" });
    const buttons = ["Report (HTML)", "Outcomes (CSV)", "Figure (SVG)", "Figure (PNG)"];
    const links = [
      ...buttons.map((name) => share.getByRole("button", { name })),
      page.locator('.drawn a[href="figures.csv"]').first(),
    ];
    const begins: string[] = [];
    for (const link of links) {
      const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
      const bytes = readFileSync(await file.path());
      begins.push(`${file.suggestedFilename()} ${bytes.subarray(0, 5).toString("latin1")}`);
    }
    expect(begins).toEqual([
      "ain-al-asad-2020.html <!doc",
      "ain-al-asad-2020-outcomes.csv optio",
      "ain-al-asad-2020.svg <svg ",
      "ain-al-asad-2020.png \x89PNG\r",
      "ain-al-asad-2020-figures.csv figur",
    ]);
    expect(sins).toEqual([]);
    await context.close();
  }, 120_000);

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
      if (name === "malformed") await keepJourney(page, "link-refused");
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
    await keepJourney(page, "scenario-broken");
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
    await keepJourney(page, "network-cut");
    expect(sins).toEqual([]);
    await context.close();
  }, 240_000);

  test("can be installed", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address);
    const browser = await context.newCDPSession(page);
    const { url, errors } = await browser.send("Page.getAppManifest");
    expect(url).toBe(`${laboratory.address}manifest.webmanifest`);
    expect(errors).toEqual([]);
    const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
    expect(sins).toEqual([]);
    await context.close();
  }, 60_000);

  test("asks no other host and runs no foreign script: its policy refuses, and a visitor notes it", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address);
    // Planted sins, to an address that is for documentation only.
    const asked = await page.evaluate("fetch('http://192.0.2.1/').then(() => 'yes', () => 'no')");
    expect(asked).toBe("no");
    await page.evaluate(
      "document.body.append(Object.assign(new Image(), { src: 'http://192.0.2.1/x' }))",
    );
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = 666' }))",
    );
    await expect.poll(() => sins.length).toBeGreaterThan(2);
    for (const sin of sins) expect(sin).toMatch(/192\.0\.2\.1|Content Security Policy/);
    expect(await page.title()).toBe("Pavise");
    await context.close();
  }, 60_000);

  test("has no fault that axe finds, on light and dark ground, wide and narrow", async () => {
    const found: string[] = [];
    const { page, context } = await laboratory.visit();
    for (const fragment of ["", small(RAID), small("broken.yaml", { text: "a: 1" })]) {
      await page.goto("about:blank");
      await page.goto(laboratory.address + fragment);
      if (fragment === "") await page.locator(".card-figure").first().waitFor();
      else if (fragment === small(RAID)) await wholeHash(page);
      else await page.locator(".fault").waitFor();
      await eachLook(page, async (look) => {
        const faults = await axeFaults(page);
        found.push(...faults.map((each) => `${look} ${fragment.length} ${each}`));
      });
    }
    await context.close();
    expect(found).toEqual([]);
  }, 300_000);

  test("is led by keys alone: the palette opens a scenario", async () => {
    const { page, context, sins } = await laboratory.visit();
    await page.goto(laboratory.address);
    await page.locator(".top").waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("open erbil");
    await keepJourney(page, "palette");
    await page.keyboard.press("Enter");
    await page.locator(".answer-head h1").waitFor();
    await expect.poll(() => page.locator(".answer-head h1").textContent()).toMatch(/8 January/);
    expect(sins).toEqual([]);
    await context.close();
  }, 60_000);
});
