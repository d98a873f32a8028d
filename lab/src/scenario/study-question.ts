/**
 * What is asked beside a study, as a person writes it, on the command line or in a study file: sweeps
 * over values, and goals with what may be moved to meet them. Both become plans here, checked.
 */

import { type Catalogue, InputError, shownValue } from "@pavise/catalogue";
import type { Goal } from "../study/least-value.ts";
import { LEVERS, type Lever } from "../study/lever.ts";
import type { GoalPlan, SweepPlan, Wish } from "../study/question-plan.ts";
import type { StudyPlan, StudySubject } from "../study/subject.ts";
import { SWEEP_CELLS_MAX, sweepCells } from "../study/sweep.ts";
import type { Override } from "./override.ts";
import type { Scenario } from "./scenario.ts";
import { checkOverrides, valuesOf } from "./scenario-value.ts";

/** What a plan is checked against: an opened study has it. */
export interface AskedOf {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly overrides: readonly Override[];
  readonly subject: StudySubject;
}

export interface AskedSweep {
  /** Where each value of an axis stands; the first stands for all where it is the only one. */
  readonly axes: readonly {
    readonly path: string;
    readonly values: readonly Wish["value"][];
    readonly place: string;
  }[];
  /** All that are played where nothing is said. */
  readonly options?: readonly string[] | undefined;
  readonly draws: number;
  readonly replications: number;
  readonly place: string;
}

export interface AskedGoal {
  readonly option: string | undefined;
  readonly goal: Goal;
  readonly vary: string;
  readonly range: readonly [number, number];
  readonly draws: number;
  readonly replications: number;
  readonly places: { readonly option: string; readonly vary: string };
}

const GOAL_PATTERN = /^\s*(nothingArrives|arrivals)\s*(>=|<=)\s*(\d+(?:\.\d+)?)\s*$/;
export const GOAL_EXPECTED =
  "nothingArrives or arrivals, >= or <=, and a number: 'nothingArrives >= 0.9'";

/** A goal as it is written, or null for anything but a figure, a relation and a number. */
export function goalFromText(text: string): Goal | null {
  const match = GOAL_PATTERN.exec(text);
  if (match === null) return null;
  const [, figure, relation, bound] = match as unknown as [string, string, string, string];
  return {
    figure: figure as Goal["figure"],
    relation: relation as Goal["relation"],
    bound: Number(bound),
  };
}

/** What may be moved beside the values of a scenario, and where it may be put. */
const LEVER_RULES: Readonly<
  Record<
    Lever,
    { readonly isCount: boolean; readonly unit: string; readonly range: [number, number] }
  >
> = {
  "kill-probability": {
    isCount: false,
    unit: "of one shot, every interceptor alike",
    range: [0, 1],
  },
  warning: {
    isCount: false,
    unit: "s from every unit ready to the first threat coming down",
    range: [0, 86_400],
  },
  batteries: { isCount: true, unit: "in place of each", range: [1, 16] },
  rounds: { isCount: true, unit: "ready in each magazine", range: [0, 10_000] },
};

/** @throws InputError for a lever put where it cannot be. */
function leverRule(lever: Lever, { range, places }: AskedGoal) {
  const rule = LEVER_RULES[lever];
  const [least, most] = rule.range;
  const isWhole = !rule.isCount || range.every(Number.isInteger);
  if (isWhole && range[0] >= least && range[1] <= most) return rule;
  const expected = `${rule.isCount ? "whole numbers" : "numbers"} from ${least} to ${most}`;
  throw new InputError({ place: places.vary, path: lever, expected, got: range.join("..") });
}

/** @throws InputError at its place for an option, a path or a range that cannot be. */
export function goalPlan(of: AskedOf, asked: AskedGoal): GoalPlan {
  const { option, goal, vary, range, draws, replications, places } = asked;
  const known = optionOf(of.subject, option, places.option);
  const lever = LEVERS.find((each) => each === vary);
  const rule = lever === undefined ? valueRule(of, asked) : leverRule(lever, asked);
  const { isCount, unit } = rule;
  return { option: known, goal, vary, range, isCount, unit, draws, replications };
}

/**
 * What nobody published of the mix of a raid is drawn, and a person may write a value for it; but
 * nothing goes through its values to see what gets through.
 *
 * @throws InputError for a path that can mean how a raid is split
 */
function refuseMix(path: string, place: string): void {
  const [first, , third] = path.split(".");
  if (!["raid", "*"].includes(first!) || !["split", "*"].includes(third ?? "")) return;
  const expected =
    "a value of the defence, an unknown other than the mix of the attack, or the raid's size " +
    "(--set takes one value of a split that was written as a range)";
  throw new InputError({ place, path: "", expected, got: shownValue(path) });
}

/** Both ends are looked at: what lies between is of the same kind. */
function valueRule(
  { scenario, catalogue, overrides }: AskedOf,
  { vary, range, places }: AskedGoal,
) {
  refuseMix(vary, places.vary);
  for (const value of range) {
    checkOverrides(scenario, catalogue, [
      ...overrides,
      { pattern: vary, value, place: places.vary },
    ]);
  }
  const moved = { pattern: vary, value: range[0], place: places.vary };
  const read = valuesOf(scenario, catalogue, [...overrides, moved]).find(
    ({ path }) => path === vary,
  );
  return { isCount: read?.isCount ?? false, unit: read?.unit ?? "" };
}

/** @throws InputError at its place for an option, a path or a value that cannot be. */
export function sweepPlan(of: AskedOf, asked: AskedSweep): SweepPlan {
  const { axes, draws, replications, place } = asked;
  const ids = asked.options ?? of.subject.options.map(({ id }) => id);
  const options = ids.map((id) => optionOf(of.subject, id, place));
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > SWEEP_CELLS_MAX) {
    const expected = `at most ${SWEEP_CELLS_MAX} combinations`;
    throw new InputError({ place, path: "", expected, got: String(count) });
  }
  const placeOf = new Map(axes.map((axis) => [axis.path, axis.place]));
  for (const axis of axes) refuseMix(axis.path, axis.place);
  // Before anything is played: a value that cannot be stands in no cell.
  for (const wishes of sweepCells(axes)) {
    const moved = wishes.map(({ path, value }) => {
      return { pattern: path, value, place: placeOf.get(path)! };
    });
    checkOverrides(of.scenario, of.catalogue, [...of.overrides, ...moved]);
  }
  return { axes: axes.map(({ path, values }) => ({ path, values })), options, draws, replications };
}

function optionOf({ options }: StudySubject, id: string | undefined, place: string): string {
  const ids = options.map((each) => each.id);
  if (id !== undefined && ids.includes(id)) return id;
  const got = id === undefined ? "nothing" : shownValue(id);
  throw new InputError({ place, path: "", expected: ids.join(", "), got });
}

/** What a study file asks beside its study, checked against the study that was opened for it. */
export function askedPlans(
  of: AskedOf,
  {
    sweeps,
    goals,
  }: { readonly sweeps: readonly AskedSweep[]; readonly goals: readonly AskedGoal[] },
): Pick<StudyPlan, "sweeps" | "goals"> {
  return {
    ...(sweeps.length === 0 ? {} : { sweeps: sweeps.map((each) => sweepPlan(of, each)) }),
    ...(goals.length === 0 ? {} : { goals: goals.map((each) => goalPlan(of, each)) }),
  };
}
