/** `pavise require`: what would have to be true for a goal to hold, by root finding. */
import { InputError, shownValue } from "@pavise/catalogue";
import {
  CourseCache,
  type Goal,
  LEVERS,
  type Lever,
  optionFrame,
  overrideFromText,
  ProbePlayer,
  pathText,
  percentText,
  playNights,
  scenarioSubject,
  tabulate,
  type ValueFound,
  valueFound,
  valuesOf,
} from "@pavise/lab";
import { type Command, Option } from "commander";
import { wholeNumber } from "./option-number.ts";
import { openedStudy, type StudySource } from "./study-source.ts";
import { print } from "./terminal.ts";

export interface RequireRequest {
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly goal: Goal;
  /** `PATH=a..b` */
  readonly vary: string;
  readonly draws: number;
  readonly replications: number;
  readonly json: boolean;
}

/** @throws InputError for anything but a figure, a relation and a number. */
export function goalFromText(text: string): Goal {
  const match = /^\s*(nothingArrives|arrivals)\s*(>=|<=)\s*(\d+(?:\.\d+)?)\s*$/.exec(text);
  if (match !== null) {
    const [, figure, relation, bound] = match as unknown as [string, string, string, string];
    return {
      figure: figure as Goal["figure"],
      relation: relation as Goal["relation"],
      bound: Number(bound),
    };
  }
  const expected = "nothingArrives or arrivals, >= or <=, and a number: 'nothingArrives >= 0.9'";
  throw new InputError({ place: "--goal", path: "", expected, got: shownValue(text) });
}

/** What may be varied beside the values of a scenario. */
const LEVER_UNITS: Readonly<Record<Lever, { readonly isCount: boolean; readonly unit: string }>> = {
  "kill-probability": { isCount: false, unit: "of one shot, every interceptor alike" },
  warning: { isCount: false, unit: "s from every unit ready to the first threat coming down" },
  batteries: { isCount: true, unit: "in place of each" },
  rounds: { isCount: true, unit: "ready in each magazine" },
};

/** Where a lever may be put. */
const LEVER_RANGES: Readonly<Record<Lever, readonly [number, number]>> = {
  "kill-probability": [0, 1],
  warning: [0, 86_400],
  batteries: [1, 16],
  rounds: [0, 10_000],
};

/** @throws InputError for a lever put where it cannot be. */
function leverOf(name: string, asked: readonly [number, number]): Lever | undefined {
  const lever = LEVERS.find((each) => each === name);
  if (lever === undefined) return undefined;
  const [least, most] = LEVER_RANGES[lever];
  const isWhole = !LEVER_UNITS[lever].isCount || asked.every(Number.isInteger);
  if (isWhole && asked[0] >= least && asked[1] <= most) return lever;
  const kind = LEVER_UNITS[lever].isCount ? "whole numbers" : "numbers";
  const expected = `${kind} from ${least} to ${most}`;
  throw new InputError({ place: "--vary", path: lever, expected, got: asked.join("..") });
}

