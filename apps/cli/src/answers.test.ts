import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { flatRaid } from "./flat-raid.test-scenario.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-answers-"));
const scenario = join(folder, "flat-raid.yaml");
writeFileSync(scenario, flatRaid);
afterAll(() => rmSync(folder, { recursive: true }));

let out = "";
let said = "";
beforeEach(() => {
  out = "";
  said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

const kill = "options.*.units.*.magazines.*.single_shot_kill_probability";

describe("questions beside a study", () => {
  test("how often something leaks, with the variance reduction", async () => {
    expect(await main(["leak", scenario, "--option", "launcher", "--samples", "50"])).toBe(0);
    expect(out).toMatch(/expected arrivals of a night: [\d.]+e[+-]\d+ ± /);
    expect(out).toContain("variance reduction at the same CPU time, measured");
  });

  test("SQL over results, as rows and as Parquet that reads back the same", async () => {
    const results = join(folder, "results");
    mkdirSync(results);
    writeFileSync(
      join(results, "outcomes.csv"),
      "option,draw,arrived\nnone,1,12\nnone,2,14\nbattery,1,3\n",
    );
    const sql =
      "select option, sum(arrived)::int as total from outcomes group by option order by total";
    expect(await main(["query", sql, "--in", results, "--json"])).toBe(0);
    expect(JSON.parse(out)).toEqual([
      { option: "battery", total: 3 },
      { option: "none", total: 26 },
    ]);
    const file = join(results, "total.parquet");
    expect(await main(["query", sql, "--in", results, "--parquet", file])).toBe(0);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe("PAR1");
    said = "";
    expect(await main(["query", "select nothing from nowhere", "--in", results])).toBe(2);
    expect(said).toMatch(/^query: expected SQL over outcomes, got [^\n]*\n$/);
    expect(await main(["query", "from read_csv('/etc/hostname')", "--in", results])).toBe(2);
    const other = ["query", "from read_csv('/etc/hostname')", "--parquet", file];
    expect(await main([...other, "--in", results])).toBe(2);
    expect(await main(["query", sql, "--in", join(folder, "nowhere")])).toBe(2);
  });

  test("an attack is written, not searched: routes, launch points, timing and mix are refused", async () => {
    for (const path of [
      "raid.strike.route",
      "raid.strike.launch_times.spacing_s",
      "raid.strike.aim",
    ]) {
      said = "";
      const goal = ["--goal", "arrivals >= 5", "--vary", `${path}=0..100`];
      expect(await main(["require", scenario, "--option", "none", ...goal])).toBe(2);
      expect(said).toContain("are written in the scenario, not set");
      said = "";
      expect(await main(["sweep", scenario, "--sweep", `${path}=1,2`])).toBe(2);
      expect(said).toContain("are written in the scenario, not set");
    }
  });

  test("goals, ranges and axes that are none are refused in one line", async () => {
    const wrong = [
      [
        "require",
        scenario,
        "--option",
        "launcher",
        "--goal",
        "casualties <= 1",
        "--vary",
        "a=0..1",
      ],
      ["require", scenario, "--option", "launcher", "--vary", `${kill}=0.5`],
      ["require", scenario, "--vary", `${kill}=0..1`],
      ["indices", scenario, "--option", "launcher", "--samples", "30"],
      ["sweep", scenario, "--sweep", kill],
      ["study", scenario, "--precision", "arrivals=0"],
      ["study", scenario, "--precision", "arrivals=0.2", "--sampling", "sobol"],
    ];
    for (const args of wrong) {
      said = "";
      expect(await main(args), args.join(" ")).toBe(2);
      expect(said).toMatch(/^[^\n]*: expected [^\n]*, got [^\n]*\n$/);
    }
  });
});
