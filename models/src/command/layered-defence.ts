/** Leakage through layers, and the product along a kill chain. Calculators; see `shot-doctrine`. */
import { pow } from "@pavise/kernel";

/** What passes layers that do not depend on one another. */
export interface LayeredOutcome {
  /** Share of threats still alive after each layer. */
  readonly leakFractions: Float64Array;
  readonly leakersMean: number;
  readonly noLeakProbability: number;
}

/** Leakage of `threats` through layers that each stop a threat with the given probability. */
export function layeredDefenceOutcome(
  threats: number,
  killProbabilities: readonly number[],
): LayeredOutcome {
  let alive = 1;
  const leakFractions = Float64Array.from(killProbabilities, (killProbability) => {
    alive *= 1 - killProbability;
    return alive;
  });
  return {
    leakFractions,
    leakersMean: threats * alive,
    noLeakProbability: pow(1 - alive, threats),
  };
}

/** Chance that every stage of a chain works, each independent of the others. */
export function killChainProbability(stages: readonly number[]): number {
  return stages.reduce((product, stage) => product * stage, 1);
}
