/**
 * What knowing one unknown would be worth, from the draws that the study has played anyway.
 *
 * - *share*: the part of the variance between draws that would go if this unknown were known, its
 *   first-order index. Draws are put into equal groups by the unknown, and the spread between groups
 *   is set against the spread within: epsilon squared, which is 0 on average where the unknown does
 *   nothing (T. L. Kelley, PNAS 21 (1935) 554). Its standard error is a jackknife's over twenty parts.
 * - *right call*: whoever must say which of two options lets fewer through, and says what most draws
 *   say, is right in a share of draws; once the unknown is known he says what most draws of its group
 *   say. The groups are judged by one half of the draws and scored on the other, so that chance alone
 *   gives no gain. Its standard error is that of the paired difference over draws: each draw is judged
 *   by others, so their gains are as good as independent.
 * - *decided*: the share of draws in groups where nine in ten agree, which is the rule of the verdict.
 *
 * Eight groups see all but a hundredth of an effect that rises or falls over the range, and four fifths
 * of one that swings twice. What unknowns do together is in no share; the total index of `pavise indices` has it.
 */
import { countedFromHistogram, meanOf, varianceOf } from "./counted.ts";
import { VERDICT_SHARE } from "./difference.ts";
import type { DrawResult } from "./draw.ts";
import { mean, variance } from "./moments.ts";

/** Fewer draws than this say nothing about single unknowns. */
export const LEARNING_DRAWS_MIN = 40;
const DRAWS_A_GROUP = 25;
const GROUPS_MAX = 8;
const JACKKNIFE_PARTS = 20;

/** One unknown as drawn. */
export interface DrawnValues {
  readonly path: string;
  /** The uniform behind it in draws 1 … D. */
  readonly uniforms: readonly number[];
}

/** What one unknown is worth to one figure. */
export interface Learning {
  readonly path: string;
  /** First-order index, about 0 to 1; below 0 by chance alone. */
  readonly share: number;
  readonly standardError: number;
  /** Standard deviation between draws that would be left on average if it were known. */
  readonly deviationLeft: number;
}

export interface OptionLearning {
  readonly option: string;
  /** Standard deviation of mean arrivals between draws, noise of the runs removed. */
  readonly deviation: number;
  /** Largest share first. */
  readonly unknowns: readonly Learning[];
}

/** What one unknown is worth to the choice between two options. */
export interface PairLearning {
  readonly option: string;
  readonly against: string;
  readonly path: string;
  /** Chance of the right call as things stand, and once this unknown is known. */
  readonly rightCall: number;
  readonly rightCallLearnt: number;
  /** Standard error of what is gained, the second less the first, over draws. */
  readonly gainError: number;
  /** Chance that the verdict would then be decided. */
  readonly decided: number;
}

/** Group of each draw: equal counts, in the order of the unknown. */
function groupsOf(uniforms: readonly number[], count: number): number[] {
  const order = uniforms.map((_, index) => index).sort((a, b) => uniforms[a]! - uniforms[b]!);
  const group = new Array<number>(uniforms.length);
  for (const [rank, index] of order.entries()) {
    group[index] = Math.floor((rank * count) / uniforms.length);
  }
  return group;
}

function groupCount(draws: number): number {
  return Math.max(2, Math.min(GROUPS_MAX, Math.floor(draws / DRAWS_A_GROUP)));
}

/** Variance that groups explain, unbiased: all of it less what is left within them. */
function explained(values: readonly number[], uniforms: readonly number[]): number {
  const count = groupCount(values.length);
  const group = groupsOf(uniforms, count);
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  values.forEach((value, index) => {
    sums[group[index]!]! += value;
    sizes[group[index]!]! += 1;
  });
  let within = 0;
  values.forEach((value, index) => {
    const at = group[index]!;
    const apart = value - sums[at]! / sizes[at]!;
    within += apart * apart;
  });
  return variance(values) - within / (values.length - count);
}

