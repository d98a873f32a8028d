/** A probe: one option in one draw with something moved, for root finding and for indices. */
import { CourseCache } from "../engagement/course.ts";
import { tabulate } from "../engagement/tabulate.ts";
import type { Setup } from "../scenario/setup.ts";
import { playNights } from "./draw.ts";
import { weighedLeaks } from "./leak-probe.ts";
import { type LeverSetting, withLevers } from "./lever.ts";
import { optionFrame } from "./outcomes.ts";
import type { Wish } from "./question-plan.ts";
import { type Clock, noTime, type PhaseTimes, type StudySubject, variedSetup } from "./subject.ts";

/** One draw with levers moved, or values set, or both. Crosses threads. */
export interface Probe {
  readonly option: string;
  readonly draw: number;
  readonly replications: number;
  readonly levers: readonly LeverSetting[];
  readonly wishes: readonly Wish[];
  /** Weigh nights in which shots are made to miss, where that can be done, in place of counting. */
  readonly isWeighed?: true;
}

/** Points at which indices of variance ask: all unknowns put on uniforms. Crosses threads. */
export interface PointProbe {
  readonly option: string;
  readonly replications: number;
  /** Paths of the unknowns, in the order of the coordinates. */
  readonly paths: readonly string[];
  readonly points: readonly (readonly number[])[];
}

/** Means of one night. */
export interface ProbeMeans {
  readonly arrivals: number;
  readonly nothingArrives: number;
  readonly rounds: number;
}

export interface ProbeResult {
  /** One for a probe, one a point for points. */
  readonly means: readonly ProbeMeans[];
  /** Of a probe that was weighed: the variance of a night, by focus and by importance. */
  readonly weighed?: { readonly arrivals: number; readonly nothingArrives: number };
  readonly times: PhaseTimes;
}

/** Paths of so many setups are kept at once. */
const SETUPS_A_CACHE = 64;

/** Plays probes one after the other, keeping paths between them. */
export class ProbePlayer {
  private readonly subject: StudySubject;
  private readonly clock: Clock;
  private courses = new CourseCache();
  private setups = 0;

  constructor(subject: StudySubject, clock: Clock) {
    this.subject = subject;
    this.clock = clock;
  }

  probe({ option, draw, replications, levers, wishes, isWeighed }: Probe): ProbeResult {
    const times = noTime();
    const courses = this.coursesNow();
    const setup = variedSetup(this.subject, option, draw, { wishes });
    const moved = withLevers(setup, levers, courses);
    if (isWeighed === true) {
      const leaks = weighedLeaks(tabulate(moved, courses), replications);
      if (leaks.expected !== undefined && leaks.any !== undefined) {
        const { expected, any } = leaks;
        // Rounds are not rare: nobody weighs them, and no goal speaks of them.
        const means = { arrivals: expected.mean, nothingArrives: 1 - any.mean, rounds: Number.NaN };
        const [arrivals, nothingArrives] = [expected.varianceOfNight, any.varianceOfNight];
        return { means: [means], weighed: { arrivals, nothingArrives }, times };
      }
    }
    return { means: [this.means(option, moved, replications, times)], times };
  }

  points({ option, replications, paths, points }: PointProbe): ProbeResult {
    const times = noTime();
    const dimension = new Map(paths.map((path, index) => [path, index]));
    const means = points.map((point) => {
      const uniform = (path: string): number | undefined => point[dimension.get(path) ?? -1];
      const setup = variedSetup(this.subject, option, 1, { wishes: [], uniform });
      return this.means(option, setup, replications, times);
    });
    return { means, times };
  }

  private coursesNow(): CourseCache {
    if (++this.setups % SETUPS_A_CACHE === 0) this.courses = new CourseCache();
    return this.courses;
  }

  private means(option: string, setup: Setup, replications: number, times: PhaseTimes): ProbeMeans {
    const start = this.clock();
    const tables = tabulate(setup, this.coursesNow());
    const tabulated = this.clock();
    const { outcome } = playNights(tables, optionFrame(option, setup), replications, undefined);
    times.windows += tabulated - start;
    times.replications += this.clock() - tabulated;
    const mean = (histogram: readonly number[]): number =>
      histogram.reduce((sum, nights, value) => sum + nights * value, 0) / replications;
    return {
      arrivals: mean(outcome.arrivals),
      nothingArrives: outcome.arrivals[0]! / replications,
      rounds: mean(outcome.rounds),
    };
  }
}
