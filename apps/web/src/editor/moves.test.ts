import { describe, expect, test } from "vitest";
import type { Desk, DeskThing, SystemChoice } from "./desk.ts";
import { added, moved } from "./moves.ts";
import { changedText, YamlText } from "./yaml-text.ts";

const text = `assets:
  - id: base
    place: ain_al_asad # where it is
options:
  - id: none
    units: []
  - id: one
    units:
      - id: p
        at: base # beside the runway
        load: {pac3_mse: 72}
      - {id: q, position: {place: taji}, command_post: city}
`;
const spot = { at: [44.00004, 33.5] as const, height: 187.4 };
const asset: DeskThing = {
  kind: "asset",
  id: "base",
  title: "base",
  path: ["assets", 0],
  where: ["assets", 0],
  at: [0, 0],
  height: 0,
  asset: null,
  place: "ain_al_asad",
  writtenIn: null,
  hasPost: true,
};
const unit = { ...asset, kind: "unit", where: ["options", 1, "units", 0], place: null } as const;
const yaml = new YamlText(text);
const after = (changes: Parameters<typeof changedText>[1]): string => changedText(text, changes);

describe("a thing that is moved", () => {
  test("from a named place has its degrees in the place of the name", () => {
    expect(after(moved(yaml, "wgs84", asset, spot))).toContain(
      "    lat_deg: 33.5 # where it is\n    lon_deg: 44\n    altitude_m: 187\noptions",
    );
  });

  test("from an asset keeps the post that it obeyed there", () => {
    const changes = moved(yaml, "wgs84", { ...unit, asset: "base", hasPost: false }, spot);
    expect(after(changes)).toContain(
      "position: {lat_deg: 33.5, lon_deg: 44, altitude_m: 187} # beside the runway\n" +
        "        command_post: base\n        load",
    );
  });

  test("between braces stays between them, and moves again", () => {
    const where = ["options", 1, "units", 1, "position"];
    const once = after(moved(yaml, "wgs84", { ...unit, where, place: "taji" }, spot));
    expect(once).toContain("position: {lat_deg: 33.5, lon_deg: 44, altitude_m: 187}, command");
    const again = new YamlText(once);
    const changes = moved(again, "wgs84", { ...unit, where }, { at: [45, 34], height: 20 });
    expect(changedText(once, changes)).toContain(
      "position: {lat_deg: 34, lon_deg: 45, altitude_m: 20}, command",
    );
  });

  test("on the flat world has metres", () => {
    const where = ["options", 1, "units", 1, "position"];
    const flat = { at: [0.1, -0.2] as const, height: 0 };
    const changes = moved(yaml, "flat", { ...unit, where, place: "taji" }, flat);
    expect(after(changes)).toContain("{east_m: 11120, north_m: -22239, altitude_m: 0}");
  });
});

describe("a thing that is added", () => {
  const desk: Desk = { world: "wgs84", option: "one", options: [], things: [], courses: [] };
  const system: SystemChoice = {
    id: "patriot",
    name: "Patriot",
    interceptors: [],
    load: { pac3_mse: 32 },
    isNarrow: true,
    radar: { period_s: [1, 2, 3] },
  };

  test("has everything written out that it needs", () => {
    const made = added(yaml, desk, 1, { kind: "unit", system }, spot);
    expect(made.id).toBe("patriot_1");
    expect(after(made.changes)).toContain(`
      - id: patriot_1
        system: patriot
        position: {lat_deg: 33.5, lon_deg: 44, altitude_m: 187}
        command_post: base
        load: {pac3_mse: 32}
        sector_centre_deg: 0
`);
  });

  test("opens the lists that are empty or not there", () => {
    const made = added(yaml, desk, 0, { kind: "unit", system }, spot);
    expect(after(made.changes)).toContain("units:\n      - id: patriot_1\n");
    const radar = added(yaml, desk, 1, { kind: "sensor", system }, spot);
    expect(after(radar.changes)).toContain(
      "    sensors:\n      - id: radar_1\n        role: acquisition\n",
    );
  });
});
