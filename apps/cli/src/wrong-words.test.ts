/** The mistakes of somebody who has just begun, on every command. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "./main.ts";
import { newScenario } from "./new-scenario.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-wrong-words-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const mine = newScenario("mine");
writeFileSync(at("mine.yaml"), mine);
writeFileSync(at("empty.yaml"), "");
writeFileSync(at("negative.yaml"), mine.replace(/^( *)count: .*/m, "$1count: -3"));
writeFileSync(at("tab.yaml"), mine.replace(/^raid:/m, "\traid:"));
mkdirSync(at("folder"));

let said = "";
beforeEach(() => {
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
});

const flags: Readonly<Record<string, string>> = {
  study: "",
  validate: "",
  run: "--option none",
  coverage: "",
  sweep: "--sweep raid.drones.count=4,8",
  require: "--vary kill-probability=0..1",
  indices: "",
  leak: "--option none",
  new: "copy --from",
  reproduce: "",
};

/** Words of the command line that name a file. */
function wordsFor(command: string, file: string): string[] {
  const more = flags[command]!.split(" ").filter((word) => word !== "");
  return command === "new" ? [command, ...more, file] : [command, file, ...more];
}

/** Where, what was expected, what came: one line, exit code 2, and the folder as it was. */
async function refused(words: readonly string[], where: string | RegExp): Promise<void> {
  const before = readdirSync(folder);
  expect(await main(words)).toBe(2);
  expect(said).toMatch(/^[^\n]+: expected [^\n]+, got [^\n]+\n$/);
  expect(said).toMatch(where);
  expect(readdirSync(folder)).toEqual(before);
}

describe.each(Object.keys(flags))(
  "pavise %s says where, what was expected and what came of",
  (command) => {
    const isReport = command === "reproduce";
    test.each([
      ["a file that is not there", "nosuch.yaml", "nosuch.yaml"],
      ["a folder", "folder", "folder: expected a file, got a folder"],
      ["an empty file", "empty.yaml", isReport ? "report of Pavise" : "got an empty file"],
      ["a count below 0", "negative.yaml", isReport ? "a page" : /negative\.yaml:\d+:\d+ .*got -3/],
      ["a tab", "tab.yaml", isReport ? "a page" : /tab\.yaml:\d+:\d+: .*Tabs/],
    ])("%s", async (_, name, where) => {
      await refused(wordsFor(command, at(name)), where);
    });
  },
);

describe("wrong words are refused one by one:", () => {
  test.each([
    ["a name with a blank", ["new", "My Raid"], "an id of small letters"],
    [
      "a scenario to copy that is none",
      ["new", "copy", "--from", "nosuch"],
      "the id of a scenario",
    ],
    [
      "a scenario whose name is nearly right",
      ["study", "growing-rade"],
      "the id of a scenario (near: growing-raid): ain-al-asad-2020,",
    ],
    [
      "a search without a range",
      ["require", at("mine.yaml"), "--vary", "kill-probability"],
      "--vary: expected a path and the range to search, such as kill-probability=0..1, got",
    ],
    [
      "a precision of something else",
      ["study", at("mine.yaml"), "--precision", "nothing-arrives=0.1"],
      "--precision: expected arrivals, nothingArrives, rounds, = and half a width",
    ],
    ["a system that is none", ["catalogue", "show", "s500"], "catalogue show"],
    [
      "a picture of a threat",
      ["catalogue", "show", "qiam1", "--svg", at("x.svg")],
      "--svg: expected a system",
    ],
    [
      "a picture in place of a folder",
      ["catalogue", "show", "s400", "--svg", at("folder")],
      "--svg",
    ],
    [
      "a picture nowhere",
      ["catalogue", "show", "s400", "--svg", at("no/x.svg")],
      "folder that is there",
    ],
    ["a source that is none", ["catalogue", "sources", "nosuch"], "catalogue sources"],
    [
      "a unit in place of another",
      ["calc", "horizon", "--height-m", "systems.s400.radar_period_s", "--threat-height-m", "5"],
      "in that unit",
    ],
    [
      "a word for a number",
      ["calc", "horizon", "--height-m", "tall", "--threat-height-m", "5"],
      "--height-m",
    ],
    ["results that are not there", ["query", "select 1", "--in", at("folder")], "--in"],
    [
      "an overlay that is not there",
      ["--catalogue", at("nosuch"), "catalogue", "list"],
      "no such folder",
    ],
    [
      "an overlay with nothing in it",
      ["--catalogue", at("folder"), "calc", "horizon"],
      "YAML files",
    ],
    [
      "an overlay that nobody reads",
      ["--catalogue", at("folder"), "scenarios"],
      "--catalogue: expected no folder",
    ],
    [
      "an overlay of results",
      ["--catalogue", at("folder"), "query", "select 1"],
      "--catalogue: expected no folder",
    ],
    [
      "an overlay of a report",
      ["--catalogue", at("folder"), "reproduce", "r.html"],
      "--catalogue: expected no folder",
    ],
  ] as const)("%s", async (_, words, where) => {
    await refused(words, where);
  });
});
