/** The shape of `summary.json`: what a study answers, as other programs read it. */

import type { Limit, PairState } from "../engagement/refusal.ts";

export type Interval = readonly [number, number];

/** A quantity of one night: its mean, and the three widths of design section 4. */
export interface Quantity {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly precision: number;
  /** 10 % and 90 % quantiles over nights at the likely values (draw 0). */
  readonly luck: Interval;
  /** 10 % and 90 % quantiles over draws of the mean, sampling noise removed. */
  readonly ignorance: Interval;
  /** 10 % and 90 % quantiles over all nights of all draws: what a reader should bet on. */
  readonly both: Interval;
  /** Share of the variance that is ignorance, in [0, 1]. */
  readonly ignoranceShare: number;
}

/** A probability or a price: it has no luck of its own. */
export type Parameter = Omit<Quantity, "luck" | "both">;

export interface OptionSummary {
  readonly id: string;
  readonly title: string;
  readonly arrivals: { readonly total: Quantity } & Readonly<Record<string, Quantity>>;
  readonly nothingArrives: Parameter;
  readonly roundsSpent: Quantity;
  readonly costSpent_usd: { readonly defence: Quantity; readonly attack: Quantity };
  readonly costFielded_usd: Parameter;
  readonly roundsFielded: Parameter;
  readonly limits: readonly { readonly reason: Limit; readonly share: number }[];
  readonly refusals: Readonly<Record<string, Partial<Readonly<Record<PairState, number>>>>>;
  readonly difference: Readonly<Record<string, DifferenceSummary>>;
}

export interface DifferenceSummary {
  readonly arrivals: Quantity;
  /** Share of draws in which the mean difference is below 0. */
  readonly fewerShare: number;
  /** The two options had the same fate for every threat in every replication. */
  readonly identicalFates: boolean;
  readonly verdict: "fewer" | "more" | "undecided" | "identical" | "no-difference";
  /** The unknown that splits the draws best, where undecided. */
  readonly splitBy?: string;
}

/** The same options, draws and nights over the other ground: doubt about terrain. */
export interface GroundDoubt {
  /** What the answer stands on: `smooth`, or the id of heights. */
  readonly ground: string;
  readonly other: "smooth" | "coarse";
  /** Threats that fly low at the likely values, and all of them. */
  readonly lowFlyers: number;
  readonly threats: number;
  /** Why the other ground could not be played; there are no options then. */
  readonly refused?: string;
  readonly options: readonly {
    readonly id: string;
    /** Arrivals over the other ground. */
    readonly arrivals: Quantity;
    /** Over the other ground, less over the scenario's own. */
    readonly difference: DifferenceSummary;
  }[];
}

export interface Summary {
  readonly schema: "pavise-summary/1";
  readonly scenario: string;
  readonly seed: number;
  readonly draws: number;
  readonly replications: number;
  readonly options: readonly OptionSummary[];
  /** Absent where no threat flies low, and where it was not asked for. */
  readonly groundDoubt?: GroundDoubt;
}

/** One unknown and how far it moves the answer, for one option. */
export interface Influence {
  /** Catalogue or scenario path. */
  readonly path: string;
  readonly lower: number;
  readonly likely: number;
  readonly upper: number;
  /** Mean arrivals by option id with the unknown at its lower and upper bound, others likely. */
  readonly arrivals: Readonly<Record<string, Interval>>;
  /** Largest absolute move of mean arrivals over the options. */
  readonly largestMove: number;
  /** Nothing changed, in tables or tallies, and why, in words; absent where something did. */
  readonly withoutEffect?: string;
}

/** The answer as a function of single-shot kill probability, for one option. */
export interface KillCurve {
  readonly option: string;
  readonly points: readonly {
    readonly killProbability: number;
    readonly arrivals: { readonly mean: number; readonly ignorance: Interval };
    /** Chance that nothing arrives, with its 90 % precision interval. */
    readonly nothingArrives: { readonly mean: number; readonly precision: Interval };
  }[];
}

/** The honest check: the undefended raid with a reliability prior that does not know the event. */
export interface RecordCheck {
  readonly title: string;
  readonly recorded: number;
  readonly arrivals: Quantity;
  /** Share of nights with fewer arrivals than recorded, plus half of those with as many. */
  readonly recordedAt: number;
  /** The prior that was used, by path, and the one it replaces. */
  readonly prior: string;
}
