/** Long: whole studies by the command itself, a dozen times (45 CPU seconds). */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flatRaid } from "./flat-raid.test-scenario.ts";
import { root } from "./repository.ts";

// These tests run the command itself, threads and all. It builds what is stale before it runs.
const command = join(root, "apps/cli/bin/pavise.mjs");
const BUILD_MILLISECONDS = 180_000;
const folder = mkdtempSync(join(tmpdir(), "pavise-study-file-"));
const scenario = join(folder, "flat-raid.yaml");
writeFileSync(scenario, flatRaid);
afterAll(() => rmSync(folder, { recursive: true }));

function pavise(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, said: stderr };
}

/** A study file with this beside its head. */
function studyFile(name: string, more: string): string {
  const head = "schema: pavise-study/1\nscenario: ./flat-raid.yaml\ndraws: 6\nreplications: 40\n";
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, head + more);
  return path;
}

const studied = (name: string, more: string, ...flags: string[]) =>
  pavise("study", studyFile(name, more), "--out", name, ...flags);

const bytes = (name: string): string => readFileSync(join(folder, name), "utf8");
const kill = "options.launcher.units.battery.magazines.round.single_shot_kill_probability";

const questions = `
sweeps:
  - vary:
      raid.strike.count: [3, 6]
      ${kill}: [0.2, [0.3, 0.9]]
    options: [launcher]
    draws: 6
    replications: 40
goals:
  - {goal: arrivals <= 2, option: launcher, vary: kill-probability, range: [0, 1], draws: 6}
`;

describe("a study file with sweeps and goals", () => {
  let played: ReturnType<typeof pavise>;
  beforeAll(() => {
    played = studied("asked", questions, "--workers", "2");
  }, BUILD_MILLISECONDS);

  test("ends with 0, answers both, and writes a table of each", () => {
    expect(played.code, played.said).toBe(0);
    expect(played.out).toMatch(/^3 · 0\.2 +launcher /m);
    expect(played.out).toMatch(/^6 · 0\.3\.\.0\.9 +launcher /m);
    expect(played.out.replaceAll("\n", " ")).toContain(
      "For at most 2 of the threats to arrive on average with one launcher, the kill probability",
    );
    for (const name of ["sweep_1.csv", "sweep_1.parquet", "goals.csv", "goals.parquet"]) {
      expect(existsSync(join(folder, "asked", name)), name).toBe(true);
    }
    expect(bytes("asked/sweep_1.csv").split("\n")).toHaveLength(6);
  });

  test("fewer arrive where fewer are fired or more is stopped, and the cell says how sure that is", () => {
    const { sweeps, goals } = JSON.parse(bytes("asked/summary.json"));
    const means = sweeps[0].cells.map(
      ({ options }: { options: { arrivals: { mean: number; precision: number } }[] }) => {
        expect(options[0]!.arrivals.precision).toBeGreaterThan(0);
        return options[0]!.arrivals.mean;
      },
    );
    const [few, fewStopped, many, manyStopped] = means;
    expect(fewStopped).toBeLessThan(few);
    expect(manyStopped).toBeLessThan(many);
    expect(few).toBeLessThan(many);
    expect(goals[0].value).toBeGreaterThan(0.2);
    expect(goals[0].value).toBeLessThan(1);
  });

  test("its hash stands in the last lines of the report, and reproduce checks it and its answers", () => {
    const page = bytes("asked/report.html");
    const { hash } = JSON.parse(bytes("asked/summary.json")).design;
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(page).toContain(`<dt>Study file</dt><dd>asked.yaml, hash ${hash}</dd>`);
    expect(page).toContain("<h2>What else was asked</h2>");
    expect(pavise("reproduce", "asked/report.html").out).toBe("identical\n");
    const wrong: readonly (readonly [string, string, RegExp])[] = [
      [`"hash": "${hash}"`, `"hash": "0000000000000000"`, /hash of the study file: 0{16} in the/],
      ['"neverShare": 0', '"neverShare": 0.5', /different: study file\.goals\[0\]\.neverShare/],
    ];
    for (const [from, to, said] of wrong) {
      const other = page.replace(from, to);
      expect(other).not.toBe(page);
      writeFileSync(join(folder, "other.html"), other);
      const again = pavise("reproduce", "other.html");
      expect(again.out).toMatch(said);
      expect(again.code).toBe(1);
    }
  });

  test("says the same with 1 worker as with 2, and where it keeps what it plays", () => {
    expect(studied("asked-again", questions, "--workers", "1", "--resume").code).toBe(0);
    for (const name of ["sweep_1.csv", "goals.csv", "outcomes.csv"]) {
      expect(bytes(`asked-again/${name}`), name).toBe(bytes(`asked/${name}`));
    }
  });
});

describe("questions beside a study, on as many threads as there are", () => {
  const size = ["--draws", "8", "--replications", "40"];
  const goal = ["--goal", "arrivals <= 2"];

  test("at most two arrive from some kill probability on", () => {
    const vary = ["--vary", `options.*.units.*.magazines.*.single_shot_kill_probability=0..1`];
    const args = ["require", scenario, "--option", "launcher", ...size, ...goal, ...vary, "--json"];
    const one = pavise(...args, "--workers", "1");
    expect(one.code, one.said).toBe(0);
    const { value, side, precision } = JSON.parse(one.out);
    expect(side).toBe("from");
    expect(value).toBeGreaterThan(0.2);
    expect(value).toBeLessThan(1);
    expect(precision[0]).toBeLessThanOrEqual(value);
    expect(precision[1]).toBeGreaterThanOrEqual(value);
    expect(pavise(...args, "--workers", "3").out).toBe(one.out);
  });

  test("a lever is found like a path: so many batteries, in words, and progress is on stderr", () => {
    const args = ["require", scenario, "--option", "launcher", ...size, ...goal];
    const found = pavise(...args, "--vary", "batteries=1..8", "--workers", "2");
    expect(found.code).toBe(0);
    expect(found.out.replaceAll("\n", " ")).toMatch(
      /the number of batteries in place of each must be at least [1-8]\b/,
    );
    expect(found.said).toContain("jobs");
    expect(found.out).not.toContain("jobs");
  });

  test("what matters: the kill probability of the only launcher, above all else", () => {
    const few = ["--samples", "16", "--replications", "40", "--json"];
    const args = ["indices", scenario, "--option", "launcher", ...few];
    const one = pavise(...args, "--workers", "1");
    expect(one.code, one.said).toBe(0);
    const { unknowns } = JSON.parse(one.out);
    expect(unknowns[0].path).toContain("kill_probability");
    expect(unknowns[0].total.value).toBeGreaterThan(0.5);
    expect(unknowns.some(({ path }: { path: string }) => path.includes("cost"))).toBe(false);
    const three = pavise(...args, "--workers", "3");
    expect(three.out).toBe(one.out);
    expect(three.said).toContain("jobs");
  });

  test("a sweep says the same with 1 and 3 workers", () => {
    const args = ["sweep", scenario, "--sweep", "raid.strike.count=2,6", ...size];
    const one = pavise(...args, "--workers", "1", "--out", "sweep-1");
    expect(one.code, one.said).toBe(0);
    expect(pavise(...args, "--workers", "3", "--out", "sweep-3").out).toBe(one.out);
    expect(bytes("sweep-3/sweep.csv")).toBe(bytes("sweep-1/sweep.csv"));
  });
});
