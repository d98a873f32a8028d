/** One night of a study, found again by how many threats arrived in it. */

import { invariant } from "@pavise/kernel";
import { Engagement } from "../engagement/replicate.ts";
import type { Tables } from "../engagement/tables.ts";
import { tallyFor } from "./draw.ts";

/** What a study counted of one option in one draw, as far as nights are chosen by it. */
export interface CountedNights {
  readonly draw: number;
  readonly replications: number;
  /** Nights by number of arrivals, from 0. */
  readonly arrivals: readonly number[];
}

/**
 * `best`: fewest arrivals of all; `median`: half of the nights have at most as many; `worst`: 95 %
 * of the nights have at most as many, so one in twenty is at least as bad.
 */
export type NightChoice = "best" | "median" | "worst";
export const NIGHT_SHARES: Readonly<Record<NightChoice, number>> = {
  best: 0,
  median: 0.5,
  worst: 0.95,
};

export interface NightRank {
  /** Arrivals of the night. */
  readonly arrivals: number;
  /** Nights with fewer arrivals, with as many, and all of them. */
  readonly fewer: number;
  readonly equal: number;
  readonly nights: number;
  /** The first draw that has such a night. */
  readonly draw: number;
}

/**
 * Where a choice falls among the counted nights: the least number of arrivals that at least its share
 * of the nights do not exceed. Draw 0 holds the likely values and is left out where there are
 * others, as in every pooled figure of a study.
 */
export function nightRank(outcomes: readonly CountedNights[], choice: NightChoice): NightRank {
  const drawn = outcomes.filter(({ draw }) => draw > 0);
  const counted = drawn.length > 0 ? drawn : outcomes;
  const nights = counted.reduce((sum, { replications }) => sum + replications, 0);
  invariant(nights > 0, "a night is chosen among at least one");
  const most = Math.max(...counted.map(({ arrivals }) => arrivals.length)) - 1;
  const equalAt = (k: number): number =>
    counted.reduce((sum, { arrivals }) => sum + (arrivals[k] ?? 0), 0);
  let fewer = 0;
  for (let arrivals = 0; arrivals <= most; arrivals++) {
    const equal = equalAt(arrivals);
    if (equal > 0 && fewer + equal >= NIGHT_SHARES[choice] * nights) {
      const { draw } = counted.find((each) => (each.arrivals[arrivals] ?? 0) > 0)!;
      return { arrivals, fewer, equal, nights, draw };
    }
    fewer += equal;
  }
  throw new Error("the counted nights do not sum to their number");
}

/**
 * The first replication below `replications` in which so many threats arrive, or null. It plays the
 * study's own replications over the tables of its draw.
 */
export function firstNightWith(
  tables: Tables,
  arrivals: number,
  replications: number,
): number | null {
  const engagement = new Engagement(tables);
  const tally = tallyFor(tables);
  for (let replication = 0; replication < replications; replication++) {
    engagement.replicate(replication, tally);
    let arrived = 0;
    for (const here of tally.arrivals) arrived += here;
    if (arrived === arrivals) return replication;
  }
  return null;
}
