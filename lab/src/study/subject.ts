/** What a study asks of a scenario: its options, its unknowns, and complete setups on request. */
import { invariant } from "@pavise/kernel";
import type { Setup } from "../scenario/setup.ts";
import type { PrecisionGoal } from "./precision-goal.ts";
import type { GoalPlan, SweepPlan, Wish } from "./question-plan.ts";

/** How a setup differs from that of its draw. */
export interface Variation {
  readonly wishes: readonly Wish[];
  /** The uniform behind a path, in place of that of the draw. */
  readonly uniform?: (path: string) => number | undefined;
}

/** A value that nobody published, at the ends and the middle of its range. */
export interface StudyUnknown {
  /** Catalogue or scenario path. */
  readonly path: string;
  readonly lower: number;
  readonly likely: number;
  readonly upper: number;
  /** Ids of the options that read it; all where nothing is said. */
  readonly options?: readonly string[];
  readonly unit?: string;
}

/** The honest check a scenario asks for: one option under another prior, and the number recorded. */
export interface StudyCheck {
  readonly title: string;
  readonly recorded: number;
  /** The prior that is used, by path, and the one it replaces. */
  readonly prior: string;
  setup(draw: number): Setup;
}

/** The ground beside the scenario's own, where threats fly low. */
export interface StudyGround {
  /** `smooth`, or the id of the heights that the scenario is played over. */
  readonly ground: string;
  readonly other: "smooth" | "coarse";
  /** Threats that fly low at the likely values, and all of them. */
  readonly lowFlyers: number;
  readonly threats: number;
  /** @throws InputError where nobody knows the other ground. */
  setup(option: string, draw: number): Setup;
}

export interface StudySubject {
  readonly scenario: string;
  readonly seed: number;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly unknowns: readonly StudyUnknown[];
  readonly check?: StudyCheck;
  /** The other ground; null where it cannot matter. */
  readonly otherGround?: () => StudyGround | null;
  /** Draw 0 is the likely values. */
  setup(option: string, draw: number): Setup;
  /** The likely values, with one unknown moved. */
  setupWith(option: string, path: string, value: number): Setup;
  /** A draw with something moved; a subject without it can be studied, and not be probed. */
  readonly setupVaried?: (option: string, draw: number, variation: Variation) => Setup;
  /** The uniform behind an unknown, where unknowns are drawn together. */
  readonly uniform?: (path: string, draw: number) => number | undefined;
}

/** A setup of the subject with something moved. */
export function variedSetup(
  subject: StudySubject,
  option: string,
  draw: number,
  variation: Variation,
): Setup {
  if (variation.wishes.length === 0 && variation.uniform === undefined) {
    return subject.setup(option, draw);
  }
  invariant(subject.setupVaried !== undefined, "a subject whose setups can be varied");
  return subject.setupVaried(option, draw, variation);
}

/** How many draws, and nights in each, for what is asked beside the study itself. */
export interface ProbeSize {
  readonly draws: number;
  readonly replications: number;
}

/** Which indices of variance are asked for. */
export interface IndicesPlan {
  /** A power of two, at least 16; played unknowns + 2 times as often. */
  readonly samples: number;
  readonly replications: number;
  readonly result: IndexedResult;
  /** Ids of options; all that launch anything where none is named. */
  readonly options: readonly string[];
}

export const INDEXED_RESULTS = ["arrivals", "nothingArrives", "rounds"] as const;
export type IndexedResult = (typeof INDEXED_RESULTS)[number];

/** How much of it to play. */
export interface StudyPlan {
  /** Draws 1 … D; draw 0 is played as well. */
  readonly draws: number;
  /** Replications of each option in each draw, at least 2. */
  readonly replications: number;
  /** Replications at each point of the kill curve, in each draw. */
  readonly curveReplications: number;
  /** Replications at each end of each unknown, others likely; 0 walks none. */
  readonly walkReplications: number;
  /** Play every night over the other ground too, where threats fly low. */
  readonly otherGround?: boolean;
  /** Also write a line per replication. */
  readonly keepReplications: boolean;
  /** Stop at the first look that is precise enough; `draws` is then the most that is played. */
  readonly precision?: PrecisionGoal;
  /** Also ask which batteries, rounds and warning would do; nothing is asked where it is absent. */
  readonly requirements?: ProbeSize;
  /** Also find indices of variance. */
  readonly indices?: IndicesPlan;
  /** Also play the same for several values. */
  readonly sweeps?: readonly SweepPlan[];
  /** Also find what would have to be true for these goals. */
  readonly goals?: readonly GoalPlan[];
}

/** Milliseconds from any origin; handed in by the app, for the lab reads no clock. */
export type Clock = () => number;

/** Milliseconds by phase. */
export interface PhaseTimes {
  paths: number;
  windows: number;
  replications: number;
}

export function noTime(): PhaseTimes {
  return { paths: 0, windows: 0, replications: 0 };
}
