/** Wrong scenarios, each the scenario of 8 January 2020 with one thing spoiled. */
import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { scenarioText } from "./event.ts";

export interface BadInput {
  readonly name: string;
  /** Writes the file and answers with its path; what is not written is a missing file. */
  readonly write: (folder: string) => string;
  /** What the error must say, its place with it. */
  readonly says: RegExp;
}

/** The scenario with a piece of its text replaced; the piece must be there, once or more. */
function spoiled(piece: string | RegExp, instead: string): string {
  const text = scenarioText();
  const changed = text.replace(piece, () => instead);
  if (changed === text) throw new Error(`the scenario has no ${piece}`);
  return changed;
}

function badText(name: string, text: () => string | Uint8Array, says: RegExp): BadInput {
  const write = (folder: string): string => {
    const path = join(folder, "bad.yaml");
    writeFileSync(path, text());
    return path;
  };
  return { name, write, says };
}

const aliasBomb = (): string => {
  const levels = Array.from({ length: 9 }, (_, k) => {
    const inner = Array.from({ length: 9 }, () => (k === 0 ? "lol" : `*a${k - 1}`));
    return `a${k}: &a${k} [${inner.join(", ")}]`;
  });
  return `${levels.join("\n")}\n`;
};

const deepMappings = (): string => {
  const levels = Array.from({ length: 20_000 }, () => "{a: ");
  return `a: ${levels.join("")}1${"}".repeat(20_000)}\n`;
};

const bytes = Uint8Array.from({ length: 4096 }, (_, k) => (k * 197 + (k >> 3)) & 0xff);
const splitOf = (range: string): string => spoiled("value: [1, 2, 5]", `value: ${range}`);
const place = /^bad\.yaml:\d+:\d+ /;
const placed = (rest: RegExp): RegExp => new RegExp(place.source + rest.source);

