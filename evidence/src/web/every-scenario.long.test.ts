/** Long: plays a first look at every shipped scenario, in the page and in Node; a night of the largest. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf, root } from "./built-site.ts";
import { ownStudy } from "./own-hash.ts";
import { BUILD_MS, type Laboratory, openLaboratory, wholeHash } from "./visitor.ts";

const SEED = 5;

/** Raids of 3,000 and 10,000: a first look at all their defences takes minutes. */
const LARGEST = ["synthetic-3000.yaml", "synthetic-10000.yaml"];

describe("every shipped scenario", () => {
  let laboratory: Laboratory;

  beforeAll(async () => {
    laboratory = await openLaboratory();
  }, BUILD_MS);

  afterAll(() => laboratory?.close());

  test("has the same outcomes in the page as on the command line, byte for byte", async () => {
    const names = readdirSync(join(root, "scenarios")).filter(
      (name) => name.endsWith(".yaml") && !LARGEST.includes(name),
    );
    const { page, sins } = await laboratory.visit({ height: 12_000 });
    await page.goto(`${laboratory.address}#seed=${SEED}`);
    for (const name of names) {
      const card = page.locator(`[data-card="${name}"]`);
      await card.waitFor({ timeout: 300_000 });
      const size = /(\d+) draws × (\d+) nights/.exec(
        (await card.locator("..").textContent()) ?? "",
      );
      const [draws, replications] = [Number(size?.[1]), Number(size?.[2])];
      const own = await ownStudy(name, SEED, { draws, replications });
      expect(`${name} ${await card.getAttribute("data-study")}`).toBe(`${name} ${own.studyHash}`);
    }
    expect(names.length).toBeGreaterThan(10);
    expect(sins).toEqual([]);
  }, 1_200_000);

  for (const name of LARGEST) {
    test(`${name} has them too: the first nights of its undefended raid`, async () => {
      const options = ["none"];
      const own = await ownStudy(name, SEED, { draws: 1, replications: 2 }, options);
      const { page, context, sins } = await laboratory.visit();
      const state = { name, seed: SEED, size: [1, 2], options };
      await page.goto(laboratory.address + fragmentOf(state));
      expect(await wholeHash(page, 280_000)).toBe(own.studyHash);
      expect(sins).toEqual([]);
      await context.close();
    }, 300_000);
  }
});
