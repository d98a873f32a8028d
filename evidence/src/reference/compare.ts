import type { Answer, Estimate } from "./adapter.ts";
import { binomialTwoSided, histogramUpper, normalTwoSided, significance } from "./chance.ts";
import { isPlain } from "./question.ts";
import type { Case, EachRule, EstimateRule, NumberRule, Rule } from "./rule.ts";
import type { CaseList } from "./subject.ts";

/** One quantity held against its answer. It holds when `ratio`, error over tolerance, is ≤ 1. */
export interface Check {
  path: string;
  ratio: number;
  note: string;
}

/** What a comparison needs to know beside expected value and answer. */
export interface Context {
  /** The file's own `tolerance`. */
  tolerance: unknown;
  /** The whole case, expected fields included. */
  given: Case;
  /** "engine" asks for estimates where the table says so, "formula" takes numbers. */
  engine: "formula" | "engine";
  trialsMin: number;
}

/** What stands for "wrong without measure": a missing answer, another kind of thing. */
export const ratioMax = 1e9;

/** Whether every check holds, and there is at least one. */
export function holds(checks: Check[]): boolean {
  return checks.length > 0 && checks.every((check) => check.ratio <= 1);
}

/** Whether an answer is an estimate rather than an object of answers. */
export function isEstimate(answer: unknown): answer is Estimate {
  if (!isPlain(answer)) return false;
  return ["proportion", "mean", "histogram"].includes(String(answer.kind));
}

/** The number a tolerance entry holds; a file that lacks it cannot be compared. */
export function toleranceEntry(tolerance: unknown, entry: string): number {
  const value = isPlain(tolerance) ? tolerance[entry] : undefined;
  if (typeof value === "number" && value >= 0) return value;
  throw new Error(`tolerance.${entry}: expected a number, got ${JSON.stringify(value)}`);
}

/** The distance at which an answer is just accepted. */
export function slack(rule: NumberRule | EstimateRule, expected: number, context: Context): number {
  const entry = toleranceEntry(context.tolerance, rule.entry);
  if (rule.kind !== "number" || rule.reading === "closed") {
    return entry * Math.max(1, Math.abs(expected));
  }
  if (rule.reading === "share") return entry * Math.abs(expected);
  return entry * (rule.scale?.(context.given) ?? 1);
}

function wrong(path: string, expected: unknown, answer: unknown): Check {
  const got = answer === undefined ? "no answer" : JSON.stringify(answer);
  return { path, ratio: ratioMax, note: `expected ${JSON.stringify(expected)}, got ${got}` };
}

function numberCheck(
  path: string,
  expected: number,
  answer: number,
  slackAllowed: number,
  circular = false,
): Check {
  let error = Math.abs(answer - expected);
  if (circular) error = Math.abs(error - 360 * Math.round(error / 360));
  const ratio = error === 0 ? 0 : Math.min(ratioMax, error / slackAllowed);
  if (Number.isNaN(ratio)) return wrong(path, expected, answer);
  return { path, ratio, note: `expected ${expected} ± ${slackAllowed}, got ${answer}` };
}

function chanceCheck(path: string, p: number, note: string): Check {
  const ratio = p >= 1 ? 0 : Math.min(ratioMax, Math.log(p) / Math.log(significance));
  return { path, ratio, note: `${note}, p = ${p.toPrecision(3)}` };
}

function meanCheck(path: string, expected: number, estimate: Estimate & { kind: "mean" }): Check {
  const { mean, standardError, trials } = estimate;
  const distance = Math.abs(mean - expected);
  // What happens in fewer than ln(20,000)/trials of all trials may well not have been seen once.
  const unseen = -Math.log(significance / 2) / trials;
  const z = standardError > 0 ? distance / standardError : Number.POSITIVE_INFINITY;
  const p = distance <= unseen ? 1 : normalTwoSided(z);
  return chanceCheck(path, p, `expected ${expected}, got ${mean} ± ${standardError}`);
}

function trialsOf(estimate: Estimate): number {
  if (estimate.kind !== "histogram") return estimate.trials;
  return estimate.counts.reduce((sum, count) => sum + count, 0);
}