/** What a scenario must be refused for above all. */
export const badInputs: readonly BadInput[] = [
  badText(
    "an unknown field",
    () => spoiled("world: wgs84", "world: wgs84\ncolour: red"),
    placed(/.*colour/),
  ),
  badText(
    "an unknown system",
    () => spoiled("system: s400", "system: s4000"),
    placed(/options\[2\]\.units\[0\]\.system: .*near: s400/),
  ),
  badText(
    "a wrong unit suffix",
    () => spoiled("altitude_m: 1400", "altitude_km: 1.4"),
    placed(/raid\[0\]\.launch.*altitude_km/),
  ),
  badText(
    "a negative count",
    () => spoiled("count: 16", "count: -5"),
    placed(/raid\[0\]\.count: expected a positive whole number, got -5/),
  ),
  badText(
    "latitude 95",
    () => spoiled("place: erbil", "lat_deg: 95\n    lon_deg: 44\n    altitude_m: 400"),
    placed(/assets\[1\]\.lat_deg: expected a number from -90 to 90, got 95/),
  ),
  badText(
    "NaN",
    () => spoiled("altitude_m: 1400", "altitude_m: .nan"),
    placed(/.*got (\.nan|NaN)/),
  ),
  badText(
    "NaN as a word",
    () => spoiled("altitude_m: 1400", "altitude_m: NaN"),
    placed(/raid\[0\]\.launch\.altitude_m.*NaN/),
  ),
  badText(
    "a range with bounds swapped",
    () => splitOf("[5, 2, 1]"),
    placed(/raid\[0\]\.split\.assets\.erbil\.value: expected a range in rising order.*\[5, 2, 1\]/),
  ),
  badText(
    "an interval with bounds swapped",
    () => splitOf("[5, 1]"),
    placed(/raid\[0\]\.split\.assets\.erbil\.value: expected a range in rising order.*\[5, 1\]/),
  ),
  badText(
    "an empty raid",
    () => spoiled(/^raid:\n[\s\S]*?(?=^# How every fire unit)/m, "raid: []\n\n"),
    placed(/raid: expected at least one group of threats/),
  ),
  badText(
    "a duplicate key",
    () => spoiled("world: wgs84", "world: wgs84\nworld: wgs84"),
    /^bad\.yaml:\d+:\d+: expected each field once, got "world"/,
  ),
  badText("an alias bomb", aliasBomb, placed(/.*alias/)),
  badText(
    "nesting 20,000 deep",
    () => `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`,
    /^bad\.yaml:1:\d+: expected nesting at most \d+ levels deep/,
  ),
  badText(
    "mappings 20,000 deep",
    deepMappings,
    /^bad\.yaml:1:\d+: expected nesting at most \d+ levels deep/,
  ),
  badText(
    "blocks 20,000 deep",
    () => `a:\n  ${"- ".repeat(20_000)}1\n`,
    /^bad\.yaml:2:\d+: expected nesting at most \d+ levels deep/,
  ),
  badText(
    "a future version",
    () => spoiled("pavise-scenario/1", "pavise-scenario/2"),
    placed(/schema: expected pavise-scenario\/1.*later version/),
  ),
  {
    name: "a 100 MB file",
    write: (folder) => {
      const path = join(folder, "bad.yaml");
      const file = openSync(path, "w");
      // The rest is a hole: it takes no room on the disk, and reads as zeros.
      writeSync(file, scenarioText());
      ftruncateSync(file, 100_000_000);
      closeSync(file);
      return path;
    },
    says: /bad\.yaml: expected a file of at most \d+ bytes, got one of 100000000/,
  },
  badText("text that is not YAML", () => 'schema: "pavise\n  x: ]}\n\t- [\n', /^bad\.yaml:\d+:\d+/),
  badText(
    "prose",
    () => "Once upon a time there was a raid.\n",
    /^bad\.yaml:1:1: expected a mapping/,
  ),
  badText("binary bytes", () => bytes, /bad\.yaml.*: expected .*text in UTF-8/),
  {
    name: "a missing file",
    write: (folder) => join(folder, "bad.yaml"),
    says: /bad\.yaml: expected a file that is there, got no such file/,
  },
  badText(
    "an option that does not exist, in the file",
    () => spoiled("same_as: s400", "same_as: s4000"),
    placed(/options\[5\]\.same_as: .*near: s400/),
  ),
  badText(
    "two units with one id",
    () => spoiled("id: patriot_erbil", "id: patriot_asad"),
    placed(/options\[1\]\.units\[1\]\.id: expected an id of its own/),
  ),
  badText(
    "an asset and a group with one id",
    () => spoiled("- id: strike", "- id: erbil"),
    placed(/raid\[0\]\.id: expected an id of its own/),
  ),
];

/** What else comes to mind. */
export const furtherBadInputs: readonly BadInput[] = [
  badText(
    "two options with one id",
    () => spoiled("- id: sampt", "- id: s400"),
    placed(/options\[3\]\.id: expected an id of its own/),
  ),
  badText("an empty file", () => "", /^bad\.yaml:1:1: expected a mapping.*, got an empty file/),
  badText("a list", () => "[1, 2]", /^bad\.yaml:1:1: expected a mapping/),
  badText("a cut file", () => scenarioText().slice(0, 3000), /^bad\.yaml:\d+:\d+/),
  badText(
    "two documents",
    () => `${scenarioText()}---\na: 1\n`,
    /^bad\.yaml:\d+:\d+: .*one document/,
  ),
  badText(
    "a field of every object",
    () => spoiled("world: wgs84", "world: wgs84\n__proto__: {a: 1}"),
    /^bad\.yaml:\d+:\d+: expected a field name, got __proto__/,
  ),
  badText(
    "an escape sequence in a name",
    () => spoiled("system: s400", 'system: "\\e[2Js400"'),
    placed(/options\[2\]\.units\[0\]\.system/),
  ),
  { name: "a folder", write: (folder) => folder, says: /: expected a file, got a folder/ },
];
