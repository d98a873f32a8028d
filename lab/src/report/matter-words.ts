/** Which unknown matters most, in words. */
import type { StudyAnswer } from "../study/answer.ts";
import type { Learning, OptionLearning } from "../study/learning.ts";
import type { Influence, OptionSummary } from "../study/summary.ts";
import { cited, uncited } from "./cited.ts";
import { percentText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { pathText } from "./path-text.ts";
import { learningCell, walkCell } from "./prose-cells.ts";

/** What unknowns are worth under the options that launch anything. */
export function armedLearning({ summary, learning }: StudyAnswer): OptionLearning[] {
  const armed = new Set(
    summary.options.flatMap(({ id, roundsSpent }) => (roundsSpent.mean > 0 ? [id] : [])),
  );
  return learning.filter(({ option, unknowns }) => armed.has(option) && unknowns.length > 0);
}

/** Sentences: what matters most, by shares where there are enough draws, else by the walk. */
export function matterWords(answer: StudyAnswer): string[] {
  return citedMatterWords(answer).map(uncited);
}

/** The same, its numbers with their cells. */
export function citedMatterWords(answer: StudyAnswer): string[] {
  const learning = armedLearning(answer);
  return learning.length > 0 ? shareWords(learning, answer) : walkWords(answer);
}

/** From the walk of one unknown at a time. */
function walkWords({ influences }: StudyAnswer): string[] {
  const [first, second] = influences.filter(({ largestMove }) => largestMove > 0);
  if (first === undefined) return [];
  const begin =
    `Of all that nobody published, ${pathText(first.path)} matters most: from one end of its range ` +
    `to the other it moves mean arrivals by ${movedText(first)}`;
  if (second === undefined) return [`${begin}.`];
  return [`${begin}; next comes ${pathText(second.path)}, with ${movedText(second)}.`];
}

function movedText({ path, largestMove }: Influence): string {
  return cited(walkCell(path), largestMove.toFixed(1));
}

/** A share, and the option that it is one of. */
interface OptionShare extends Learning {
  readonly option: string;
}

function shareWords(learning: readonly OptionLearning[], { summary }: StudyAnswer): string[] {
  const groups = new Map<string, OptionLearning[]>();
  for (const each of learning) {
    const top = each.unknowns[0]!.path;
    groups.set(top, [...(groups.get(top) ?? []), each]);
  }
  return [...groups].map(([path, members]) => {
    const where =
      members.length === learning.length
        ? "under every option that fires"
        : `with ${members.map(({ option }) => named(option, summary.options)).join(", ")}`;
    const shares = members.map(({ option, unknowns }) => ({ option, ...unknowns[0]! }));
    const seconds = members.flatMap(({ option, unknowns }) =>
      unknowns.slice(1, 2).map((each) => ({ option, ...each })),
    );
    const next = seconds.toSorted((a, b) => b.share - a.share)[0];
    const then =
      next === undefined ? "" : `; next comes ${pathText(next.path)} (${shareText(next)})`;
    return (
      `Of all that nobody published, ${pathText(path)} matters most ${where}: it alone makes ` +
      `${rangeText(shares)} of what draws differ by in arrivals${then}.`
    );
  });
}

function shareText({ option, path, share, standardError }: OptionShare): string {
  const text = `${percentText(Math.max(0, share))} ± ${Math.round(100 * standardError)}`;
  return cited(learningCell(option, path), text);
}

function rangeText(shares: readonly OptionShare[]): string {
  const sorted = shares.toSorted((a, b) => a.share - b.share);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const [from, to] = [percentText(least.share), percentText(most.share)];
  if (from === to) return shareText(least);
  const lower = cited(learningCell(least.option, least.path), from.replace(" %", ""));
  return `${lower} to ${cited(learningCell(most.option, most.path), to)}`;
}

function named(id: string, options: readonly OptionSummary[]): string {
  return optionPhrase(options.find((option) => option.id === id)?.title ?? id);
}
