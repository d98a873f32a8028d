/** One setup played by both, in plain data that crosses threads. */
import { type Setup, tabulate } from "@pavise/lab";
import { baselineHistograms, type Histograms } from "../baseline/agreement.ts";
import { prepared } from "../baseline/prepared.ts";
import { type AinAlAsad, ainAlAsadSetup } from "../setups/ain-al-asad.ts";
import { layeredRaid, lostPostRaid } from "../setups/command-raids.ts";
import { flatLowRaid } from "../setups/flat-raids.ts";
import { sensorRaid } from "../setups/sensor-raid.ts";
import { strikeRaid } from "../setups/strike-raid.ts";
import { engineHistograms } from "./engine-histograms.ts";
import { SINS } from "./sin.ts";

/** Seconds; the step of the comparison (design section 10). */
const STEP = 0.1;

/** The engine plays so many replications for each of the baseline, for it can. */
const ENGINE_SHARE = 10;

const FLAT_RAIDS = {
  "flat-low-raid": flatLowRaid,
  layers: layeredRaid,
  "lost-post": lostPostRaid,
  sensors: sensorRaid,
  strike: () => strikeRaid(),
} as const satisfies Readonly<Record<string, () => Setup>>;

export interface AgreementJob {
  /** An option of ain-al-asad-2020, or a raid of the flat world. */
  readonly option: "s400" | "patriot" | "sampt" | keyof typeof FLAT_RAIDS;
  readonly draw: number;
  /** Of the baseline. */
  readonly replications: number;
  /** Titles of the sins that are planted in the engine's setup besides. */
  readonly sins: readonly string[];
}

export interface JobAnswer {
  readonly where: string;
  readonly baseline: Histograms;
  readonly engine: Histograms;
  /** The engine's histograms with each sin planted, by title. */
  readonly sinned: ReadonlyMap<string, Histograms>;
}

export function setupOf({ option, draw }: AgreementJob, scenario: AinAlAsad): Setup {
  if (option in FLAT_RAIDS) return FLAT_RAIDS[option as keyof typeof FLAT_RAIDS]();
  return ainAlAsadSetup(scenario, option, draw);
}

/** Plays one job. */
export function playJob(job: AgreementJob, scenario: AinAlAsad): JobAnswer {
  const setup = setupOf(job, scenario);
  const played = (of: Setup): Histograms =>
    engineHistograms(of, tabulate(of), ENGINE_SHARE * job.replications);
  const sinned = SINS.filter(({ title }) => job.sins.includes(title)).map(
    (sin): [string, Histograms] => [sin.title, played(sin.sinned(setup))],
  );
  if (sinned.length !== job.sins.length) throw new Error(`unknown sin among: ${job.sins}`);
  return {
    where: `${job.option}, draw ${job.draw}`,
    baseline: baselineHistograms(setup, prepared(setup, STEP), job.replications),
    engine: played(setup),
    sinned: new Map(sinned),
  };
}
