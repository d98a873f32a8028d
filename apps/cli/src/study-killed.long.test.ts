/** Long: twenty studies, each killed at a random moment and resumed. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { flatRaid } from "./flat-raid.test-scenario.ts";
import { root } from "./repository.ts";

const command = join(root, "apps/cli/bin/pavise.mjs");
const folder = mkdtempSync(join(tmpdir(), "pavise-killed-"));
const scenario = join(folder, "flat-raid.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

const size = ["--draws", "40", "--replications", "200", "--seed", "3", "--workers", "2"];
const args = (out: string): string[] => [
  command,
  "study",
  scenario,
  ...size,
  "--resume",
  "--out",
  out,
];

test("a study killed at any of 20 random moments and resumed gives the same bytes", async () => {
  writeFileSync(scenario, flatRaid);
  const begun = Date.now();
  spawnSync(process.execPath, args("whole"), { cwd: folder });
  const whole = Date.now() - begun;
  let killed = 0;
  for (let moment = 0; moment < 20; moment++) {
    const out = `killed-${moment}`;
    const child = spawn(process.execPath, args(out), { cwd: folder, stdio: "ignore" });
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.on("exit", (_, signal) => resolve(signal)),
    );
    setTimeout(() => child.kill("SIGKILL"), whole * Math.random());
    if ((await ended) === "SIGKILL") killed++;
    spawnSync(process.execPath, args(out), { cwd: folder });
    for (const name of ["outcomes.csv", "summary.json"]) {
      const path = join(folder, out, name);
      expect(readFileSync(path, "utf8"), `${out}/${name}`).toBe(
        readFileSync(join(folder, "whole", name), "utf8"),
      );
    }
    expect(existsSync(join(folder, out, ".study-state.jsonl"))).toBe(false);
  }
  expect(killed).toBeGreaterThan(10);
}, 600_000);
