/** What one baseline replication leaves behind. */

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
