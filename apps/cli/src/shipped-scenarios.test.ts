/** What every shipped scenario says of itself; its expectations are judged by `pavise study --expect`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { scenarioFromText } from "@pavise/lab";
import { describe, expect, test } from "vitest";
import { root } from "./repository.ts";

const names = readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".yaml"));

describe.each(names)("the shipped scenario %s", (name) => {
  const path = join(root, "scenarios", name);
  const { written } = scenarioFromText(readFileSync(path, "utf8"), name);

  test("writes three to six expectations, and names sources that the catalogue has", () => {
    const { expectations = [], sources = [] } = written;
    expect(expectations.length).toBeGreaterThanOrEqual(3);
    expect(expectations.length).toBeLessThanOrEqual(6);
    const keys = [...sources, ...expectations.flatMap((each) => each.sources ?? [])];
    for (const key of keys) expect(packedCatalogue().sources.has(key), key).toBe(true);
  });
});
