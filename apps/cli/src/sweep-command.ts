/** `pavise sweep`: the same study over values of the defence, an unknown, or the raid's size. */

import { InputError, shownValue } from "@pavise/catalogue";
import {
  type AskedSweep,
  overrideFromText,
  sweepCsv,
  sweepFinding,
  sweepPlan,
  sweepTable,
} from "@pavise/lab";
import { type Command, Option } from "commander";
import { answeredByCrew } from "./crew.ts";
import { askedGround, terrainOption } from "./ground.ts";
import { wholeNumber } from "./option-number.ts";
import { OutputFolder } from "./output-folder.ts";
import { writeTables } from "./result-tables.ts";
import { openedStudy, type StudySource } from "./study-source.ts";
import { note, printTable } from "./terminal.ts";

const FLAG = "--sweep";

type AskedAxis = AskedSweep["axes"][number];

/** @throws InputError unless the text is `PATH=a,b,c`. */
export function sweepAxis(text: string): AskedAxis {
  const at = text.indexOf("=");
  const path = text.slice(0, Math.max(at, 0)).trim();
  const values = text
    .slice(at + 1)
    .split(",")
    .map((value) => value.trim());
  if (path === "" || values.includes("")) {
    const expected = "PATH=a,b,c, such as systems.s400.magazine=8,16,32";
    throw new InputError({ place: FLAG, path: "", expected, got: shownValue(text) });
  }
  const read = values.map((value) => overrideFromText(`${path}=${value}`, FLAG).value);
  return { path, values: read as AskedAxis["values"], place: FLAG };
}

export interface SweepRequest {
  readonly source: StudySource;
  readonly axes: readonly AskedAxis[];
  readonly draws: number;
  readonly replications: number;
  readonly workers: number;
  readonly out: string | null;
}

export async function sweep(request: SweepRequest): Promise<void> {
  const { source, axes, draws, replications, workers, out } = request;
  const opened = openedStudy(source);
  const plan = sweepPlan(opened, { axes, draws, replications, place: FLAG });
  const folder = new OutputFolder(out ?? `out/${opened.scenario.written.id}-sweep`);
  folder.check();
  const finding = await answeredByCrew(source, workers, (executor, progress) =>
    sweepFinding(plan, executor, progress),
  );
  printTable(sweepTable(finding));
  writeTables(folder, [{ name: "sweep", csv: sweepCsv(finding) }]);
  folder.commit();
  note(`Wrote ${folder.path}/sweep.csv`);
}

interface SweepFlags {
  readonly sweep: string[];
  readonly option?: string[];
  readonly draws: number;
  readonly replications: number;
  readonly workers: number;
  readonly seed: number;
  readonly set?: string[];
  readonly terrain?: string;
  readonly out?: string;
}

/** Adds the command; `sourceOf` reads the scenario that is named. */
export function addSweep(
  program: Command,
  sourceOf: (
    named: string,
    flags: { seed: number; set?: string[]; option?: string[] },
  ) => StudySource,
  workersOption: Option,
): void {
  program
    .command("sweep")
    .description(
      "play a study for each of several values of the defence, an unknown, or the raid's size",
    )
    .argument("<scenario>", "id or path")
    .requiredOption("--sweep <PATH=a,b,c...>", "what is varied; several make every combination")
    .option("--option <ID...>", "play these options only")
    .addOption(new Option("--draws <N>").argParser(wholeNumber("--draws", 1, 100_000)).default(100))
    .addOption(
      new Option("--replications <N>")
        .argParser(wholeNumber("--replications", 2, 10_000_000))
        .default(500),
    )
    .addOption(
      new Option("--seed <N>")
        .argParser(wholeNumber("--seed", 0, Number.MAX_SAFE_INTEGER))
        .default(1),
    )
    .addOption(workersOption)
    .option("--set <PATH=VALUE...>", "put a value in place of what is published")
    .addOption(terrainOption())
    .option("--out <DIR>", "where sweep.csv goes (default: out/<scenario>-sweep)")
    .action(async (named: string, flags: SweepFlags) => {
      const { draws, replications, workers } = flags;
      await sweep({
        source: { ...sourceOf(named, flags), ...(await askedGround(flags.terrain)) },
        axes: flags.sweep.map(sweepAxis),
        draws,
        replications,
        workers,
        out: flags.out ?? null,
      });
    });
}
