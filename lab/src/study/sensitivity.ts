/** How far each unknown moves the answer: at its lower and upper bound, all others likely. */
import { CourseCache } from "../engagement/course.ts";
import { tabulate } from "../engagement/tabulate.ts";
import type { Setup } from "../scenario/setup.ts";
import { playNights } from "./draw.ts";
import { optionFrame } from "./outcomes.ts";
import { setupDifference } from "./setup-difference.ts";
import {
  type Clock,
  noTime,
  type PhaseTimes,
  type StudyPlan,
  type StudySubject,
} from "./subject.ts";
import type { Influence, Interval } from "./summary.ts";

export interface WalkResult {
  readonly influence: Influence;
  readonly times: PhaseTimes;
}

/** One option with one unknown moved: what was tabulated and what it did. */
interface Footprint {
  /** The setup as text: equal texts are equal setups. */
  readonly text: string;
  readonly tablesHash: string;
  readonly checksum: string;
  readonly meanArrivals: number;
}

/** Walks unknowns one by one, keeping the likely values' own results and all paths between them. */
export class SensitivityWalk {
  private readonly subject: StudySubject;
  private readonly plan: StudyPlan;
  private readonly clock: Clock;
  private readonly courses = new CourseCache();
  private readonly likely = new Map<string, Footprint>();

  constructor(subject: StudySubject, plan: StudyPlan, clock: Clock) {
    this.subject = subject;
    this.plan = plan;
    this.clock = clock;
  }

  influence(index: number): WalkResult {
    const { path, lower, likely, upper } = this.subject.unknowns[index]!;
    const times = noTime();
    const arrivals: Record<string, Interval> = {};
    const changes = new Map<string, ReturnType<typeof setupDifference>[number]>();
    let largestMove = 0;
    let changed = false;
    for (const { id } of this.subject.options) {
      const low = this.subject.setupWith(id, path, lower);
      const high = this.subject.setupWith(id, path, upper);
      const atLow = this.footprint(id, low, times);
      const atHigh = this.footprint(id, high, times);
      arrivals[id] = [atLow.meanArrivals, atHigh.meanArrivals];
      largestMove = Math.max(largestMove, Math.abs(atHigh.meanArrivals - atLow.meanArrivals));
      changed ||= atLow.tablesHash !== atHigh.tablesHash || atLow.checksum !== atHigh.checksum;
      if (!changed) for (const each of setupDifference(low, high)) changes.set(each.field, each);
    }
    const bounds = { path, lower, likely, upper, arrivals, largestMove };
    if (changed) return { influence: bounds, times };
    const withoutEffect = whyWithoutEffect([...changes.values()]);
    return { influence: { ...bounds, withoutEffect }, times };
  }

  private footprint(option: string, setup: Setup, times: PhaseTimes): Footprint {
    const text = textOf(setup);
    const likely = this.likelyFootprint(option, times);
    if (text === likely.text) return likely;
    return this.played(option, setup, text, likely, times);
  }

  private likelyFootprint(option: string, times: PhaseTimes): Footprint {
    const known = this.likely.get(option);
    if (known !== undefined) return known;
    const setup = this.subject.setup(option, 0);
    const footprint = this.played(option, setup, textOf(setup), undefined, times);
    this.likely.set(option, footprint);
    return footprint;
  }

  private played(
    option: string,
    setup: Setup,
    text: string,
    likely: Footprint | undefined,
    times: PhaseTimes,
  ): Footprint {
    const start = this.clock();
    for (const course of setup.courses) this.courses.pathOf(setup.world, course, setup.terrain);
    const pathsDone = this.clock();
    const tables = tabulate(setup, this.courses);
    const windowsDone = this.clock();
    times.paths += pathsDone - start;
    times.windows += windowsDone - pathsDone;
    if (tables.hash === likely?.tablesHash) return { ...likely, text };
    const frame = optionFrame(option, setup);
    const { outcome, log } = playNights(tables, frame, this.plan.walkReplications, undefined);
    times.replications += this.clock() - windowsDone;
    return {
      text,
      tablesHash: tables.hash,
      checksum: outcome.checksum,
      meanArrivals: log.arrivals.reduce((sum, each) => sum + each, 0) / log.arrivals.length,
    };
  }
}

/** JSON has no word for what never ends; a setup has. */
function textOf(setup: Setup): string {
  return JSON.stringify(setup, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
}

/** Why an unknown changes no table and no tally, in words, from what it does change. */
function whyWithoutEffect(changes: ReturnType<typeof setupDifference>): string {
  if (changes.length === 0) return "no threat, sensor or fire unit of these options uses it";
  if (changes.every(({ kind }) => kind === "price")) {
    return "a price: it moves cost, never what arrives";
  }
  const absent = changes.filter(({ kind }) => kind === "absent-class");
  if (absent.length === changes.length) return "for threats this raid has none of";
  const fields = [...new Set(changes.map(({ words }) => words))].sort().join(", ");
  return `it moves ${fields}, and nothing in this raid depends on that`;
}
