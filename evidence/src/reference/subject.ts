import type { Rule } from "./rule.ts";

/** One list of cases of a file. */
export interface CaseList {
  /** Compared, and taken out of the question. */
  expected: Record<string, Rule>;
  /** Taken out of the question and not compared, each with the reason. */
  aside?: Record<string, string>;
  /** The list of the file that holds the cases, when the same cases are asked a second way. */
  of?: string;
}

/** One file of cases. */
export interface Subject {
  /** Who must answer. */
  engine: "formula" | "engine";
  /** Lists by name; the name is handed to the adapter as `question.list` unless it is `cases`. */
  lists: Record<string, CaseList>;
  /** Least number of trials behind an estimate, where it is not 200,000. */
  trialsMin?: number;
}

/** A formula file with the usual one list. */
export function formula(
  expected: Record<string, Rule>,
  aside: Record<string, string> = {},
): Subject {
  return { engine: "formula", lists: { cases: { expected, aside } } };
}
