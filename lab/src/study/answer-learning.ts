/** What knowing one unknown would be worth, for the answer of a study. */
import { countedFromHistogram, meanOf } from "./counted.ts";
import type { DrawResult } from "./draw.ts";
import {
  type DrawnValues,
  LEARNING_DRAWS_MIN,
  type OptionLearning,
  optionLearning,
  type PairLearning,
  rightCalls,
} from "./learning.ts";
import type { StudySubject } from "./subject.ts";
import type { Influence, OptionSummary } from "./summary.ts";

export interface AnswerLearning {
  /** What every unknown is worth to the arrivals of every option; empty for fewer than 40 draws. */
  readonly learning: readonly OptionLearning[];
  /** For every undecided pair, the unknown that splits its draws. */
  readonly pairLearning: readonly PairLearning[];
}

export function answerLearning(
  subject: StudySubject,
  draws: readonly DrawResult[],
  options: readonly OptionSummary[],
  influences: readonly Influence[],
  drawnUniform: (path: string, draw: number) => number,
): AnswerLearning {
  if (draws.length - 1 < LEARNING_DRAWS_MIN) return { learning: [], pairLearning: [] };
  const numbers = draws.slice(1).map(({ draw }) => draw);
  const known = new Map<string, DrawnValues>();
  const drawnValues = (path: string): DrawnValues => {
    const values = known.get(path) ?? {
      path,
      uniforms: numbers.map((draw) => drawnUniform(path, draw)),
    };
    known.set(path, values);
    return values;
  };
  const idle = new Set(
    influences.flatMap(({ path, withoutEffect }) => (withoutEffect === undefined ? [] : [path])),
  );
  const learning = optionLearning(draws, (option) =>
    subject.unknowns
      .filter(({ path, unit, options: readers }) => {
        return unit !== "USD" && !idle.has(path) && (readers?.includes(option) ?? true);
      })
      .map(({ path }) => drawnValues(path)),
  );
  return { learning, pairLearning: pairLearning(draws, options, drawnValues) };
}

function pairLearning(
  draws: readonly DrawResult[],
  options: readonly OptionSummary[],
  drawnValues: (path: string) => DrawnValues,
): PairLearning[] {
  return options.flatMap((option, index) =>
    options.slice(0, index).flatMap((against): PairLearning[] => {
      const path = option.difference[against.id]?.splitBy;
      if (path === undefined) return [];
      const isFewer = draws.slice(1).map(({ pairs }) => {
        const pair = pairs.find((each) => each.option === option.id && each.against === against.id);
        return pair !== undefined && meanOf(countedFromHistogram(pair.nights, pair.first)) < 0;
      });
      const worth = rightCalls(isFewer, drawnValues(path).uniforms);
      return [{ option: option.id, against: against.id, path, ...worth }];
    }),
  );
}