function estimateCheck(
  rule: EstimateRule,
  path: string,
  expected: unknown,
  estimate: Estimate,
  context: Context,
): Check {
  const trials = trialsOf(estimate);
  if (!(trials >= context.trialsMin)) {
    return wrong(path, `at least ${context.trialsMin} trials`, trials);
  }
  if (rule.kind === "histogram" && estimate.kind === "histogram" && Array.isArray(expected)) {
    const p = histogramUpper(estimate.counts, expected.map(Number));
    return chanceCheck(path, p, `histogram of ${trials}`);
  }
  if (typeof expected !== "number" || rule.kind === "histogram") {
    return wrong(path, expected, estimate);
  }
  if (estimate.kind === "mean") return meanCheck(path, expected, estimate);
  if (estimate.kind === "proportion" && rule.kind === "chance") {
    const p = binomialTwoSided(estimate.successes, trials, expected);
    return chanceCheck(path, p, `expected ${expected}, got ${estimate.successes} of ${trials}`);
  }
  return wrong(path, expected, estimate);
}

function eachChecks(
  rule: EachRule,
  path: string,
  expected: Record<string, unknown>,
  answer: unknown,
  context: Context,
): Check[] {
  if (!isPlain(answer)) return [wrong(path, "an object", answer)];
  return Object.entries(rule.fields).flatMap(([key, inner]) =>
    key in expected
      ? fieldChecks(inner, `${path}.${key}`, expected[key], answer[key], context)
      : [],
  );
}

function listChecks(
  rule: Rule,
  path: string,
  expected: unknown[],
  answer: unknown,
  context: Context,
): Check[] {
  if (!Array.isArray(answer) || answer.length !== expected.length) {
    return [wrong(path, `a list of ${expected.length}`, answer)];
  }
  if (expected.length === 0) return [{ path, ratio: 0, note: "nothing, as expected" }];
  return expected.flatMap((item, index) =>
    fieldChecks(rule, `${path}[${index}]`, item, answer[index], context),
  );
}

/** Holds one expected value against its answer, down to its numbers. */
export function fieldChecks(
  rule: Rule,
  path: string,
  expected: unknown,
  answer: unknown,
  context: Context,
): Check[] {
  const simulated = rule.kind === "chance" || rule.kind === "mean" || rule.kind === "histogram";
  if (simulated && isEstimate(answer) && context.engine === "engine") {
    return [estimateCheck(rule, path, expected, answer, context)];
  }
  if (Array.isArray(expected)) return listChecks(rule, path, expected, answer, context);
  if (isPlain(expected)) {
    const inner = rule.kind === "each" ? rule : sameForEach(rule, expected);
    return eachChecks(inner, path, expected, answer, context);
  }
  if (typeof expected !== "number" || rule.kind === "exact") {
    return answer === expected
      ? [{ path, ratio: 0, note: "equal" }]
      : [wrong(path, expected, answer)];
  }
  if (rule.kind === "each" || typeof answer !== "number") return [wrong(path, expected, answer)];
  if (simulated && context.engine === "engine") {
    return [wrong(path, "an estimate with its trials", answer)];
  }
  const circular = rule.kind === "number" && rule.circular === true;
  return [numberCheck(path, expected, answer, slack(rule, expected, context), circular)];
}

function sameForEach(rule: Rule, expected: Record<string, unknown>): EachRule {
  return {
    kind: "each",
    fields: Object.fromEntries(Object.keys(expected).map((key) => [key, rule])),
  };
}

/** The answer to one expected field, under its own name or another it goes by. */
export function answerOf(
  rule: Rule,
  field: string,
  answers: Record<string, Answer>,
): Answer | undefined {
  const name = [field, ...(rule.answeredAs ?? [])].find((key) => answers[key] !== undefined);
  return name === undefined ? undefined : answers[name];
}

/** All checks of one case. A field only a calculator can answer is left to it. */
export function caseChecks(
  list: CaseList,
  answers: Record<string, Answer>,
  context: Context,
): Check[] {
  return Object.entries(list.expected).flatMap(([field, rule]) => {
    if (!(field in context.given)) return [];
    const answer = answerOf(rule, field, answers);
    if (rule.byCalculator && answer === undefined && context.engine === "engine") return [];
    return fieldChecks(rule, field, context.given[field], answer, context);
  });
}
