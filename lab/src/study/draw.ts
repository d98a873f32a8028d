/** One draw of a study: every option on the same luck. The unit of work of an executor. */

import { CourseCache } from "../engagement/course.ts";
import { Engagement } from "../engagement/replicate.ts";
import { type Tables, withKillProbability } from "../engagement/tables.ts";
import { tabulate } from "../engagement/tabulate.ts";
import { Tally } from "../engagement/tally.ts";
import type { Setup } from "../scenario/setup.ts";
import { type NightLog, type PairedOutcome, pairedOutcomes } from "./difference.ts";
import { type GroundResult, groundResult, type OtherNights } from "./ground-doubt.ts";
import { type OptionFrame, type OptionOutcome, OutcomeCounter, optionFrame } from "./outcomes.ts";
import { replicationsRow } from "./outcomes-csv.ts";
import { FIRST_LOOK_DRAWS } from "./precision-goal.ts";
import {
  type Clock,
  noTime,
  type PhaseTimes,
  type StudyPlan,
  type StudySubject,
} from "./subject.ts";

/** Points of the kill curve: single-shot kill probability 0, 0.1, … 1. */
export const CURVE_POINTS: readonly number[] = Array.from({ length: 11 }, (_, i) => i / 10);

/** Nights shown one by one in the figure. */
export const NIGHTS_SHOWN = 100;

/** Arrivals at one point of the curve, over the nights of one draw. */
export interface CurveSums {
  readonly nights: number;
  readonly sum: number;
  readonly squares: number;
  /** Nights in which nothing arrived. */
  readonly nothing: number;
}

export interface DrawResult {
  readonly draw: number;
  /** By option. */
  readonly outcomes: readonly OptionOutcome[];
  /** The later option against the earlier, every pair once. */
  readonly pairs: readonly PairedOutcome[];
  /** By option, then by point. */
  readonly curve: readonly (readonly CurveSums[])[];
  /** Arrivals of the first few nights, by option. */
  readonly firstNights: readonly (readonly number[])[];
  readonly check?: OptionOutcome;
  /** Over the other ground, where threats fly low. */
  readonly ground?: GroundResult;
  /** Lines of `replications.csv`, where they are kept. */
  readonly rows?: string;
  readonly times: PhaseTimes;
}

interface Played {
  readonly outcome: OptionOutcome;
  readonly log: NightLog;
  readonly curve: readonly CurveSums[];
}

/** Plays one draw. Pure but for the clock, whose readings end in `times` alone. */
export function playDraw(
  subject: StudySubject,
  plan: StudyPlan,
  draw: number,
  clock: Clock,
): DrawResult {
  const table = new DrawTable(clock);
  const rows: string[] | undefined = plan.keepReplications ? [] : undefined;
  const played = subject.options.map(({ id }) =>
    table.play(id, subject.setup(id, draw), plan, rows),
  );
  const { check } = subject;
  const logs = played.map(({ log }) => log);
  const other = plan.otherGround === true ? (subject.otherGround?.() ?? null) : null;
  // A study that stops by itself may have few draws: it must have a hundred nights all the same.
  const draws = plan.precision === undefined ? plan.draws : Math.min(plan.draws, FIRST_LOOK_DRAWS);
  const shown = Math.min(plan.replications, Math.ceil(NIGHTS_SHOWN / Math.max(1, draws)));
  return {
    draw,
    outcomes: played.map(({ outcome }) => outcome),
    pairs: pairedOutcomes(logs),
    curve: played.map(({ curve }) => curve),
    firstNights: logs.map((log) => [...log.arrivals.slice(0, shown)]),
    ...(check === undefined ? {} : { check: table.playCheck(check.setup(draw), plan) }),
    ...(other === null
      ? {}
      : {
          ground: groundResult(logs, (id) => table.playOther(id, other.setup(id, draw), plan)),
        }),
    ...(rows === undefined ? {} : { rows: rows.join("") }),
    times: table.times,
  };
}

/** The paths of one draw, shared by its options, and the time each phase took. */
class DrawTable {
  readonly times: PhaseTimes = noTime();
  private readonly courses = new CourseCache();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  private tables(setup: Setup): Tables {
    const start = this.clock();
    for (const course of setup.courses) this.courses.pathOf(setup.world, course, setup.terrain);
    const pathsDone = this.clock();
    const tables = tabulate(setup, this.courses);
    this.times.paths += pathsDone - start;
    this.times.windows += this.clock() - pathsDone;
    return tables;
  }

  play(option: string, setup: Setup, plan: StudyPlan, rows: string[] | undefined): Played {
    const tables = this.tables(setup);
    const start = this.clock();
    const frame = optionFrame(option, setup);
    const { outcome, log } = playNights(tables, frame, plan.replications, rows);
    const curve = killCurve(tables, log, plan.curveReplications);
    this.times.replications += this.clock() - start;
    return { outcome, log, curve };
  }

  playOther(option: string, setup: Setup, plan: StudyPlan): OtherNights {
    const tables = this.tables(setup);
    const start = this.clock();
    const frame = optionFrame(option, setup);
    const { outcome, log } = playNights(tables, frame, plan.replications, undefined);
    this.times.replications += this.clock() - start;
    return { log, arrivals: outcome.arrivals };
  }

  playCheck(setup: Setup, plan: StudyPlan): OptionOutcome {
    const tables = this.tables(setup);
    const start = this.clock();
    const frame = optionFrame("check", setup);
    const { outcome } = playNights(tables, frame, plan.replications, undefined);
    this.times.replications += this.clock() - start;
    return outcome;
  }
}

/** A tally with room for what these tables can leave behind. */
export function tallyFor(tables: Tables): Tally {
  return new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
}

/** Plays replications 0 … R − 1 of one option and counts them. */
export function playNights(
  tables: Tables,
  frame: OptionFrame,
  replications: number,
  rows: string[] | undefined,
): { outcome: OptionOutcome; log: NightLog } {
  const engagement = new Engagement(tables);
  const tally = tallyFor(tables);
  const counter = new OutcomeCounter(frame);
  const arrivals = new Uint16Array(replications);
  const fateHashes = new Uint32Array(replications);
  for (let replication = 0; replication < replications; replication++) {
    engagement.replicate(replication, tally);
    arrivals[replication] = counter.count(tally);
    fateHashes[replication] = tally.fateHash;
    rows?.push(replicationsRow(frame, replication, tally));
  }
  const { option, launched } = frame;
  return { outcome: counter.outcome(), log: { option, launched, arrivals, fateHashes } };
}

/** The same nights with every single-shot kill probability set to each point of the curve. */
function killCurve(tables: Tables, log: NightLog, nights: number): CurveSums[] {
  if (tables.slotCount === 0) {
    const sums = sumsOf(log.arrivals.subarray(0, nights));
    return CURVE_POINTS.map(() => sums);
  }
  const tally = tallyFor(tables);
  const arrivals = new Uint16Array(nights);
  return CURVE_POINTS.map((killProbability) => {
    const engagement = new Engagement(withKillProbability(tables, killProbability));
    for (let night = 0; night < nights; night++) {
      engagement.replicate(night, tally);
      arrivals[night] = tally.arrivals.reduce((sum, here) => sum + here, 0);
    }
    return sumsOf(arrivals);
  });
}

function sumsOf(arrivals: Uint16Array): CurveSums {
  let sum = 0;
  let squares = 0;
  let nothing = 0;
  for (const each of arrivals) {
    if (each === 0) nothing += 1;
    sum += each;
    squares += each * each;
  }
  return { nights: arrivals.length, sum, squares, nothing };
}
