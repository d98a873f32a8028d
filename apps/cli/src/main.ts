/** The command line: what a person or a script types, and what it answers with. */
import { availableParallelism } from "node:os";
import { InputError, shownValue } from "@pavise/catalogue";
import {
  overrideText,
  type PrecisionGoal,
  SAMPLING_KINDS,
  type SamplingKind,
  STANDARD_DRAWS,
  STANDARD_REPLICATIONS,
  tabulate,
} from "@pavise/lab";
import { Command, CommanderError, Option } from "commander";
import { addCalc } from "./calc/calc-command.ts";
import { addCatalogue } from "./catalogue-command.ts";
import { addCoverage } from "./coverage-flags.ts";
import { askedGround, terrainOption } from "./ground.ts";
import { addIndices } from "./indices-command.ts";
import { addLeak } from "./leak-command.ts";
import { addNew } from "./new-command.ts";
import { wholeNumber } from "./option-number.ts";
import { jointPrecision, precisionFromText } from "./precision-flag.ts";
import { addQuery } from "./query-command.ts";
import { buildIdentity, identityText } from "./repository.ts";
import { DRAWS_MAX, REPLICATIONS_MAX } from "./reproduce-block.ts";
import { reproduce } from "./reproduce-command.ts";
import { addRequire } from "./require-command.ts";
import { run } from "./run-command.ts";
import { addScenarios } from "./scenarios-command.ts";
import { study } from "./study-command.ts";
import {
  catalogueFolder,
  checkDesign,
  designFile,
  openedStudy,
  type StudySource,
  scenarioFile,
} from "./study-source.ts";
import { addSweep } from "./sweep-command.ts";
import { note, print } from "./terminal.ts";

const DONE = 0;
const FAILED = 1;
const INPUT_WRONG = 2;
const EXIT_CODES = `
Exit codes: ${DONE} done, ${FAILED} failed, ${INPUT_WRONG} the input was wrong, 130 interrupted.`;
const WORKERS_MAX = 256;

interface SourceFlags {
  readonly seed: number;
  readonly set?: string[];
  readonly option?: string[];
}

interface StudyFlags extends SourceFlags {
  readonly terrain?: string;
  readonly draws?: number;
  readonly replications?: number;
  readonly workers: number;
  readonly out?: string;
  readonly keepReplications?: true;
  readonly json?: true;
  readonly expect?: true;
  readonly precision?: PrecisionGoal;
  readonly sampling?: SamplingKind;
  readonly resume?: true;
}

interface RunFlags {
  readonly terrain?: string;
  readonly seed: number;
  readonly set?: string[];
  readonly option?: string;
  readonly draw: number;
  readonly replication: number;
  readonly json?: true;
}

function sourceOf(named: string, catalogue: string | undefined, flags: SourceFlags): StudySource {
  const { text, name } = scenarioFile(named);
  return {
    scenarioText: text,
    scenarioName: name,
    seed: flags.seed,
    sets: flags.set ?? [],
    options: flags.option ?? null,
    overlay: catalogueFolder(catalogue),
  };
}

const seedOption = (): Option =>
  new Option("--seed <N>", "where all luck begins")
    .argParser(wholeNumber("--seed", 0, Number.MAX_SAFE_INTEGER))
    .default(1);

const setOption = (): Option =>
  new Option(
    "--set <PATH=VALUE...>",
    "put a value or a range a..b..c in place of what is published",
  );

const workersOption = (): Option =>
  new Option("--workers <N>", "threads")
    .argParser(wholeNumber("--workers", 1, WORKERS_MAX))
    .default(availableParallelism(), "one a core");

function addStudy(program: Command, catalogue: () => string | undefined): void {
  program
    .command("study")
    .description("play every option on the same luck, over draws of what nobody published")
    .argument("<scenario>", "id or path, or the path of a study file")
    .option("--option <ID...>", "play these options only")
    .addOption(
      new Option(
        "--draws <N>",
        `of what nobody published (default: the scenario's, else ${STANDARD_DRAWS})`,
      ).argParser(wholeNumber("--draws", 1, DRAWS_MAX)),
    )
    .addOption(
      new Option(
        "--replications <N>",
        `nights of each option in each draw (default: the scenario's, else ${STANDARD_REPLICATIONS})`,
      ).argParser(wholeNumber("--replications", 2, REPLICATIONS_MAX)),
    )
    .addOption(seedOption())
    .addOption(workersOption())
    .option("--out <DIR>", "where the files go (default: out/<scenario>)")
    .addOption(setOption())
    .addOption(terrainOption())
    .option("--keep-replications", "also write replications.csv, a line for every night")
    .option("--json", "print summary.json and nothing else")
    .addOption(
      new Option(
        "--precision <FIGURE=HALF>",
        "stop by itself once the 90 % precision interval is this narrow: arrivals=0.2",
      ).argParser(precisionFromText),
    )
    .addOption(new Option("--sampling <KIND>", "how unknowns are drawn").choices(SAMPLING_KINDS))
    .option("--resume", "keep what is played, and go on from what was kept before")
    .option("--expect", "end with 1 if an expectation of the scenario fails")
    .action(async (named: string, flags: StudyFlags, command: Command) => {
      const isSeedAsked = command.getOptionValueSource("seed") === "cli";
      const hold = await playStudyCommand(named, flags, isSeedAsked, catalogue());
      if (flags.expect === true && !hold) throw new Different();
    });
}

