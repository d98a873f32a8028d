/**
 * How one expected quantity is compared. `entry` names an entry of the file's own `tolerance`;
 * nothing here carries a tolerance of its own. The closed forms use the entry as it stands, the
 * simulated ones are judged by chance (see `estimate.ts`).
 */
export type Rule = NumberRule | ExactRule | EstimateRule | EachRule;

/** The fields of a case, as it stands in the file. */
export type Case = Record<string, unknown>;

interface Common {
  /** Other names under which an adapter may have answered the same quantity. */
  answeredAs?: string[];
  /** Only a closed form can answer this: the engine may leave it to the calculator. */
  byCalculator?: true;
}

export interface NumberRule extends Common {
  kind: "number";
  entry: string;
  /** `share` multiplies |expected|; `distance` stands as it is; `closed` is either, the larger. */
  reading: "share" | "distance" | "closed";
  /** Turns the entry into the unit of the quantity, where they differ. */
  scale?: (given: Case) => number;
  /** Degrees that come round again at 360. */
  circular?: true;
}

export interface ExactRule extends Common {
  kind: "exact";
}

export interface EstimateRule extends Common {
  kind: "chance" | "mean" | "histogram";
  /** The entry that holds a calculator to account for the same quantity. */
  entry: string;
}

export interface EachRule extends Common {
  kind: "each";
  fields: Record<string, Rule>;
}

/** Tolerance is a share of the expected value. */
export function share(entry: string, more: Partial<NumberRule> = {}): NumberRule {
  return { kind: "number", entry, reading: "share", ...more };
}

/** Tolerance is an absolute distance in the unit of the quantity. */
export function within(entry: string, more: Partial<NumberRule> = {}): NumberRule {
  return { kind: "number", entry, reading: "distance", ...more };
}

/** Tolerance of a closed form: absolute below one, a share above. */
export function closed(entry = "closed_form", more: Partial<NumberRule> = {}): NumberRule {
  return { kind: "number", entry, reading: "closed", ...more };
}

/** Equal, to the last bit or letter. */
export function exact(more: Common = {}): ExactRule {
  return { kind: "exact", ...more };
}

/** A probability: the engine answers with an estimate, a calculator with a number. */
export function chance(entry = "closed_form"): EstimateRule {
  return { kind: "chance", entry };
}

/** An expectation: the engine answers with an estimate, a calculator with a number. */
export function mean(entry = "closed_form"): EstimateRule {
  return { kind: "mean", entry };
}

/** A distribution over 0, 1, 2, …: what is not listed is the chance of anything further. */
export function histogram(entry = "closed_form"): EstimateRule {
  return { kind: "histogram", entry };
}

/** The named fields of an object, or of every object in a list; the others stay in the question. */
export function each(fields: Record<string, Rule>): EachRule {
  return { kind: "each", fields };
}
