/**
 * Kill probability: from an engagement to a single shot and back, and from miss distance.
 *
 * What the record gives is K, the chance that an engaged threat is stopped; what a simulation
 * draws is p, the chance that one interceptor stops it, its own failures included.
 */
import { expm1, ln, log1p, sqrt } from "@pavise/kernel";

function assertProbability(where: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`${where}: expected a probability in [0, 1], got ${value}`);
  }
}

function assertShots(where: string, shots: number): void {
  if (!(shots >= 0 && Number.isFinite(shots))) {
    throw new RangeError(`${where}: expected a number of shots of at least 0, got ${shots}`);
  }
}

/**
 * Chance p that one shot stops the threat when `shots` > 0 independent shots stop it with
 * `engagementKillProbability`: 1 − (1 − K)^(1/n). Exact to rounding, also for small K.
 */
export function singleShotKillProbability(
  engagementKillProbability: number,
  shots: number,
): number {
  assertProbability(
    "singleShotKillProbability engagementKillProbability",
    engagementKillProbability,
  );
  assertShots("singleShotKillProbability shots", shots);
  if (shots === 0) {
    throw new RangeError("singleShotKillProbability shots: expected more than 0, got 0");
  }
  // One shot is the engagement itself, to the last bit.
  if (shots === 1) return engagementKillProbability;
  return -expm1(log1p(-engagementKillProbability) / shots);
}

/** Chance that `shots` independent shots of single-shot probability `sspk` stop the threat. */
export function engagementKillProbability(sspk: number, shots: number): number {
  assertProbability("engagementKillProbability sspk", sspk);
  assertShots("engagementKillProbability shots", shots);
  if (shots === 0) return 0;
  if (shots === 1) return sspk;
  return -expm1(log1p(-sspk) * shots);
}

/** Standard deviation per axis (m) of a circular normal miss whose median radius is `cep` (m). */
export function sigmaFromCep(cep: number): number {
  return cep / sqrt(2 * ln(2));
}

/**
 * Chance that a circular normal miss of median `cep` (m) falls within the lethal radius (m), at
 * which damage is certain and beyond which there is none: 1 − 2^−(R/CEP)². For teaching; the
 * radii of real warheads are not public and no catalogue entry uses this.
 */
export function sspkFromCep(lethalRadius: number, cep: number): number {
  if (!(lethalRadius >= 0 && cep > 0)) {
    throw new RangeError(
      `sspkFromCep: expected a lethal radius of at least 0 m and a positive CEP, got ${lethalRadius} and ${cep}`,
    );
  }
  const ratio = lethalRadius / cep;
  return -expm1(-ln(2) * ratio * ratio);
}
