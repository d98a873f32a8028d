/** Every option against every other, in plain words, by the rule of the verdict alone. */
import type { StudyAnswer } from "../study/answer.ts";
import type { DifferenceSummary, OptionSummary } from "../study/summary.ts";
import { cited, uncited } from "./cited.ts";
import { percentText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { pathText } from "./path-text.ts";
import { decidedCell, learntCell, rightCallCell } from "./prose-cells.ts";

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

function shareCited(of: OptionSummary, against: OptionSummary, share: number): string {
  return cited(`options.${of.id}.difference.${against.id}.fewerShare`, percentText(share));
}

/** The verdict of a pair as a sentence without its end. */
export function pairText(pair: Pair): string {
  return uncited(citedPairText(pair));
}

/** The same, its numbers with their cells. */
function citedPairText({ option, against, difference }: Pair): string {
  const [a, b] = [optionPhrase(option.title), optionPhrase(against.title)];
  const { verdict, fewerShare } = difference;
  const here = shareCited(option, against, fewerShare);
  const there = shareCited(against, option, against.difference[option.id]!.fewerShare);
  switch (verdict) {
    case "fewer":
      return `fewer arrive with ${a} than with ${b}, in ${here} of draws`;
    case "more":
      return `fewer arrive with ${b} than with ${a}, in ${there} of draws`;
    case "identical":
      return `with ${a} every threat has the same fate in every night as with ${b}`;
    case "no-difference":
      return `hardly a draw shows any difference between ${a} and ${b}`;
    case "undecided": {
      const shares =
        fewerShare > 0
          ? `fewer arrive with the former in ${here} of draws`
          : `fewer arrive with the latter in ${there} of draws, as many in the others`;
      return `public data cannot decide between ${a} and ${b}: ${shares}`;
    }
  }
}

/** A gain in right calls below this is not told from chance. */
const GAIN_MIN = 0.05;
/** Nor one of fewer standard errors of its own. */
const ERRORS_MIN = 2;

/** What learning the unknown that splits the draws would be worth to the call between the two. */
function choiceText({ option, against, difference }: Pair, answer: StudyAnswer): string {
  if (difference.splitBy === undefined) return "";
  const split = `It turns most on ${pathText(difference.splitBy)}`;
  const worth = answer.pairLearning.find((each) => {
    return each.option === option.id && each.against === against.id;
  });
  if (worth === undefined) return ` ${split}.`;
  const { rightCall, rightCallLearnt, gainError, decided } = worth;
  const gain = rightCallLearnt - rightCall;
  if (gain < Math.max(GAIN_MIN, ERRORS_MIN * gainError)) {
    return (
      ` ${split}, but these draws do not show that knowing it would make for more right calls ` +
      `(${gainText(gain, gainError)}).`
    );
  }
  const [a, b] = [option.id, against.id];
  const verdict =
    decided > 0
      ? `the verdict would be decided in ${cited(decidedCell(a, b), percentText(decided))} of draws`
      : "the verdict would still be open";
  return (
    ` ${split}: were it known, one would call rightly in ` +
    `${cited(learntCell(a, b), percentText(rightCallLearnt))} of draws instead of ` +
    `${cited(rightCallCell(a, b), percentText(rightCall))} (${gainText(gain, gainError)}), and ${verdict}.`
  );
}

/** `a gain of 15 ± 4 in a hundred` */
function gainText(gain: number, error: number): string {
  const points = Math.round(100 * gain);
  const shown = points < 0 ? `−${-points}` : String(points);
  return `a gain of ${shown} ± ${Math.max(1, Math.round(100 * error))} in a hundred`;
}

/** Whether public data can tell the options that launch anything apart; what it cannot, first. */
export function apartWords(answer: StudyAnswer): string[] {
  return citedApartWords(answer).map(uncited);
}

/** The same, its numbers with their cells. */
export function citedApartWords(answer: StudyAnswer): string[] {
  const isArmed = ({ roundsSpent }: OptionSummary): boolean => roundsSpent.mean > 0;
  const pairs = pairsOf(answer).filter(
    ({ option, against }) => isArmed(option) && isArmed(against),
  );
  const isOpen = ({ difference: { verdict } }: Pair): boolean =>
    verdict !== "fewer" && verdict !== "more";
  return [...pairs.filter(isOpen), ...pairs.filter((pair) => !isOpen(pair))].map((pair) => {
    const text = citedPairText(pair);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${choiceText(pair, answer)}`;
  });
}
