/** Which night to replay: by its number, or by its place among those that a study counted. */

import {
  firstNightWith,
  type NightChoice,
  type NightRank,
  type OpenedStudy,
  type Setup,
  tabulate,
} from "@pavise/lab";
import type { Replay, ReplayAddress } from "./replay.ts";
import { type ReplayNames, replayOf } from "./tell-replay.ts";

export type NightRequest =
  | { readonly kind: "number"; readonly draw: number; readonly replication: number }
  | ChosenNight;

export interface ChosenNight {
  readonly kind: "choice";
  readonly choice: NightChoice;
  /** Where the choice falls among the nights that the study counted. */
  readonly rank: NightRank;
  /** Nights that the study played of each draw. */
  readonly replications: number;
}

export interface ToldNight {
  readonly replay: Replay;
  /** Where the night stands among the others; null where it was named by its number. */
  readonly rank: NightRank | null;
}

/**
 * The night of an option that a request asks for; with null, of the first option that has something to
 * fire with.
 *
 * @throws RangeError for an option that is not played.
 */
export function toldNight(
  opened: OpenedStudy,
  wanted: string | null,
  request: NightRequest,
): ToldNight {
  const { subject } = opened;
  const { options, scenario, seed } = subject;
  const armed = options.find(({ id }) => subject.setup(id, 0).fireUnits.length > 0);
  const option = wanted ?? (armed ?? options[0]!).id;
  if (!options.some(({ id }) => id === option)) {
    throw new RangeError(`option: expected one that is played, got ${option}`);
  }
  const draw = request.kind === "number" ? request.draw : request.rank.draw;
  const setup = subject.setup(option, draw);
  const replication = request.kind === "number" ? request.replication : foundNight(setup, request);
  const address: ReplayAddress = { scenario, option, seed, draw, replication };
  return {
    replay: replayOf(setup, address, namesOf(opened)),
    rank: request.kind === "number" ? null : request.rank,
  };
}

/** The first replication of a draw with as many arrivals as the rank counted. */
function foundNight(setup: Setup, { rank, replications }: ChosenNight): number {
  const replication = firstNightWith(tabulate(setup), rank.arrivals, replications);
  if (replication === null) {
    throw new Error(`no night of draw ${rank.draw} has ${rank.arrivals} arrivals, as was counted`);
  }
  return replication;
}

/** What scenario and catalogue call things. */
function namesOf({ scenario, catalogue }: OpenedStudy): ReplayNames {
  const titles = new Map(scenario.written.assets.map(({ id, title }) => [id, title]));
  return {
    asset: (id) => titles.get(id) ?? id,
    system: (id) => catalogue.systems.get(id)?.name ?? id,
    threat: (type) => catalogue.threats.get(type)?.name ?? type,
  };
}
