/** `pavise leak`: how often a rare arrival happens, and how much sooner than by waiting for it. */
import { InputError } from "@pavise/catalogue";
import {
  countedArrivals,
  focusArrivals,
  importanceAnyArrival,
  type Sampled,
  tabulate,
} from "@pavise/lab";
import { type Command, Option } from "commander";
import { askedGround, terrainOption } from "./ground.ts";
import { wholeNumber } from "./option-number.ts";
import { openedStudy, type StudySource } from "./study-source.ts";
import { print } from "./terminal.ts";

export interface LeakRequest {
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly draw: number;
  readonly statistic: "expected" | "any";
  readonly samples: number;
}

interface Timed {
  readonly sampled: Sampled;
  readonly cpuSeconds: number;
}

function timed(estimate: () => Sampled): Timed {
  const begun = process.cpuUsage();
  const sampled = estimate();
  const { user, system } = process.cpuUsage(begun);
  return { sampled, cpuSeconds: (user + system) / 1e6 };
}

/**
 * How much less variance a second of CPU leaves than counting does. Where counting saw too little to
 * know its own variance, it is at least that of a whole number with this mean.
 */
export function varianceGain(estimate: Timed, counted: Timed): number {
  const { mean } = estimate.sampled;
  const least = mean * Math.max(0, 1 - mean);
  const variance = Math.max(counted.sampled.variance, least);
  const perSecond = (of: Timed, each: number) => (each * of.cpuSeconds) / of.sampled.samples;
  return perSecond(counted, variance) / perSecond(estimate, estimate.sampled.variance);
}

export function leak({ source, option, draw, statistic, samples }: LeakRequest): void {
  const { scenario, subject } = openedStudy(source);
  const ids = subject.options.map(({ id }) => id);
  if (option === undefined) {
    const expected = `one of ${ids.join(", ")}`;
    throw new InputError({ place: "--option", path: "", expected, got: "nothing" });
  }
  const tables = tabulate(subject.setup(option, draw));
  const nights = samples * (statistic === "expected" ? Math.max(1, tables.threatCount) : 1);
  const estimate = (): Sampled =>
    statistic === "expected"
      ? focusArrivals(tables, samples)
      : importanceAnyArrival(tables, samples);
  // Once for nothing, so that neither pays for the compiler.
  countedArrivals(tables, Math.min(nights, 2000), statistic);
  const counted = timed(() => countedArrivals(tables, nights, statistic));
  const found = timed(estimate);
  const { mean, standardError } = found.sampled;
  const of = statistic === "expected" ? "expected arrivals of a night" : "chance that any arrives";
  const method = statistic === "expected" ? "focus on one threat at a time" : "importance sampling";
  print(`${scenario.written.id} · option ${option} · draw ${draw} · seed ${source.seed}`);
  print(`${of}: ${mean.toExponential(3)} ± ${standardError.toExponential(1)} (${method})`);
  const seen = counted.sampled;
  print(
    `counted in ${nights} nights: ${seen.mean.toExponential(3)} ± ` +
      seen.standardError.toExponential(1),
  );
  const gain = varianceGain(found, counted);
  const told = Number.isFinite(gain) ? `${gain.toPrecision(2)} ×` : "no end of";
  print(`variance reduction at the same CPU time, measured: ${told}`);
}

interface LeakFlags {
  readonly option?: string;
  readonly draw: number;
  readonly statistic: "expected" | "any";
  readonly samples: number;
  readonly seed: number;
  readonly set?: string[];
  readonly terrain?: string;
}

/** Adds the command; `sourceOf` reads the scenario that is named. */
export function addLeak(
  program: Command,
  sourceOf: (named: string, flags: { seed: number; set?: string[] }) => StudySource,
): void {
  program
    .command("leak")
    .description("estimate arrivals too rare to be counted, by weighing nights in which shots miss")
    .argument("<scenario>", "id or path")
    .option("--option <ID>", "the option to play")
    .addOption(
      new Option("--statistic <NAME>", "expected arrivals, or the chance of any")
        .choices(["expected", "any"])
        .default("expected"),
    )
    .addOption(
      new Option("--samples <N>", "cycles over all threats, or nights")
        .argParser(wholeNumber("--samples", 2, 100_000_000))
        .default(5000),
    )
    .addOption(
      new Option("--draw <N>", "0: the likely values")
        .argParser(wholeNumber("--draw", 0, 0xffffffff))
        .default(0),
    )
    .addOption(
      new Option("--seed <N>")
        .argParser(wholeNumber("--seed", 0, Number.MAX_SAFE_INTEGER))
        .default(1),
    )
    .option("--set <PATH=VALUE...>", "put a value in place of what is published")
    .addOption(terrainOption())
    .action(async (named: string, flags: LeakFlags) => {
      const { option, draw, statistic, samples, seed, set } = flags;
      const written = sourceOf(named, { seed, ...(set === undefined ? {} : { set }) });
      const source = { ...written, ...(await askedGround(flags.terrain)) };
      leak({ source, option, draw, statistic, samples });
    });
}
