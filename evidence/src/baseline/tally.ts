/** What one baseline replication leaves behind. */

import type { Setup } from "@pavise/lab";
import type { ThreatInPlay } from "./picture.ts";

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

/** Counts what became of the threats, by their luck and their killers. */
export function baselineTally(
  setup: Setup,
  threats: readonly ThreatInPlay[],
  rounds: number[],
): BaselineTally {
  const tally = { arrivals: setup.assets.map(() => 0), rounds, fates: [0, 0, 0, 0, 0] };
  threats.forEach((threat, t) => {
    if (threat.killedAt <= threat.failsAt && threat.killedAt < Number.POSITIVE_INFINITY) {
      tally.fates[1]!++;
    } else if (threat.failsAt < Number.POSITIVE_INFINITY) tally.fates[0]!++;
    else if (threat.wouldArrive) {
      tally.fates[3]!++;
      tally.arrivals[setup.threats[t]!.asset]!++;
    } else tally.fates[4]!++;
  });
  return tally;
}
