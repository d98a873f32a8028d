/**
 * Survival tables: the chance that a sensor has no track of a threat by time t.
 *
 * The engine draws one uniform number u per threat and sensor and forms the track when the
 * survival first falls to u. That is the exact scan-by-scan M-of-N chain, turned into one look-up.
 */
import { advanceScan, trackInitiation } from "./track-initiation.ts";

/**
 * Survival over time: 1 before the first time, standing still after the last.
 *
 * Times never decrease; two equal times mark a jump. With `step`, survival holds the value of the
 * latest time passed; with `linear`, it runs straight from one time to the next.
 */
export interface SurvivalTable {
  /** s. */
  readonly times: Float64Array;
  /** Chance of no track, never increasing, in [0, 1]. */
  readonly survival: Float64Array;
  readonly interpolation: "step" | "linear";
}

/** One sensor, in one mode, against one path. */
export interface SurvivalQuestion {
  /** First moment at which the sensor may scan the threat, s. */
  readonly timeStart: number;
  /** Last moment at which it may, s. */
  readonly timeEnd: number;
  /** Time between two scans, s, > 0. */
  readonly period: number;
  /**
   * Where in its period the sensor scans: a share in [0, 1), so that scans fall on
   * (k + phase) × period of the scenario's clock; or "uniform" when nobody knows, every share
   * being as likely.
   */
  readonly phase: number | "uniform";
  /** A track needs this many detections … */
  readonly initiationM: number;
  /** … within this many consecutive scans, at most 8. */
  readonly initiationN: number;
  /** Chance that a scan at a time (s) detects; asked at scan times only, in rising order. */
  readonly detectionProbability: (time: number) => number;
  /** Phases averaged when the phase is uniform; 8 unless told. */
  readonly phases?: number;
  /**
   * A survival below this counts as none, and the table ends there with 0; SURVIVAL_NEGLIGIBLE unless
   * told. A sensor that may stand still needs its table further down: what it goes on from is the ratio
   * of two entries, however small both are.
   */
  readonly negligible?: number;
}

/** A survival below this counts as none, and the table ends there with 0, unless told otherwise. */
export const SURVIVAL_NEGLIGIBLE = 1e-12;

const PHASES_DEFAULT = 8;

/**
 * The survival table of one sensor against one path.
 *
 * With a known phase the table is a step function and exact. With an unknown one it is the average
 * over `phases` equally spaced phases, read half-way between their scans and joined by straight
 * lines.
 *
 * Measured error of that average, greatest over time, against 1,024 phases (rules 1/1, 2/3, 3/5):
 * closing at 250 m/s with a scan every 10 s, 2e-4 for 4 phases, 4e-5 for 8, 1e-5 for 16; at
 * 2 km/s and 10 s, 9e-4, 2e-4 and 5e-5. Where the detection probability jumps (a horizon) at
 * timeStart the error is below 2e-5; where it jumps later, the table is up to half a
 * sub-interval (period / 2·phases) early or late, so begin the table where visibility begins.
 *
 * @example
 * survivalTable({ timeStart: 0, timeEnd: 60, period: 10, phase: "uniform",
 *   initiationM: 2, initiationN: 3, detectionProbability: () => 0.5 });
 */
export function survivalTable(question: SurvivalQuestion): SurvivalTable {
  const { timeStart, timeEnd, period, phase } = question;
  if (!(period > 0 && Number.isFinite(period))) {
    throw new RangeError(
      `survivalTable period: expected a positive number of seconds, got ${period}`,
    );
  }
  if (!(timeEnd >= timeStart && Number.isFinite(timeEnd - timeStart))) {
    throw new RangeError(
      `survivalTable: expected timeStart ≤ timeEnd, both finite, got ${timeStart} and ${timeEnd}`,
    );
  }
  if (phase === "uniform") return phaseAveragedTable(question);
  if (!(phase >= 0 && phase < 1)) {
    throw new RangeError(
      `survivalTable phase: expected a share in [0, 1) or "uniform", got ${phase}`,
    );
  }
  return fixedPhaseTable(question, phase);
}

