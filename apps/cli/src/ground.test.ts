import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { geoTiff } from "./height-files.test-files.ts";
import { root } from "./repository.ts";

// Threads take part, so these tests run the command itself. It builds what is stale first.
const command = join(root, "apps/cli/bin/pavise.mjs");
const BUILD_MILLISECONDS = 180_000;
const folder = mkdtempSync(join(tmpdir(), "pavise-ground-"));
afterAll(() => rmSync(folder, { recursive: true }));

function pavise(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, said: stderr };
}

/** A plain at some height from 25 to 42 degrees north and 34 to 56 east. */
const plain = (metres: number): Buffer =>
  geoTiff({
    columns: 220,
    rows: 170,
    westDeg: 34,
    northDeg: 42,
    stepDeg: 0.1,
    pixelIsPoint: true,
    height: () => metres,
  });
/** The four threats of a shipped scenario, without the walk over its unknowns. */
const scenario = readFileSync(join(root, "scenarios/s400-over-iraq.yaml"), "utf8").replace(
  /^study:.*$/m,
  "study: {sensitivity: false}",
);
const heights = join(folder, "plain.tif");
const size = ["--draws", "2", "--replications", "20", "--workers", "2"];

describe("a study over a file of heights", () => {
  let hash = "";
  beforeAll(() => {
    writeFileSync(join(folder, "s.yaml"), scenario);
    writeFileSync(heights, plain(300));
    const { code, said } = pavise(
      "study",
      "s.yaml",
      "--option",
      "facing-east",
      ...size,
      "--terrain",
      "plain.tif",
      "--out",
      "over",
    );
    expect(said).toContain("CPU seconds");
    expect(code).toBe(0);
    const run = ["run", "s.yaml", "--option", "all-round", "--terrain", heights, "--json"];
    hash = JSON.parse(pavise(...run).out).terrain.hash;
  }, BUILD_MILLISECONDS);

  test("names the file with its hash in the report, and not where it lay", () => {
    const html = readFileSync(join(folder, "over/report.html"), "utf8");
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(html).toContain(`<dd>plain.tif, hash ${hash}</dd>`);
    expect(html).not.toContain(folder);
  });

  test("is reproduced from another folder with the file named", () => {
    const named = ["reproduce", join(folder, "over/report.html"), "--terrain", "../plain.tif"];
    const { status, stdout } = spawnSync(process.execPath, [command, ...named], {
      cwd: join(folder, "over"),
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([0, "identical\n"]);
  });

  test("is not reproduced over a plain 1 m higher, nor without the file: it ends with 2 and why", () => {
    writeFileSync(heights, plain(301));
    const changed = pavise("reproduce", "over/report.html");
    expect(changed.code).toBe(2);
    expect(changed.said).toMatch(
      new RegExp(
        `^plain\\.tif: expected the file of heights plain\\.tif with the hash ${hash}, got the hash [0-9a-f]{16}\n$`,
      ),
    );
    rmSync(heights);
    const missing = pavise("reproduce", "over/report.html");
    expect(missing.code).toBe(2);
    expect(missing.said).toBe(
      `report.html: expected the file of heights plain.tif with the hash ${hash} ` +
        "(or --terrain FILE), got no such file beside it or here\n",
    );
    writeFileSync(heights, plain(300));
  });

  test("smooth is a ground too: the report of a study that asked for it needs no file", () => {
    const over = ["--terrain", "smooth", "--option", "all-round", "--out", "smooth"];
    expect(pavise("study", "s.yaml", ...size, ...over).code).toBe(0);
    expect(pavise("reproduce", "smooth/report.html")).toMatchObject({ out: "identical\n" });
    const { code, said } = pavise("reproduce", "smooth/report.html", "--terrain", "plain.tif");
    expect(code).toBe(2);
    expect(said).toContain("--terrain: expected nothing, as this report was not made over a file");
  });
});

describe("every command that plays a scenario", () => {
  const plays = [
    ["leak", "--option", "all-round", "--samples", "4"],
    ["require", "--option", "all-round", "--vary", "kill-probability=0..1", "--draws", "2"],
    ["indices", "--option", "all-round", "--samples", "16", "--replications", "2"],
    ["sweep", "--sweep", "systems.s400.channels=1", "--draws", "1", "--replications", "2"],
  ];
  test.each(plays)(
    "%s refuses ground that is neither a word nor a file, with 2",
    (name, ...rest) => {
      const { code, said } = pavise(name!, "s.yaml", ...rest, "--terrain", "hilly");
      expect(said).toContain("hilly: expected coarse, smooth, or a file of heights");
      expect(code).toBe(2);
    },
  );

  test("leak finds other arrivals over coarse terrain than over smooth ground", () => {
    const low = readFileSync(join(root, "scenarios/s400-low-flyers.yaml"), "utf8");
    writeFileSync(join(folder, "low.yaml"), low);
    const told = (ground: string): string =>
      pavise("leak", "low.yaml", "--option", "s400-pantsir", "--samples", "40", "--terrain", ground)
        .out;
    const [smooth, coarse] = [told("smooth"), told("coarse")];
    expect(smooth).toContain("expected arrivals");
    expect(coarse).not.toBe(smooth);
  });
});
