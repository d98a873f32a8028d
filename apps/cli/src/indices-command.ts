/** `pavise indices`: what matters, by shares of the variance between draws of what nobody published. */
import { InputError, shownValue } from "@pavise/catalogue";
import {
  CourseCache,
  dress,
  optionFrame,
  playNights,
  roundedText,
  type SensitivityIndex,
  SOBOL_DIMENSIONS_MAX,
  sensitivityIndices,
  tabulate,
  unknownsOf,
} from "@pavise/lab";
import { type Command, Option } from "commander";
import { wholeNumber } from "./option-number.ts";
import { openedStudy, type StudySource } from "./study-source.ts";
import { note, print } from "./terminal.ts";

const RESULTS = ["arrivals", "nothingArrives", "rounds"] as const;
type Result = (typeof RESULTS)[number];

export interface IndicesRequest {
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly result: Result;
  readonly samples: number;
  readonly replications: number;
  readonly json: boolean;
}

/** Batches are scrambled by themselves; what differs between them is the error of the indices. */
const BATCHES = 8;
/** Paths of so many points are kept at once. */
const POINTS_A_CACHE = 40;
const UNKNOWNS_SHOWN = 15;

export function indices(request: IndicesRequest): void {
  const { source, option, result, samples, replications } = request;
  const { scenario, catalogue, overrides, subject } = openedStudy(source);
  const ids = subject.options.map(({ id }) => id);
  if (option === undefined || !ids.includes(option)) {
    const got = option === undefined ? "nothing" : shownValue(option);
    throw new InputError({ place: "--option", path: "", expected: ids.join(", "), got });
  }
  // A price moves cost alone, and no result here is a cost.
  const paths = unknownsOf(scenario, catalogue, overrides)
    .filter((unknown) => unknown.options.includes(option) && unknown.unit !== "USD")
    .map(({ path }) => path);
  if (paths.length === 0 || 2 * paths.length > SOBOL_DIMENSIONS_MAX) {
    const expected = `an option with 1 to ${SOBOL_DIMENSIONS_MAX / 2} unknowns`;
    throw new InputError({ place: "--option", path: "", expected, got: `${paths.length}` });
  }
  const dimension = new Map(paths.map((path, index) => [path, index]));
  const asked = samples * (paths.length + 2);
  let courses = new CourseCache();
  let points = 0;
  const answer = (point: Float64Array): number => {
    if (++points % POINTS_A_CACHE === 0) courses = new CourseCache();
    if (points % 500 === 0) note(`${points} of ${asked} points`);
    const uniform = (path: string): number | undefined => point[dimension.get(path) ?? -1];
    const settings = { option, seed: source.seed, draw: 1, overrides, uniform };
    const setup = dress(scenario, catalogue, settings);
    const frame = optionFrame(option, setup);
    const { outcome, log } = playNights(tabulate(setup, courses), frame, replications, undefined);
    const sum = {
      arrivals: () => log.arrivals.reduce((total, each) => total + each, 0),
      nothingArrives: () => outcome.arrivals[0]!,
      rounds: () => outcome.rounds.reduce((total, nights, rounds) => total + nights * rounds, 0),
    }[result];
    return sum() / replications;
  };
  const plan = { dimensions: paths.length, samples, batches: BATCHES, seed: source.seed };
  const found = sensitivityIndices(answer, plan);
  const rows = paths
    .map((path, i) => ({ path, first: found.first[i]!, total: found.total[i]! }))
    .sort((a, b) => b.total.value - a.total.value);
  const deviation = Math.sqrt(Math.max(0, found.variance));
  if (request.json) {
    const told = { option, result, samples, replications, mean: found.mean, deviation };
    print(JSON.stringify({ schema: "pavise-indices/1", ...told, unknowns: rows }, undefined, 2));
    return;
  }
  print(`${scenario.written.id} · option ${option} · ${result} · ${samples} samples`);
  print(
    `mean ${found.mean.toFixed(2)}, standard deviation between draws ${deviation.toFixed(2)} ` +
      "(what nobody published)",
  );
  print();
  print("share of that variance alone   with all others   left if it were learnt   unknown");
  for (const { path, first, total } of rows.slice(0, UNKNOWNS_SHOWN)) {
    const left = deviation * Math.sqrt(1 - Math.min(1, Math.max(0, first.value)));
    print(
      `${indexText(first).padStart(29)} ${indexText(total).padStart(17)} ` +
        `${roundedText(left, deviation / 10).padStart(24)}   ${path}`,
    );
  }
}

function indexText({ value, standardError }: SensitivityIndex): string {
  return `${value.toFixed(2)} ± ${standardError.toFixed(2)}`;
}

interface IndicesFlags {
  readonly option?: string;
  readonly result: Result;
  readonly samples: number;
  readonly replications: number;
  readonly json?: true;
  readonly seed: number;
  readonly set?: string[];
}

/** A number of samples that batches share evenly, each a power of two of them. */
function samplesFromText(text: string): number {
  const samples = wholeNumber("--samples", 16, 1_048_576)(text);
  if (Number.isInteger(Math.log2(samples))) return samples;
  const got = shownValue(text);
  throw new InputError({ place: "--samples", path: "", expected: "a power of two", got });
}

/** Adds the command; `sourceOf` reads the scenario that is named. */
export function addIndices(
  program: Command,
  sourceOf: (named: string, flags: { seed: number; set?: string[] }) => StudySource,
): void {
  program
    .command("indices")
    .description("first-order and total Sobol indices of every unknown on one result")
    .argument("<scenario>", "id or path")
    .option("--option <ID>", "the option to play")
    .addOption(new Option("--result <NAME>", "of one night").choices(RESULTS).default("arrivals"))
    .addOption(
      new Option("--samples <N>", "a power of two; played unknowns + 2 times as often")
        .argParser(samplesFromText)
        .default(128),
    )
    .addOption(
      new Option("--replications <N>", "nights at each point")
        .argParser(wholeNumber("--replications", 2, 10_000_000))
        .default(100),
    )
    .addOption(
      new Option("--seed <N>")
        .argParser(wholeNumber("--seed", 0, Number.MAX_SAFE_INTEGER))
        .default(1),
    )
    .option("--set <PATH=VALUE...>", "put a value in place of what is published")
    .option("--json", "print the numbers")
    .action((named: string, flags: IndicesFlags) => {
      const { option, result, samples, replications, seed, set } = flags;
      const source = sourceOf(named, { seed, ...(set === undefined ? {} : { set }) });
      indices({ source, option, result, samples, replications, json: flags.json === true });
    });
}