function fixedPhaseTable(question: SurvivalQuestion, phase: number): SurvivalTable {
  const { timeStart, timeEnd, period, detectionProbability } = question;
  const negligible = question.negligible ?? SURVIVAL_NEGLIGIBLE;
  const initiation = trackInitiation(question.initiationM, question.initiationN);
  const scanFirst = Math.ceil(timeStart / period - phase);
  const scanLast = Math.floor(timeEnd / period - phase);
  const times: number[] = [];
  const survival: number[] = [];
  let from = new Float64Array(initiation.states);
  let to = new Float64Array(initiation.states);
  from[0] = 1;
  let before = 1;
  for (let scan = scanFirst; scan <= scanLast; scan++) {
    const time = (scan + phase) * period;
    const untracked = advanceScan(initiation, from, to, 0, detectionProbability(time));
    [from, to] = [to, from];
    if (untracked === before) continue;
    const isOver = untracked < negligible;
    times.push(time);
    survival.push(isOver ? 0 : Math.min(before, untracked));
    if (isOver) break;
    before = Math.min(before, untracked);
  }
  return {
    times: Float64Array.from(times),
    survival: Float64Array.from(survival),
    interpolation: "step",
  };
}

function phaseAveragedTable(question: SurvivalQuestion): SurvivalTable {
  const { timeStart, timeEnd, period, detectionProbability } = question;
  const phases = question.phases ?? PHASES_DEFAULT;
  const negligible = question.negligible ?? SURVIVAL_NEGLIGIBLE;
  if (!(Number.isInteger(phases) && phases >= 1)) {
    throw new RangeError(
      `survivalTable phases: expected a whole number of at least 1, got ${phases}`,
    );
  }
  const initiation = trackInitiation(question.initiationM, question.initiationN);
  const states = initiation.states;
  // Scan i belongs to phase i mod P and lies half-way between node i and node i + 1.
  const step = period / phases;
  const scans = Math.floor((timeEnd - timeStart) / step + 0.5);
  const untracked = new Float64Array(phases).fill(1);
  let from = new Float64Array(states * phases);
  let to = new Float64Array(states * phases);
  for (let phase = 0; phase < phases; phase++) from[phase * states] = 1;
  const times = new Float64Array(scans + 1);
  const survival = new Float64Array(scans + 1);
  times[0] = timeStart;
  survival[0] = 1;
  let length = 1;
  for (let scan = 0, phase = 0; scan < scans; scan++) {
    const probability = detectionProbability(timeStart + (scan + 0.5) * step);
    untracked[phase] = advanceScan(initiation, from, to, phase * states, probability);
    if (++phase === phases) {
      phase = 0;
      [from, to] = [to, from];
    }
    let sum = 0;
    for (let other = 0; other < phases; other++) sum += untracked[other]!;
    const average = Math.min(survival[length - 1]!, sum / phases);
    // Of a stretch without change only the two ends are kept.
    if (length > 1 && survival[length - 1] === average && survival[length - 2] === average)
      length--;
    times[length] = Math.min(timeEnd, timeStart + (scan + 1) * step);
    const isOver = average < negligible;
    survival[length] = isOver ? 0 : average;
    length++;
    if (isOver) break;
  }
  // Nothing is lost by starting at the last moment of certainty.
  const first = length > 1 && survival[1] === 1 ? 1 : 0;
  return {
    times: times.slice(first, length),
    survival: survival.slice(first, length),
    interpolation: "linear",
  };
}

