import Ajv from "ajv/dist/2020.js";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { dress } from "./dress.ts";
import { realCatalogue, scenarioText } from "./real-files.test-support.ts";
import { scenarioFromText, scenarioFromValue } from "./scenario.ts";
import { checkFit } from "./scenario-value.ts";
import { scenarioJsonSchema } from "./schema.ts";

const text = scenarioText("ain-al-asad-2020");

/** The message that a change of the shipped scenario gives. */
function complaint(from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  expect(changed, `nothing to change: ${from}`).not.toBe(text);
  return complaintAbout(changed);
}

function complaintAbout(changed: string): string {
  try {
    checkFit(scenarioFromText(changed, "scenario.yaml"), realCatalogue);
  } catch (error) {
    return (error as Error).message;
  }
  return "no complaint";
}

describe("a wrong scenario gives one error with its place", () => {
  const cases: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
    [
      "unknown field",
      "count: 16",
      "cuont: 16",
      /yaml:\d+:5 raid\[0\]\.cuont: expected the field count/,
    ],
    [
      "unknown field of the root",
      "world: wgs84",
      "weather: bad\nworld: wgs84",
      /weather: expected one/,
    ],
    [
      "misspelt field that must be there",
      "title: ",
      "titel: ",
      /yaml:\d+:1 titel: expected the field title, got the field "titel"/,
    ],
    ["unknown system", "system: s400", "system: s-400", /\.system: .*\(near: s400\), got "s-400"/],
    ["unknown threat", "fateh313:\n", "fateh333:\n", /near: fateh313/],
    ["beginning of a threat's name", "fateh313:\n", "fateh:\n", /near: fateh110, fateh313/],
    ["unknown place", "place: ain_al_asad", "place: ain_al_assad", /near: ain_al_asad/],
    ["unknown interceptor", "{48n6e3: 32}", "{48n6e4: 32}", /load\.48n6e4: .*48n6e3/],
    ["wrong unit suffix", "altitude_m: 1400", "altitude_km: 1.4", /expected the field altitude_m/],
    [
      "wrong suffix of a parameter",
      "sector_centre_deg: 81",
      "reaction_time_min: 1",
      /expected the field reaction_time_s, got the field "reaction_time_min"/,
    ],
    [
      "negative count",
      "count: 16",
      "count: -5",
      /^scenario\.yaml:\d+:12 raid\[0\]\.count: expected a positive whole number, got -5$/,
    ],
    ["latitude 95", /place: ain_al_asad/, "lat_deg: 95", /lat_deg: .* from -90 to 90, got 95/],
    [
      "NaN",
      "altitude_m: 1400",
      "altitude_m: .nan",
      /altitude_m: expected a finite number, got \.nan/,
    ],
    ["bounds swapped", "[1, 2, 5]", "[5, 2, 1]", /erbil\.value: .*rising order.*got \[5, 2, 1\]/],
    ["bounds of a load swapped", "{pac3_mse: 72}", "{pac3_mse: [72, 12]}", /rising order/],
    [
      "empty raid",
      /raid:\n[\s\S]*?# How every/,
      "raid: []\n# How every",
      /raid: expected at least one/,
    ],
    ["duplicate key", "world: wgs84", "world: wgs84\nworld: flat", /"world" a second time/],
    ["alias", "world: wgs84", "world: &a wgs84\nx: *a", /got the alias \*a/],
    ["later version", "pavise-scenario/1", "pavise-scenario/2", /a form of a later version/],
    [
      "no form",
      "schema: pavise-scenario/1\n",
      "",
      /schema: expected pavise-scenario\/1, got nothing/,
    ],
    ["two units with one id", "id: s400_erbil", "id: s400_asad", /already the id of a fire unit/],
    [
      "two assets with one id",
      "- id: erbil\n",
      "- id: ain_al_asad\n",
      /already the id of an asset/,
    ],
    [
      "a unit called as a threat",
      "id: s400_erbil",
      "id: t01",
      /already the id of a threat of strike/,
    ],
    [
      "unknown option to repeat",
      "same_as: s400",
      "same_as: s4000",
      /expected the id of an option above/,
    ],
    [
      "a split without a rest",
      "qiam1: rest",
      "qiam1: 4",
      /exactly one that takes the rest, got none/,
    ],
    ["a split above the count", "[0, 8, 16]", "[0, 8, 17]", /cannot exceed 16.*got \[0, 8, 17\]/],
    ["flat fields in a round world", "world: wgs84", "world: flat", /east_m, north_m, altitude_m/],
    [
      "a threat sent beyond its range",
      /place: kermanshah_launch_area\n/,
      "lat_deg: 35\n      lon_deg: 55\n",
      /raid\[0\]\.launch: expected at most 500 km, the greatest .* fateh313, got 1010 km/,
    ],
    [
      "a change to a system nobody knows",
      "doctrine:\n",
      "systems: {s4000: {channels: 3}}\ndoctrine:\n",
      /systems\.s4000: .*near: s400/,
    ],
    [
      "no direction of a sector",
      "sector_centre_deg: 81\n",
      "title: x\n",
      /the field sector_centre_deg/,
    ],
    [
      "a prior nobody reads",
      "threats.qiam1.flight",
      "threats.quiam1.flight",
      /near: threats\.qiam1/,
    ],
  ];
  test.each(cases)("%s", (_name, from, to, message) => {
    expect(complaint(from, to)).toMatch(message);
  });

  test.each([
    ["alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", /got the alias/],
    ["lists nested 20,000 deep", `a: ${"[".repeat(20_000)}`, /at most 100 levels deep/],
    ["mappings nested 20,000 deep", `a: ${"{a: ".repeat(20_000)}`, /at most 100 levels deep/],
    ["six million characters", `a: ${"x".repeat(6_000_000)}`, /at most 5 million characters/],
    ["not YAML", "{{{ : ][", /expected YAML/],
    ["prose", "hello world", /expected a mapping of fields/],
    ["binary bytes", "PK\u0003\u0004\u0000", /readable text in UTF-8/],
    ["an empty file", "", /expected a mapping of fields/],
  ])("%s", (_name, content, message) => {
    expect(complaintAbout(content)).toMatch(message);
  });

  it("refuses an option that does not exist, and names those that do", () => {
    const scenario = scenarioFromText(text, "scenario.yaml");
    const settings = { option: "s40", seed: 1, draw: 0 };
    expect(() => dress(scenario, realCatalogue, settings)).toThrow(
      /--option: expected an option of ain-al-asad-2020: none, patriot, .*near: s400.*got "s40"/,
    );
  });
});

