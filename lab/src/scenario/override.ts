/** `--set PATH=VALUE`: a wish about a value of the defence, an unknown, or the raid's size. */

import { InputError, shownValue } from "@pavise/catalogue";
import type { PublishedRange } from "@pavise/kernel";
import { type QuantityRule, rulePhrase } from "./quantity.ts";

/** A value that takes the place of what catalogue or scenario say, for all paths that fit. */
export interface Override {
  /** Dotted path; `*` stands for any one step. */
  readonly pattern: string;
  /** A figure, a range (drawn like a published one), or a word such as `never`. */
  readonly value: PublishedRange | string;
  /** Where the wish came from, for errors: `--set`. */
  readonly place: string;
  /** The path whose draw it takes; its pattern where nothing is said. */
  readonly drawPath?: string;
}

/** Groups that one path may mean as a whole: the same quantity for every class of threat. */
const settableGroups = new Set(["kill_probability", "single_shot_kill_probability"]);

const figurePattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function figureFromText(text: string, place: string, pattern: string): number {
  const figure = Number(text);
  if (figurePattern.test(text) && Number.isFinite(figure)) return figure;
  const expected = "a number, a range a..b or a..b..c, or a word such as never";
  throw new InputError({ place, path: pattern, expected, got: shownValue(text) });
}

/**
 * Reads `PATH=VALUE`; VALUE is a number, a range `a..b` or `a..b..c`, or a word of small letters.
 *
 * @throws InputError for anything else, and for a range that does not rise.
 */
export function overrideFromText(text: string, place = "--set"): Override {
  const at = text.indexOf("=");
  const pattern = text.slice(0, Math.max(at, 0)).trim();
  const given = text.slice(at + 1).trim();
  if (at < 1 || pattern === "" || given === "") {
    const expected = "PATH=VALUE, such as systems.s400.reaction_time_s=12";
    throw new InputError({ place, path: "", expected, got: shownValue(text) });
  }
  if (given.toLowerCase() !== "nan" && /^[a-z][a-z-]*$/.test(given)) {
    return { pattern, value: given, place };
  }
  const figures = given.split("..").map((part) => figureFromText(part.trim(), place, pattern));
  const [least, second, third] = figures;
  if (figures.length > 3 || figures.some((figure, i) => i > 0 && figure < figures[i - 1]!)) {
    const expected = "a range in rising order, a..b or a..b..c";
    throw new InputError({ place, path: pattern, expected, got: shownValue(given) });
  }
  if (second === undefined) return { pattern, value: least!, place };
  return {
    pattern,
    value: third === undefined ? [least!, second] : [least!, second, third],
    place,
  };
}

/** Does a pattern mean this path? A pattern may end at a group of classes and mean all of them. */
export function isMeant(pattern: string, path: string): boolean {
  const wanted = pattern.split(".");
  const steps = path.split(".");
  if (!wanted.every((step, index) => step === "*" || step === steps[index])) return false;
  if (wanted.length === steps.length) return true;
  return wanted.length === steps.length - 1 && settableGroups.has(steps[wanted.length - 1]!);
}

/** @throws InputError unless the value of a wish can be a value of this rule. */
export function refuseUnfitting(
  override: Override,
  path: string,
  rule: QuantityRule,
  word: string | undefined,
): void {
  const { value, place } = override;
  const phrase = rulePhrase(rule, Array.isArray(value) ? value.at(-1) : value);
  const expected = word === undefined ? phrase : `${phrase} or ${word}`;
  const fault = new InputError({ place, path, expected, got: shownValue(value) });
  if (typeof value === "string") {
    if (value !== word) throw fault;
    return;
  }
  for (const figure of typeof value === "number" ? [value] : value) {
    if (figure < rule.least || figure > rule.greatest) throw fault;
    if (rule.isCount && !Number.isInteger(figure)) throw fault;
  }
}
