/** What a study is to pin down, and when it looks first. */

/** The first look is not before so many draws and so many replications over all of them. */
export const FIRST_LOOK_DRAWS = 32;
export const FIRST_LOOK_REPLICATIONS = 1000;

export const PRECISION_FIGURES = ["arrivals", "nothingArrives", "rounds"] as const;
export type PrecisionFigure = (typeof PRECISION_FIGURES)[number];

/** A study is precise enough once this figure's 90 % interval is this narrow in every option. */
export interface PrecisionGoal {
  readonly figure: PrecisionFigure;
  /** Half the width of the 90 % precision interval, > 0, in the figure's own unit. */
  readonly half: number;
}
