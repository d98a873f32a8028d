/** Numbers as a scenario writes them: a figure, a range, or either with where it comes from. */

import { confidences, kinds, type ParameterRule, valueBounds } from "@pavise/catalogue";
import { z } from "zod";

/** What a number is measured in and which ones make sense. */
export type QuantityRule = Pick<ParameterRule, "unit" | "least" | "greatest" | "isCount">;

const text = z.string().min(1);

function ruleFromUnit(unit: string, least: number, greatest: number): QuantityRule {
  return { unit, least, greatest, isCount: false };
}

/** Rules of the quantities that only scenarios know; the others have theirs in the catalogue. */
export const quantityRules = {
  probability: ruleFromUnit("fraction", 0, 1),
  seconds: ruleFromUnit("s", 0, 400_000),
  hours: ruleFromUnit("h", 0, 10_000_000),
  kilometres: ruleFromUnit("km", 0, 20_000),
  metres: ruleFromUnit("m", 0, 10_000),
  speed: ruleFromUnit("m/s", 0.001, 20_000),
  bearing: ruleFromUnit("deg", -360, 360),
  sector: ruleFromUnit("deg", 1, 360),
  elevation: ruleFromUnit("deg", -90, 90),
  crossSection: ruleFromUnit("m2", 1e-6, 1e4),
  ballisticCoefficient: ruleFromUnit("kg/m2", 10, 100_000),
  price: ruleFromUnit("USD", 0, 1e12),
  rounds: { unit: "rounds", least: 0, greatest: 1_000_000, isCount: true },
  launchers: { unit: "launchers", least: 1, greatest: 10_000, isCount: true },
  looks: { unit: "looks", least: 1, greatest: 1_000_000, isCount: true },
  salvo: { unit: "rounds", least: 1, greatest: 1000, isCount: true },
  tracks: { unit: "tracks", least: 1, greatest: 100_000, isCount: true },
  rangeFactor: ruleFromUnit("fraction", 0.01, 1),
  scans: { unit: "scans", least: 1, greatest: 16, isCount: true },
  threats: { unit: "threats", least: 1, greatest: 10_000, isCount: true },
  splitCount: { unit: "threats", least: 0, greatest: 10_000, isCount: true },
  weight: ruleFromUnit("weight", 1, 1000),
  months: ruleFromUnit("months", 0, 1200),
  years: ruleFromUnit("years", 0, 100),
  channels: { unit: "threats", least: 1, greatest: 100_000, isCount: true },
} as const satisfies Readonly<Record<string, QuantityRule>>;

/**
 * What an error says was expected instead of `got`: "a number from 0 to 1", "a positive whole
 * number" for a count that is none, "a whole number from 1 to 5" for one that is too great.
 */
export function rulePhrase(rule: QuantityRule, got?: unknown): string {
  const isTooGreat = typeof got === "number" && got > rule.greatest;
  if (rule.isCount && rule.least === 1 && !isTooGreat) return "a positive whole number";
  const noun = rule.isCount ? "a whole number" : "a number";
  return `${noun} from ${rule.least} to ${rule.greatest}`;
}

function isRising(value: unknown): boolean {
  if (!Array.isArray(value)) return true;
  return value.every((item, index) => index === 0 || value[index - 1] <= item);
}

const rising = "a range in rising order, [lower, upper] or [least, likely, greatest]";

function figureSchema(rule: QuantityRule) {
  const error = (issue: { readonly input?: unknown }): string => rulePhrase(rule, issue.input);
  const figure = rule.isCount ? z.int({ error }) : z.number({ error });
  return figure.min(rule.least, { error }).max(rule.greatest, { error });
}

function figuresSchema(rule: QuantityRule) {
  const figure = figureSchema(rule);
  const phrase = `${rulePhrase(rule)}, or a range [least, likely, greatest] of such numbers`;
  return z
    .union([figure, z.tuple([figure, figure]), z.tuple([figure, figure, figure])], {
      error: phrase,
    })
    .refine(isRising, { error: rising });
}

/** A figure or a range that says itself where it comes from. */
function statedSchema(rule: QuantityRule) {
  return z.strictObject({
    value: figuresSchema(rule),
    sources: z.array(text).min(1),
    confidence: z.enum(confidences),
    kind: z.enum(kinds),
    note: text,
    /** Drawn on the logarithm, whatever the width of the range. */
    scale: z.literal("log").optional(),
  });
}

/** A quantity: a figure, `[lower, upper]`, `[least, likely, greatest]`, or one with its source. */
export function quantity(rule: QuantityRule) {
  const phrase = `${rulePhrase(rule)}, or a range [least, likely, greatest] of such numbers`;
  // A single count is by far the commonest slip; its message names no ranges.
  const error = (issue: { readonly input?: unknown }): string =>
    typeof issue.input === "number" ? rulePhrase(rule, issue.input) : phrase;
  return z
    .union([figuresSchema(rule), statedSchema(rule)], { error })
    .refine((value) => isRising(value), { error: rising });
}

/** A quantity, or a word for "there is none": `never`, `unlimited`, `uniform`. */
export function quantityOr<const W extends string>(rule: QuantityRule, word: W) {
  const phrase = `${rulePhrase(rule)}, a range of such numbers, or ${word}`;
  return z.union([quantity(rule), z.literal(word)], { error: phrase });
}

export type WrittenRange = number | [number, number] | [number, number, number];
/** What {@link quantity} reads. */
export type WrittenQuantity =
  | WrittenRange
  | {
      readonly value: WrittenRange;
      readonly sources: readonly string[];
      readonly confidence: (typeof confidences)[number];
      readonly kind: (typeof kinds)[number];
      readonly note: string;
      readonly scale?: "log" | undefined;
    };

/** The figures of a quantity, without what it says of itself. */
export function figuresOf(written: WrittenQuantity): WrittenRange {
  return typeof written === "object" && !Array.isArray(written) ? written.value : written;
}

/** Least and greatest of a quantity. */
export function boundsOf(written: WrittenQuantity): readonly [number, number] {
  return valueBounds(figuresOf(written))!;
}
