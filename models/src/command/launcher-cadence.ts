/** When a launcher's rounds leave it, by arithmetic. A calculator; see `shot-doctrine`. */

/** A launcher asked for several rounds at time 0. */
export interface CadenceQuestion {
  /** Rounds ready at time 0 and after each reload, a count ≥ 1. */
  readonly readyRounds: number;
  /** Least time between two launches, s. */
  readonly spacing: number;
  /** Time of a full reload, s; it starts when the last ready round leaves. */
  readonly reload: number;
  /** Rounds asked for, a count. */
  readonly demands: number;
}

/** Launch times, s, in order. */
export function launchTimes(question: CadenceQuestion): Float64Array {
  const { readyRounds, spacing, reload, demands } = question;
  if (!(Number.isInteger(readyRounds) && readyRounds >= 1 && spacing >= 0 && reload >= 0)) {
    throw new RangeError(
      `launchTimes: expected at least one ready round and times of at least 0 s, got ${readyRounds} rounds, spacing ${spacing} s, reload ${reload} s`,
    );
  }
  const times = new Float64Array(demands);
  for (let round = 1; round < demands; round++) {
    const isFirstAfterReload = round % readyRounds === 0;
    times[round] = times[round - 1]! + (isFirstAfterReload ? Math.max(reload, spacing) : spacing);
  }
  return times;
}
