import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { CatalogueFile } from "./catalogue.ts";
import {
  catalogueFromFiles,
  catalogueFromPacked,
  overlay,
  packedFromCatalogue,
} from "./catalogue.ts";
import { census, totalCount } from "./census.ts";
import { InputError } from "./input-error.ts";
import { packedCatalogue } from "./packed.ts";
import { resolveParameter } from "./parameter-path.ts";

const folder = fileURLToPath(new URL("../data", import.meta.url));

function filesBelow(path: string, prefix = ""): CatalogueFile[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return filesBelow(join(path, entry.name), `${name}/`);
    if (!name.endsWith(".yaml")) return [];
    return [{ name, text: readFileSync(join(path, entry.name), "utf8") }];
  });
}

const files = filesBelow(folder);
const catalogue = catalogueFromFiles(files);

function textOf(name: string): string {
  return files.find((file) => file.name === name)!.text;
}

/** The message that one planted fault in one file of the real catalogue gives. */
function complaint(name: string, change: (text: string) => string): string {
  const text = change(textOf(name));
  expect(text).not.toBe(textOf(name));
  try {
    overlay(catalogue, [{ name, text }]);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "";
}

describe("the facts were moved in whole", () => {
  const counts = census(catalogue);

  // The height of the published launch area, read off ETOPO5 after the facts were moved in.
  const heightsAdded = 1;

  test("816 values: 359 published, 106 recalled, 126 assumed, 126 derived, 80 claims, 19 findings", () => {
    expect(counts.facts).toEqual({
      published: 359,
      recalled: 106,
      assumption: 126,
      derived: 126 + heightsAdded,
      claim: 80,
      finding: 19,
    });
    expect(totalCount(counts.facts)).toBe(816 + heightsAdded);
    expect(counts.unpublished).toBe(18);
    expect(counts.alternatives).toBe(70);
  });

  test("10 systems, 31 threats, 38 places, 25 engagements, 26 supply cases, 42 test records", () => {
    expect(Object.fromEntries(counts.entries)).toEqual({
      systems: 10,
      threats: 31,
      places: 38,
      engagements: 25,
      "supply cases": 26,
      "test records": 42,
      "threat trials": 5,
      "prior readings": 10,
      "seed claims checked": 10,
      "cross-section classes": 9,
      distances: 7,
      conflicts: 22,
      holes: 11,
    });
  });

  test("420 sources, 385 of them read, and five more for prices, for what a user sets and for heights", () => {
    expect(counts.sources).toBe(420 + 5);
    expect(counts.opened).toBe(385 + heightsAdded);
  });

  test("the second pass touched 140 values and 130 sources", () => {
    const marks = (name: string): number => (textOf(name).match(/^ *pass: 2$/gm) ?? []).length;
    const sum = (isSource: boolean): number =>
      files
        .filter(({ name }) => name.startsWith("sources/") === isSource)
        .reduce((total, { name }) => total + marks(name), 0);
    expect([sum(false), sum(true)]).toEqual([140, 130]);
  });
});

describe("packing", () => {
  test("and unpacking gives the same catalogue", () => {
    const again = catalogueFromPacked(JSON.parse(JSON.stringify(packedFromCatalogue(catalogue))));
    expect(again.hash).toBe(catalogue.hash);
    expect([...again.parameters]).toEqual([...catalogue.parameters]);
  });

  test("the built module holds the data folder as it is now (else: npm run build)", () => {
    expect(packedCatalogue().hash).toBe(catalogue.hash);
  });

  test("the order of the files does not matter to the hash, nor do comments; a figure does", () => {
    expect(catalogueFromFiles([...files].reverse()).hash).toBe(catalogue.hash);
    const name = "systems/s400.yaml";
    const commented = overlay(catalogue, [{ name, text: `# a comment\n${textOf(name)}` }]);
    expect(commented.hash).toBe(catalogue.hash);
    const changed = textOf(name).replace("value: [8, 10, 15]", "value: [8, 10, 16]");
    expect(overlay(catalogue, [{ name, text: changed }]).hash).not.toBe(catalogue.hash);
  });
});

describe("a planted fault is found at its place", () => {
  const s400 = "systems/s400.yaml";
  const range =
    "value: [8, 10, 15]\n    unit: s\n    sources: [takvim_s400_2019]\n    confidence: medium";
  const line = textOf(s400).split("value: [8, 10, 15]")[0]!.split("\n").length;

  test("a value without a source", () => {
    expect(
      complaint(s400, (text) => text.replace(range, range.replace("[takvim_s400_2019]", "[]"))),
    ).toBe(
      `${s400}:${line + 2}:14 timings.reaction_time_s.sources: expected at least one source key, got []`,
    );
  });

  test("a value without a grade", () => {
    const bare = range.replace("\n    confidence: medium", "");
    expect(complaint(s400, (text) => text.replace(range, bare))).toBe(
      `${s400}:${line - 1}:3 timings.reaction_time_s.confidence: ` +
        "expected one of high, medium, low, got nothing",
    );
  });

  test("a range with its bounds swapped", () => {
    expect(
      complaint(s400, (text) => text.replace("value: [8, 10, 15]", "value: [15, 10, 8]")),
    ).toBe(
      `${s400}:${line}:12 timings.reaction_time_s.value: ` +
        "expected bounds in rising order, [least, likely, greatest], got [15, 10, 8]",
    );
  });

  test("a source that is not in the list", () => {
    const wrong = range.replace("takvim_s400_2019", "takvim_s400_2091");
    expect(complaint(s400, (text) => text.replace(range, wrong))).toBe(
      `${s400}:${line + 2}:15 timings.reaction_time_s.sources[0]: ` +
        'expected a key of a file in sources/, got "takvim_s400_2091"',
    );
  });

  test("a figure from memory marked high", () => {
    const message = complaint(s400, (text) =>
      text.replace("confidence: low\n    kind: recalled", "confidence: high\n    kind: recalled"),
    );
    expect(message).toContain(
      'expected medium or low: a recalled figure is never marked high, got "high"',
    );
  });

  test("a unit that is not the one of the field's name", () => {
    expect(
      complaint(s400, (text) => text.replace(range, range.replace("unit: s\n", "unit: min\n"))),
    ).toBe(
      `${s400}:${line + 1}:11 timings.reaction_time_s.unit: ` +
        'expected a unit that fits the field name reaction_time_s, got "min"',
    );
  });

  test("a field that nobody knows", () => {
    expect(complaint(s400, (text) => text.replace("timings:", "timing:"))).toMatch(
      /^systems\/s400\.yaml:\d+:1 timing: expected one of the fields id, name, .*, got the field "timing"$/,
    );
  });

  test("a parameter taken from a fact that is not there", () => {
    const message = complaint(s400, (text) =>
      text.replace("from: capacity.targets_engaged_per_fire_unit", "from: capacity.targets"),
    );
    expect(message).toContain(
      'parameters.channels.from: expected the path of a fact in this file, got "capacity.targets"',
    );
  });

  test("a parameter taken from a fact in another unit", () => {
    const message = complaint(s400, (text) =>
      text.replace("from: radars.engagement_92N6E_range_km", "from: timings.reaction_time_s"),
    );
    expect(message).toContain(
      "parameters.radar_range_km.from: expected a fact in km, got timings.reaction_time_s in s",
    );
  });

  test("a parameter that names no row of the assumptions", () => {
    const message = complaint(s400, (text) =>
      text.replace("common: launch_spacing_s", "common: spacing"),
    );
    expect(message).toContain(
      'parameters.launch_spacing_s.common: expected the name of a row of assumptions.yaml, got "spacing"',
    );
  });

  test("a parameter left out", () => {
    const message = complaint(s400, (text) => text.replace(/^ {2}launch_spacing_s: .*\n/m, ""));
    expect(message).toContain("parameters: expected the parameter launch_spacing_s, got nothing");
  });

  test("half of an optional group", () => {
    const message = complaint(s400, (text) => text.replace(/^ {2}acquisition_period_s: .*\n/m, ""));
    expect(message).toContain(
      "expected the parameter acquisition_period_s, as the others of acquisition are there, got nothing",
    );
  });

  test("a probability above 1", () => {
    const message = complaint("assumptions.yaml", (text) =>
      text.replace("value: [0.4, 0.75, 0.95]", "value: [0.4, 0.75, 1.95]"),
    );
    expect(message).toContain("expected numbers from 0 to 1 fraction, got [0.4, 0.75, 1.95]");
  });

  test("a latitude of 95 degrees", () => {
    const message = complaint("places/ain_al_asad.yaml", (text) => text.replace("33.7856", "95"));
    expect(message).toContain(" lat: expected numbers from -90 to 90 deg (WGS-84), got 95");
  });

  test("an id that is not the name of its file", () => {
    expect(complaint(s400, (text) => text.replace("id: s400", "id: s500"))).toBe(
      'systems/s400.yaml:1:5 id: expected "s400", the name of the file, got "s500"',
    );
  });

  test("more successes than trials", () => {
    const message = complaint("tests/thaad.yaml", (text) =>
      text.replace("successes: 15", "successes: 16"),
    );
    expect(message).toContain(
      "successes: expected at most as many successes as trials, 15, got 16",
    );
  });

  test("an engagement of a threat that is not there", () => {
    const message = complaint("engagements/jan8_2020.yaml", (text) =>
      text.replace("threat_id: fateh313", "threat_id: fateh131"),
    );
    expect(message).toContain('threats[0].threat_id: expected the id of a threat, got "fateh131"');
  });

  test("a published value among the assumptions", () => {
    const message = complaint("assumptions.yaml", (text) =>
      text.replace("kind: assumption", "kind: published"),
    );
    expect(message).toContain(
      "expected assumption: what is published belongs to the file of its system",
    );
  });

  test("a file that no catalogue has", () => {
    expect(() => overlay(catalogue, [{ name: "weather/today.yaml", text: "a: 1" }])).toThrow(
      /^weather\/today\.yaml: expected a \.yaml file of systems\/, /,
    );
  });

  test("a test record filed twice", () => {
    const text = textOf("tests/thaad.yaml");
    expect(() => overlay(catalogue, [{ name: "tests/again.yaml", text }])).toThrow(/a second time/);
  });
});

describe("a folder laid over the catalogue", () => {
  test("adds a system of the user and changes a row for all", () => {
    const mine = textOf("systems/tor_m2.yaml").replace("id: tor_m2", "id: mine");
    const rows = textOf("assumptions.yaml").replace("value: [8, 12, 30]", "value: [5, 6, 7]");
    const both = overlay(catalogue, [
      { name: "systems/mine.yaml", text: mine },
      { name: "assumptions.yaml", text: rows },
    ]);
    for (const id of ["mine", "s400", "patriot", "sampt"]) {
      const parameter = resolveParameter(both, `systems.${id}.reaction_time_s`);
      expect(parameter.datum.value).toEqual([5, 6, 7]);
    }
    expect(catalogue.systems.has("mine")).toBe(false);
  });
});
