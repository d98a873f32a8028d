import type { Case, Rule } from "./rule.ts";
import type { CaseList } from "./subject.ts";

type Plain = Record<string, unknown>;

/** Whether a value of a JSON file is an object with fields. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is left of an expected value for the question: undefined when nothing is. */
function remainder(rule: Rule, value: unknown): unknown {
  if (rule.kind !== "each") {
    // The names under which values are expected are part of the question: which altitudes, say.
    if (isPlain(value)) return Object.fromEntries(Object.keys(value).map((key) => [key, null]));
    return undefined;
  }
  if (Array.isArray(value)) {
    const left = value.map((item) => remainder(rule, item));
    return left.every((item) => item === undefined) ? undefined : left;
  }
  if (!isPlain(value)) return undefined;
  const left: Plain = {};
  for (const [key, item] of Object.entries(value)) {
    const inner = rule.fields[key];
    const kept = inner === undefined ? item : remainder(inner, item);
    if (kept !== undefined) left[key] = kept;
  }
  return Object.keys(left).length === 0 ? undefined : left;
}

/** A case as the adapter may see it: without expected fields, and knowing its list. */
export function question(given: Case, list: CaseList, name: string): Plain {
  const asked: Plain = {};
  for (const [key, value] of Object.entries(given)) {
    if (list.aside?.[key] !== undefined) continue;
    const rule = list.expected[key];
    const kept = rule === undefined ? value : remainder(rule, value);
    if (kept !== undefined) asked[key] = kept;
  }
  if (name !== "cases") asked.list = name;
  return asked;
}

/**
 * The cases of one list. Where a file holds an object instead of a list, each of its fields is a
 * case named by its key; a bare table of points becomes `points`, with its count and dimensions.
 */
export function casesOf(list: unknown): Case[] | undefined {
  if (Array.isArray(list)) return list.every(isPlain) ? list : undefined;
  if (!isPlain(list)) return undefined;
  return Object.entries(list).map(([name, value]) => {
    if (!Array.isArray(value)) return { name, ...(isPlain(value) ? value : { value }) };
    const first: unknown = value[0];
    const dimensions = Array.isArray(first) ? first.length : 1;
    return { name, count: value.length, dimensions, points: value };
  });
}
