/** `pavise sweep`: the same study over values of the defence, an unknown, or the raid's size. */

import { InputError, shownValue } from "@pavise/catalogue";
import { drawUniform } from "@pavise/kernel";
import {
  halfWidth,
  type OptionSummary,
  percentText,
  playStudy,
  roundedText,
  type StudyPlan,
  studyPlan,
  widthText,
} from "@pavise/lab";
import { type Command, Option } from "commander";
import { wholeNumber } from "./option-number.ts";
import { OutputFolder } from "./output-folder.ts";
import { openedStudy, type StudySource } from "./study-source.ts";
import { note, print } from "./terminal.ts";
import { threadExecutor } from "./thread-executor.ts";

/** Combinations of values that one sweep may have. */
const CELLS_MAX = 1000;

/** One axis: a path and its values, each as a wish. */
export interface SweepAxis {
  readonly path: string;
  readonly values: readonly string[];
}

export interface SweepRequest {
  readonly source: StudySource;
  readonly axes: readonly SweepAxis[];
  readonly plan: StudyPlan;
  readonly workers: number;
  readonly out: string | null;
}

/** @throws InputError unless the text is `PATH=a,b,c`. */
export function sweepAxis(text: string): SweepAxis {
  const at = text.indexOf("=");
  const values = text
    .slice(at + 1)
    .split(",")
    .map((value) => value.trim());
  if (at > 0 && values.every((value) => value !== "")) {
    return { path: text.slice(0, at).trim(), values };
  }
  const expected = "PATH=a,b,c, such as systems.s400.magazine=8,16,32";
  throw new InputError({ place: "--sweep", path: "", expected, got: shownValue(text) });
}

/** Every combination of values, the last axis turning fastest. */
export function sweepCells(axes: readonly SweepAxis[]): string[][] {
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > CELLS_MAX) {
    const expected = `at most ${CELLS_MAX} combinations`;
    throw new InputError({ place: "--sweep", path: "", expected, got: String(count) });
  }
  return axes.reduce<string[][]>(
    (cells, { values }) => cells.flatMap((cell) => values.map((value) => [...cell, value])),
    [[]],
  );
}

export async function sweep({ source, axes, plan, workers, out }: SweepRequest): Promise<void> {
  const cells = sweepCells(axes).map((values) => {
    const sets = axes.map(({ path }, index) => `${path}=${values[index]!}`);
    const swept = { ...source, sets: [...source.sets, ...sets] };
    // Opened before anything is played: a value that cannot be stands in no cell.
    return { values, source: swept, opened: openedStudy(swept) };
  });
  const folder = new OutputFolder(out ?? `out/${cells[0]!.opened.scenario.written.id}-sweep`);
  folder.check();
  const lines = [csvHeader(axes)];
  print(
    `${axes.map(({ path }) => path).join(" · ")} · option · arrived (8 nights of 10) · nothing`,
  );
  for (const [index, cell] of cells.entries()) {
    note(`cell ${index + 1} of ${cells.length}`);
    // The walk of the unknowns says nothing about a cell.
    const subject = { ...cell.opened.subject, unknowns: [] };
    const executor = threadExecutor({ source: cell.source, plan }, workers);
    const uniform = (path: string, draw: number) => drawUniform(source.seed, draw, path);
    const { answer } = await playStudy(subject, plan, executor, uniform);
    await executor.close();
    for (const option of answer.summary.options) {
      lines.push(csvLine(cell.values, option));
      print(`${cell.values.join(" · ")} · ${option.id} · ${cellText(option)}`);
    }
  }
  folder.write("sweep.csv", lines);
  folder.commit();
  note(`Wrote ${folder.path}/sweep.csv`);
}

function cellText({ arrivals, nothingArrives }: OptionSummary): string {
  const { mean, both } = arrivals.total;
  return `${roundedText(mean, halfWidth(both))} (${widthText(both)}) · ${percentText(nothingArrives.mean)}`;
}

const FIGURES = ["arrivals", "rounds", "nothing_arrives"] as const;

function csvHeader(axes: readonly SweepAxis[]): string {
  const figures = FIGURES.flatMap((name) => {
    const own = [name, `${name}_precision`, `${name}_ignorance_10`, `${name}_ignorance_90`];
    return name === "nothing_arrives" ? own : [...own, `${name}_both_10`, `${name}_both_90`];
  });
  return `${[...axes.map(({ path }) => path), "option", ...figures].join(",")}\n`;
}

function csvLine(values: readonly string[], option: OptionSummary): string {
  const { total } = option.arrivals;
  const { roundsSpent: rounds, nothingArrives: nothing } = option;
  const figures = [
    ...[total.mean, total.precision, ...total.ignorance, ...total.both],
    ...[rounds.mean, rounds.precision, ...rounds.ignorance, ...rounds.both],
    ...[nothing.mean, nothing.precision, ...nothing.ignorance],
  ];
  return `${[...values, option.id, ...figures].join(",")}\n`;
}

interface SweepFlags {
  readonly sweep: string[];
  readonly option?: string[];
  readonly draws: number;
  readonly replications: number;
  readonly workers: number;
  readonly seed: number;
  readonly set?: string[];
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
    .option("--out <DIR>", "where sweep.csv goes (default: out/<scenario>-sweep)")
    .action(async (named: string, flags: SweepFlags) => {
      const { draws, replications, workers } = flags;
      await sweep({
        source: sourceOf(named, flags),
        axes: flags.sweep.map(sweepAxis),
        plan: {
          ...studyPlan({ draws, replications, keepReplications: false }),
          curveReplications: 2,
        },
        workers,
        out: flags.out ?? null,
      });
    });
}
