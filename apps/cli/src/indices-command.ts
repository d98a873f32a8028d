/** `pavise indices`: what matters, by shares of the variance between draws of what nobody published. */
import { InputError, shownValue } from "@pavise/catalogue";
import {
  INDEXED_RESULTS,
  type IndexedResult,
  indexedPaths,
  optionIndices,
  roundedText,
  type SensitivityIndex,
  SOBOL_DIMENSIONS_MAX,
} from "@pavise/lab";
import { type Command, Option } from "commander";
import { answeredByCrew } from "./crew.ts";
import { askedGround, terrainOption } from "./ground.ts";
import { wholeNumber } from "./option-number.ts";
import { openedStudy, type StudySource } from "./study-source.ts";
import { print } from "./terminal.ts";

export interface IndicesRequest {
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly result: IndexedResult;
  readonly samples: number;
  readonly replications: number;
  readonly workers: number;
  readonly json: boolean;
}

const UNKNOWNS_SHOWN = 15;

export async function indices(request: IndicesRequest): Promise<void> {
  const { source, option, result, samples, replications, workers } = request;
  const { scenario, subject } = openedStudy(source);
  const ids = subject.options.map(({ id }) => id);
  if (option === undefined || !ids.includes(option)) {
    const got = option === undefined ? "nothing" : shownValue(option);
    throw new InputError({ place: "--option", path: "", expected: ids.join(", "), got });
  }
  const paths = indexedPaths(subject, option);
  if (paths.length === 0 || 2 * paths.length > SOBOL_DIMENSIONS_MAX) {
    const expected = `an option with 1 to ${SOBOL_DIMENSIONS_MAX / 2} unknowns`;
    throw new InputError({ place: "--option", path: "", expected, got: `${paths.length}` });
  }
  const found = await answeredByCrew(source, workers, (executor, progress) =>
    optionIndices(subject, option, { samples, replications, result }, executor, progress),
  );
  const { mean, deviation, unknowns } = found;
  if (request.json) {
    const told = { option, result, samples, replications, mean, deviation, unknowns };
    print(JSON.stringify({ schema: "pavise-indices/1", ...told }, undefined, 2));
    return;
  }
  print(`${scenario.written.id} · option ${option} · ${result} · ${samples} samples`);
  print(
    `mean ${mean.toFixed(2)}, standard deviation between draws ${deviation.toFixed(2)} ` +
      "(what nobody published)",
  );
  print();
  print("share of that variance alone   with all others   left if it were learnt   unknown");
  for (const { path, first, total } of unknowns.slice(0, UNKNOWNS_SHOWN)) {
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
  readonly result: IndexedResult;
  readonly samples: number;
  readonly replications: number;
  readonly workers: number;
  readonly json?: true;
  readonly seed: number;
  readonly set?: string[];
  readonly terrain?: string;
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
  workersOption: Option,
): void {
  program
    .command("indices")
    .description("first-order and total Sobol indices of every unknown on one result")
    .argument("<scenario>", "id or path")
    .option("--option <ID>", "the option to play")
    .addOption(
      new Option("--result <NAME>", "of one night").choices(INDEXED_RESULTS).default("arrivals"),
    )
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
    .addOption(workersOption)
    .option("--set <PATH=VALUE...>", "put a value in place of what is published")
    .addOption(terrainOption())
    .option("--json", "print the numbers")
    .action(async (named: string, flags: IndicesFlags) => {
      const { option, result, samples, replications, workers, seed, set } = flags;
      const written = sourceOf(named, { seed, ...(set === undefined ? {} : { set }) });
      const source = { ...written, ...(await askedGround(flags.terrain)) };
      const json = flags.json === true;
      await indices({ source, option, result, samples, replications, workers, json });
    });
}