export function findRequirement(request: RequireRequest): void {
  const { source, goal, vary, draws, replications } = request;
  const { scenario, catalogue, overrides, subject } = openedStudy(source);
  const ids = subject.options.map(({ id }) => id);
  const option = request.option;
  if (option === undefined || !ids.includes(option)) {
    const got = option === undefined ? "nothing" : shownValue(option);
    throw new InputError({ place: "--option", path: "", expected: ids.join(", "), got });
  }
  const wish = overrideFromText(vary, "--vary");
  if (!Array.isArray(wish.value) || wish.value.length !== 2) {
    const expected = "a path and the range to search, PATH=a..b";
    throw new InputError({ place: "--vary", path: "", expected, got: shownValue(vary) });
  }
  const [lower, upper] = wish.value as [number, number];
  const lever = leverOf(wish.pattern, [lower, upper]);
  const withValue = (value: number) => [...overrides, { ...wish, value }];
  const read =
    lever === undefined
      ? valuesOf(scenario, catalogue, withValue(lower)).find(({ path }) => path === wish.pattern)
      : LEVER_UNITS[lever];
  const probes = new ProbePlayer(subject, () => 0);
  const caches = Array.from({ length: draws }, () => new CourseCache());
  const found = valueFound(goal, {
    lower,
    upper,
    isCount: read?.isCount ?? false,
    figures: (value) => {
      if (lever !== undefined) {
        const levers = [{ lever, value }];
        return caches.map((_, index) => {
          const probe = { option, draw: index + 1, replications, levers, wishes: [] };
          return probes.probe(probe).means[0]![goal.figure];
        });
      }
      const settings = { seed: source.seed, overrides: withValue(value), options: [option] };
      const played = scenarioSubject(scenario, catalogue, settings);
      return caches.map((courses, index) => {
        const setup = played.setup(option, index + 1);
        const tables = tabulate(setup, courses);
        const { log } = playNights(tables, optionFrame(option, setup), replications, undefined);
        const hits = log.arrivals.reduce(
          (sum, each) => sum + (goal.figure === "arrivals" ? each : each === 0 ? 1 : 0),
          0,
        );
        return hits / replications;
      });
    },
  });
  if (request.json) {
    print(
      JSON.stringify({ schema: "pavise-require/1", option, goal, vary, ...found }, undefined, 2),
    );
    return;
  }
  print(`${scenario.written.id} · option ${option} · ${draws} draws × ${replications} nights`);
  for (const line of foundLines(found, goal, wish.pattern, read?.unit ?? "")) print(line);
}

function foundLines(found: ValueFound, goal: Goal, path: string, unit: string): string[] {
  const { value, side, precision, ignorance, neverShare, ends, crossings } = found;
  const wanted = `${goal.figure} ${goal.relation} ${goal.bound}`;
  const shown = (each: number): string => String(Number(each.toPrecision(3)));
  const name = path.includes(".") ? `${pathText(path)} (${path}` : `${path} (`;
  const what = `${name}${unit === "" || name.endsWith("(") ? "" : ", "}${unit})`;
  const lines =
    value === null
      ? [`${wanted}: never, whatever ${what} is within that range.`]
      : [
          `${wanted}: ${what} must be ${side === "from" ? "at least" : "at most"} ${shown(value)}`,
          `  precision of the runs, 90 %: ${shown(precision[0])} to ${shown(precision[1])}`,
        ];
  if (ignorance !== null) {
    lines.push(
      `  by what nobody published, in eight draws of ten of those that meet it: ` +
        `${shown(ignorance[0])} to ${shown(ignorance[1])}`,
    );
  }
  if (neverShare > 0)
    lines.push(`  in ${percentText(neverShare)} of draws no value of the range does`);
  lines.push(
    `  at the ends of the range ${goal.figure} is ${shown(ends[0])} and ${shown(ends[1])}`,
  );
  if (crossings > 1)
    lines.push(`  the mean crosses the goal ${crossings} times; told is the first`);
  return lines;
}

interface RequireFlags {
  readonly option?: string;
  readonly goal: Goal;
  readonly vary: string;
  readonly draws: number;
  readonly replications: number;
  readonly json?: true;
  readonly seed: number;
  readonly set?: string[];
}

/** Adds the command; `sourceOf` reads the scenario that is named. */
export function addRequire(
  program: Command,
  sourceOf: (named: string, flags: { seed: number; set?: string[] }) => StudySource,
): void {
  program
    .command("require")
    .description("find the least value of the defence or of an unknown for which a goal holds")
    .argument("<scenario>", "id or path")
    .option("--option <ID>", "the option to play")
    .addOption(
      new Option("--goal <GOAL>", "nothingArrives or arrivals, >= or <=, a number")
        .argParser(goalFromText)
        .default(goalFromText("nothingArrives >= 0.9"), "nothingArrives >= 0.9"),
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
    .option("--set <PATH=VALUE...>", "put a value in place of what is published")
    .option("--json", "print the numbers")
    .action((named: string, flags: RequireFlags) => {
      const { option, goal, vary, draws, replications, seed, set } = flags;
      const source = sourceOf(named, { seed, ...(set === undefined ? {} : { set }) });
      const json = flags.json === true;
      findRequirement({ source, option, goal, vary, draws, replications, json });
    });
}
