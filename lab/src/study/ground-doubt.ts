/**
 * Doubt about terrain: the same options, draws and nights over the other ground. Heights that are known
 * only roughly hide low flyers that a smooth Earth shows, and raise radars that it leaves low; neither
 * is the truth, so both are shown and their difference is named as doubt.
 */

import { InputError } from "@pavise/catalogue";
import { invariant } from "@pavise/kernel";
import { countedFromHistogram } from "./counted.ts";
import { difference, type NightLog, type PairedOutcome, pairedOutcome } from "./difference.ts";
import type { StudyGround } from "./subject.ts";
import type { GroundDoubt } from "./summary.ts";
import { quantity } from "./widths.ts";

/** One draw over the other ground, by option; or why the input does not allow it. */
export type GroundResult =
  | { readonly refused: string }
  | {
      /** Nights by arrivals over the other ground. */
      readonly arrivals: readonly (readonly number[])[];
      /** Over the other ground, less over the scenario's own, in the same nights. */
      readonly pairs: readonly PairedOutcome[];
    };

/** A night log over the other ground, with its histogram of arrivals. */
export interface OtherNights {
  readonly log: NightLog;
  readonly arrivals: readonly number[];
}

/** Plays every option over the other ground; what the input does not allow is kept as words. */
export function groundResult(
  own: readonly NightLog[],
  play: (option: string) => OtherNights,
): GroundResult {
  try {
    const others = own.map(({ option }) => play(option));
    return {
      arrivals: others.map(({ arrivals }) => arrivals),
      pairs: others.map(({ log }, index) => pairedOutcome(log, own[index]!)),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.message };
  }
}

/** What the draws 0 … D over the other ground say; one refusal among them refuses the whole. */
export function groundDoubt(
  ground: StudyGround,
  options: readonly { readonly id: string }[],
  results: readonly GroundResult[],
  replications: number,
): GroundDoubt {
  const { ground: own, other, lowFlyers, threats } = ground;
  const about = { ground: own, other, lowFlyers, threats };
  const refused = results.find((result) => "refused" in result);
  if (refused !== undefined) return { ...about, refused: refused.refused, options: [] };
  const played = results.flatMap((result) => ("refused" in result ? [] : [result]));
  invariant(played.length === results.length, "every draw was played over the other ground");
  return {
    ...about,
    options: options.map(({ id }, index) => {
      const nights = played.map(({ arrivals }) => countedFromHistogram(arrivals[index]!));
      const pairs = played.map((result) => result.pairs[index]!);
      return {
        id,
        arrivals: quantity(nights, replications).figure,
        difference: difference(pairs, replications, () => []).figure,
      };
    }),
  };
}
