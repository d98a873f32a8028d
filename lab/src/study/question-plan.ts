/** What is asked beside a study, as plain data: values set, sweeps over values, goals to be met. */
import type { Goal } from "./least-value.ts";
import type { Interval } from "./summary.ts";

/** A value, or a range, in place of what catalogue and scenario say. */
export interface Wish {
  readonly path: string;
  readonly value: number | readonly [number, number] | readonly [number, number, number] | string;
}

/** What is varied, and the values it is given. */
export interface SweepAxis {
  readonly path: string;
  readonly values: readonly Wish["value"][];
}

export interface SweepPlan {
  /** Several make every combination, the last turning fastest. */
  readonly axes: readonly SweepAxis[];
  /** Ids of the options that are played. */
  readonly options: readonly string[];
  /** Draws 1 … D; draw 0 is played as well. */
  readonly draws: number;
  readonly replications: number;
}

/** A goal, and what may be moved to meet it. */
export interface GoalPlan {
  readonly option: string;
  readonly goal: Goal;
  /** A path, or one of the levers. */
  readonly vary: string;
  readonly range: Interval;
  /** Only whole values make sense. */
  readonly isCount: boolean;
  /** Of the value, for the words. */
  readonly unit: string;
  /** Draws 1 … D of the study. */
  readonly draws: number;
  readonly replications: number;
}