/** Index of the last time ≤ `time`, or −1. */
function indexAt(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Chance of no track by `time` (s), the scan at that very moment included. */
export function survivalAt(table: SurvivalTable, time: number): number {
  const { times, survival, interpolation } = table;
  const index = indexAt(times, time);
  if (index < 0) return 1;
  const here = survival[index]!;
  if (interpolation === "step" || index === times.length - 1) return here;
  const share = (time - times[index]!) / (times[index + 1]! - times[index]!);
  return here + (survival[index + 1]! - here) * share;
}

/**
 * The first moment (s) at which survival is at most `u` in [0, 1); Infinity when that never
 * happens. This is the moment of the track for a sensor nothing happens to.
 */
export function timeOfSurvival(table: SurvivalTable, u: number): number {
  const { times, survival, interpolation } = table;
  let low = 0;
  let high = survival.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (survival[middle]! <= u) high = middle;
    else low = middle + 1;
  }
  if (low === survival.length) return Number.POSITIVE_INFINITY;
  if (interpolation === "step" || low === 0) return times[low]!;
  const before = survival[low - 1]!;
  const share = (before - u) / (before - survival[low]!);
  return times[low - 1]! + (times[low]! - times[low - 1]!) * share;
}

/**
 * The moment of the track (s) when at `timeChange` the sensor passes to another mode, whose table
 * is `next`, still without a track and with survival `survivalAtChange` > u: the first t with
 * S(t₁) · S′(t) / S′(t₁) ≤ u.
 *
 * Exact for rules of one detection. For M of N it stands in for the memory of the window, with a
 * measured error of the mean track time, over changes between 0 (off) … 0.5 and 0.1 … 0.9 per
 * scan: 2 of 3, up to 1.4 scans too early when the probability rises and, when it falls from 0.5
 * to 0.1, 3.9 scans too late where a track takes some 60; 3 of 5, up to 2.6 and 12.1 scans. Where
 * the new mode would surely have had its track already (S′(t₁) = 0), the track forms at the change.
 * A change known in advance is better built into the table, whose chain then is exact.
 */
export function timeOfContinuation(
  survivalAtChange: number,
  next: SurvivalTable,
  timeChange: number,
  u: number,
): number {
  const already = survivalAt(next, timeChange);
  if (already === 0) return timeChange;
  return Math.max(timeChange, timeOfSurvival(next, (u * already) / survivalAtChange));
}

/** How far a product has walked through one of its tables. */
interface Cursor {
  readonly table: SurvivalTable;
  /** Number of times already passed. */
  passed: number;
}

function valueAtCursor(cursor: Cursor, time: number): number {
  const { times, survival, interpolation } = cursor.table;
  const index = cursor.passed - 1;
  if (index < 0) return 1;
  const here = survival[index]!;
  if (interpolation === "step" || cursor.passed === times.length) return here;
  const share = (time - times[index]!) / (times[cursor.passed]! - times[index]!);
  return here + (survival[cursor.passed]! - here) * share;
}

/**
 * The survival of a network: the chance that none of several sensors has a track, their scans
 * being independent.
 *
 * Exact at every time of every table; between two times of `linear` tables the product is drawn as
 * a straight line. Steps among lines stay jumps.
 */
export function survivalProduct(tables: readonly SurvivalTable[]): SurvivalTable {
  const isStep = tables.every((table) => table.interpolation === "step");
  const cursors = tables.map((table): Cursor => ({ table, passed: 0 }));
  const times: number[] = [];
  const survival: number[] = [];
  for (;;) {
    let time = Number.POSITIVE_INFINITY;
    for (const { table, passed } of cursors) {
      if (passed < table.times.length) time = Math.min(time, table.times[passed]!);
    }
    if (time === Number.POSITIVE_INFINITY) break;
    let before = 1;
    let after = 1;
    for (const cursor of cursors) {
      before *= valueAtCursor(cursor, time);
      while (
        cursor.passed < cursor.table.times.length &&
        cursor.table.times[cursor.passed] === time
      ) {
        cursor.passed++;
      }
      after *= valueAtCursor(cursor, time);
    }
    const last = survival.length > 0 ? survival[survival.length - 1]! : 1;
    if (!isStep && after < before && before <= last) {
      times.push(time);
      survival.push(before);
    }
    const isOver = after < SURVIVAL_NEGLIGIBLE;
    times.push(time);
    survival.push(isOver ? 0 : Math.min(last, after));
    if (isOver) break;
  }
  return {
    times: Float64Array.from(times),
    survival: Float64Array.from(survival),
    interpolation: isStep ? "step" : "linear",
  };
}
