/**
 * What would have to be true: the least (or the greatest) value of one thing for which a goal holds,
 * by root finding on the simulation.
 *
 * The same luck and the same draws are played at every value, so that the answer moves with the value
 * alone. First a grid over the range, then halving where the mean over draws crosses the goal.
 */
import { countedFromList, width } from "./counted.ts";
import { mean } from "./moments.ts";
import { meanPrecision } from "./precision.ts";
import type { Interval } from "./summary.ts";

export interface Goal {
  readonly figure: "nothingArrives" | "arrivals";
  readonly relation: ">=" | "<=";
  readonly bound: number;
}

export interface ValueSearch {
  readonly lower: number;
  readonly upper: number;
  /** Only whole values make sense. */
  readonly isCount: boolean;
  /** The figure in every draw, for each of these values. */
  readonly figures: (values: readonly number[]) => Promise<readonly (readonly number[])[]>;
}

export interface ValueFound {
  /** Where the mean over draws meets the goal; null if nowhere within the range. */
  readonly value: number | null;
  /** The goal holds above the value, or below it. */
  readonly side: "from" | "up to";
  /** Where the 90 % precision interval of the mean lets the value be; the range's ends at most. */
  readonly precision: Interval;
  /** 10 % and 90 % quantiles over those draws in which the goal is met at some value. */
  readonly ignorance: Interval | null;
  /** Share of draws in which no value of the range meets the goal. */
  readonly neverShare: number;
  /** The mean figure at both ends of the range. */
  readonly ends: Interval;
  /** The mean crosses the goal more than once: the first crossing is told. */
  readonly crossings: number;
}

/** Points of the first grid, both ends included. */
const GRID = 9;
/** The range is told apart to this part of itself. */
const RESOLUTION = 1 / 1024;

export async function valueFound(goal: Goal, search: ValueSearch): Promise<ValueFound> {
  const played = new Map<number, readonly number[]>();
  const play = async (values: readonly number[]): Promise<void> => {
    const figures = await search.figures(values);
    for (const [index, value] of values.entries()) played.set(value, figures[index]!);
  };
  const at = (value: number): readonly number[] => played.get(value)!;
  const sign = goal.relation === ">=" ? 1 : -1;
  /** At least 0 where the goal holds. */
  const margin = (figure: number): number => sign * (figure - goal.bound);
  const grid = gridOf(search);
  await play(grid);
  const margins = grid.map((value) => margin(mean(at(value))));
  const isRising = margins.at(-1)! >= margins[0]!;
  const flips = margins.flatMap((each, i) => {
    return i > 0 && each >= 0 !== margins[i - 1]! >= 0 ? [i] : [];
  });
  if (flips[0] !== undefined) {
    const holds = async (value: number): Promise<boolean> => {
      await play([value]);
      return margin(mean(at(value))) >= 0;
    };
    await halve([grid[flips[0] - 1]!, grid[flips[0]]!], search, holds, margins[0]! >= 0);
  }
  const values = [...played.keys()].sort((a, b) => a - b);
  const root = (of: (figures: readonly number[]) => number): number | null =>
    crossingOf(
      values,
      values.map((value) => of(at(value))),
      isRising,
      search.isCount,
    );
  const draws = at(values[0]!).length;
  const byDraw = Array.from({ length: draws }, (_, draw) => root((all) => margin(all[draw]!)));
  const met = byDraw.filter((value) => value !== null);
  const edge = (end: 0 | 1): number =>
    root((all) => margin(meanPrecision(all)[end])) ?? (isRising ? search.upper : search.lower);
  const edges = [edge(0), edge(1)].sort((a, b) => a - b) as [number, number];
  return {
    value: root((all) => margin(mean(all))),
    side: isRising ? "from" : "up to",
    precision: edges,
    ignorance: met.length === 0 ? null : width(countedFromList(met)),
    neverShare: 1 - met.length / draws,
    ends: [mean(at(search.lower)), mean(at(search.upper))],
    crossings: flips.length,
  };
}

/** Most values that a search asks for, for whoever shows how far it is. */
export function valuesAskedMax({ lower, upper, isCount }: Omit<ValueSearch, "figures">): number {
  const steps = isCount ? (upper - lower) / (GRID - 1) : 1 / RESOLUTION / (GRID - 1);
  let halvings = 0;
  for (let width = steps; width > 1; width /= 2) halvings += 1;
  return gridOf({ lower, upper, isCount }).length + halvings;
}

function gridOf({ lower, upper, isCount }: Omit<ValueSearch, "figures">): number[] {
  const values = Array.from({ length: GRID }, (_, i) => lower + ((upper - lower) * i) / (GRID - 1));
  return [...new Set(isCount ? values.map(Math.round) : values)];
}

/** Halves until the two values are one apart, or as good as one. */
async function halve(
  bracket: Interval,
  { lower, upper, isCount }: ValueSearch,
  holds: (value: number) => Promise<boolean>,
  holdsBelow: boolean,
): Promise<void> {
  const least = isCount ? 1 : (upper - lower) * RESOLUTION;
  let [from, to] = bracket;
  while (to - from > least) {
    const middle = isCount ? Math.floor((from + to) / 2) : (from + to) / 2;
    if ((await holds(middle)) === holdsBelow) from = middle;
    else to = middle;
  }
}

/** The first value at which margins reach 0: between two by a straight line, or whole. */
function crossingOf(
  values: readonly number[],
  margins: readonly number[],
  isRising: boolean,
  isCount: boolean,
): number | null {
  const order = isRising ? values.map((_, i) => i) : values.map((_, i) => values.length - 1 - i);
  const place = order.findIndex((i) => margins[i]! >= 0);
  if (place < 0) return null;
  const here = order[place]!;
  if (place === 0 || isCount) return values[here]!;
  const before = order[place - 1]!;
  const part = -margins[before]! / (margins[here]! - margins[before]!);
  return values[before]! + part * (values[here]! - values[before]!);
}
