/**
 * Shoot–look–shoot by calculation: what salvos, looks and a finite magazine give when threats come
 * one after another and shots are independent.
 *
 * These are calculators for students and for checking the engine from outside; the engine never
 * uses them, because in an engagement time, channels and geometry decide how many looks there are.
 */
import { engagementKillProbability } from "../interceptor/kill-probability.ts";
import { meanOfCount } from "./binomial.ts";

/** A raid of threats met one after another from one magazine. */
export interface MagazineQuestion {
  /** A count. */
  readonly threats: number;
  /** Rounds at the start, a count. */
  readonly magazine: number;
  /** Single-shot kill probability. */
  readonly sspk: number;
  /** Rounds fired before each look, for example [2, 1]: two, look, one more. */
  readonly salvoPerLook: readonly number[];
}

/** What comes of it. */
export interface MagazineOutcome {
  /** Chance of 0, 1, … threats getting through. */
  readonly leakers: Float64Array;
  readonly leakersMean: number;
  readonly shotsMean: number;
  readonly magazineEmptyProbability: number;
}

/**
 * The exact outcome with perfect kill assessment: every threat gets its salvos in turn until it is
 * killed, the looks are used up or the magazine is empty; a salvo is cut to the rounds left.
 */
export function finiteMagazineOutcome(question: MagazineQuestion): MagazineOutcome {
  const { threats, magazine, sspk, salvoPerLook } = question;
  for (const count of [threats, magazine, ...salvoPerLook]) {
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`finiteMagazineOutcome: expected whole counts, got ${count}`);
    }
  }
  // chances[rounds × (threats + 1) + leakers], before the next threat.
  const width = threats + 1;
  let chances = new Float64Array((magazine + 1) * width);
  chances[magazine * width] = 1;
  for (let threat = 0; threat < threats; threat++) {
    const next = new Float64Array(chances.length);
    for (let rounds = 0; rounds <= magazine; rounds++) {
      for (const ending of endingsOfThreat(rounds, sspk, salvoPerLook)) {
        const shift = ending.isKilled ? 0 : 1;
        for (let leakers = 0; leakers <= threat; leakers++) {
          const chance = chances[rounds * width + leakers]!;
          next[ending.roundsLeft * width + leakers + shift]! += chance * ending.probability;
        }
      }
    }
    chances = next;
  }
  const leakers = new Float64Array(width);
  let shotsMean = 0;
  let magazineEmptyProbability = 0;
  for (let rounds = 0; rounds <= magazine; rounds++) {
    for (let count = 0; count < width; count++) {
      const chance = chances[rounds * width + count]!;
      leakers[count]! += chance;
      shotsMean += chance * (magazine - rounds);
      if (rounds === 0) magazineEmptyProbability += chance;
    }
  }
  return { leakers, leakersMean: meanOfCount(leakers), shotsMean, magazineEmptyProbability };
}

interface Ending {
  readonly roundsLeft: number;
  readonly isKilled: boolean;
  readonly probability: number;
}

/** All ways in which one threat may end when `rounds` are left before it. */
function endingsOfThreat(rounds: number, sspk: number, salvoPerLook: readonly number[]): Ending[] {
  const endings: Ending[] = [];
  let alive = 1;
  let roundsLeft = rounds;
  for (const salvo of salvoPerLook) {
    const fired = Math.min(salvo, roundsLeft);
    if (fired === 0) continue;
    roundsLeft -= fired;
    const killed = engagementKillProbability(sspk, fired);
    endings.push({ roundsLeft, isKilled: true, probability: alive * killed });
    alive *= 1 - killed;
  }
  endings.push({ roundsLeft, isKilled: false, probability: alive });
  return endings;
}

/** Chance to leak and mean number of shots for one threat. */
export interface ThreatOutcome {
  readonly leakProbability: number;
  readonly shotsMean: number;
}

/** One threat, one shot per look, with what the look may say wrongly. */
export interface AssessmentQuestion {
  readonly sspk: number;
  /** Most shots at one threat, a count. */
  readonly shotsMax: number;
  /** Chance that a kill is declared after a shot when the threat is dead. */
  readonly declaredIfKilled: number;
  /** Chance that a kill is declared after a shot when the threat lives. */
  readonly declaredIfAlive: number;
}

/**
 * Shoot–look–shoot at one threat with kill assessment after every shot: a false "killed" lets a
 * live threat go, a missed kill wastes a round on a dead one. Exact.
 */
export function imperfectAssessmentOutcome(question: AssessmentQuestion): ThreatOutcome {
  const { sspk, shotsMax, declaredIfKilled, declaredIfAlive } = question;
  let aliveEngaged = 1;
  let deadEngaged = 0;
  let released = 0;
  let shotsMean = 0;
  for (let shot = 0; shot < shotsMax; shot++) {
    shotsMean += aliveEngaged + deadEngaged;
    const dead = deadEngaged + aliveEngaged * sspk;
    const alive = aliveEngaged * (1 - sspk);
    released += alive * declaredIfAlive;
    aliveEngaged = alive * (1 - declaredIfAlive);
    deadEngaged = dead * (1 - declaredIfKilled);
  }
  return { leakProbability: released + aliveEngaged, shotsMean };
}

/** Shoot–look–shoot with perfect assessment and a magazine that never empties. */
export function shootLookShootOutcome(sspk: number, shotsMax: number): ThreatOutcome {
  return imperfectAssessmentOutcome({ sspk, shotsMax, declaredIfKilled: 1, declaredIfAlive: 0 });
}
