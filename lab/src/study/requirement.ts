/** What would have to be true: the least single-shot kill probability for which a goal holds. */
import type { Interval, KillCurve } from "./summary.ts";

/** Nothing arrives nine nights in ten. */
export const GOAL_SHARE = 0.9;

export type Requirement =
  /** From this kill probability on the goal holds; `precision` is where the runs let it be. */
  | { readonly kind: "from"; readonly at: number; readonly precision: Interval }
  /** Not even if every shot stopped its threat; `reached` is the share of nights then. */
  | { readonly kind: "never"; readonly reached: number; readonly precision: Interval }
  /** Whatever a shot does, even nothing. */
  | { readonly kind: "always" };

/** Where a curve first reaches the goal, by straight lines between its points; NaN if nowhere. */
function crossing(chances: readonly number[], values: readonly number[], goal: number): number {
  const at = values.findIndex((value) => value >= goal);
  if (at <= 0) return at < 0 ? Number.NaN : chances[0]!;
  const [below, above] = [values[at - 1]!, values[at]!];
  const part = (goal - below) / (above - below);
  return chances[at - 1]! + part * (chances[at]! - chances[at - 1]!);
}

/**
 * The single-shot kill probability that one option needs, from its curve of eleven points. Straight
 * lines between points a tenth apart are good to 0.02; `pavise require` finds the root itself.
 */
export function requiredKillProbability({ points }: KillCurve, goal = GOAL_SHARE): Requirement {
  const chances = points.map(({ killProbability }) => killProbability);
  const values = points.map(({ nothingArrives }) => nothingArrives.mean);
  const at = crossing(chances, values, goal);
  if (Number.isNaN(at)) {
    return {
      kind: "never",
      reached: values.at(-1)!,
      precision: points.at(-1)!.nothingArrives.precision,
    };
  }
  if (at === chances[0]) return { kind: "always" };
  const edge = (end: 0 | 1): number => {
    const found = crossing(
      chances,
      points.map(({ nothingArrives }) => nothingArrives.precision[end]),
      goal,
    );
    return Number.isNaN(found) ? 1 : found;
  };
  return { kind: "from", at, precision: [edge(1), edge(0)] };
}
