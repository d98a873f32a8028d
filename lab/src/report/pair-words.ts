/** Every option against every other, in plain words, by the rule of the verdict alone. */
import type { StudyAnswer } from "../study/answer.ts";
import type { DifferenceSummary, OptionSummary } from "../study/summary.ts";
import { percentText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { pathText } from "./path-text.ts";

/** Two options, the later in the study against the earlier. */
export interface Pair {
  readonly option: OptionSummary;
  readonly against: OptionSummary;
  readonly difference: DifferenceSummary;
}

/** Every pair of options once. */
export function pairsOf({ summary }: StudyAnswer): Pair[] {
  return summary.options.flatMap((option, index) =>
    summary.options.slice(0, index).map((against) => {
      return { option, against, difference: option.difference[against.id]! };
    }),
  );
}

/** The verdict of a pair as a sentence without its end. */
export function pairText({ option, against, difference }: Pair): string {
  const [a, b] = [optionPhrase(option.title), optionPhrase(against.title)];
  const { verdict, fewerShare } = difference;
  switch (verdict) {
    case "fewer":
      return `fewer arrive with ${a} than with ${b}, in ${percentText(fewerShare)} of draws`;
    case "more": {
      const share = against.difference[option.id]!.fewerShare;
      return `fewer arrive with ${b} than with ${a}, in ${percentText(share)} of draws`;
    }
    case "identical":
      return `with ${a} every threat has the same fate in every night as with ${b}`;
    case "no-difference":
      return `hardly a draw shows any difference between ${a} and ${b}`;
    case "undecided": {
      const latter = percentText(against.difference[option.id]!.fewerShare);
      const shares =
        fewerShare > 0
          ? `fewer arrive with the former in ${percentText(fewerShare)} of draws`
          : `fewer arrive with the latter in ${latter} of draws, as many in the others`;
      return `public data cannot decide between ${a} and ${b}: ${shares}`;
    }
  }
}

/** A gain in right calls below this is not told from chance. */
const GAIN_MIN = 0.05;

/** What learning the unknown that splits the draws would be worth to the call between the two. */
function choiceText({ option, against, difference }: Pair, answer: StudyAnswer): string {
  if (difference.splitBy === undefined) return "";
  const split = `It turns most on ${pathText(difference.splitBy)}`;
  const worth = answer.pairLearning.find((each) => {
    return each.option === option.id && each.against === against.id;
  });
  if (worth === undefined) return ` ${split}.`;
  const { rightCall, rightCallLearnt, decided } = worth;
  if (rightCallLearnt < rightCall + GAIN_MIN) {
    return ` ${split}, but knowing it would not make for more right calls: no single unknown settles it.`;
  }
  const verdict =
    decided > 0
      ? `the verdict would be decided in ${percentText(decided)} of draws`
      : "the verdict would still be open";
  return (
    ` ${split}: were it known, one would call rightly in ${percentText(rightCallLearnt)} of draws ` +
    `instead of ${percentText(rightCall)}, and ${verdict}.`
  );
}

/** Whether public data can tell the options that launch anything apart; what it cannot, first. */
export function apartWords(answer: StudyAnswer): string[] {
  const isArmed = ({ roundsSpent }: OptionSummary): boolean => roundsSpent.mean > 0;
  const pairs = pairsOf(answer).filter(
    ({ option, against }) => isArmed(option) && isArmed(against),
  );
  const isOpen = ({ difference: { verdict } }: Pair): boolean =>
    verdict !== "fewer" && verdict !== "more";
  return [...pairs.filter(isOpen), ...pairs.filter((pair) => !isOpen(pair))].map((pair) => {
    const text = pairText(pair);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${choiceText(pair, answer)}`;
  });
}
