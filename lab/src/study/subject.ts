/** What a study asks of a scenario: its options, its unknowns, and complete setups on request. */
import type { Setup } from "../scenario/setup.ts";
import type { PrecisionGoal } from "./precision-goal.ts";

/** A value that nobody published, at the ends and the middle of its range. */
export interface StudyUnknown {
  /** Catalogue or scenario path. */
  readonly path: string;
  readonly lower: number;
  readonly likely: number;
  readonly upper: number;
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
  /** The uniform behind an unknown, where unknowns are drawn together. */
  readonly uniform?: (path: string, draw: number) => number | undefined;
}

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
