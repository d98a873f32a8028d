/** Long: runs every command of the guide, some of them studies. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const guide = join(root, "docs/guide");
const pages = readdirSync(guide).filter((name) => name.endsWith(".md"));

interface Block {
  readonly line: number;
  readonly script: string;
  /** Whether it is meant to end in an error. */
  readonly fails: boolean;
  /** Lines that its output must have, in this order. */
  readonly says: readonly string[];
}

/** Commands of a page, each block with the lines quoted right after it. */
function blocks(text: string): Block[] {
  const found: Block[] = [];
  for (const match of text.matchAll(/^```sh( fails)?\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?/gms)) {
    const [, fails, script = "", quoted = ""] = match;
    const says = quoted.split("\n").filter((line) => line.trim() !== "");
    const line = text.slice(0, match.index).split("\n").length;
    found.push({ line, script, fails: fails !== undefined, says });
  }
  return found;
}

const plain = (line: string): string => line.trim().replace(/ +/g, " ");

/** The first quoted line that the output does not have after those before it. */
function missingLine(output: string, says: readonly string[]): string | undefined {
  const lines = output.split("\n").map(plain);
  let from = 0;
  for (const each of says) {
    const at = lines.indexOf(plain(each), from);
    if (at < 0) return each;
    from = at + 1;
  }
  return undefined;
}

let place = "";
let environment: NodeJS.ProcessEnv = {};

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "guide-"));
  symlinkSync(join(root, "docs"), join(place, "docs"));
  // Stands in for npx, which would look for the program on the net outside the repository.
  const tools = join(place, "tools");
  mkdirSync(tools);
  const program = join(root, "apps/cli/bin/pavise.mjs");
  writeFileSync(
    join(tools, "npx"),
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${program}" "$@"\n`,
  );
  chmodSync(join(tools, "npx"), 0o755);
  environment = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ""}` };
});

afterAll(() => rmSync(place, { recursive: true }));

it("the runner sees blocks, what they must say, and a quoted line that is not there", () => {
  const [first, second] = blocks(
    "# T\n\n```sh\na\n```\n\n```text\nx  1\n```\n\n```sh fails\nb\n```\n",
  );
  expect(first).toEqual({ line: 3, script: "a\n", fails: false, says: ["x  1"] });
  expect(second).toMatchObject({ script: "b\n", fails: true, says: [] });
  expect(missingLine("  x   1\n", ["x 1"])).toBeUndefined();
  expect(missingLine("x 2\n", ["x 1"])).toBe("x 1");
});

describe.each(pages.filter((name) => name !== "README.md"))("%s", (name) => {
  const found = blocks(readFileSync(join(guide, name), "utf8"));

  it("has commands", () => {
    expect(found.length).toBeGreaterThan(2);
    for (const { script } of found) expect(script).toContain("npx pavise ");
  });

  it.each(found.map((block) => [block.line, block] as const))("line %i", (_, block) => {
    const { script, fails, says } = block;
    const run = spawnSync("sh", ["-e", "-c", script], {
      cwd: place,
      env: environment,
      encoding: "utf8",
    });
    expect(run.stderr).not.toContain("pavise failed");
    expect(run.status, run.stderr).toBe(fails ? 2 : 0);
    expect(missingLine(run.stdout, says), run.stdout).toBeUndefined();
  });
});
