export * from "./calculator/answer-text.ts";
export {
  type Calculator,
  type CalculatorAnswer,
  type Finding,
  fieldFromName,
  optionFromName,
} from "./calculator/calculator.ts";
export * from "./calculator/calculators.ts";
export type { CalculatorInput } from "./calculator/input.ts";
export * from "./coverage/contour.ts";
export * from "./coverage/coverage.ts";
export * from "./coverage/coverage-geojson.ts";
export * from "./coverage/coverage-table.ts";
export * from "./engagement/course.ts";
export * from "./engagement/journal.ts";
export * from "./engagement/policy.ts";
export * from "./engagement/refusal.ts";
export * from "./engagement/replicate.ts";
export * from "./engagement/tables.ts";
export * from "./engagement/tabulate.ts";
export * from "./engagement/tally.ts";
export * from "./engagement/ticks.ts";
export * from "./report/expectation-text.ts";
export * from "./report/number.ts";
export * from "./report/option-phrase.ts";
export * from "./report/path-text.ts";
export * from "./report/reason.ts";
export * from "./report/requirement-words.ts";
export * from "./report/story.ts";
export * from "./report/table.ts";
export * from "./report/words.ts";
export * from "./report/wrap.ts";
export * from "./scenario/dress.ts";
export type { Relation, WrittenExpectation } from "./scenario/expectation-schema.ts";
export * from "./scenario/override.ts";
export * from "./scenario/scenario.ts";
export * from "./scenario/scenario-subject.ts";
export * from "./scenario/scenario-value.ts";
export * from "./scenario/schema.ts";
export * from "./scenario/setup.ts";
export * from "./scenario/value-reader.ts";
export * from "./study/answer.ts";
export * from "./study/counted.ts";
export * from "./study/difference.ts";
export * from "./study/draw.ts";
export * from "./study/executor.ts";
export * from "./study/expectation.ts";
export * from "./study/figure.ts";
export * from "./study/goodness-of-fit.ts";
export * from "./study/interval.ts";
export * from "./study/kill-curve.ts";
export * from "./study/least-value.ts";
export * from "./study/moments.ts";
export * from "./study/outcomes.ts";
export * from "./study/outcomes-csv.ts";
export * from "./study/precision.ts";
export * from "./study/rare-leak.ts";
export * from "./study/requirement.ts";
export * from "./study/rounds-ledger.ts";
export * from "./study/sampling.ts";
export * from "./study/sensitivity.ts";
export * from "./study/sobol-indices.ts";
export * from "./study/stopping.ts";
export * from "./study/study.ts";
export * from "./study/subject.ts";
export * from "./study/summary.ts";
export * from "./study/unknown-sampling.ts";
export * from "./study/widths.ts";
