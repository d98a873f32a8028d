/** A goal that somebody stated, and what would have to be true for it, in words. */
import type { GoalFinding } from "../study/goal-search.ts";
import type { Goal } from "../study/least-value.ts";
import type { Lever } from "../study/lever.ts";
import type { GoalPlan } from "../study/question-plan.ts";
import { fixedText, percentText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { pathText } from "./path-text.ts";

const LEVER_WORDS: Readonly<Record<Lever, string>> = {
  "kill-probability": "the kill probability of one shot, every interceptor alike,",
  warning: "the time from every unit being ready to the first threat coming down",
  batteries: "the number of batteries in place of each",
  rounds: "the number of ready rounds in each magazine",
};

/** Three significant digits. */
function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A share as it was written: `99.99 %`. */
function boundText(share: number): string {
  return `${Number((100 * share).toPrecision(6))} %`;
}

function goalPhrase({ figure, relation, bound }: Goal): string {
  const side = relation === ">=" ? "at least" : "at most";
  return figure === "arrivals"
    ? `${side} ${bound} of the threats to arrive on average`
    : `nothing to arrive in ${side} ${boundText(bound)} of nights`;
}

function variedText({ vary }: GoalPlan): string {
  return Object.hasOwn(LEVER_WORDS, vary) ? LEVER_WORDS[vary as Lever] : pathText(vary);
}

/** The unit of a value, where it is one: levers say in their words what they count. */
function unitText({ vary, unit }: GoalPlan): string {
  if (vary === "warning") return " s";
  return Object.hasOwn(LEVER_WORDS, vary) || unit === "" ? "" : ` ${unit}`;
}

/** Sentences on one goal; `title` is that of its option. */
export function goalWords(finding: GoalFinding, title: string): string[] {
  const { asked, value, side, precision, ignorance, neverShare, ends, crossings } = finding;
  const { goal, range } = asked;
  const unit = unitText(asked);
  const within = `from ${shown(range[0])} to ${shown(range[1])}${unit}`;
  const wanted = `For ${goalPhrase(goal)} with ${optionPhrase(title)}`;
  const runs = precision.map(shown) as [string, string];
  const width = runs[0] === runs[1] ? "" : ` (the runs say ${runs[0]} to ${runs[1]})`;
  const words =
    value === null
      ? [`${wanted}, ${variedText(asked)} has no value ${within} that would do.`]
      : [
          `${wanted}, ${variedText(asked)} must be ${side === "from" ? "at least" : "at most"} ` +
            `${shown(value)}${unit}${width}.`,
        ];
  if (ignorance !== null) {
    const never =
      neverShare > 0 ? `; in ${percentText(neverShare)} of draws no value ${within} does` : "";
    const [least, most] = ignorance.map(shown) as [string, string];
    const reach = least === most ? least : `${least} to ${most}`;
    words.push(
      `By what nobody published it is ${reach}${unit} in eight draws of ten of those that ` +
        `meet it${never}.`,
    );
  }
  const reached = (at: 0 | 1): string => {
    const text =
      goal.figure === "arrivals"
        ? `mean arrivals are ${shown(ends[at])}`
        : `nothing arrives in ${percentText(ends[at])} of nights`;
    return `at ${shown(range[at])}${unit}, ${text}`;
  };
  words.push(`For comparison: ${reached(0)}; ${reached(1)}.`);
  if (crossings > 1) {
    words.push(`The mean crosses the goal ${crossings} times over that range; told is the first.`);
  }
  if (finding.rare !== undefined) words.push(rareText(finding.rare, goal));
  return words;
}

/** How a goal was measured that is too rare to be counted. */
function rareText(
  { isWeighed, varianceReduction }: NonNullable<GoalFinding["rare"]>,
  { figure }: Goal,
): string {
  const begin = "Leaks as rare as that are too few to be counted in so many nights";
  if (!isWeighed) return `${begin}, and could not be weighed: take it with care.`;
  const method = figure === "arrivals" ? "focus on one threat at a time" : "importance sampling";
  const times = Number((varianceReduction ?? 0).toPrecision(2));
  const gain =
    varianceReduction === null
      ? "no variance is left within draws"
      : times > 1
        ? `${fixedText(times, times < 10 ? 1 : 0)} times less variance than counting as many nights`
        : "which is no surer than counting as many nights";
  return `${begin}: they were weighed (${method}; ${gain}, at the value that was tried last).`;
}
