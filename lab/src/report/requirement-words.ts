/** What would have to be true for each option, in words. */
import type { StudyAnswer } from "../study/answer.ts";
import type { LeverFinding } from "../study/lever-search.ts";
import { GOAL_SHARE, type Requirement, requiredKillProbability } from "../study/requirement.ts";
import type { OptionSummary } from "../study/summary.ts";
import { cited, uncited } from "./cited.ts";
import { percentText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";
import { leverCell, neededCell, perfectCell } from "./prose-cells.ts";
import { reasonText } from "./reason.ts";

/** The goal, as a heading of the sentences. */
export const REQUIREMENT_TITLE =
  "What would have to be true for nothing to arrive in nine nights of ten";

export interface RequirementSentence {
  readonly option: string;
  readonly text: string;
}

/** What one option needs: whole sentences, their numbers with their cells. */
export interface CitedRequirement {
  readonly option: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What every option that launches anything needs, a few sentences each. */
export function requirementWords(answer: StudyAnswer): RequirementSentence[] {
  return citedRequirements(answer).map(({ option, title, sentences }) => {
    const [first = "", ...others] = sentences.map(uncited);
    const told = [`${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...others].join(" ");
    return { option, text: `${capital(optionPhrase(title))}: ${told}` };
  });
}

/** The same, sentence by sentence. */
export function citedRequirements({ summary, curves, levers }: StudyAnswer): CitedRequirement[] {
  return summary.options.flatMap((option) => {
    const { id, title, nothingArrives } = option;
    const curve = curves.find((each) => each.option === id);
    if (curve === undefined || option.roundsSpent.mean === 0) return [];
    const own = levers?.filter((each) => each.option === id) ?? [];
    const said = [killText(option, requiredKillProbability(curve)), ...leverTexts(own)];
    if (nothingArrives.mean >= GOAL_SHARE) {
      const share = cited(`options.${id}.nothingArrives`, percentText(nothingArrives.mean));
      said.unshift(`it holds as drawn, in ${share} of nights`);
    }
    return [{ option: id, title, sentences: said.map((text) => `${capital(text)}.`) }];
  });
}

function killText(option: OptionSummary, need: Requirement): string {
  if (need.kind === "always") return "whatever a shot does, nothing arrives";
  if (need.kind === "never") {
    return need.precision[1] < GOAL_SHARE
      ? never(option, need.reached)
      : atTheEdge(option.id, need);
  }
  const [least, most] = need.precision.map((end) => end.toFixed(2)) as [string, string];
  const width = least === most ? "" : ` (the runs say ${least} to ${most})`;
  const at = cited(neededCell(option.id), need.at.toFixed(2));
  return `one shot would have to stop its threat with a chance of at least ${at}${width}`;
}

/** Batteries, rounds and warning: as drawn, then if every shot stopped its threat. */
function leverTexts(findings: readonly LeverFinding[]): string[] {
  const asDrawn = findings.filter(({ isPerfect }) => !isPerfect);
  const perfect = findings.filter(({ isPerfect }) => isPerfect);
  const texts: string[] = [];
  if (asDrawn.length > 0) texts.push(...asDrawnTexts(asDrawn));
  const enough = perfect.filter(({ value }) => value !== null);
  const short = perfect.filter(({ value }) => value === null);
  if (enough.length > 0) {
    const told = enough.map((each) => `${amountText(each, each.value!)} ${reachedText(each)}`);
    const each = told.length > 1 ? ", each by itself," : "";
    texts.push(
      `If every shot stopped its threat, the least that would do${each} is ${told.join(", or ")}`,
    );
  }
  if (short.length > 0) {
    const told = short.map((each) => `${mostText(each)} ${reachedText(each)}`);
    texts.push(`If every shot stopped its threat, not even ${told.join(", nor ")} would do`);
  }
  return texts;
}

function asDrawnTexts(findings: readonly LeverFinding[]): string[] {
  const texts: string[] = [];
  const enough = findings.filter(({ value }) => value !== null);
  const short = findings.filter(({ value }) => value === null);
  if (enough.length > 0) {
    const told = enough.map((each) => `${amountText(each, each.value!)} ${reachedText(each)}`);
    texts.push(`With the kill probability as drawn, enough would be ${told.join(", or ")}`);
  }
  if (short.length > 0) {
    const told = short.map((each) => `${mostText(each)} ${reachedText(each)}`);
    const begin =
      enough.length > 0 ? "Not enough" : "With the kill probability as drawn, not enough";
    texts.push(`${begin} would be ${told.join(", nor ")}`);
  }
  // What is drawn and always ready is the study itself.
  const isReady = findings.every(({ lever }) => lever !== "warning");
  if (isReady) texts.push("More warning would change nothing: every unit is ready all along");
  return texts;
}

/** `2 batteries in place of each` */
function amountText({ lever }: LeverFinding, value: number): string {
  if (lever === "batteries") return `${value} batteries in place of each`;
  if (lever === "rounds")
    return `${value} ready ${value === 1 ? "round" : "rounds"} in each magazine`;
  if (lever === "warning") return `every unit ready ${value} s before the first threat comes down`;
  return `a kill probability of ${value.toFixed(2)}`;
}

function mostText(finding: LeverFinding): string {
  return amountText(finding, finding.tried.at(-1)!.value);
}

/** The share of nights at the value that is told. */
function reachedText(finding: LeverFinding): string {
  const { value, tried } = finding;
  const at = tried.find((each) => each.value === value) ?? tried.at(-1)!;
  const share = cited(leverCell(finding, at.value), percentText(at.nothingArrives.mean));
  return `(nothing arrives in ${share} of nights)`;
}

/** The runs cannot say whether the goal would be met if every shot stopped its threat. */
function atTheEdge(
  option: string,
  { reached, precision }: Extract<Requirement, { kind: "never" }>,
): string {
  return (
    "even if every shot stopped its threat it would be at the edge: nothing would arrive in " +
    `${cited(perfectCell(option), percentText(reached))} of nights (the runs say ${percentText(precision[0])} to ${percentText(precision[1])})`
  );
}

function never({ id, limits }: OptionSummary, reached: number): string {
  const other = limits.filter(({ reason }) => reason !== "shots-missed")[0];
  const why =
    other === undefined
      ? ""
      : `, and what stands in the way most often is “${reasonText(other.reason)}”`;
  return (
    "no kill probability would do. If every shot stopped its threat, nothing would arrive in " +
    `${cited(perfectCell(id), percentText(reached))} of nights${why}`
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
