/** Which unknown matters most, in words. */
import type { StudyAnswer } from "../study/answer.ts";
import type { Learning, OptionLearning } from "../study/learning.ts";
import type { OptionSummary } from "../study/summary.ts";
import { percentText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { pathText } from "./path-text.ts";

/** What unknowns are worth under the options that launch anything. */
export function armedLearning({ summary, learning }: StudyAnswer): OptionLearning[] {
  const armed = new Set(
    summary.options.flatMap(({ id, roundsSpent }) => (roundsSpent.mean > 0 ? [id] : [])),
  );
  return learning.filter(({ option, unknowns }) => armed.has(option) && unknowns.length > 0);
}

/** Sentences: what matters most, by shares where there are enough draws, else by the walk. */
export function matterWords(answer: StudyAnswer): string[] {
  const learning = armedLearning(answer);
  return learning.length > 0 ? shareWords(learning, answer) : walkWords(answer);
}

/** From the walk of one unknown at a time. */
function walkWords({ influences }: StudyAnswer): string[] {
  const [first, second] = influences.filter(({ largestMove }) => largestMove > 0);
  if (first === undefined) return [];
  const begin =
    `Of all that nobody published, ${pathText(first.path)} matters most: from one end of its range ` +
    `to the other it moves mean arrivals by ${first.largestMove.toFixed(1)}`;
  if (second === undefined) return [`${begin}.`];
  return [`${begin}; next comes ${pathText(second.path)}, with ${second.largestMove.toFixed(1)}.`];
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
    const shares = members.map(({ unknowns }) => unknowns[0]!);
    const seconds = members.flatMap(({ unknowns }) => unknowns.slice(1, 2));
    const next = seconds.toSorted((a, b) => b.share - a.share)[0];
    const then =
      next === undefined ? "" : `; next comes ${pathText(next.path)} (${shareText(next)})`;
    return (
      `Of all that nobody published, ${pathText(path)} matters most ${where}: it alone makes ` +
      `${rangeText(shares)} of what draws differ by in arrivals${then}.`
    );
  });
}

function shareText({ share, standardError }: Learning): string {
  return `${percentText(Math.max(0, share))} ± ${Math.round(100 * standardError)}`;
}

function rangeText(shares: readonly Learning[]): string {
  const sorted = shares.toSorted((a, b) => a.share - b.share);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const [from, to] = [percentText(least.share), percentText(most.share)];
  return from === to ? shareText(least) : `${from.replace(" %", "")} to ${to}`;
}

function named(id: string, options: readonly OptionSummary[]): string {
  return optionPhrase(options.find((option) => option.id === id)?.title ?? id);
}
