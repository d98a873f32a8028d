/** One draw of one option, played for leaks too rare to be counted. */
import type { Tables } from "../engagement/tables.ts";
import { tabulate } from "../engagement/tabulate.ts";
import { focusArrivals, importanceAnyArrival, leakRefusal } from "./rare-leak.ts";
import { type Clock, noTime, type PhaseTimes, type StudySubject } from "./subject.ts";

/** Crosses threads. */
export interface LeakProbe {
  readonly option: string;
  readonly draw: number;
  /** For each of the two estimators. */
  readonly nights: number;
}

export interface LeakEstimate {
  readonly mean: number;
  /** Variance of one sample times the nights that one sample takes. */
  readonly varianceOfNight: number;
}

export interface LeakProbeResult {
  /** What the estimators cannot weigh. */
  readonly refused?: string;
  readonly expected?: LeakEstimate;
  readonly any?: LeakEstimate;
  readonly times: PhaseTimes;
}

/** Plays one draw for its leaks, by focus and by importance. */
export function playLeak(
  subject: StudySubject,
  { option, draw, nights }: LeakProbe,
  clock: Clock,
): LeakProbeResult {
  const times = noTime();
  const start = clock();
  const tables = tabulate(subject.setup(option, draw));
  const tabulated = clock();
  times.windows += tabulated - start;
  const leaks = weighedLeaks(tables, nights);
  times.replications += clock() - tabulated;
  return { ...leaks, times };
}

/** Weighing a raid of very many may not take a hundred times as long as the study that asks for it. */
const FOCUS_NIGHTS_MAX = 10;

/** Expected arrivals by focus, and the chance of any by importance, in so many nights each. */
export function weighedLeaks(tables: Tables, nights: number): Omit<LeakProbeResult, "times"> {
  const refused = leakRefusal(tables);
  if (refused !== null) return { refused };
  const threats = Math.max(1, tables.threatCount);
  // A cycle goes once round the threats; two are the fewest that know their variance.
  const cycles = Math.max(2, Math.ceil(nights / threats));
  if (cycles * threats > FOCUS_NIGHTS_MAX * nights) {
    return {
      refused: `${2 * threats} nights to focus on each threat twice, where a draw has ${nights}`,
    };
  }
  const focus = focusArrivals(tables, cycles);
  const any = importanceAnyArrival(tables, nights);
  return {
    expected: { mean: focus.mean, varianceOfNight: focus.variance * threats },
    any: { mean: any.mean, varianceOfNight: any.variance },
  };
}
