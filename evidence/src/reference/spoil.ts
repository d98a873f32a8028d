import type { Answer, Estimate } from "./adapter.ts";
import { zMax } from "./chance.ts";
import type { Context } from "./compare.ts";
import { answerOf, caseChecks, fieldChecks, holds, isEstimate, slack } from "./compare.ts";
import { isPlain } from "./question.ts";
import type { Case, EstimateRule, NumberRule, Rule } from "./rule.ts";
import type { CaseList } from "./subject.ts";

type Step = string | number;

/** The values inside an expected value that can be moved, as paths into it. */
function leaves(rule: Rule, value: unknown, path: Step[] = []): { path: Step[]; rule: Rule }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => leaves(rule, item, [...path, index]));
  }
  if (!isPlain(value)) return [{ path, rule }];
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = rule.kind === "each" ? rule.fields[key] : rule;
    return inner === undefined ? [] : leaves(inner, item, [...path, key]);
  });
}

function trialsOf(estimate: Estimate): number {
  if (estimate.kind !== "histogram") return estimate.trials;
  return estimate.counts.reduce((sum, count) => sum + count, 0);
}

/** What chance alone may move an estimate by, at the significance of the comparison. */
function simulatedSlack(value: number, estimate: Estimate): number {
  const trials = trialsOf(estimate);
  if (estimate.kind === "mean") return zMax * Math.max(estimate.standardError, 1 / trials);
  return (zMax * Math.sqrt(Math.max(1, trials * value * (1 - value)))) / trials;
}

function movedNumber(value: number, tolerance: number, isChance: boolean): number {
  const step = Math.max(0.1 * Math.abs(value), 10 * tolerance);
  if (tolerance === 0 && Number.isInteger(value)) return value + 1;
  return isChance && value + step > 1 ? value - step : value + step;
}

function moved(rule: Rule, value: unknown, answer: unknown, context: Context): unknown {
  if (value === null) return 1;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "number") return `${String(value)} spoiled`;
  if (rule.kind === "exact" || rule.kind === "each") return movedNumber(value, 0, false);
  const isChance = rule.kind === "chance" || rule.kind === "histogram";
  return movedNumber(value, leafSlack(rule, value, answer, context), isChance);
}

function leafSlack(
  rule: NumberRule | EstimateRule,
  value: number,
  answer: unknown,
  context: Context,
): number {
  if (rule.kind !== "number" && isEstimate(answer)) return simulatedSlack(value, answer);
  return slack(rule, value, context);
}

/** What an adapter answered at a path, or the estimate that stands for everything below it. */
function answerAt(answer: unknown, path: Step[]): unknown {
  let found = answer;
  for (const step of path) {
    if (isEstimate(found)) return found;
    found = Array.isArray(found) || isPlain(found) ? Reflect.get(found, step) : undefined;
  }
  return found;
}

function valueAt(value: unknown, path: Step[]): unknown {
  return path.reduce<unknown>((found, step) => Reflect.get(found as object, step), value);
}

function replaced(value: unknown, path: Step[], leaf: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return leaf;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy as object, step, replaced(Reflect.get(value as object, step), rest, leaf));
  return copy;
}

/**
 * Moves every expected value of a case, each alone and all at once, by the larger of a tenth and
 * ten times its tolerance (whole numbers held exactly, by one), and names those whose moving goes
 * unnoticed. None should.
 */
export function survivors(
  list: CaseList,
  answers: Record<string, Answer>,
  context: Context,
): string[] {
  const unnoticed: string[] = [];
  let spoiled: Case = context.given;
  for (const [field, rule] of Object.entries(list.expected)) {
    if (!(field in context.given)) continue;
    const answer = answerOf(rule, field, answers);
    if (rule.byCalculator && answer === undefined && context.engine === "engine") continue;
    const value = context.given[field];
    for (const leaf of leaves(rule, value)) {
      const old = valueAt(value, leaf.path);
      const leafMoved = moved(leaf.rule, old, answerAt(answer, leaf.path), context);
      const alone = replaced(value, leaf.path, leafMoved);
      if (holds(fieldChecks(rule, field, alone, answer, context))) {
        unnoticed.push([field, ...leaf.path].join("."));
      }
      spoiled = { ...spoiled, [field]: replaced(spoiled[field], leaf.path, leafMoved) };
    }
  }
  const together = { ...context, given: spoiled };
  if (holds(caseChecks(list, answers, together))) unnoticed.push("all at once");
  return unnoticed;
}
