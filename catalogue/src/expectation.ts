import type { z } from "zod";
import { valueAt } from "./document.ts";
import { shownValue } from "./input-error.ts";

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  null: "null",
};

/** What was expected, in words, for a fault whose schema carries no words of its own. */
export function expectation(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return typeNames[issue.expected] ?? issue.expected;
    case "unrecognized_keys":
      return knownFields(issue.inst);
    case "invalid_value":
      return issue.values.length === 1
        ? shownValue(issue.values[0])
        : `one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return sizeExpectation("at least", "more than", issue.origin, issue.minimum, issue.inclusive);
    case "too_big":
      return sizeExpectation("at most", "less than", issue.origin, issue.maximum, issue.inclusive);
    case "invalid_format":
      return issue.pattern === undefined ? issue.format : `text of the form ${issue.pattern}`;
    case "invalid_union":
      return "one of the forms allowed here";
    default:
      return issue.message ?? "something else";
  }
}

function sizeExpectation(
  atLimit: string,
  beyondLimit: string,
  origin: string,
  limit: number | bigint,
  inclusive: boolean | undefined,
): string {
  const bound = `${inclusive === false ? beyondLimit : atLimit} ${limit}`;
  if (origin === "array") return `${bound} ${limit === 1 ? "item" : "items"}`;
  if (origin === "string") return limit === 1 ? "text that is not empty" : `${bound} characters`;
  return `a number ${bound}`;
}

function knownFields(schema: unknown): string {
  const shape = valueAt(schema, ["_zod", "def", "shape"]) ?? valueAt(schema, ["def", "shape"]);
  if (typeof shape !== "object" || shape === null) return "a field that is known here";
  return `one of the fields ${Object.keys(shape).join(", ")}`;
}
