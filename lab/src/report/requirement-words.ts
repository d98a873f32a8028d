/** What would have to be true for each option, in words. */
import type { StudyAnswer } from "../study/answer.ts";
import { requiredKillProbability } from "../study/requirement.ts";
import type { OptionSummary } from "../study/summary.ts";
import { percentText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { pathText } from "./path-text.ts";
import { reasonText } from "./reason.ts";

/** The goal, as a heading of the sentences. */
export const REQUIREMENT_TITLE =
  "What would have to be true for nothing to arrive in nine nights of ten";

export interface RequirementSentence {
  readonly option: string;
  readonly text: string;
}

/** One sentence for every option that launches anything at all. */
export function requirementWords({ summary, curves }: StudyAnswer): RequirementSentence[] {
  return summary.options.flatMap((option) => {
    const curve = curves.find((each) => each.option === option.id);
    if (curve === undefined || option.roundsSpent.mean === 0) return [];
    const need = requiredKillProbability(curve);
    const subject = capital(optionPhrase(option.title));
    if (need.kind === "always") {
      return [{ option: option.id, text: `${subject}: whatever a shot does, nothing arrives.` }];
    }
    if (need.kind === "never") return [{ option: option.id, text: never(option, need.reached) }];
    const [least, most] = need.precision.map((end) => end.toFixed(2)) as [string, string];
    const width = least === most ? "" : ` (the runs say ${least} to ${most})`;
    const text = `${subject}: one shot would have to stop its threat with a chance of at least ${need.at.toFixed(2)}${width}.`;
    return [{ option: option.id, text }];
  });
}

function never({ title, limits }: OptionSummary, reached: number): string {
  const other = limits.filter(({ reason }) => reason !== "shots-missed")[0];
  const why = other === undefined ? "" : ` What is left is “${reasonText(other.reason)}”.`;
  return (
    `${capital(optionPhrase(title))}: no kill probability would do. If every shot stopped its ` +
    `threat, nothing would arrive in ${percentText(reached)} of nights.${why}`
  );
}

/** Which unknown moves the answer most, and by how much; undefined where none does. */
export function matterWords({ influences }: StudyAnswer): string | undefined {
  const [first, second] = influences.filter(({ largestMove }) => largestMove > 0);
  if (first === undefined) return undefined;
  const begin =
    `Of all that nobody published, ${pathText(first.path)} matters most: from one end of its range ` +
    `to the other it moves mean arrivals by ${first.largestMove.toFixed(1)}`;
  if (second === undefined) return `${begin}.`;
  return `${begin}; next comes ${pathText(second.path)}, with ${second.largestMove.toFixed(1)}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