describe("the shipped scenario", () => {
  it("fits the catalogue", () => {
    expect(complaintAbout(text)).toBe("no complaint");
  });

  it("is the same read as YAML and given as plain values", () => {
    const value = scenarioFromValue(parse(text));
    expect(value.written).toEqual(scenarioFromText(text, "scenario.yaml").written);
    expect(value.hash).toBe(scenarioFromText(text, "other.yaml").hash);
  });

  it("has a hash that comments do not change and one threat more does", () => {
    const { hash } = scenarioFromText(text, "scenario.yaml");
    expect(scenarioFromText(`# a remark\n${text}`, "scenario.yaml").hash).toBe(hash);
    expect(scenarioFromText(text.replace("count: 16", "count: 17"), "a").hash).not.toBe(hash);
  });
});

describe("plain values", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "refuse %s, which no file can hold",
    (altitude) => {
      const value = parse(text);
      value.raid[0].launch.altitude_m = altitude;
      expect(() => scenarioFromValue(value, "case 3")).toThrow(
        /raid\[0\]\.launch\.altitude_m: expected a number/,
      );
    },
  );

  it("refuse what is no mapping", () => {
    expect(() => scenarioFromValue([1, 2])).toThrow(/expected a mapping of fields, got \[1, 2\]/);
  });
});

describe("the JSON Schema for editors", () => {
  const validate = new Ajv.default({ strict: true }).compile(scenarioJsonSchema());

  it("is accepted by a strict validator and accepts the shipped scenario", () => {
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("underlines an unknown field and a negative count", () => {
    const value = parse(text);
    expect(validate({ ...value, weather: "bad" })).toBe(false);
    value.raid[0].count = -5;
    expect(validate(value)).toBe(false);
  });
});
