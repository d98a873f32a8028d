/** What a simulated quantity answers with; the runner tests it statistically. */
export type Estimate =
  | { kind: "proportion"; successes: number; trials: number }
  | { kind: "mean"; mean: number; standardError: number; trials: number }
  | { kind: "histogram"; counts: number[] };

/** What an adapter may answer for one expected field. */
export type Answer =
  | number
  | string
  | boolean
  | null
  | Estimate
  | Answer[]
  | { [field: string]: Answer };

/** One subject's way to answer the cases of a reference file. */
export interface Adapter {
  /** "formula": pure functions of models or study code; "engine": lab's replicate. */
  engine: "formula" | "engine";
  /**
   * Receives one case without its expected fields plus the file's other fields; returns the
   * expected fields by name. `question.list` names the list the case came from when it is not
   * `cases`.
   */
  answer(question: Record<string, unknown>, file: Record<string, unknown>): Record<string, Answer>;
}
