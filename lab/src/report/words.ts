/** The answer in two sentences of plain words, written from the numbers. */
import type { StudyAnswer } from "../study/answer.ts";
import type { OptionSummary } from "../study/summary.ts";
import { cited, uncited } from "./cited.ts";
import { percentText, wholeText, wholeWidthText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { pathText } from "./path-text.ts";

/** What was answered, and what was not. */
export type AnswerWords = readonly [string, string];

/**
 * Two sentences to be quoted: what arrives and which options let fewer through; then what public
 * data cannot decide and what changes nothing. "Fewer" is said by the verdicts alone, never by a
 * mean. Threats are whole; tables keep the digits.
 */
export function answerWords(answer: StudyAnswer): AnswerWords {
  const [first, second] = citedAnswerWords(answer);
  return [uncited(first), uncited(second)];
}

/** The same, its numbers with their cells. */
export function citedAnswerWords(answer: StudyAnswer): AnswerWords {
  const [first, ...others] = answer.summary.options;
  if (first === undefined) throw new RangeError("a study has at least one option");
  const begin = `With ${named(first)}, ${arriving(answer, first)}`;
  if (others.length === 0) {
    return [`${begin}.`, "Nothing was compared: the study has this option alone."];
  }
  const said = byVerdict(first, others);
  if (said.identical.length === others.length) return nothingChanged(answer, first, others);
  return [`${begin}; ${fewerClause(said.fewer)}.`, restSentence(first, said)];
}

/** `about 12 of the 16 threats arrive (10 to 14 in eight nights of ten)` */
function arriving({ launched: [least, most] }: StudyAnswer, option: OptionSummary): string {
  const fired = least === most ? `the ${wholeText(least)}` : `${least} to ${most}`;
  const noun = most === 1 ? "threat" : "threats";
  const verb = wholeText(option.arrivals.total.mean) === "1" ? "arrives" : "arrive";
  return `${aboutText(option)} of ${fired} ${noun} ${verb} (${bothText(option)} in eight nights of ten)`;
}

function meanText({ id, arrivals }: OptionSummary): string {
  return cited(arrivalsCell(id), wholeText(arrivals.total.mean));
}

function arrivalsCell(option: string): string {
  return `options.${option}.arrivals.total`;
}

/** `about 3`; what is fewer than one is not about anything. */
function aboutText(option: OptionSummary): string {
  const text = meanText(option);
  return /^\d/.test(uncited(text)) ? `about ${text}` : text;
}

function bothText({ id, arrivals }: OptionSummary): string {
  return cited(arrivalsCell(id), wholeWidthText(arrivals.total.both));
}

function named({ title }: OptionSummary): string {
  return optionPhrase(title);
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
    `No option changed anything: ${arriving(answer, first)} with every option.`,
    `Every threat had the same fate in every night as with ${named(first)}` +
      `${idleRounds(first, others)}.`,
  ];
}

/** What was launched in vain, where the first option launches nothing and nothing changed. */
function idleRounds(first: OptionSummary, others: readonly OptionSummary[]): string {
  if (first.roundsSpent.mean > 0) return "";
  const spent = others.filter(({ roundsSpent }) => roundsSpent.mean > 0);
  if (spent.length === 0) return ", and no round was launched";
  const rounds = spent.map((option) => {
    const rounds = wholeText(option.roundsSpent.mean);
    return `${cited(`options.${option.id}.roundsSpent`, rounds)} with ${named(option)}`;
  });
  return `, and the rounds launched in a night stopped nothing (${listed(rounds)})`;
}

/** Those with fewer arrivals, fewest first. */
function ranked(options: readonly OptionSummary[]): OptionSummary[] {
  return options.toSorted((a, b) => a.arrivals.total.mean - b.arrivals.total.mean);
}

function fewerClause(fewer: readonly OptionSummary[]): string {
  if (fewer.length === 0) return "no other option lets fewer through in nine draws of ten";
  const [best, ...others] = ranked(fewer) as [OptionSummary, ...OptionSummary[]];
  const begin = `${named(best)} (${aboutText(best)}, ${bothText(best)})`;
  return `fewer arrive with ${listed([begin, ...others.map(numbered)])}`;
}

/** The second sentence: all that is not "fewer", each with its reason. */
function restSentence(first: OptionSummary, said: ByVerdict): string {
  const clauses: string[] = [];
  if (said.more.length > 0) clauses.push(`more arrive with ${listed(said.more.map(numbered))}`);
  for (const [split, options] of undecidedBySplit(first, said.undecided)) {
    const shares = options.map((option) => {
      return `${numbered(option)}: ${sharesText(option, first)}`;
    });
    clauses.push(`public data cannot decide about ${listed(shares)}${turnsOn(split)}`);
  }
  clauses.push(...rivalClauses(ranked(said.fewer)));
  if (said["no-difference"].length > 0) {
    clauses.push(
      `hardly a draw shows any difference with ${listed(said["no-difference"].map(named))}`,
    );
  }
  if (said.identical.length > 0) {
    clauses.push(
      `with ${listed(said.identical.map(named))}, nothing changes: every threat has the same fate ` +
        `in every night as with ${named(first)}`,
    );
  }
  if (clauses.length === 0)
    clauses.push(`that holds in at least nine draws of ten of what nobody published`);
  return capital(`${clauses.join("; ")}.`);
}

/** `fewer in 34 % of draws`; where in none, in how many more arrive, or "0 %" would say too much. */
function sharesText(option: OptionSummary, first: OptionSummary): string {
  const { fewerShare } = option.difference[first.id]!;
  const share = (of: OptionSummary, against: OptionSummary): string => {
    const cell = `options.${of.id}.difference.${against.id}.fewerShare`;
    return cited(cell, percentText(of.difference[against.id]!.fewerShare));
  };
  if (fewerShare > 0) return `fewer in ${share(option, first)} of draws`;
  return `more in ${share(first, option)} of draws, as many in the others`;
}

function turnsOn(split: string): string {
  return split === "" ? "" : `, which turns most on ${pathText(split)}`;
}

/** Whether public data can tell those that let fewer through apart: the best against each other. */
function rivalClauses([best, ...others]: readonly OptionSummary[]): string[] {
  if (best === undefined || others.length === 0) return [];
  const open = others.filter(({ id }) => best.difference[id]!.verdict !== "fewer");
  if (open.length === 0) {
    return [`fewest arrive with ${named(best)}, in at least nine draws of ten`];
  }
  const splits = new Set(open.map(({ id }) => best.difference[id]!.splitBy ?? ""));
  const split = splits.size === 1 ? turnsOn([...splits][0]!) : "";
  return [`public data cannot tell ${named(best)} apart from ${listed(open.map(named))}${split}`];
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
