/**
 * Figures of a summary by name: `options.s400.arrivals.total.mean`. The names are those of
 * summary.json, with options by id, limits by reason, widths as `lower` and `upper`.
 */

import { LIMITS, PAIR_STATES } from "../engagement/refusal.ts";
import type { StudyAnswer } from "./answer.ts";
import type { Interval, OptionSummary, Parameter, Quantity } from "./summary.ts";

/** A figure and its standard error; 0 where it has none. */
export interface Figure {
  readonly value: number;
  readonly precision: number;
}

/** What of a scenario the names of figures speak of. */
export interface FigureNames {
  readonly assets: readonly string[];
  /** Fire units by option. */
  readonly units: Readonly<Record<string, readonly string[]>>;
}

const WIDTHS = ["luck", "ignorance", "both"];
const QUANTITY = ["mean", ...WIDTHS.flatMap((name) => [`${name}.lower`, `${name}.upper`])];
const PARAMETER = ["mean", "ignorance.lower", "ignorance.upper"];

/** Every name that a figure of this option may have. */
function namesOfOption(option: string, names: FigureNames): string[] {
  const of = (prefix: string, ends: readonly string[]): string[] =>
    ends.map((end) => `options.${option}.${prefix}.${end}`);
  const others = Object.keys(names.units).filter((id) => id !== option);
  return [
    ...["total", ...names.assets].flatMap((asset) => of(`arrivals.${asset}`, QUANTITY)),
    ...of("nothingArrives", PARAMETER),
    ...of("roundsSpent", QUANTITY),
    ...["defence", "attack"].flatMap((side) => of(`costSpent_usd.${side}`, QUANTITY)),
    ...of("costFielded_usd", PARAMETER),
    ...of("roundsFielded", PARAMETER),
    ...of("limits", LIMITS),
    ...names.units[option]!.flatMap((unit) => of(`refusals.${unit}`, PAIR_STATES)),
    ...others.flatMap((other) => [
      ...of(`difference.${other}`, ["fewerShare", "identicalFates"]),
      ...of(`difference.${other}.arrivals`, QUANTITY),
    ]),
  ];
}

/** Every name of a figure in a study of this scenario. */
export function figureNames(names: FigureNames): string[] {
  const options = Object.keys(names.units);
  return [
    "launched.lower",
    "launched.upper",
    ...options.flatMap((option) => namesOfOption(option, names)),
  ];
}

/** The option that a figure is about, if any, and a second one that it is held against. */
export function optionsOfFigure(path: string): string[] {
  const [head, option, field, other] = path.split(".");
  if (head !== "options" || option === undefined) return [];
  return field === "difference" && other !== undefined ? [option, other] : [option];
}

function ofWidth(width: Interval, end: string | undefined): number {
  return end === "lower" ? width[0] : width[1];
}

function ofQuantity(quantity: Quantity | Parameter, [name, end]: readonly string[]): Figure {
  const { mean, precision } = quantity;
  if (name === "mean") return { value: mean, precision };
  const width = (quantity as Quantity)[name as "luck" | "ignorance" | "both"];
  return { value: ofWidth(width, end), precision: 0 };
}

/**
 * A figure of an answer by one of the names of {@link figureNames}; its options were played.
 * Limits are shares of the arrived; refusals are pairs in the mean night.
 */
export function figure(answer: StudyAnswer, path: string): Figure {
  const [head, second, ...rest] = path.split(".") as [string, string, ...string[]];
  if (head === "launched") return { value: ofWidth(answer.launched, second), precision: 0 };
  const option = answer.summary.options.find(({ id }) => id === second)!;
  return figureOfOption(option, rest, answer.summary.draws * answer.summary.replications);
}

function figureOfOption(option: OptionSummary, path: readonly string[], nights: number): Figure {
  const [field, name, ...rest] = path as [string, string, ...string[]];
  switch (field) {
    case "arrivals":
      return ofQuantity(option.arrivals[name]!, rest);
    case "costSpent_usd":
      return ofQuantity(option.costSpent_usd[name as "defence" | "attack"], rest);
    case "limits": {
      const share = option.limits.find(({ reason }) => reason === name)?.share ?? 0;
      return { value: share, precision: 0 };
    }
    case "refusals": {
      const states: Readonly<Record<string, number>> = option.refusals[name] ?? {};
      return { value: (states[rest[0]!] ?? 0) / nights, precision: 0 };
    }
    case "difference": {
      const difference = option.difference[name]!;
      if (rest[0] === "arrivals") return ofQuantity(difference.arrivals, rest.slice(1));
      return { value: Number(difference[rest[0] as "fewerShare"]), precision: 0 };
    }
    default:
      return ofQuantity(option[field as "roundsSpent"], path.slice(1));
  }
}
