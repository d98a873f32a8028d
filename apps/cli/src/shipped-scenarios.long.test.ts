/** Long: plays a small study of every shipped scenario and judges what it expects of itself. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./repository.ts";

const command = join(root, "apps/cli/bin/pavise.mjs");
const folder = mkdtempSync(join(tmpdir(), "pavise-shipped-"));
afterAll(() => rmSync(folder, { recursive: true }));
const names = readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".yaml"));

const MILLISECONDS = 300_000;
/** Draws × replications that decide every expectation by three standard errors and more. */
const ENOUGH = [20, 100] as const;
/** A night of thousands needs few nights: its means are sums of thousands of fates already. */
const LARGE: Readonly<Record<string, readonly [draws: number, replications: number]>> = {
  "growing-raid": [20, 40],
  "synthetic-300": [10, 10],
  "synthetic-3000": [4, 3],
  "synthetic-10000": [2, 2],
};

/** Words that a reader of a study that is large enough does not want to see. */
const UNWANTED = /FAILS|not judged|NaN|undefined|Infinity|one side is nothing/;

test.each(names)("%s is what it expects of itself", { timeout: MILLISECONDS }, (name) => {
  const id = name.slice(0, -".yaml".length);
  const text = readFileSync(join(root, "scenarios", name), "utf8");
  // What each unknown moves by itself takes most of the time and decides no expectation.
  const path = join(folder, name);
  writeFileSync(path, `${text.replace(/^study:.*$/m, "")}\nstudy: {sensitivity: false}\n`);
  const [draws, replications] = LARGE[id] ?? ENOUGH;
  const size = ["--draws", `${draws}`, "--replications", `${replications}`];
  const words = ["study", path, ...size, "--expect", "--out", join(folder, id)];
  const played = spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });
  const margins = /^\d+ of \d+ expectations? holds?[\s\S]*?\n\n/m.exec(played.stdout)?.[0];
  process.stdout.write(`${id}, ${draws} × ${replications}: ${margins ?? played.stderr}`);
  expect(played.status, played.stderr).toBe(0);
  expect(margins).toBeDefined();
  expect(played.stdout).not.toMatch(UNWANTED);
  // Progress, and what it took: no warning, no error.
  const noted = played.stderr.split(/[\r\n]+/).filter((line) => !/^$| jobs · |^CPU s/.test(line));
  expect(noted).toEqual([]);
});
