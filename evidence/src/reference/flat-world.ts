/**
 * Engagement cases as scenarios of the flat world. Everything is certain, instant and without limit
 * unless a case says otherwise: threats come from the east at 1 km/s, a radar sees them on its
 * first scan, an interceptor takes a fixed time. Scenarios go the way every scenario goes: checked,
 * dressed, tabulated, replicated.
 */
import {
  dress,
  Engagement,
  FATE,
  type Listener,
  type Setup,
  scenarioFromValue,
  type Tables,
  Tally,
  tabulate,
} from "@pavise/lab";

type Fields = Record<string, unknown>;

export interface Battery extends Fields {
  readonly id: string;
}

export interface FlatCase {
  /** One launch time a threat. */
  readonly launchTimes: readonly number[];
  readonly flightSeconds?: number;
  readonly speed?: number;
  readonly heightMetres?: number;
  readonly batteries: readonly Battery[];
  readonly threat?: Fields;
  /** Laid over the option. */
  readonly option?: Fields;
}

/** Sees everything, on a scan at the launch of the threat; a case lays its own fields over it. */
export function certainRadar(id: string, more: Fields = {}): Fields {
  return {
    id,
    role: "engagement",
    mast_height_m: 10_000,
    step: { range_km: 2_000, detection_probability: 1 },
    period_s: 1,
    phase_s: 0,
    initiation_m: 1,
    initiation_n: 1,
    ...more,
  };
}

/** Rounds without end that need one second to anywhere and always kill. */
export function certainRounds(more: Fields = {}): Fields {
  return {
    interceptor: "round",
    launchers: 1,
    rounds_per_launcher: 10_000,
    flight_time_s: 1,
    envelopes: { ballistic: {} },
    single_shot_kill_probability: { ballistic: 1 },
    ...more,
  };
}

/** One shot at once against everything; channels without limit. */
export function certainBattery(id: string, more: Fields = {}): Battery {
  return {
    id,
    position: { east_m: 0, north_m: 0, altitude_m: 0 },
    command_post: "post",
    channels: 1_000,
    reaction_time_s: 0,
    launch_spacing_s: 0,
    assessment_time_s: 0,
    doctrine: { salvo_per_look: [1], looks_max: 1 },
    sensors: [certainRadar(`${id}-radar`)],
    magazines: [certainRounds()],
    ...more,
  };
}

/** A group of a scenario lists at most so many launch times. */
const GROUP_MAX = 10_000;

function groupsOf(launchTimes: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (let first = 0; first < launchTimes.length; first += GROUP_MAX) {
    groups.push(launchTimes.slice(first, first + GROUP_MAX));
  }
  return groups;
}

/** The scenario as a user would write it. */
export function flatScenario(question: FlatCase): Fields {
  const { flightSeconds = 60, speed = 1_000, heightMetres = 10_000 } = question;
  return {
    schema: "pavise-scenario/1",
    id: "reference",
    title: "Reference case",
    question: "What does the engine answer?",
    world: "flat",
    assets: [{ id: "base", east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 5 }],
    threats: { straight: { class: "ballistic", rcs_m2: 1, ...question.threat } },
    raid: groupsOf(question.launchTimes).map((launchTimes, index) => ({
      id: index === 0 ? "raid" : `raid-${index + 1}`,
      threat: "straight",
      aim: "base",
      count: launchTimes.length,
      route: [
        { east_m: flightSeconds * speed, north_m: 0, altitude_m: heightMetres },
        { east_m: 0, north_m: 0, altitude_m: heightMetres },
      ],
      speed_m_s: speed,
      launch_times_s: launchTimes,
    })),
    options: [{ id: "defence", units: question.batteries, ...question.option }],
  };
}

export function flatSetup(question: FlatCase): Setup {
  const scenario = scenarioFromValue(flatScenario(question), "reference case");
  return dress(scenario, null, { option: "defence", seed: 1, draw: 0 });
}

/** The same launch time for all. */
export function together(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}

/** Replications that a simulated answer needs. */
export const REPLICATIONS = 200_000;

/** What replications add up to. */
export interface Totals {
  readonly replications: number;
  readonly threats: number;
  /** Replications by number of threats that were not intercepted. */
  readonly leakers: number[];
  /** Replications by number of threats that arrived. */
  readonly arrivals: number[];
  readonly arrived: Moments;
  /** Sums over replications, and sums of squares, of leakers and of rounds. */
  readonly leaked: Moments;
  readonly rounds: Moments;
  /** Rounds by magazine slot. */
  readonly roundsBySlot: number[];
  /** Replications by total of rounds. */
  readonly roundCounts: Map<number, number>;
}

export class Moments {
  sum = 0;
  squares = 0;

  add(value: number): void {
    this.sum += value;
    this.squares += value * value;
  }

  /** As an estimate of the mean over a number of trials. */
  estimate(trials: number): {
    kind: "mean";
    mean: number;
    standardError: number;
    trials: number;
  } {
    const mean = this.sum / trials;
    const variance = Math.max(0, this.squares / trials - mean * mean);
    return { kind: "mean", mean, standardError: Math.sqrt(variance / trials), trials };
  }
}

export function played(question: FlatCase, replications = REPLICATIONS): Totals {
  const tables = tabulate(flatSetup(question));
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  const totals: Totals = {
    replications,
    threats: tables.threatCount,
    leakers: Array.from({ length: tables.threatCount + 1 }, () => 0),
    arrivals: Array.from({ length: tables.threatCount + 1 }, () => 0),
    arrived: new Moments(),
    leaked: new Moments(),
    rounds: new Moments(),
    roundsBySlot: Array.from({ length: tables.slotCount }, () => 0),
    roundCounts: new Map(),
  };
  for (let n = 0; n < replications; n++) {
    engagement.replicate(n, tally);
    const leakers = tables.threatCount - tally.fates[FATE.intercepted]!;
    let rounds = 0;
    tally.rounds.forEach((count, slot) => {
      rounds += count;
      totals.roundsBySlot[slot]! += count;
    });
    totals.leakers[leakers]!++;
    const arrived = tally.fates[FATE.arrived]!;
    totals.arrivals[arrived]!++;
    totals.arrived.add(arrived);
    totals.leaked.add(leakers);
    totals.rounds.add(rounds);
    totals.roundCounts.set(rounds, (totals.roundCounts.get(rounds) ?? 0) + 1);
  }
  return totals;
}

/** One replication, told to a listener. */
export function told(question: FlatCase, listener: Listener): Tables {
  const tables = tabulate(flatSetup(question));
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  new Engagement(tables).replicate(0, tally, listener);
  return tables;
}
