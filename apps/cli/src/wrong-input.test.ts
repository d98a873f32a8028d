import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "./main.ts";
import { root } from "./repository.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-wrong-input-"));
const shipped = readFileSync(join(root, "scenarios/ain-al-asad-2020.yaml"), "utf8");
afterAll(() => rmSync(folder, { recursive: true }));

let said = "";
beforeEach(() => {
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
});

/** A study of a file with this content: its exit code. */
async function studied(content: string | Buffer): Promise<number> {
  const file = join(folder, "scenario.yaml");
  writeFileSync(file, content);
  return await main(["study", file, "--out", join(folder, "out")]);
}

const changed = (from: string | RegExp, to: string): string => {
  const text = shipped.replace(from, to);
  expect(text).not.toBe(shipped);
  return text;
};

const WRONG: Readonly<Record<string, () => string | Buffer>> = {
  "an unknown field": () => changed("world: wgs84", "world: wgs84\nwhirl: 3"),
  "an unknown system": () => changed("system: s400", "system: s500"),
  "a wrong unit": () => changed("altitude_m: 1400", "altitude_km: 1.4"),
  "a negative count": () => changed("count: 16", "count: -16"),
  "latitude 95": () => changed("place: kermanshah_launch_area", "lat_deg: 95\n      lon_deg: 47"),
  NaN: () => changed("altitude_m: 1400", "altitude_m: .nan"),
  "a range with its bounds swapped": () => changed("[0, 8, 16]", "[16, 8, 0]"),
  "an empty raid": () => changed(/\nraid:\n[\s\S]*?\ndoctrine:/, "\nraid: []\ndoctrine:"),
  "a duplicate key": () => `${shipped}\nworld: flat\n`,
  "an alias bomb": () =>
    [..."abcdefgh"]
      .map(
        (name, i, all) => `${name}: &${name} [${Array(9).fill(i === 0 ? "x" : `*${all[i - 1]}`)}]`,
      )
      .join("\n"),
  "nesting 20,000 deep": () => `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  "a scenario from a future version": () => changed("pavise-scenario/1", "pavise-scenario/2"),
  "a file that is not YAML": () => "{ this: [is, not\n yaml: : }",
  "binary bytes": () => Buffer.from(Array.from({ length: 2560 }, (_, i) => i % 256)),
  "two entities with one id": () => changed("id: s400_erbil", "id: s400_asad"),
};

describe("a study refuses, with one line, exit code 2 and no file written,", () => {
  for (const [name, content] of Object.entries(WRONG)) {
    test(name, async () => {
      expect(await studied(content())).toBe(2);
      expect(said).toMatch(/^[^\n]*scenario\.yaml[^\n]*: expected [^\n]*, got [^\n]*\n$/);
      expect(existsSync(join(folder, "out"))).toBe(false);
    });
  }

  test("a file of 100 MB, before it is read", async () => {
    const file = join(folder, "large.yaml");
    writeFileSync(file, "");
    truncateSync(file, 100_000_000);
    expect(await main(["study", file])).toBe(2);
    expect(said).toContain("expected a file of at most 8000000 bytes, got one of 100000000");
  });

  test("a missing file, a folder, and an option that does not exist", async () => {
    expect(await main(["study", join(folder, "missing.yaml")])).toBe(2);
    expect(await main(["study", folder])).toBe(2);
    expect(await main(["study", "ain-al-asad-2020", "--option", "s500"])).toBe(2);
    expect(said.split("\n").filter((line) => line.includes(": expected "))).toHaveLength(3);
  });

  test("numbers that are none, wishes that match nothing, commands that are none", async () => {
    expect(await main(["study", "ain-al-asad-2020", "--draws", "1e3"])).toBe(2);
    expect(await main(["study", "ain-al-asad-2020", "--seed", "-1"])).toBe(2);
    expect(await main(["study", "ain-al-asad-2020", "--set", "systems.s500.magazine=3"])).toBe(2);
    expect(await main(["run", "ain-al-asad-2020"])).toBe(2);
    expect(await main(["stduy"])).toBe(2);
  });
});

const block = (text: string): string =>
  `<script type="application/json" id="pavise-reproduce">${text}</script>`;

describe("a report that is none is refused, not run:", () => {
  const hostile: Readonly<Record<string, string>> = {
    "a page without the block": "<html>",
    "a block that is no JSON": block("{bad"),
    "a block that is a list": block("[]"),
    "a seed that is none": block('{"schema":"pavise-reproduce/1","scenarioText":"","seed":1e400}'),
    "another schema": block('{"schema":"other/1"}'),
    "an overlay that reaches for other files": block(
      '{"schema":"pavise-reproduce/1","scenarioText":"","scenarioName":"a","seed":1,"sets":[],' +
        '"options":null,"overlay":[{"name":"../../x.yaml","text":"a: b"}],"catalogueHash":"",' +
        '"draws":2,"replications":2,"summary":{},"studyHash":""}',
    ),
  };
  for (const [name, html] of Object.entries(hostile)) {
    test(name, async () => {
      const file = join(folder, "report.html");
      writeFileSync(file, html);
      expect(await main(["reproduce", file])).toBe(2);
      expect(said).toMatch(/: expected [^\n]*, got [^\n]*\n$/);
    });
  }
});
