/** What one baseline replication leaves behind. */

import type { Setup } from "@pavise/lab";
import type { ThreatInPlay } from "./picture.ts";
import { isReleased, turnsBack } from "./threat-in-play.ts";

/** Fates in the order of the engine's FATES: failed, intercepted, turned-back, arrived, fell-short. */
export const BASELINE_FATES = [
  "failed",
  "intercepted",
  "turned-back",
  "arrived",
  "fell-short",
] as const;

export interface BaselineTally {
  /** Arrivals by asset. */
  readonly arrivals: number[];
  /** Rounds spent by fire unit. */
  readonly rounds: number[];
  /** Threats by fate, in the order of BASELINE_FATES. */
  readonly fates: number[];
}

const [FAILED, INTERCEPTED, TURNED_BACK, ARRIVED, FELL_SHORT] = [0, 1, 2, 3, 4];

function fateOf(threat: ThreatInPlay, isSentHome: boolean): number {
  const { killedAt, failsAt, end, wouldArrive } = threat;
  if (killedAt <= failsAt && killedAt < Number.POSITIVE_INFINITY) return INTERCEPTED;
  const hasTurned = turnsBack(threat);
  if (failsAt < Number.POSITIVE_INFINITY && !(hasTurned && failsAt >= end)) return FAILED;
  if (hasTurned || isSentHome) return TURNED_BACK;
  return wouldArrive ? ARRIVED : FELL_SHORT;
}

/** Counts what became of the threats, by their luck and their killers. */
export function baselineTally(
  setup: Setup,
  threats: readonly ThreatInPlay[],
  rounds: number[],
): BaselineTally {
  const tally = { arrivals: setup.assets.map(() => 0), rounds, fates: [0, 0, 0, 0, 0] };
  const fates: number[] = [];
  threats.forEach((threat, t) => {
    const { carrier = -1, turnBack, asset } = setup.threats[t]!;
    const fate = isReleased(threat, threats[carrier])
      ? fateOf(threat, turnBack?.homeSeconds !== undefined)
      : fates[carrier]!;
    fates.push(fate);
    tally.fates[fate]!++;
    if (fate === ARRIVED) tally.arrivals[asset]!++;
  });
  return tally;
}
