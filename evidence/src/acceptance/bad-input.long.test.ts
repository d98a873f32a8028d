/** Long: every wrong input is given to a study in a process of its own. */
import { beforeAll, describe, expect, it } from "vitest";
import { badInputs, furtherBadInputs } from "./bad-input.ts";
import { contentsOf, inFolder, pavise, refusalFaults } from "./command-line.ts";
import { scenarioId } from "./event.ts";

beforeAll(() => {
  inFolder((folder) => {
    const { status, stderr } = pavise(["--version"], folder);
    expect(status, stderr).toBe(0);
  });
}, 300_000);

const size = ["--draws", "1", "--replications", "2"];

describe("pavise study refuses with one error that says where, within 5 s, and writes nothing", () => {
  it.each([...badInputs, ...furtherBadInputs])("$name", ({ write, says }) => {
    inFolder((folder) => {
      const path = write(folder);
      const before = contentsOf(folder);
      const answered = pavise(["study", path, ...size, "--keep-replications"], folder);
      expect(refusalFaults(answered)).toEqual([]);
      expect(answered.stderr.trimEnd()).toMatch(says);
      expect(contentsOf(folder)).toEqual(before);
    });
  });

  it.each<[string, string[], RegExp]>([
    ["an option that does not exist", ["--option", "s500"], /^--option: expected an option of/],
    ["no whole number of draws", ["--draws", "1.5"], /--draws/],
    ["no draws", ["--draws", "0"], /--draws/],
    ["NaN as seed", ["--seed", "NaN"], /--seed/],
    ["a negative seed", ["--seed=-1"], /--seed/],
    ["a path that means nothing", ["--set", "systems.s400.speed=1"], /^--set: expected a path/],
    ["a route", ["--set", "raid.strike.route=1"], /^--set raid\.strike\.route: /],
    ["a place for files that is a file", ["--out", process.execPath], /^--out: expected a folder/],
  ])("%s", (_, words, says) => {
    inFolder((folder) => {
      const answered = pavise(["study", scenarioId, ...size, ...words], folder);
      expect(refusalFaults(answered)).toEqual([]);
      expect(answered.stderr).toMatch(says);
      expect(contentsOf(folder)).toEqual([]);
    });
  });
});
