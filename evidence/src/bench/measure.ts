/** How fast engine and baseline play one setup, in the same run, taking turns. */
import { Engagement, type Setup, Tally, tabulate } from "@pavise/lab";
import { prepared } from "../baseline/prepared.ts";
import { baselineReplication } from "../baseline/replication.ts";

/** How much to measure. */
export interface BenchSize {
  /** Turns of each, A B A B …. */
  readonly rounds: number;
  /** CPU seconds of the engine in a turn. */
  readonly engineSeconds: number;
  /** CPU seconds of the baseline in a turn; at least one replication is played. */
  readonly baselineSeconds: number;
}

export interface BenchResult {
  readonly name: string;
  readonly threats: number;
  readonly units: number;
  /** CPU seconds to build the tables. */
  readonly tableSeconds: number;
  /** Replications per CPU second. */
  readonly enginePerSecond: number;
  /** Step of the baseline, s. */
  readonly baselineStep: number;
  /** Replications per CPU second. */
  readonly baselinePerSecond: number;
  readonly ratio: number;
}

/** How long the tables of one setup took, s of CPU time. */
export interface TableResult {
  readonly name: string;
  readonly threats: number;
  readonly units: number;
  readonly tableSeconds: number;
}

/** CPU seconds of this process so far, all threads. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Plays until so many CPU seconds are over; answers how many were played and how long it took. */
function playedFor(seconds: number, batch: number, play: (replication: number) => void): number[] {
  const begun = cpuSeconds();
  let count = 0;
  let spent = 0;
  do {
    for (let k = 0; k < batch; k++) play(count++);
    spent = cpuSeconds() - begun;
  } while (spent < seconds);
  return [count, spent];
}

function playerOf(tables: ReturnType<typeof tabulate>): (replication: number) => void {
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  return (replication) => engagement.replicate(replication, tally);
}

/** Builds the tables of a setup once. */
export function measuredTables(name: string, setup: Setup): TableResult {
  const begun = cpuSeconds();
  tabulate(setup);
  const tableSeconds = cpuSeconds() - begun;
  return { name, threats: setup.threats.length, units: setup.fireUnits.length, tableSeconds };
}

/** Measures one setup. */
export function measured(
  name: string,
  setup: Setup,
  size: BenchSize,
  baselineStep: number,
): BenchResult {
  const begun = cpuSeconds();
  const tables = tabulate(setup);
  const tableSeconds = cpuSeconds() - begun;
  const play = playerOf(tables);
  const ready = prepared(setup, baselineStep);
  const batch = Math.max(1, Math.ceil(1600 / setup.threats.length));
  playedFor(size.engineSeconds / 2, batch, play);
  const engine = [0, 0];
  const baseline = [0, 0];
  for (let round = 0; round < size.rounds; round++) {
    playedFor(size.engineSeconds, batch, play).forEach((value, k) => {
      engine[k]! += value;
    });
    const playBaseline = (replication: number): void => {
      baselineReplication(setup, ready, round * 1_000_000 + replication);
    };
    playedFor(size.baselineSeconds, 1, playBaseline).forEach((value, k) => {
      baseline[k]! += value;
    });
  }
  const enginePerSecond = engine[0]! / engine[1]!;
  const baselinePerSecond = baseline[0]! / baseline[1]!;
  return {
    name,
    threats: setup.threats.length,
    units: setup.fireUnits.length,
    tableSeconds,
    enginePerSecond,
    baselineStep,
    baselinePerSecond,
    ratio: enginePerSecond / baselinePerSecond,
  };
}
