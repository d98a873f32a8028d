/**
 * Fire-control channels under load: Erlang's formulas for a steady stream of threats, and plain
 * arithmetic for a raid that comes all at once. Calculators; see `shot-doctrine`.
 */

function assertLoad(where: string, offered: number, channels: number): void {
  if (!(offered >= 0 && Number.isInteger(channels) && channels >= 1)) {
    throw new RangeError(
      `${where}: expected a load of at least 0 and a positive count of channels, got ${offered} and ${channels}`,
    );
  }
}

/**
 * Chance that a threat finds every channel busy and passes (Erlang B), for Poisson arrivals.
 * `offered` is the arrival rate times the time an engagement holds its channel, in erlang. The law
 * of that time does not matter.
 */
export function blockedProbability(offered: number, channels: number): number {
  assertLoad("blockedProbability", offered, channels);
  let blocked = 1;
  for (let channel = 1; channel <= channels; channel++) {
    blocked = (offered * blocked) / (channel + offered * blocked);
  }
  return blocked;
}

/**
 * Chance that a threat must wait for a channel (Erlang C), for Poisson arrivals and exponential
 * engagements; null when the load is at least the number of channels and the queue never settles.
 */
export function waitingProbability(offered: number, channels: number): number | null {
  assertLoad("waitingProbability", offered, channels);
  if (offered >= channels) return null;
  const blocked = blockedProbability(offered, channels);
  return (channels * blocked) / (channels - offered * (1 - blocked));
}

/** A raid that enters the engagement window all at once. */
export interface SaturationQuestion {
  readonly threats: number;
  readonly channels: number;
  /** Time one engagement holds its channel, s, > 0. */
  readonly engagementDuration: number;
  /** Time the raid stays in the window, s; an engagement must end inside it. */
  readonly windowDuration: number;
  readonly shotsPerEngagement: number;
  readonly magazine: number;
}

/** How many of the raid are engaged. */
export interface SaturationOutcome {
  readonly engagementsByTime: number;
  readonly engaged: number;
  readonly unengaged: number;
}

/** Whole engagements that channels, time and magazine allow against a raid that comes at once. */
export function saturationOutcome(question: SaturationQuestion): SaturationOutcome {
  const { threats, channels, engagementDuration, windowDuration } = question;
  const engagementsByTime = channels * Math.floor(windowDuration / engagementDuration);
  const engagementsByMagazine = Math.floor(question.magazine / question.shotsPerEngagement);
  const engaged = Math.min(threats, engagementsByTime, engagementsByMagazine);
  return { engagementsByTime, engaged, unengaged: threats - engaged };
}
