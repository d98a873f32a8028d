import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flatRaid } from "./flat-raid.test-scenario.ts";
import { root } from "./repository.ts";

// These tests run the command itself, threads and all. It builds what is stale before it runs.
const command = join(root, "apps/cli/bin/pavise.mjs");
/** A stale build is made first, and other tests run beside it. */
const BUILD_MILLISECONDS = 180_000;
const folder = mkdtempSync(join(tmpdir(), "pavise-study-"));
const scenario = join(folder, "flat-raid.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

function pavise(...args: string[]): Finished {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, said: stderr };
}

const size = ["--draws", "8", "--replications", "40", "--seed", "11"];
const play = (out: string, ...more: string[]): Finished =>
  pavise("study", scenario, ...size, "--out", out, ...more);
/** Every file of a study. */
const written = [
  ...["curves", "figures", "learning", "levers", "nights", "outcomes", "pairs", "walks"].flatMap(
    (name) => [`${name}.csv`, `${name}.parquet`],
  ),
  ...["report.html", "summary.json"],
].sort();
const bytes = (name: string): string => readFileSync(join(folder, name), "utf8");
/** Bytes without the commit that ran: it may move while these tests run. */
const contents = (name: string): string => bytes(name).replace(/commit [0-9a-f]{40}[^<]*/, "");

