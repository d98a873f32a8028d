import { z } from "zod";

/** What kind of knowing a value is. */
export const kinds = [
  "published",
  "recalled",
  "derived",
  "assumption",
  "claim",
  "finding",
] as const;
export type Kind = (typeof kinds)[number];

/** How far a value can be relied on, in the compiler's judgement of its sources. */
export const confidences = ["high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

/** One of several values, each as likely as the other (in a file: `{ each: [0, 0.25, 0.5, 0.75] }`). */
export interface Choice {
  readonly each: readonly number[];
}

/** A bare interval: nothing is said about where in it the value lies. */
export type Interval = readonly [lower: number, upper: number];
/** Least, likely and greatest value. */
export type Spread = readonly [least: number, likely: number, greatest: number];

/** A figure, an interval, a spread, a choice, a statement in words, or null: looked for, not published. */
export type Value = number | Interval | Spread | Choice | string | null;

/** What somebody else says of the same thing: shown, not drawn. */
export interface Alternative {
  readonly value: Value;
  readonly who: string;
  readonly sources: readonly string[];
  readonly note: string;
}

/** A value with where it comes from and how sure it is. Without source and grade there is no value. */
export interface Datum {
  readonly value: Value;
  readonly unit: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly kind: Kind;
  readonly note: string;
  readonly alternatives?: readonly Alternative[] | undefined;
  /** "log": drawn on the logarithm, whatever the width. */
  readonly scale?: "log" | undefined;
  /** 2 when the second pass over the sources touched it. */
  readonly pass?: number | undefined;
}

/** What is wrong with something offered as a value, and where in it. */
export interface ValueFault {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}

function numbersFault(value: readonly unknown[]): ValueFault | null {
  for (const [index, item] of value.entries()) {
    if (typeof item !== "number") return { path: [index], expected: "a number" };
    const before = value[index - 1];
    if (typeof before === "number" && item < before) {
      return { path: [], expected: "bounds in rising order, [least, likely, greatest]" };
    }
  }
  return null;
}

/** What keeps something from being a value, or null if it is one. */
export function valueFault(value: unknown): ValueFault | null {
  if (typeof value === "number" || value === null) return null;
  if (typeof value === "string") {
    if (value.trim() !== "") return null;
    return { path: [], expected: "a value, or null where none is published" };
  }
  if (Array.isArray(value)) {
    if (value.length === 2 || value.length === 3) return numbersFault(value);
    return { path: [], expected: "[lower, upper] or [least, likely, greatest]" };
  }
  if (typeof value === "object" && "each" in value) {
    const { each } = value;
    const isList = Array.isArray(each) && each.length > 0;
    if (isList && each.every((item) => typeof item === "number")) return null;
    return { path: ["each"], expected: "a list of numbers" };
  }
  const expected = "a number, [lower, upper], [least, likely, greatest], text or null";
  return { path: [], expected };
}

/** Schema of a value as files write it. */
export const valueSchema = z.custom<Value>().superRefine((value, context) => {
  const fault = valueFault(value);
  if (fault === null) return;
  context.addIssue({ code: "custom", path: [...fault.path], message: fault.expected });
});

/** Sources are never an empty list: a value nobody stands behind is refused. */
export const sourcesSchema = z
  .array(z.string().min(1), { error: "a list of source keys, such as [assumption_compiler]" })
  .min(1, { error: "at least one source key" });

export const confidenceSchema = z.enum(confidences);

const alternativeSchema = z.strictObject({
  value: valueSchema,
  who: z.string().min(1),
  sources: sourcesSchema,
  note: z.string(),
});

/** Schema of a datum as files write it; source keys are checked against the sources later. */
export const datumSchema = z
  .strictObject({
    value: valueSchema,
    unit: z.string().min(1),
    sources: sourcesSchema,
    confidence: confidenceSchema,
    kind: z.enum(kinds),
    note: z.string(),
    alternatives: z.array(alternativeSchema).optional(),
    scale: z.literal("log").optional(),
    pass: z.literal(2).optional(),
  })
  .superRefine((datum, context) => {
    if (datum.kind === "recalled" && datum.confidence === "high") {
      const message = "medium or low: a recalled figure is never marked high";
      context.addIssue({ code: "custom", path: ["confidence"], message });
    }
  }) satisfies z.ZodType<Datum>;

/** Whether a value is made of numbers, so that it can be drawn. */
export function isNumeric(value: Value): value is number | Interval | Spread {
  return typeof value === "number" || Array.isArray(value);
}

/** Likely value: the figure itself, the likely one of three, the middle of an interval. Null if in words. */
export function likelyValue(value: Value): number | null {
  if (typeof value === "number") return value;
  if (!Array.isArray(value)) return null;
  return value.length === 3 ? value[1] : (value[0] + value[1]) / 2;
}

/** Least and greatest of a value; a single figure is both. Null if in words. */
export function valueBounds(value: Value): Interval | null {
  if (typeof value === "number") return [value, value];
  if (!Array.isArray(value)) return null;
  return [value[0], value.at(-1)!];
}

/**
 * Whether a spread is drawn on the logarithm: where the greatest is more than ten times the least,
 * which is positive, or where the datum says so.
 */
export function isLogarithmic({ value, scale }: Datum): boolean {
  const bounds = valueBounds(value);
  if (bounds === null || bounds[0] <= 0 || bounds[0] === bounds[1]) return false;
  return scale === "log" || bounds[1] > 10 * bounds[0];
}

/** The values of a choice; a single figure is a choice of one. Empty if it is neither. */
export function choices(value: Value): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null && "each" in value ? value.each : [];
}

/** Numbers of a value multiplied by a positive factor; words and null stay as they are. */
export function scaledValue(value: Value, factor: number): Value {
  if (factor === 1 || typeof value === "string" || value === null) return value;
  if (typeof value === "number") return scaled(value, factor);
  if ("each" in value) return { each: value.each.map((item) => scaled(item, factor)) };
  if (value.length === 2) return [scaled(value[0], factor), scaled(value[1], factor)];
  return [scaled(value[0], factor), scaled(value[1], factor), scaled(value[2], factor)];
}

/** 10 m is 0.01 km, not 0.010000000000000002: a factor below 1 divides by its whole reciprocal. */
function scaled(value: number, factor: number): number {
  return factor < 1 ? value / Math.round(1 / factor) : value * factor;
}
