import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { scenarioFromText, scenarioSubject } from "@pavise/lab";
import { afterAll, describe, expect, test } from "vitest";
import { newScenario, renamedScenario } from "./new-scenario.ts";
import { root } from "./repository.ts";

const command = join(root, "apps/cli/bin/pavise.mjs");
const folder = mkdtempSync(join(tmpdir(), "pavise-new-"));
afterAll(() => rmSync(folder, { recursive: true }));

function pavise(...words: string[]) {
  return spawnSync(process.execPath, [command, ...words], { cwd: folder, encoding: "utf8" });
}

describe("a new scenario", () => {
  test("is valid under its name, with three options on twelve threats and a comment at every step", () => {
    const text = newScenario("my-raid");
    const scenario = scenarioFromText(text, "my-raid.yaml");
    expect(scenario.written.id).toBe("my-raid");
    const subject = scenarioSubject(scenario, packedCatalogue(), { seed: 1 });
    expect(subject.options.map(({ id }) => subject.setup(id, 0).threats.length)).toEqual([
      12, 12, 12,
    ]);
    expect(text.split("\n").filter((line) => line.includes("#")).length).toBeGreaterThan(15);
  });

  test("keeps the comments of the scenario it is copied from and changes its id alone", () => {
    const text = readFileSync(join(root, "scenarios/growing-raid.yaml"), "utf8");
    const copy = renamedScenario(text, "mine")!;
    expect(copy.replace("id: mine", "id: growing-raid")).toBe(text);
  });

  test("is written, validates, plays, and is never written over", { timeout: 180_000 }, () => {
    expect(pavise("new", "mine").status).toBe(0);
    expect(pavise("validate", "mine.yaml").stdout).toContain("valid, 3 options");
    const study = pavise("study", "mine.yaml", "--draws", "6", "--replications", "20", "--expect");
    expect(study.stdout).toContain("1 of 1 expectation holds");
    expect(study.status).toBe(0);
    const again = pavise("new", "mine");
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("expected a name that is free here, got mine.yaml");
    expect(pavise("new", "copy", "--from", "samarra-shrine").status).toBe(0);
    expect(pavise("new", "Mine").stderr).toContain("an id of small letters");
  });
});

describe("a study whose expectation fails", () => {
  test("says so and ends with 0, or with 1 where --expect is given", { timeout: 180_000 }, () => {
    const text = newScenario("wrong").replace("less_than: options", "greater_than: options");
    const file = join(folder, "wrong.yaml");
    writeFileSync(file, text);
    const words = ["study", file, "--draws", "4", "--replications", "10"];
    const said = pavise(...words);
    expect(said.stdout).toContain("FAILS  The battery lets fewer through");
    expect(said.stdout.replaceAll(/\s+/g, " ")).toContain("Expected because: A round either");
    expect(said.status).toBe(0);
    expect(pavise(...words, "--expect").status).toBe(1);
  });
});
