/**
 * Fire channels under a Poisson raid: a loss system, played by the engine. No closed form stands
 * here.
 */
import { ticksFromSeconds, uniformWord } from "@pavise/kernel";
import { Engagement, type Listener, RECORD, Tally, tabulate } from "@pavise/lab";
import type { Adapter, Answer } from "../adapter.ts";
import {
  certainBattery,
  certainRadar,
  certainRounds,
  type FlatCase,
  flatSetup,
} from "../flat-world.ts";
import { moveLaunches } from "../launch-times.ts";

const RUNS = 2_000;
const RUN_SECONDS = 5_000;
/** So many engagement times are dropped at the beginning of a run. */
const WARM_UP = 10;
/**
 * One second of a case is so many of the scenario: at one instant channels become free before they
 * are asked for, so that an engagement of S ticks blocks for half a tick less. Erlang's formulas
 * know no seconds; this keeps the half tick below 6e-5 of S.
 */
const SLOW_MOTION = 8;
/** Interceptors need this long to the one point at which they can meet a threat. */
const FLIGHT_SECONDS = 1;

/** Launches of one run: a Poisson process, on random numbers of the adapter's own. */
export function poissonLaunches(run: number, perSecond: number, into: Float64Array): void {
  let seconds = 0;
  for (let k = 0; k < into.length; k++) {
    const uniform = (uniformWord(0x0e7a19, 1, run, k >> 16, k & 0xffff) + 0.5) / 2 ** 32;
    seconds -= Math.log(uniform) / perSecond;
    into[k] = seconds;
  }
}

/** Everything flies alike; a launch window of one tick, and then the threat is past. */
function lossSystem(launches: Float64Array, channels: number, engagementSeconds: number): FlatCase {
  return {
    launchTimes: Array.from(launches, (seconds) => SLOW_MOTION * seconds),
    batteries: [
      certainBattery("battery", {
        channels,
        assessment_time_s: SLOW_MOTION * engagementSeconds - FLIGHT_SECONDS,
        sensors: [certainRadar("radar", { phase_s: "uniform" })],
        magazines: [
          certainRounds({
            rounds_per_launcher: 1_000_000,
            flight_time_s: FLIGHT_SECONDS,
            envelopes: { ballistic: { range_min_km: 29.9999, range_max_km: 30.0001 } },
          }),
        ],
      }),
    ],
  };
}

/** Who was engaged, of those launched after the warm-up and before the end of a run. */
class Watcher implements Listener {
  readonly #launches: Float64Array;
  readonly #from: number;
  engaged = 0;

  constructor(launches: Float64Array, from: number) {
    this.#launches = launches;
    this.#from = from;
  }

  isCounted(threat: number): boolean {
    const seconds = this.#launches[threat]!;
    return seconds >= this.#from && seconds < RUN_SECONDS;
  }

  record(kind: number, _ticks: number, threat: number): void {
    if (kind === RECORD["engagement-ordered"] && this.isCounted(threat)) this.engaged++;
  }
}

interface Run {
  readonly arrivals: number;
  readonly blocked: number;
}

/** Enough launches that a run practically never ends before its time. */
function launchCount(perSecond: number): number {
  const mean = perSecond * RUN_SECONDS;
  return Math.ceil(mean + 7 * Math.sqrt(mean) + 10);
}

function runs(perSecond: number, channels: number, engagementSeconds: number): Run[] {
  const launches = new Float64Array(launchCount(perSecond));
  poissonLaunches(0, perSecond, launches);
  const tables = tabulate(flatSetup(lossSystem(launches, channels, engagementSeconds)));
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  return Array.from({ length: RUNS }, (_, run) => {
    poissonLaunches(run, perSecond, launches);
    if (launches.at(-1)! < RUN_SECONDS) throw new Error(`run ${run} ends at ${launches.at(-1)} s`);
    moveLaunches(
      tables,
      launches.map((seconds) => ticksFromSeconds(SLOW_MOTION * seconds)),
    );
    const watcher = new Watcher(launches, WARM_UP * engagementSeconds);
    engagement.replicate(run, tally, watcher);
    let arrivals = 0;
    for (let threat = 0; threat < launches.length; threat++) {
      if (watcher.isCounted(threat)) arrivals++;
    }
    return { arrivals, blocked: arrivals - watcher.engaged };
  });
}

/** Mean of a quantity over runs; a run is one trial, for what happens within it is not independent. */
function meanOver(values: readonly number[]): Answer {
  const trials = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / trials;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { kind: "mean", mean, standardError: Math.sqrt(squares / (trials - 1) / trials), trials };
}

/** Blocked over arrived, with the error of a ratio. */
function shareBlocked(played: readonly Run[]): Answer {
  const arrivals = played.reduce((sum, run) => sum + run.arrivals, 0);
  const mean = played.reduce((sum, run) => sum + run.blocked, 0) / arrivals;
  const squares = played.reduce((sum, run) => sum + (run.blocked - mean * run.arrivals) ** 2, 0);
  return { kind: "mean", mean, standardError: Math.sqrt(squares) / arrivals, trials: RUNS };
}

function answerChannels(question: Record<string, unknown>): Record<string, Answer> {
  const [perSecond, engagementSeconds, channels] = [
    question.arrivals_per_s,
    question.engagement_s,
    question.channels,
  ].map(Number) as [number, number, number];
  const played = runs(perSecond, channels, engagementSeconds);
  const counted = RUN_SECONDS - WARM_UP * engagementSeconds;
  const erlangs = (count: number): number => (count * engagementSeconds) / counted;
  return {
    offered_erlang: meanOver(played.map(({ arrivals }) => erlangs(arrivals))),
    p_blocked_ErlangB: shareBlocked(played),
    carried_erlang: meanOver(played.map(({ arrivals, blocked }) => erlangs(arrivals - blocked))),
  };
}

export const adapters: Record<string, Adapter> = {
  erlang_fire_channels: { engine: "engine", answer: answerChannels },
};
