/** Cells behind the numbers of sentences that are no figures of the summary. */
import type { StudyAnswer } from "../study/answer.ts";
import type { LeverFinding } from "../study/lever-search.ts";
import { requiredKillProbability } from "../study/requirement.ts";

/** A number by its name, with all its digits. */
export interface ProseCell {
  readonly name: string;
  readonly value: number;
  /** Standard error, or 0 where there is none to tell. */
  readonly precision: number;
}

export const learningCell = (option: string, path: string): string =>
  `learning.${option}.${path}.share`;
export const deviationCell = (option: string): string => `learning.${option}.deviation`;
export const leftCell = (option: string, path: string): string =>
  `learning.${option}.${path}.deviationLeft`;
export const walkEndCell = (path: string, option: string, end: "lower" | "upper"): string =>
  `walks.${path}.${option}.arrivalsAt.${end}`;
export const walkCell = (path: string): string => `walks.${path}.largestMove`;
export const rightCallCell = (option: string, against: string): string =>
  `pairs.${option}.${against}.rightCall`;
export const learntCell = (option: string, against: string): string =>
  `pairs.${option}.${against}.rightCallLearnt`;
export const decidedCell = (option: string, against: string): string =>
  `pairs.${option}.${against}.decided`;
export const neededCell = (option: string): string => `curves.${option}.killProbabilityNeeded`;
export const perfectCell = (option: string): string => `curves.${option}.nothingArrives.at.1`;

export function leverCell({ option, lever, isPerfect }: LeverFinding, value: number): string {
  return `levers.${option}.${lever}${isPerfect ? ".everyShotStops" : ""}.${value}.nothingArrives`;
}

/** All of them, in the order of the tables that they are rows of. */
export function proseCells(answer: StudyAnswer): ProseCell[] {
  const { learning, pairLearning, influences, curves, levers = [] } = answer;
  return [
    ...learning.flatMap(({ option, deviation, unknowns }) => [
      { name: deviationCell(option), value: deviation, precision: 0 },
      ...unknowns.flatMap(({ path, share, standardError, deviationLeft }) => [
        { name: learningCell(option, path), value: share, precision: standardError },
        { name: leftCell(option, path), value: deviationLeft, precision: 0 },
      ]),
    ]),
    ...pairLearning.flatMap(
      ({ option, against, rightCall, rightCallLearnt, decided, gainError }) => [
        { name: rightCallCell(option, against), value: rightCall, precision: 0 },
        { name: learntCell(option, against), value: rightCallLearnt, precision: gainError },
        { name: decidedCell(option, against), value: decided, precision: 0 },
      ],
    ),
    ...influences.flatMap(({ path, largestMove, arrivals }) => [
      { name: walkCell(path), value: largestMove, precision: 0 },
      ...Object.entries(arrivals).flatMap(([option, [lower, upper]]) => [
        { name: walkEndCell(path, option, "lower"), value: lower, precision: 0 },
        { name: walkEndCell(path, option, "upper"), value: upper, precision: 0 },
      ]),
    ]),
    ...curves.flatMap((curve) => {
      const { option, points } = curve;
      const need = requiredKillProbability(curve);
      const at = need.kind === "from" ? need.at : Number.NaN;
      return [
        { name: neededCell(option), value: at, precision: 0 },
        { name: perfectCell(option), value: points.at(-1)!.nothingArrives.mean, precision: 0 },
      ].filter(({ value }) => Number.isFinite(value));
    }),
    ...levers.flatMap((finding) =>
      finding.tried.map(({ value, nothingArrives }) => {
        return { name: leverCell(finding, value), value: nothingArrives.mean, precision: 0 };
      }),
    ),
  ];
}
