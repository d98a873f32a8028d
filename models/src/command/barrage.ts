/**
 * A barrage: a fixed number of shots at every threat, without looking between them.
 *
 * Source: D. Wilkening, A Simple Model for Calculating Ballistic Missile Defense Effectiveness,
 * Science & Global Security 8:2 (1999). A calculator; the engine never uses it.
 */
import { ln, log1p, pow } from "@pavise/kernel";
import { engagementKillProbability } from "../interceptor/kill-probability.ts";
import { binomialProbabilities } from "./binomial.ts";

/** A raid and the barrage against it. */
export interface BarrageQuestion {
  /** A count ≥ 1. */
  readonly threats: number;
  readonly sspk: number;
  /** A count. */
  readonly shotsPerThreat: number;
  /** Chance that a threat is tracked at all, each for itself. */
  readonly trackProbability: number;
  /** Chance that the defence as a whole works tonight; 1 unless something common can fail. */
  readonly commonModeProbability: number;
}

/** What comes of it. */
export interface BarrageOutcome {
  /** Chance that one threat is stopped, given that the defence as a whole works. */
  readonly killProbability: number;
  /** Chance of 0, 1, … threats getting through. */
  readonly leakers: Float64Array;
  readonly leakersMean: number;
  readonly interceptors: number;
}

/** The exact outcome of a barrage; when the common mode fails, every threat leaks. */
export function barrageOutcome(question: BarrageQuestion): BarrageOutcome {
  const { threats, sspk, shotsPerThreat, trackProbability, commonModeProbability } = question;
  const killProbability = trackProbability * engagementKillProbability(sspk, shotsPerThreat);
  const leakers = binomialProbabilities(threats, 1 - killProbability).map(
    (chance) => chance * commonModeProbability,
  );
  leakers[threats]! += 1 - commonModeProbability;
  return {
    killProbability,
    leakers,
    leakersMean: threats * (1 - commonModeProbability * killProbability),
    interceptors: threats * shotsPerThreat,
  };
}

/**
 * Shots per threat, as a real number, at which none of `threats` leaks with probability
 * `noLeakProbability`; null when no number of shots is enough because tracks are missing.
 * What can be fired is the next whole number.
 */
export function shotsPerThreatRequired(
  threats: number,
  sspk: number,
  trackProbability: number,
  noLeakProbability: number,
): number | null {
  const killProbability = pow(noLeakProbability, 1 / threats);
  if (killProbability >= trackProbability || sspk === 0) return null;
  if (sspk === 1) return 1;
  return ln(1 - killProbability / trackProbability) / log1p(-sspk);
}
