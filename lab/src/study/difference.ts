/**
 * Paired differences: option B against option A in the same draws and replications, so that what
 * is left is what the defence changed and not the luck of the night (design section 4).
 */
import { type Counted, countedFromHistogram, meanOf } from "./counted.ts";
import type { DifferenceSummary } from "./summary.ts";
import { type Measured, quantity } from "./widths.ts";

/** Share of draws from which on a direction is said aloud. */
export const VERDICT_SHARE = 0.9;
/** Share of draws up to which a direction counts as not seen. */
const UNSEEN_SHARE = 0.1;

/** Arrivals and fates of every replication of one option in one draw, in order. */
export interface NightLog {
  readonly option: string;
  readonly launched: number;
  readonly arrivals: Uint16Array;
  readonly fateHashes: Uint32Array;
}

/** Arrivals of `option` less those of `against` in the nights of one draw. */
export interface PairedOutcome {
  readonly option: string;
  readonly against: string;
  /** The difference that `nights[0]` counts. */
  readonly first: number;
  /** Nights by difference. */
  readonly nights: readonly number[];
  /** Every threat had the same fate in every night. */
  readonly identicalFates: boolean;
}

export function pairedOutcome(option: NightLog, against: NightLog): PairedOutcome {
  const first = -against.launched;
  const nights = new Array<number>(option.launched + against.launched + 1).fill(0);
  let identicalFates = true;
  for (let night = 0; night < option.arrivals.length; night++) {
    nights[option.arrivals[night]! - against.arrivals[night]! - first]! += 1;
    identicalFates &&= option.fateHashes[night] === against.fateHashes[night];
  }
  return { option: option.option, against: against.option, first, nights, identicalFates };
}

/** Every pair of options once, the later against the earlier. */
export function pairedOutcomes(logs: readonly NightLog[]): PairedOutcome[] {
  return logs.flatMap((option, index) =>
    logs.slice(0, index).map((against) => pairedOutcome(option, against)),
  );
}

/** The same pair seen from the other option. */
export function mirrored(pair: PairedOutcome): PairedOutcome {
  return {
    option: pair.against,
    against: pair.option,
    first: -(pair.first + pair.nights.length - 1),
    nights: pair.nights.toReversed(),
    identicalFates: pair.identicalFates,
  };
}

/** How often the difference went which way, over draws 1 … D. */
export interface Direction {
  readonly fewerShare: number;
  readonly moreShare: number;
  readonly identicalFates: boolean;
}

export type Verdict = DifferenceSummary["verdict"];

/**
 * What may be said: a direction only if at least nine draws in ten agree on it; identical fates
 * are called identical; no difference, where fewer than one draw in ten shows any.
 */
export function verdict({ fewerShare, moreShare, identicalFates }: Direction): Verdict {
  if (identicalFates) return "identical";
  if (fewerShare >= VERDICT_SHARE) return "fewer";
  if (moreShare >= VERDICT_SHARE) return "more";
  if (fewerShare + moreShare <= UNSEEN_SHARE) return "no-difference";
  return "undecided";
}

/** One unknown as drawn: its path and the uniform behind its value in draws 1 … D. */
export interface DrawnUnknown {
  readonly path: string;
  readonly uniforms: readonly number[];
}

/**
 * The unknown that splits the draws best: the one whose draws order those with a difference below
 * 0 before or after the others most strictly, by |AUC − ½| (Mann and Whitney's statistic over the
 * number of pairs); the first such in the list. Undefined where all draws agree or none varies.
 */
export function splitBy(
  meanDifferences: readonly number[],
  unknowns: readonly DrawnUnknown[],
): string | undefined {
  const fewer = meanDifferences.map((difference) => difference < 0);
  let best: string | undefined;
  let bestStrength = 0;
  for (const { path, uniforms } of unknowns) {
    const strength = Math.abs(areaUnderCurve(uniforms, fewer) - 0.5);
    if (strength > bestStrength) {
      bestStrength = strength;
      best = path;
    }
  }
  return best;
}

/**
 * Chance that a value with the mark exceeds one without, ties counted half; ½ where one of the two
 * groups is empty.
 */
export function areaUnderCurve(values: readonly number[], marked: readonly boolean[]): number {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  let rankSum = 0;
  let markedCount = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) {
      if (!marked[order[i]!]) continue;
      rankSum += rank;
      markedCount += 1;
    }
    from = to;
  }
  const pairs = markedCount * (values.length - markedCount);
  if (pairs === 0) return 0.5;
  return (rankSum - (markedCount * (markedCount + 1)) / 2) / pairs;
}

/**
 * Summary of one ordered pair of options. `pairs[d]` is draw d; draw 0 gives luck alone.
 * `unknowns` are asked only where the draws disagree.
 */
export function difference(
  pairs: readonly PairedOutcome[],
  replications: number,
  unknowns: () => readonly DrawnUnknown[],
): Measured<DifferenceSummary> {
  const nights: Counted[] = pairs.map((pair) => countedFromHistogram(pair.nights, pair.first));
  const means = nights.slice(1).map(meanOf);
  const share = (holds: (mean: number) => boolean): number =>
    means.filter(holds).length / means.length;
  const direction = {
    fewerShare: share((mean) => mean < 0),
    moreShare: share((mean) => mean > 0),
    identicalFates: pairs.every((pair) => pair.identicalFates),
  };
  const said = verdict(direction);
  const split = said === "undecided" ? splitBy(means, unknowns()) : undefined;
  const { figure, shrinkage } = quantity(nights, replications);
  return {
    shrinkage,
    figure: {
      arrivals: figure,
      fewerShare: direction.fewerShare,
      identicalFates: direction.identicalFates,
      verdict: said,
      ...(split === undefined ? {} : { splitBy: split }),
    },
  };
}
