/** The answer in two sentences of plain words, written from the numbers. */
import type { StudyAnswer } from "../study/answer.ts";
import type { OptionSummary } from "../study/summary.ts";
import { fixedText, halfWidth, roundedText, widthText } from "./number.ts";
import { pathText } from "./path-text.ts";

/** What was answered, and what was not. */
export type AnswerWords = readonly [string, string];

/**
 * Two sentences: what arrives and which options let fewer through; then what public data cannot
 * decide and what changes nothing. "Fewer" is said by the verdicts alone, never by a mean.
 */
export function answerWords(answer: StudyAnswer): AnswerWords {
  const [first, ...others] = answer.summary.options;
  if (first === undefined) throw new RangeError("a study has at least one option");
  const begin =
    `Of ${firedText(answer)}, about ${meanText(first)} (${bothText(first)} in eight nights of ten) ` +
    `arrive under ${named(first)}`;
  if (others.length === 0) {
    return [`${begin}.`, "Nothing was compared: the study has this option alone."];
  }
  const said = byVerdict(first, others);
  if (said.identical.length === others.length) return nothingChanged(answer, first, others);
  return [`${begin}; ${fewerClause(said.fewer)}.`, restSentence(first, said)];
}

function firedText({ launched: [least, most] }: StudyAnswer): string {
  const count = least === most ? fixedText(least, 0) : `${least} to ${most}`;
  return `${count} ${most === 1 ? "threat" : "threats"} fired`;
}

function meanText({ arrivals }: OptionSummary): string {
  return roundedText(arrivals.total.mean, halfWidth(arrivals.total.both));
}

function bothText({ arrivals }: OptionSummary): string {
  return widthText(arrivals.total.both);
}

function named({ title }: OptionSummary): string {
  return `“${title}”`;
}

function numbered(option: OptionSummary): string {
  return `${named(option)} (${meanText(option)}, ${bothText(option)})`;
}

type ByVerdict = Readonly<
  Record<"fewer" | "more" | "undecided" | "identical" | "no-difference", OptionSummary[]>
>;

function byVerdict(first: OptionSummary, others: readonly OptionSummary[]): ByVerdict {
  const said: ByVerdict = {
    fewer: [],
    more: [],
    undecided: [],
    identical: [],
    "no-difference": [],
  };
  for (const option of others) said[option.difference[first.id]!.verdict].push(option);
  return said;
}

function nothingChanged(
  answer: StudyAnswer,
  first: OptionSummary,
  others: readonly OptionSummary[],
): AnswerWords {
  return [
    `No option changed anything: of ${firedText(answer)}, about ${meanText(first)} ` +
      `(${bothText(first)} in eight nights of ten) arrive under every option.`,
    `Every threat had the same fate in every night as under ${named(first)}` +
      `${idleRounds(first, others)}.`,
  ];
}

/** What was launched in vain, where the first option launches nothing and nothing changed. */
function idleRounds(first: OptionSummary, others: readonly OptionSummary[]): string {
  if (first.roundsSpent.mean > 0) return "";
  const spent = others.filter(({ roundsSpent }) => roundsSpent.mean > 0);
  if (spent.length === 0) return ", and no round was launched";
  const rounds = spent.map(({ roundsSpent, title }) => {
    return `${roundedText(roundsSpent.mean, halfWidth(roundsSpent.both))} under “${title}”`;
  });
  return `, and the rounds launched in a night stopped nothing (${listed(rounds)})`;
}

function fewerClause(fewer: readonly OptionSummary[]): string {
  if (fewer.length === 0) return "no other option lets fewer through in nine draws of ten";
  return `fewer arrive under ${listed(fewer.map(numbered))}`;
}

/** The second sentence: all that is not "fewer", each with its reason. */
function restSentence(first: OptionSummary, said: ByVerdict): string {
  const clauses: string[] = [];
  if (said.more.length > 0) clauses.push(`more arrive under ${listed(said.more.map(numbered))}`);
  for (const [split, options] of undecidedBySplit(first, said.undecided)) {
    const turns = split === "" ? "" : `, which turns most on ${pathText(split)}`;
    const shares = options.map((option) => {
      const { fewerShare } = option.difference[first.id]!;
      return `${numbered(option)}: fewer in ${Math.round(fewerShare * 100)} % of draws`;
    });
    clauses.push(`public data cannot decide about ${listed(shares)}${turns}`);
  }
  if (said["no-difference"].length > 0) {
    clauses.push(
      `hardly a draw shows any difference under ${listed(said["no-difference"].map(named))}`,
    );
  }
  if (said.identical.length > 0) {
    clauses.push(
      `under ${listed(said.identical.map(named))} nothing changes: every threat has the same fate ` +
        `in every night as under ${named(first)}`,
    );
  }
  if (clauses.length === 0)
    clauses.push(`that holds in at least nine draws of ten of what nobody published`);
  return capital(`${clauses.join("; ")}.`);
}

function undecidedBySplit(
  first: OptionSummary,
  undecided: readonly OptionSummary[],
): Map<string, OptionSummary[]> {
  const groups = new Map<string, OptionSummary[]>();
  for (const option of undecided) {
    const split = option.difference[first.id]!.splitBy ?? "";
    groups.set(split, [...(groups.get(split) ?? []), option]);
  }
  return groups;
}

function listed(items: readonly string[]): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
