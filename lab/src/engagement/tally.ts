/** What one replication leaves behind: counts only. One tally is reused for all replications. */

import { FATES, LIMITS, PAIR_STATES } from "./refusal.ts";
import { State } from "./state.ts";

export class Tally {
  /** Arrivals by asset. */
  readonly arrivals: Int32Array;
  /** Threats by fate, in the order of FATES. */
  readonly fates: Int32Array;
  /** Rounds launched by magazine slot (all magazines of unit 0, then of unit 1, …). */
  readonly rounds: Int32Array;
  /** Pairs by unit and state: [unit · PAIR_STATES.length + state]. */
  readonly pairs: Int32Array;
  /** Arrived threats by what limited the defence, in the order of LIMITS. */
  readonly limits: Int32Array;
  readonly #counts: State;
  /** Rounds that met nothing, because the threat was gone when they came. */
  roundsWasted = 0;
  /** Arrived threats for which at least one unit was responsible. */
  leakers = 0;
  /** Checksum of the fate of every threat, in threat order. */
  fateHash = 0;

  constructor(assetCount: number, unitCount: number, slotCount: number) {
    const pairCount = unitCount * PAIR_STATES.length;
    const fateCount = FATES.length;
    this.#counts = new State(assetCount + fateCount + slotCount + pairCount + LIMITS.length);
    this.arrivals = this.#counts.int32(assetCount, 0);
    this.fates = this.#counts.int32(fateCount, 0);
    this.rounds = this.#counts.int32(slotCount, 0);
    this.pairs = this.#counts.int32(pairCount, 0);
    this.limits = this.#counts.int32(LIMITS.length, 0);
    this.clear();
  }

  clear(): void {
    this.#counts.reset();
    this.roundsWasted = 0;
    this.leakers = 0;
    this.fateHash = 0;
  }
}

/** What happened, in the past tense; numbers are written into journals and never renumbered. */
export const RECORD_KINDS = [
  "threat-launched",
  "threat-fell",
  "track-formed",
  "engagement-ordered",
  "interceptor-launched",
  "threat-intercepted",
  "interceptor-missed",
  "kill-assessed",
  "miss-assessed",
  "threat-arrived",
  "threat-fell-short",
  "engagement-refused",
  "unit-switched-off",
  "unit-failed",
  "interceptor-wasted",
  "post-lost",
  "threat-released",
  "threat-not-released",
  "threat-turned-back",
  "sensor-failed",
  "sensor-lost",
  "sensor-restored",
  "sensor-full",
  "sensor-cued",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Index of a kind of record. */
export const RECORD: Readonly<Record<RecordKind, number>> = Object.freeze(
  Object.fromEntries(RECORD_KINDS.map((kind, index) => [kind, index])) as Record<
    RecordKind,
    number
  >,
);

/**
 * Hears what happens in a replication. Records of one replication may come out of time order; a
 * journal sorts them by time, kind and ids.
 */
export interface Listener {
  /**
   * @param kind index into RECORD_KINDS
   * @param ticks when, in 1/1,024 s
   * @param threat index, or −1
   * @param unit index of the fire unit (for track-formed: of the command post; for what
   * befalls a sensor: of the sensor), or −1
   * @param detail kind-specific: look, magazine slot, asset, reason, carrier, fate, branch; −1 if none
   */
  record(kind: number, ticks: number, threat: number, unit: number, detail: number): void;
}