/** The share that one unknown explains, with the jackknife's standard error. */
export function explainedShare(
  values: readonly number[],
  uniforms: readonly number[],
  noise: number,
): { share: number; standardError: number } {
  const share = (kept: (index: number) => boolean): number => {
    const some = values.filter((_, index) => kept(index));
    const between = variance(some) - noise;
    if (between <= 0) return 0;
    return (
      explained(
        some,
        uniforms.filter((_, index) => kept(index)),
      ) / between
    );
  };
  const parts = Array.from({ length: JACKKNIFE_PARTS }, (_, part) =>
    share((index) => index % JACKKNIFE_PARTS !== part),
  );
  const centre = mean(parts);
  const squares = parts.reduce((sum, each) => sum + (each - centre) * (each - centre), 0);
  return {
    share: share(() => true),
    standardError: Math.sqrt((squares * (JACKKNIFE_PARTS - 1)) / JACKKNIFE_PARTS),
  };
}

/** What every unknown is worth to the mean arrivals of every option; `draws` begin with draw 0. */
export function optionLearning(
  draws: readonly DrawResult[],
  unknowns: (option: string) => readonly DrawnValues[],
): OptionLearning[] {
  const drawn = draws.slice(1);
  if (drawn.length < LEARNING_DRAWS_MIN) return [];
  return drawn[0]!.outcomes.map(({ option, replications }, index) => {
    const nights = drawn.map(({ outcomes }) => countedFromHistogram(outcomes[index]!.arrivals));
    const values = nights.map(meanOf);
    const noise = mean(nights.map(varianceOf)) / replications;
    const deviation = Math.sqrt(Math.max(0, variance(values) - noise));
    const worth = unknowns(option).map(({ path, uniforms }) => {
      const { share, standardError } = explainedShare(values, uniforms, noise);
      const left = Math.sqrt(1 - Math.min(1, Math.max(0, share)));
      return { path, share, standardError, deviationLeft: deviation * left };
    });
    return { option, deviation, unknowns: worth.sort((a, b) => b.share - a.share) };
  });
}

/**
 * What an unknown is worth to the choice between two options. `isFewer` says for every draw whether
 * the first of them lets fewer through.
 */
export function rightCalls(
  isFewer: readonly boolean[],
  uniforms: readonly number[],
): Omit<PairLearning, "option" | "against" | "path"> {
  const count = groupCount(isFewer.length);
  const group = groupsOf(uniforms, count);
  const share = (kept: (index: number) => boolean): number => {
    let [fewer, all] = [0, 0];
    isFewer.forEach((each, index) => {
      if (!kept(index)) return;
      all += 1;
      if (each) fewer += 1;
    });
    return all === 0 ? 0.5 : fewer / all;
  };
  const overall = share(() => true);
  /** By draw: 1 where only the call that knows more is right, −1 where only the other is. */
  const gains = new Array<number>(isFewer.length).fill(0);
  let right = 0;
  let decided = 0;
  for (let at = 0; at < count; at++) {
    const inGroup = (index: number): boolean => group[index] === at;
    for (const half of [0, 1]) {
      const judged = share((index) => inGroup(index) && index % 2 === half);
      const call = judged === 0.5 ? overall >= 0.5 : judged > 0.5;
      isFewer.forEach((each, index) => {
        if (!inGroup(index) || index % 2 === half) return;
        if (each === call) right += 1;
        gains[index] = Number(each === call) - Number(each === overall >= 0.5);
      });
    }
    const agreed = share(inGroup);
    const size = group.filter((each) => each === at).length;
    if (Math.max(agreed, 1 - agreed) >= VERDICT_SHARE) decided += size;
  }
  return {
    rightCall: Math.max(overall, 1 - overall),
    rightCallLearnt: right / isFewer.length,
    gainError: Math.sqrt(variance(gains) / gains.length),
    decided: decided / isFewer.length,
  };
}
