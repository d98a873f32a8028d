import { describe, expect, test } from "vitest";
import { placeInText } from "./place-in-text.ts";

const top = `assets:
  - id: a
    place: x
options:
  - id: none
    units: []
  # a comment
  - id: two
    units:
      - id: p
        load: {m: 3}
      - id: q
`;

describe("the place of a cursor", () => {
  test.each([
    ["sch", [], null, "sch"],
    [`${top}        sys`, ["options", 1, "units", 1], null, "sys"],
    [`${top}        system: pa`, ["options", 1, "units", 1], "system", "pa"],
    [`${top}        load: {pac`, ["options", 1, "units", 1, "load"], null, "pac"],
    [`${top}        position: {place: ta`, ["options", 1, "units", 1, "position"], "place", "ta"],
    [`${top}      - {id: r, at: `, ["options", 1, "units", 2], "at", ""],
    [
      `${top}        radars:\n          acquisition:\n            av`,
      ["options", 1, "units", 1, "radars", "acquisition"],
      null,
      "av",
    ],
    [
      "raid:\n  - id: g\n    route:\n      - {place: a}\n      - {pl",
      ["raid", 0, "route", 1],
      null,
      "pl",
    ],
    ["raid:\n- id: g\n  thr", ["raid", 0], null, "thr"],
    ["raid:\n  - id: g\n    route: [{place: a}, {lat", ["raid", 0, "route", 1], null, "lat"],
  ])("%# is found", (before, path, field, typed) => {
    expect(placeInText(before)).toEqual({ path, field, typed });
  });
});
