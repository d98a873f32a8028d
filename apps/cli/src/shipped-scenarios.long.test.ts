/** Long: plays a study of every shipped scenario at most 40 × 100, the largest for a minute or two. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { scenarioFromText } from "@pavise/lab";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "./repository.ts";

const command = join(root, "apps/cli/bin/pavise.mjs");
const folder = mkdtempSync(join(tmpdir(), "pavise-shipped-"));
afterAll(() => rmSync(folder, { recursive: true }));
const names = readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".yaml"));
const MILLISECONDS = 600_000;

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

  test("is what it expects of itself", { timeout: MILLISECONDS }, () => {
    const draws = Math.min(40, written.study?.draws ?? 40);
    const replications = Math.min(100, written.study?.replications ?? 100);
    const size = ["--draws", `${draws}`, "--replications", `${replications}`];
    const words = ["study", path, ...size, "--expect", "--out", join(folder, written.id)];
    const played = spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });
    expect(played.stdout).toContain("expectations hold");
    expect(played.stdout).not.toContain("FAILS");
    expect(played.status, played.stderr).toBe(0);
  });
});