/** Plays what a scenario or a study file says; flags win over both. */
async function playStudyCommand(
  named: string,
  flags: StudyFlags,
  isSeedAsked: boolean,
  catalogue: string | undefined,
): Promise<boolean> {
  const opened = designFile(named);
  const own = opened?.design.written;
  const precision = flags.precision ?? own?.precision;
  const sampling = flags.sampling ?? own?.sampling ?? "independent";
  if (precision !== undefined && sampling !== "independent") throw jointPrecision(sampling);
  const asked = sourceOf(opened?.scenario ?? named, catalogue, {
    ...flags,
    seed: isSeedAsked ? flags.seed : (own?.seed ?? flags.seed),
    set: [...(opened?.design.overrides ?? []).map(overrideText), ...(flags.set ?? [])],
  });
  if (opened !== null) checkDesign(opened, asked);
  const options = asked.options ?? own?.options ?? null;
  const source = { ...asked, options, ...(await askedGround(flags.terrain)) };
  return study({
    source,
    size: {
      draws: flags.draws ?? own?.draws,
      replications: flags.replications ?? own?.replications,
      keepReplications: flags.keepReplications === true,
      precision,
    },
    sampling,
    workers: flags.workers,
    out: flags.out ?? null,
    json: flags.json === true,
    resume: flags.resume === true,
    design: opened?.design,
  });
}

function addRun(program: Command, catalogue: () => string | undefined): void {
  program
    .command("run")
    .description("play one night and tell it second by second")
    .argument("<scenario>", "id or path")
    .option("--option <ID>", "the option to play")
    .addOption(
      new Option("--draw <N>", "0: the likely values")
        .argParser(wholeNumber("--draw", 0, 0xffffffff))
        .default(0),
    )
    .addOption(
      new Option("--replication <N>")
        .argParser(wholeNumber("--replication", 0, 0xffffffff))
        .default(0),
    )
    .addOption(seedOption())
    .addOption(setOption())
    .addOption(terrainOption())
    .option("--json", "print the records")
    .action(async (named: string, flags: RunFlags) => {
      const { option, draw, replication, json, seed, set } = flags;
      const source = sourceOf(named, catalogue(), { seed, ...(set === undefined ? {} : { set }) });
      const ground = await askedGround(flags.terrain);
      run({ source: { ...source, ...ground }, option, draw, replication, json: json === true });
    });
}

function addOthers(program: Command, catalogue: () => string | undefined): void {
  program
    .command("validate")
    .description("check a scenario as a study would, without playing it")
    .argument("<file>", "path or id")
    .addOption(terrainOption())
    .action(async (named: string, { terrain }: { terrain?: string }) => {
      const source = sourceOf(named, catalogue(), { seed: 1 });
      const { subject } = openedStudy({ ...source, ...(await askedGround(terrain)) });
      for (const { id } of subject.options) tabulate(subject.setup(id, 0));
      const { options, unknowns } = subject;
      print(`${named}: valid, ${options.length} options, ${unknowns.length} unknowns`);
    });
  program
    .command("reproduce")
    .description("run the study of a report again and compare")
    .argument("<report>", "path of a report.html")
    .addOption(workersOption())
    .option("--terrain <FILE>", "the file of heights that the report was made over")
    .action(async (path: string, flags: { workers: number; terrain?: string }) => {
      if (!(await reproduce(path, flags.workers, flags.terrain))) throw new Different();
    });
}

/** The study did not come out as it was said to; said already. */
class Different extends Error {}

/** Commands that would not look at a folder laid over the catalogue, and why. */
const WITHOUT_CATALOGUE: Readonly<Record<string, string>> = {
  query: "results carry their own values",
  reproduce: "a report carries its own catalogue",
  scenarios: "shipped scenarios are listed as they are shipped",
};

function program(version: string): Command {
  const pavise = new Command("pavise");
  const catalogue = (): string | undefined => pavise.opts<{ catalogue?: string }>().catalogue;
  pavise
    .description("An open laboratory for air and missile defence, on published numbers only.")
    .version(version, "--version")
    .option("--catalogue <DIR>", "lay a folder of files over the catalogue")
    .showHelpAfterError("(pavise --help tells more)")
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  addStudy(pavise, catalogue);
  addRun(pavise, catalogue);
  addOthers(pavise, catalogue);
  addCatalogue(pavise, catalogue);
  addCoverage(pavise, (named, flags) => sourceOf(named, catalogue(), flags));
  addLeak(pavise, (named, flags) => sourceOf(named, catalogue(), flags));
  addRequire(pavise, (named, flags) => sourceOf(named, catalogue(), flags), workersOption());
  addIndices(pavise, (named, flags) => sourceOf(named, catalogue(), flags), workersOption());
  addSweep(pavise, (named, flags) => sourceOf(named, catalogue(), flags), workersOption());
  addQuery(pavise);
  addNew(pavise, catalogue);
  addScenarios(pavise);
  addCalc(pavise, catalogue);
  for (const command of pavise.commands) command.exitOverride();
  pavise.hook("preAction", (_, command) => {
    const word = command.parent === pavise ? command.name() : "";
    const why = catalogue() === undefined ? undefined : WITHOUT_CATALOGUE[word];
    if (why === undefined) return;
    const expected = `no folder with ${word}: ${why}`;
    const got = shownValue(catalogue());
    throw new InputError({ place: "--catalogue", path: "", expected, got });
  });
  return pavise;
}

/** A reader that has seen enough (`pavise run … | head`) is no failure. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(DONE);
  });
}

/** Runs one command; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  endQuietlyOnClosedPipe();
  try {
    // Asking git takes a moment: only for those who want to know.
    const version = args.includes("--version") ? identityText(buildIdentity()) : "";
    await program(version).parseAsync(args, { from: "user" });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : INPUT_WRONG;
    if (error instanceof Different) return FAILED;
    if (error instanceof InputError) {
      note(error.message);
      return INPUT_WRONG;
    }
    note(`pavise failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    return FAILED;
  }
}
