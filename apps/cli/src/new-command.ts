/** `pavise new NAME`: writes a scenario of the user's own, from the template or from another one. */
import { existsSync, writeFileSync } from "node:fs";
import { InputError, shownValue } from "@pavise/catalogue";
import type { Command } from "commander";
import { newScenario, renamedScenario } from "./new-scenario.ts";
import { catalogueFolder, openedStudy, scenarioFile } from "./study-source.ts";
import { print } from "./terminal.ts";

const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** @throws InputError for a name that is none, a file that is there, a scenario that is not valid. */
function writeNew(name: string, from: string | undefined, overlay: string | undefined): void {
  const refused = (expected: string, got: string): InputError =>
    new InputError({ place: "pavise new", path: "NAME", expected, got });
  if (!ID.test(name)) {
    const expected = "an id of small letters, digits, underscores and hyphens";
    throw refused(expected, shownValue(name));
  }
  const file = `${name}.yaml`;
  if (existsSync(file)) throw refused("a name that is free here", `${file}, which is there`);
  const base = from === undefined ? null : scenarioFile(from);
  const settings = { seed: 1, sets: [], options: null, overlay: catalogueFolder(overlay) };
  // What is wrong in the scenario to copy is said of that file, at its own line.
  if (base !== null) openedStudy({ scenarioText: base.text, scenarioName: base.name, ...settings });
  const text = base === null ? newScenario(name) : renamedScenario(base.text, name);
  if (text === null) {
    throw new InputError({
      place: base!.name,
      path: "id",
      expected: "a line that begins with id:",
      got: "none",
    });
  }
  const { subject } = openedStudy({ scenarioText: text, scenarioName: file, ...settings });
  writeFileSync(file, text, { flag: "wx" });
  const option = subject.options.at(-1)!.id;
  print(`${file}: ${subject.options.length} options, ready to run. Open it: its comments say how.`);
  print(`  npx pavise validate ${file}`);
  print(`  npx pavise run ${file} --option ${option}`);
  print(`  npx pavise study ${file}`);
}

export function addNew(program: Command, overlay: () => string | undefined): void {
  program
    .command("new")
    .description("write a scenario of your own, with comments, ready to run")
    .argument("<name>", "its id; the file is NAME.yaml, here")
    .option("--from <SCENARIO>", "a copy of this scenario (id or path) instead of the small one")
    .action((name: string, { from }: { from?: string }) => writeNew(name, from, overlay()));
}
