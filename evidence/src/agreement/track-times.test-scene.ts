/** When tracks form: survival tables as the engine plays them, and plain scans one by one. */
import { Engagement, type SensorSetup, type Setup, Tally, tabulate } from "@pavise/lab";
import { flatLowRaid } from "../setups/flat-raids.ts";

export const RUNS = 100_000;
/** Scans every 4 s, from the launch at 0 s; a threat is in sight for 200 s. */
export const PERIOD = 4;
const FLIGHT = 200;
export const forGood = Number.POSITIVE_INFINITY;

type Rule = readonly [m: number, n: number];

/** One radar, what it needs for a track, and what changes it. */
export interface Case {
  readonly rule: Rule;
  readonly phase: number | "uniform";
  readonly chance: number;
  /** Lost at this time, until that one. */
  readonly lost?: readonly [number, number];
  /** Another threat is in the sight of the one place until 42 s; it is noticed to be gone at 47 s. */
  readonly isShared?: boolean;
  /** Told where to look at this time: it then scans every 2 s. */
  readonly cuedAt?: number;
  /** What it needs for a track once it is cued: one detection, if nothing else is said. */
  readonly cuedRule?: Rule;
}

const threat = flatLowRaid().threats[0]!;
const sensor: SensorSetup = {
  id: "radar",
  role: "acquisition",
  fireUnit: -1,
  commandPost: 0,
  position: [0, 0, 0],
  mastHeight: 1_000_000,
  detection: { kind: "step", range: 1_000_000, probability: 1 },
  scanPeriod: PERIOD,
  scanPhase: 0,
  initiationM: 1,
  initiationN: 1,
  elevationMin: -Math.PI / 2,
  elevationMax: Math.PI / 2,
  sector: { centre: 0, width: 2 * Math.PI },
};

function setupOf({ rule, phase, chance, lost, isShared, cuedAt, cuedRule = [1, 1] }: Case): Setup {
  const course = (seconds: number): Setup["courses"][number] => ({
    kind: "route",
    waypoints: [
      [seconds * 200, 0, 9_000],
      [0, 0, 9_000],
    ],
    speeds: [0, 200],
  });
  const one = { ...threat, flightReliability: 1, launchSeconds: 0, course: 0 };
  const threats = [{ ...one, id: "long" }];
  if (isShared === true) threats.unshift({ ...one, id: "short", course: 1 });
  const cue = { from: ["warning"], delaySeconds: cuedAt ?? 0, scanPeriod: 2 };
  const radar: SensorSetup = {
    ...sensor,
    detection: { kind: "step", range: 1_000_000, probability: chance },
    scanPhase: phase,
    initiationM: rule[0],
    initiationN: rule[1],
    ...(lost === undefined
      ? {}
      : { loss: { atSeconds: lost[0], probability: 1, restoredSeconds: lost[1] } }),
    ...(isShared === true ? { trackCapacity: 1 } : {}),
    ...(cuedAt === undefined
      ? {}
      : { cue: { ...cue, initiationM: cuedRule[0], initiationN: cuedRule[1] } }),
  };
  const warning: SensorSetup = { ...sensor, id: "warning", isCueOnly: true };
  return {
    ...flatLowRaid(),
    seed: 7,
    courses: [course(FLIGHT), course(42)],
    threats,
    sensors: cuedAt === undefined ? [radar] : [radar, warning],
    commandPosts: [{ id: "post", dropSeconds: 5 }],
    fireUnits: [],
  };
}

/** How often the track of the long threat formed in each stretch of 4 s; the last: never. */
export function engineTimes(of: Case): number[] {
  const setup = setupOf(of);
  const tables = tabulate(setup);
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, 0, 0);
  const counts = new Array<number>(FLIGHT / PERIOD + 1).fill(0);
  const long = setup.threats.length - 1;
  let formed = forGood;
  const listener = {
    record: (kind: number, ticks: number, which: number): void => {
      if (kind === TRACK_FORMED && which === long) formed = ticks / 1024;
    },
  };
  for (let replication = 0; replication < RUNS; replication++) {
    formed = forGood;
    engagement.replicate(replication, tally, listener);
    counts[cellOf(formed)]!++;
  }
  return counts;
}

const TRACK_FORMED = 2;

function cellOf(seconds: number): number {
  return seconds < FLIGHT ? Math.floor(seconds / PERIOD) : FLIGHT / PERIOD;
}

/** Park and Miller's generator: nothing of the engine's luck. */
function uniformFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * One scan history: does this scan complete M of the last N? A scan that did not count is one of
 * the N all the same, so a long standstill leaves nothing remembered.
 */
class History {
  #hits: number[] = [];
  complete(scan: number, isHit: boolean, [m, n]: Rule): boolean {
    if (isHit) this.#hits.push(scan);
    this.#hits = this.#hits.filter((hit) => hit > scan - n);
    return isHit && this.#hits.length >= m;
  }
}

function scannedTime(of: Case, uniform: () => number): number {
  const { rule, chance, lost = [forGood, forGood], cuedAt = forGood, cuedRule = [1, 1] } = of;
  const phase = of.phase === "uniform" ? uniform() * PERIOD : of.phase;
  const isOff = (time: number): boolean => time >= lost[0] && time < lost[1];
  let followsShort = of.isShared === true ? Number.NaN : forGood;
  const [short, long] = [new History(), new History()];
  let time = phase;
  for (let scan = 0; time < FLIGHT; scan++) {
    const isFull = !Number.isNaN(followsShort) && time < 47 && of.isShared === true;
    if (!isOff(time) && !isFull) {
      if (Number.isNaN(followsShort) && time < 42) {
        if (short.complete(scan, uniform() < chance, rule)) followsShort = time;
      }
      const hasPlace = of.isShared !== true || Number.isNaN(followsShort) || time >= 47;
      const now = time > cuedAt ? cuedRule : rule;
      if (hasPlace && long.complete(scan, uniform() < chance, now)) return time;
    }
    time += time >= cuedAt - 1e-9 ? 2 : cuedAt - time < PERIOD ? stepToCue(time, cuedAt) : PERIOD;
  }
  return forGood;
}

/** The cued scans fall on even seconds: the first after the cue. */
function stepToCue(time: number, cuedAt: number): number {
  return Math.min(PERIOD, (Math.floor(cuedAt / 2) + 1) * 2 - time);
}

export function scannedTimes(of: Case): number[] {
  const uniform = uniformFrom(20_261_124);
  const counts = new Array<number>(FLIGHT / PERIOD + 1).fill(0);
  for (let run = 0; run < RUNS; run++) counts[cellOf(scannedTime(of, uniform))]!++;
  return counts;
}
