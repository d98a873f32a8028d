import { expect, test } from "vitest";
import { isStudyDesign, overrideText, studyDesignFromText } from "./study-design.ts";

const head = "# a study\nschema: pavise-study/1\nscenario: ain-al-asad-2020\n";
const read = (more: string) => studyDesignFromText(head + more, "study.yaml");

test("knows a study from a scenario by its first field", () => {
  expect(isStudyDesign(head)).toBe(true);
  expect(isStudyDesign("# of a pavise-study/1\nschema: pavise-scenario/1\n")).toBe(false);
});

test("reads what is set as --set would, and keeps where each stands in the file", () => {
  const { overrides } = read(
    "unknowns:\n  systems.s400.reaction_time_s: [8, 12, 30]\n  raid.strike.count: 8\n",
  );
  expect(overrides.map(overrideText)).toEqual([
    "systems.s400.reaction_time_s=8..12..30",
    "raid.strike.count=8",
  ]);
  expect(overrides.map(({ place }) => place)).toEqual(["study.yaml:5:3", "study.yaml:6:3"]);
});

test("the hash is of what is said: a comment moves nothing, a draw more does", () => {
  expect(read("draws: 20 # few\n").hash).toBe(read("draws: 20\n").hash);
  expect(read("draws: 21\n").hash).not.toBe(read("draws: 20\n").hash);
});

test.each([
  ["drows: 20\n", /study\.yaml:4:1 .*the field draws/],
  ["draws: 0\n", /study\.yaml:4:8 draws: expected a whole number from 1/],
  ["unknowns: {a.b: [3, 2]}\n", /study\.yaml:4:\d+ .*rising range/],
  ["sampling: dice\n", /study\.yaml:4:11 sampling/],
  ["indices: {samples: 100}\n", /study\.yaml:4:20 indices\.samples: expected a power of two/],
  ["precision: {figure: arrivals, half: 0.2}\nsampling: sobol\n", /study\.yaml:5:11 .*independent/],
])("refuses %j at its place", (more, said) => {
  expect(() => read(more)).toThrow(said);
});