describe("a study from the command line", () => {
  let first: Finished;
  beforeAll(() => {
    writeFileSync(scenario, flatRaid);
    first = play("one", "--workers", "1", "--keep-replications");
  }, BUILD_MILLISECONDS);

  test("ends with 0 and writes its files and no other, each table as CSV and as Parquet", () => {
    expect(first.said).toContain("CPU seconds: paths");
    expect(first.code).toBe(0);
    expect(readdirSync(join(folder, "one")).sort()).toEqual(
      [...written, "replications.csv"].sort(),
    );
  });

  test("prints a table, the answer and the path of the report in at most 100 columns", () => {
    for (const line of first.out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    expect(first.out.replaceAll("\n", " ")).toContain("fewer arrive with one launcher (about ");
    expect(first.out).toContain("Report: one/report.html");
  });

  test("writes the same bytes with 2 and 7 workers", () => {
    for (const workers of ["2", "7"]) {
      play(workers, "--workers", workers, "--keep-replications");
      for (const name of readdirSync(join(folder, "one"))) {
        expect(contents(`${workers}/${name}`), name).toBe(contents(`one/${name}`));
      }
    }
  });

  test("prints the summary and nothing else with --json", () => {
    const { out } = play("json", "--json");
    expect(out).toBe(bytes("json/summary.json"));
    expect(JSON.parse(out)).toMatchObject({
      schema: "pavise-summary/1",
      scenario: "flat-raid",
      seed: 11,
      draws: 8,
      replications: 40,
      options: [{ id: "none" }, { id: "launcher" }, { id: "launcher-off" }],
    });
  });

  test("keeps the shape of summary.json that scripts were promised, and names what is beside it", () => {
    const keys = (value: object): string[] => Object.keys(value).sort();
    const probability = ["ignorance", "ignoranceShare", "mean", "precision"];
    const number = [...probability, "both", "luck"].sort();
    const summary = JSON.parse(bytes("one/summary.json"));
    const head = ["draws", "options", "replications", "scenario", "schema", "seed"];
    expect(keys(summary)).toEqual(head);
    for (const option of summary.options) {
      const { arrivals, costSpent_usd: spent, difference, limits, refusals } = option;
      const promised = ["arrivals", "costFielded_usd", "costSpent_usd", "difference", "id"];
      const others = ["limits", "nothingArrives", "refusals", "roundsSpent"];
      const beside = ["roundsFielded", "title"];
      expect(keys(option)).toEqual([...promised, ...others, ...beside].sort());
      expect(keys(arrivals)).toContain("total");
      expect(keys(spent)).toEqual(["attack", "defence"]);
      const counts = [...Object.values(arrivals), ...Object.values(spent), option.roundsSpent];
      for (const each of counts) {
        expect(keys(each as object)).toEqual(number);
      }
      for (const each of [option.nothingArrives, option.costFielded_usd]) {
        expect(keys(each)).toEqual(probability);
      }
      const shares = limits.map(({ share }: { share: number }) => share);
      expect(shares.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const states of Object.values(refusals) as Record<string, number>[]) {
        const pairs = Object.values(states).reduce((sum, count) => sum + count, 0);
        expect(pairs).toBe(6 * 8 * 40);
      }
      const ids = summary.options.map(({ id }: { id: string }) => id);
      expect(keys(difference)).toEqual(ids.filter((id: string) => id !== option.id).sort());
      for (const each of Object.values(difference) as Record<string, object>[]) {
        expect(keys(each.arrivals!)).toEqual(number);
        const said = ["arrivals", "fewerShare", "identicalFates", "verdict"];
        expect(keys(each).filter((key) => key !== "splitBy")).toEqual(said);
      }
    }
  });

  test("is reproduced from its report: identical, or the first difference by name", () => {
    expect(pavise("reproduce", "one/report.html").out).toBe("identical\n");
    const page = bytes("one/report.html");
    const tampered = page.replace(/"replications": *40/, '"replications":41');
    expect(tampered).not.toBe(page);
    writeFileSync(join(folder, "tampered.html"), tampered);
    const again = pavise("reproduce", "tampered.html");
    expect(again.code).toBe(1);
    expect(again.out).toBe("different: summary.replications: 40 in the report, 41 now\n");
  });

  test("says that no option changed anything when no round can kill", () => {
    const { out } = play(
      "zero",
      "--set",
      "options.*.units.*.magazines.*.single_shot_kill_probability=0",
    );
    expect(out).toContain("No option changed anything");
  });

  test("goes on after it was killed, to the same bytes", async () => {
    const args = [command, "study", scenario, ...size, "--out", "killed", "--resume"];
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
    // Some jobs are kept, and not all: then it is killed without a word.
    const state = join(folder, "killed/.study-state.jsonl");
    const watch = setInterval(() => {
      if (existsSync(state) && readFileSync(state, "utf8").split("\n").length > 3) {
        child.kill("SIGKILL");
      }
    }, 2);
    await ended;
    clearInterval(watch);
    expect(existsSync(join(folder, "killed/summary.json"))).toBe(false);
    const again = play("killed", "--resume");
    expect(again.said).toMatch(/Going on from \d+ jobs/);
    expect(readdirSync(join(folder, "killed")).sort()).toEqual(written);
    for (const name of readdirSync(join(folder, "killed"))) {
      expect(contents(`killed/${name}`), name).toBe(contents(`one/${name}`));
    }
  });

  test("stops by itself at 64 draws where 64 are enough, and is reproduced from its report", () => {
    const goal = ["--precision", "arrivals=0.3", "--replications", "40", "--seed", "11"];
    const { out } = pavise("study", scenario, ...goal, "--out", "precise");
    expect(out).toMatch(/^(32|64|128) draws of what nobody published × 40 nights each/m);
    expect(pavise("reproduce", "precise/report.html").out).toBe("identical\n");
  });

  test("draws unknowns together with --sampling, and is reproduced from its report", () => {
    for (const sampling of ["latin", "sobol"]) {
      play(sampling, "--sampling", sampling);
      expect(bytes(`${sampling}/summary.json`)).not.toBe(bytes("one/summary.json"));
      expect(pavise("reproduce", `${sampling}/report.html`).out).toBe("identical\n");
    }
  });

  test("leaves nothing behind when it is interrupted", async () => {
    const args = [command, "study", scenario, "--draws", "2000", "--out", "deep/er"];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    // Its first progress line: by then it plays.
    const playing = new Promise<void>((resolve) =>
      child.stderr.on("data", (text) => String(text).includes("jobs") && resolve()),
    );
    await Promise.race([playing, ended]);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(existsSync(join(folder, "deep"))).toBe(false);
  });
});

test("ends quietly when its reader has seen enough", async () => {
  writeFileSync(scenario, flatRaid);
  const args = [command, "run", scenario, "--option", "launcher", "--json"];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (text) => {
    said += String(text);
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  expect(said).toBe("");
  expect(code).toBe(0);
});

test("a night is told with its tally, and as records", () => {
  writeFileSync(scenario, flatRaid);
  const told = pavise("run", scenario, "--option", "launcher", "--draw", "3", "--seed", "11");
  expect(told.code).toBe(0);
  expect(told.out).toMatch(/Counted from the \d+ records above/);
  const json = pavise(
    "run",
    scenario,
    "--option",
    "launcher",
    "--draw",
    "3",
    "--seed",
    "11",
    "--json",
  );
  const { records, tally } = JSON.parse(json.out);
  expect(records[0]).toMatchObject({ kind: "threat-launched", threat: 0, threatId: "strike_01" });
  const { arrived, failed, intercepted } = tally.fates;
  expect(arrived + failed + intercepted).toBe(6);
});
