/** Long: starts a second Node, Chromium and Firefox, and plays studies with 1, 2 and 7 workers. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumAnswer, chromiumPath, firefoxAnswer, firefoxPath } from "./browser.ts";
import { bundledScript } from "./bundle.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { SECOND_NODE_HINT, secondNode } from "./second-node.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const entry = join(root, "evidence/dist/determinism/node-entry.js");
const pavise = join(root, "apps/cli/bin/pavise.mjs");
const isCi = process.env.CI === "true";

/** A tool that is missing leaves its check out with a reason; in continuous checking it fails. */
function orLeftOut(tool: string | null, hint: string, leaveOut: (why: string) => void): string {
  if (tool !== null) return tool;
  if (isCi) throw new Error(`missing here: ${hint}`);
  leaveOut(`missing here: ${hint}`);
  return "";
}

function nodeAnswer(program: string): Fingerprint {
  return JSON.parse(execFileSync(program, [entry], { encoding: "utf8" })) as Fingerprint;
}

describe("ten nights of the raid of 2020, and the elementary functions,", () => {
  let here: Fingerprint;
  let script: string;

  beforeAll(async () => {
    if (!existsSync(entry)) throw new Error("expected a build: run `npm run build` first");
    here = nodeAnswer(process.execPath);
    script = await bundledScript();
  });

  test("have ten different journals on this Node", () => {
    expect(new Set(here.nights.map(({ journal }) => journal)).size).toBe(10);
  });

  test("are the same on Node 24", ({ skip }) => {
    const node24 = orLeftOut(secondNode(isCi), SECOND_NODE_HINT, skip);
    expect(execFileSync(node24, ["--version"], { encoding: "utf8" })).toMatch(/^v24\./);
    expect(nodeAnswer(node24)).toEqual(here);
  });

  test("are the same in headless Chromium", async ({ skip }) => {
    const chromium = orLeftOut(chromiumPath(), "apt-get install chromium", skip);
    expect(JSON.parse(await chromiumAnswer(chromium, script))).toEqual(here);
  }, 180_000);

  test("are the same in headless Firefox", async ({ skip }) => {
    const firefox = orLeftOut(firefoxPath(), "apt-get install firefox-esr", skip);
    expect(JSON.parse(await firefoxAnswer(firefox, script))).toEqual(here);
  }, 180_000);
});

describe("a study of four draws with 60 replications of six options", () => {
  const scratch = mkdtempSync(join(tmpdir(), "pavise-determinism-"));
  let files: Map<string, string>;

  function studied(program: string, workers: number, name: string): Map<string, string> {
    const out = join(scratch, name);
    const words = ["study", "ain-al-asad-2020", "--draws", "4", "--replications", "60"];
    const where = ["--workers", String(workers), "--keep-replications", "--out", out];
    execFileSync(program, [pavise, ...words, ...where], { cwd: root, stdio: "ignore" });
    const names = readdirSync(out).sort();
    return new Map(names.map((file) => [file, readFileSync(join(out, file), "utf8")]));
  }

  beforeAll(() => {
    files = studied(process.execPath, 1, "one");
  }, 300_000);

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test("leaves nights, summary and report, and every table of the report as CSV and Parquet", () => {
    const names = [
      "curves",
      "figures",
      "learning",
      "levers",
      "nights",
      "outcomes",
      "pairs",
      "walks",
    ];
    const tables = names.flatMap((name) => [`${name}.csv`, `${name}.parquet`]);
    const expected = [...tables, "replications.csv", "report.html", "summary.json"];
    expect([...files.keys()].sort()).toEqual(expected.sort());
  });

  test.each([2, 7])(
    "leaves the same bytes with %i workers",
    (workers) => {
      const again = studied(process.execPath, workers, `workers-${workers}`);
      for (const [name, bytes] of files) expect(again.get(name) === bytes, name).toBe(true);
    },
    300_000,
  );

  test("leaves the same bytes on Node 24", ({ skip }) => {
    const node24 = orLeftOut(secondNode(isCi), SECOND_NODE_HINT, skip);
    const again = studied(node24, 2, "node-24");
    for (const [name, bytes] of files) {
      // Its pictures are drawn by libraries on the engine's own Math: no recorded number is theirs.
      if (name !== "report.html") expect(again.get(name) === bytes, name).toBe(true);
    }
  }, 300_000);
});
