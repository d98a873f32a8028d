/** `pavise require`: what would have to be true for a goal to hold, by root finding. */
import { InputError, shownValue } from "@pavise/catalogue";
import {
  type AskedGoal,
  GOAL_EXPECTED,
  type Goal,
  goalFinding,
  goalFromText,
  goalPlan,
  goalWords,
  overrideFromText,
  wrappedLines,
} from "@pavise/lab";
import { type Command, Option } from "commander";
import { answeredByCrew } from "./crew.ts";
import { askedGround, terrainOption } from "./ground.ts";
import { wholeNumber } from "./option-number.ts";
import { openedStudy, type StudySource } from "./study-source.ts";
import { print } from "./terminal.ts";

const COLUMNS = 100;

export interface RequireRequest {
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly goal: Goal;
  /** `PATH=a..b` */
  readonly vary: string;
  readonly draws: number;
  readonly replications: number;
  readonly workers: number;
  readonly json: boolean;
}

/** @throws InputError for anything but a figure, a relation and a number. */
export function goalFromFlag(text: string): Goal {
  const goal = goalFromText(text);
  if (goal !== null) return goal;
  const got = shownValue(text);
  throw new InputError({ place: "--goal", path: "", expected: GOAL_EXPECTED, got });
}

/** @throws InputError for anything but a path and two figures. */
function variedFromText(text: string): Pick<AskedGoal, "vary" | "range"> {
  if (text.includes("=")) {
    const { pattern, value } = overrideFromText(text, "--vary");
    if (Array.isArray(value) && value.length === 2) {
      return { vary: pattern, range: value as [number, number] };
    }
  }
  const expected = "a path and the range to search, such as kill-probability=0..1";
  throw new InputError({ place: "--vary", path: "", expected, got: shownValue(text) });
}

export async function findRequirement(request: RequireRequest): Promise<void> {
  const { source, option, goal, draws, replications, workers } = request;
  const opened = openedStudy(source);
  const plan = goalPlan(opened, {
    ...{ option, goal, draws, replications },
    ...variedFromText(request.vary),
    places: { option: "--option", vary: "--vary" },
  });
  const finding = await answeredByCrew(source, workers, (executor, progress) =>
    goalFinding(plan, executor, progress),
  );
  if (request.json) {
    const { asked: _, ...found } = finding;
    const told = { schema: "pavise-require/1", option, goal, vary: request.vary, ...found };
    print(JSON.stringify(told, undefined, 2));
    return;
  }
  const { id } = opened.scenario.written;
  const title = opened.subject.options.find((each) => each.id === plan.option)?.title;
  print(`${id} · option ${plan.option} · ${draws} draws × ${replications} nights`);
  for (const text of goalWords(finding, title ?? plan.option)) {
    for (const line of wrappedLines(text, COLUMNS)) print(line);
  }
}

interface RequireFlags {
  readonly option?: string;
  readonly goal: Goal;
  readonly vary: string;
  readonly draws: number;
  readonly replications: number;
  readonly workers: number;
  readonly json?: true;
  readonly seed: number;
  readonly set?: string[];
  readonly terrain?: string;
}

/** Adds the command; `sourceOf` reads the scenario that is named. */
export function addRequire(
  program: Command,
  sourceOf: (named: string, flags: { seed: number; set?: string[] }) => StudySource,
  workersOption: Option,
): void {
  program
    .command("require")
    .description("find the least value of the defence or of an unknown for which a goal holds")
    .argument("<scenario>", "id or path")
    .option("--option <ID>", "the option to play")
    .addOption(
      new Option("--goal <GOAL>", "nothingArrives or arrivals, >= or <=, a number")
        .argParser(goalFromFlag)
        .default(goalFromFlag("nothingArrives >= 0.9"), "nothingArrives >= 0.9"),
    )
    .requiredOption(
      "--vary <PATH=a..b>",
      "a path, or kill-probability, warning, batteries, rounds; and the range to search",
    )
    .addOption(new Option("--draws <N>").argParser(wholeNumber("--draws", 2, 100_000)).default(40))
    .addOption(
      new Option("--replications <N>")
        .argParser(wholeNumber("--replications", 2, 10_000_000))
        .default(200),
    )
    .addOption(
      new Option("--seed <N>")
        .argParser(wholeNumber("--seed", 0, Number.MAX_SAFE_INTEGER))
        .default(1),
    )
    .addOption(workersOption)
    .option("--set <PATH=VALUE...>", "put a value in place of what is published")
    .addOption(terrainOption())
    .option("--json", "print the numbers")
    .action(async (named: string, flags: RequireFlags) => {
      const { option, goal, vary, draws, replications, workers, seed, set } = flags;
      const written = sourceOf(named, { seed, ...(set === undefined ? {} : { set }) });
      const source = { ...written, ...(await askedGround(flags.terrain)) };
      const json = flags.json === true;
      await findRequirement({ source, option, goal, vary, draws, replications, workers, json });
    });
}
