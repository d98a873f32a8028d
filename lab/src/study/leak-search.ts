/**
 * Leaks too rare to be counted by the nights of a study. Where an option that fires let something
 * through in only a few of all its nights, its draws are played again with shots that are made to miss
 * and weighed back: focus for the expected arrivals, importance for the chance that anything arrives.
 *
 * What is told as gained is variance within draws at the same number of nights, so that it is the same
 * on every machine; `pavise leak` measures it by the second. It may be below 1, where leaks are not
 * misses (a whole unit that fails): the count then stands, and the answer says so.
 */
import type { DrawResult } from "./draw.ts";
import type { Executor, StudyJob } from "./executor.ts";
import type { LeakEstimate, LeakProbeResult } from "./leak-probe.ts";
import { mean, standardDeviation } from "./moments.ts";
import type { Summary } from "./summary.ts";

/** With fewer nights in which anything arrived, a count is good to a fifth of itself at best. */
export const LEAKS_COUNTED_MIN = 30;

/** One figure by both ways, over draws 1 … D. */
export interface LeakFigure {
  readonly mean: number;
  /** Standard error over draws. */
  readonly precision: number;
  readonly counted: number;
  readonly countedPrecision: number;
  /** Variance within draws of counting over that of weighing, a night; null where weighing has none. */
  readonly varianceReduction: number | null;
}

export interface LeakFinding {
  readonly option: string;
  /** Nights of draws 1 … D, and those in which anything arrived. */
  readonly nights: number;
  readonly nightsWithArrivals: number;
  /** Why nothing could be weighed, in the first draw where it could not. */
  readonly refused?: string;
  /** Mean arrivals of a night, by focus. */
  readonly arrivals?: LeakFigure;
  /** Chance that anything arrives, by importance. */
  readonly anyArrives?: LeakFigure;
}

/** In more than one night of ten nothing is rare, however few nights were played. */
const RARE_SHARE_MAX = 0.1;

/** Whether so many events are too few to be counted. */
export function isRareLeak(events: number): boolean {
  return events < LEAKS_COUNTED_MIN;
}

/** Findings for the options that fire and hardly let anything through; the same whoever plays them. */
export async function leakFindings(
  { summary }: { readonly summary: Summary },
  draws: readonly DrawResult[],
  executor: Executor,
  progress: (done: number, total: number) => void = () => {},
): Promise<LeakFinding[]> {
  const { replications } = summary;
  const drawn = draws.slice(1);
  const found: LeakFinding[] = [];
  for (const [index, { id, roundsSpent }] of summary.options.entries()) {
    const histograms = drawn.map(({ outcomes }) => outcomes[index]!.arrivals);
    const events = histograms.reduce((sum, nights) => sum + replications - nights[0]!, 0);
    const nights = drawn.length * replications;
    if (roundsSpent.mean === 0 || !isRareLeak(events) || events > RARE_SHARE_MAX * nights) continue;
    const jobs = drawn.map(({ draw }): StudyJob => {
      return { kind: "leak", probe: { option: id, draw, nights: replications } };
    });
    const played = await executor.play(jobs, (done) => progress(done, jobs.length));
    const results = played.flatMap((each) => (each.kind === "leak" ? [each.result] : []));
    found.push({
      option: id,
      nights,
      nightsWithArrivals: events,
      ...figuresOf(results, histograms, replications),
    });
  }
  return found;
}

function figuresOf(
  results: readonly LeakProbeResult[],
  histograms: readonly (readonly number[])[],
  replications: number,
): Pick<LeakFinding, "refused" | "arrivals" | "anyArrives"> {
  const refused = results.find((each) => each.refused !== undefined)?.refused;
  if (refused !== undefined) return { refused };
  const arrived = histograms.map((nights) => {
    return nights.reduce((sum, count, value) => sum + count * value, 0) / replications;
  });
  const any = histograms.map((nights) => 1 - nights[0]! / replications);
  return {
    arrivals: leakFigure(
      results.map((each) => each.expected!),
      arrived,
    ),
    anyArrives: leakFigure(
      results.map((each) => each.any!),
      any,
    ),
  };
}

/**
 * Variance of a night that is counted over that of a night that is weighed; null where nothing is left.
 * What was seen too seldom does not know its own variance: a whole number has at least this one.
 */
export function varianceReduction(
  means: readonly number[],
  weighed: readonly number[],
): number | null {
  const ofCounting = mean(means.map((each) => each * Math.max(0, 1 - each)));
  const ofWeighing = mean(weighed);
  return ofWeighing > 0 ? ofCounting / ofWeighing : null;
}

function leakFigure(weighed: readonly LeakEstimate[], counted: readonly number[]): LeakFigure {
  const means = weighed.map((each) => each.mean);
  const error = (values: readonly number[]): number =>
    values.length < 2 ? 0 : standardDeviation(values) / Math.sqrt(values.length);
  return {
    mean: mean(means),
    precision: error(means),
    counted: mean(counted),
    countedPrecision: error(counted),
    varianceReduction: varianceReduction(
      means,
      weighed.map(({ varianceOfNight }) => varianceOfNight),
    ),
  };
}
