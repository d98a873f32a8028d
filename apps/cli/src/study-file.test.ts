import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { flatRaid } from "./flat-raid.test-scenario.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-study-refused-"));
writeFileSync(join(folder, "flat-raid.yaml"), flatRaid);
afterAll(() => rmSync(folder, { recursive: true }));

/** A study file with this beside its head. */
function studyFile(name: string, more: string): string {
  const head = "schema: pavise-study/1\nscenario: ./flat-raid.yaml\ndraws: 6\nreplications: 40\n";
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, head + more);
  return path;
}

describe("a study file is refused, with its place and nothing written,", () => {
  const refused: Readonly<Record<string, readonly [string, RegExp]>> = {
    "where it sweeps a route": [
      "sweeps:\n  - vary: {raid.strike.route: [1, 2]}\n",
      /yaml:6:12 raid\.strike\.route: expected a value of the defence, .* not set, got 1$/m,
    ],
    "where it sweeps launch points, timing or mix": [
      "sweeps:\n  - vary:\n      raid.strike.launch_times.spacing_s: [1, 2]\n",
      /yaml:7:7 raid\.strike\.launch_times\.spacing_s: expected a value of the defence/,
    ],
    "where a goal moves the attack": [
      "goals:\n  - {goal: arrivals >= 5, option: none, vary: raid.strike.aim, range: [0, 1]}\n",
      /yaml:6:47 raid\.strike\.aim: expected a value of the defence/,
    ],
    "where it goes through the mix of the attack, drawn or not": [
      "sweeps:\n  - vary: {raid.strike.split.assets.erbil: [1, 2]}\n",
      /yaml:6:12: expected .* an unknown other than the mix of the attack/,
    ],
    "where a goal is sought over the mix of the attack": [
      "goals:\n  - {goal: arrivals >= 5, option: none, vary: raid.*.split.types.a, range: [0, 1]}\n",
      /yaml:6:47: expected .* an unknown other than the mix of the attack/,
    ],
    "where a field is no field": [
      "sweeps:\n  - very: {raid.strike.count: [1]}\n",
      /yaml:6:5 sweeps\[0\]\.very: expected the field vary/,
    ],
    "where a value cannot be": [
      "sweeps:\n  - vary: {raid.strike.count: [3, -6]}\n",
      /yaml:6:12 raid\.strike\.count: expected .*, got -6/,
    ],
    "where a goal is none": [
      "goals:\n  - {goal: casualties <= 1, option: none, vary: rounds, range: [0, 1]}\n",
      /yaml:6:12 goals\[0\]\.goal: expected nothingArrives or arrivals, .*got "casualties <= 1"/,
    ],
    "where an option is none": [
      "goals:\n  - {goal: arrivals <= 1, option: s500, vary: rounds, range: [0, 9]}\n",
      /yaml:6:35: expected none, launcher, launcher-off, got "s500"/,
    ],
    "where a lever cannot be put": [
      "goals:\n  - {goal: arrivals <= 1, option: launcher, vary: batteries, range: [0, 2.5]}\n",
      /yaml:6:51 batteries: expected whole numbers from 1 to 16, got 0\.\.2\.5/,
    ],
  };
  let line = "";
  beforeEach(() => {
    line = "";
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      line += String(text);
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());
  for (const [name, [more, said]] of Object.entries(refused)) {
    test(name, async () => {
      const out = join(folder, "refused");
      expect(await main(["study", studyFile("refused", more), "--out", out])).toBe(2);
      expect(line).toMatch(said);
      expect(line.trimEnd().split("\n")).toHaveLength(1);
      expect(existsSync(out)).toBe(false);
    });
  }
});
