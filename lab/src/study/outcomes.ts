/**
 * What one option left behind in one draw: integer histograms and sums over its replications, so
 * that every width of section 4 can be had exactly and merging in any order gives the same bytes.
 */
import { hashDigest, hashMix, hashState, invariant } from "@pavise/kernel";
import { FATES, LIMITS, PAIR_STATES } from "../engagement/refusal.ts";
import type { Tally } from "../engagement/tally.ts";
import type { Setup } from "../scenario/setup.ts";
import type { Counted } from "./counted.ts";
import { RoundsLedger, type Slot } from "./rounds-ledger.ts";

/** What does not depend on luck: the same for every replication of an option and draw. */
export interface OptionFrame {
  readonly option: string;
  readonly draw: number;
  readonly launched: number;
  readonly assets: readonly string[];
  readonly units: readonly string[];
  readonly slots: readonly Slot[];
  /** Threats fired × their unit prices. */
  readonly attackCostUsd: number;
  /** Units without rounds + rounds loaded × unit price. */
  readonly fieldedCostUsd: number;
  /** Rounds on launchers at the start; stores for reloads are not counted. */
  readonly fieldedRounds: number;
}

export function optionFrame(option: string, setup: Setup): OptionFrame {
  let fieldedCostUsd = 0;
  let fieldedRounds = 0;
  const slots: Slot[] = [];
  for (const unit of setup.fireUnits) {
    fieldedCostUsd += unit.systemCostUsd;
    for (const magazine of unit.magazines) {
      const loaded = magazine.launchers.reduce((sum, rounds) => sum + rounds, 0);
      fieldedRounds += loaded;
      fieldedCostUsd += loaded * magazine.unitCostUsd;
      const { interceptor, unitCostUsd } = magazine;
      slots.push({ unit: unit.id, interceptor, unitCostUsd });
    }
  }
  return {
    option,
    draw: setup.draw,
    launched: setup.threats.length,
    assets: setup.assets.map((asset) => asset.id),
    units: setup.fireUnits.map((unit) => unit.id),
    slots,
    attackCostUsd: setup.threats.reduce((sum, threat) => sum + threat.unitCostUsd, 0),
    fieldedCostUsd,
    fieldedRounds,
  };
}

/** All replications of one option in one draw. Plain data: it crosses threads. */
export interface OptionOutcome extends OptionFrame {
  readonly replications: number;
  /** Nights by number of arrivals, 0 … launched. */
  readonly arrivals: readonly number[];
  /** The same by asset. */
  readonly arrivalsByAsset: readonly (readonly number[])[];
  /** Nights by rounds launched, from 0. */
  readonly rounds: readonly number[];
  /** Rounds launched by slot, summed over nights. */
  readonly roundsBySlot: readonly number[];
  /** Nights by what the rounds of the night cost, US dollars. */
  readonly costUsd: Counted;
  /** Threats by fate, in the order of FATES, summed over nights. */
  readonly fates: readonly number[];
  /** Arrived threats by what limited the defence, in the order of LIMITS. */
  readonly limits: readonly number[];
  /** Pairs by unit and state: [unit · PAIR_STATES.length + state]. */
  readonly pairs: readonly number[];
  readonly leakers: number;
  /** Hash of the fates, arrivals and rounds of every replication, in order. */
  readonly checksum: string;
}

/** Takes in the tallies of one option's replications, in order. */
export class OutcomeCounter {
  private readonly frame: OptionFrame;
  private readonly arrivals: number[];
  private readonly arrivalsByAsset: number[][];
  private readonly roundsBySlot: number[];
  private readonly ledger: RoundsLedger;
  private readonly fates: number[];
  private readonly limits: number[];
  private readonly pairs: number[];
  private readonly hash = hashState();
  private leakers = 0;
  private replications = 0;

  constructor(frame: OptionFrame) {
    this.frame = frame;
    this.arrivals = zeros(frame.launched + 1);
    this.arrivalsByAsset = frame.assets.map(() => zeros(frame.launched + 1));
    this.roundsBySlot = zeros(frame.slots.length);
    this.ledger = new RoundsLedger(frame.slots);
    this.fates = zeros(FATES.length);
    this.limits = zeros(LIMITS.length);
    this.pairs = zeros(frame.units.length * PAIR_STATES.length);
  }

  /** Counts one replication and returns its arrivals. */
  count(tally: Tally): number {
    const { arrivals, rounds } = tally;
    let arrived = 0;
    hashMix(this.hash, tally.fateHash);
    for (let asset = 0; asset < arrivals.length; asset++) {
      const here = arrivals[asset]!;
      arrived += here;
      this.arrivalsByAsset[asset]![here]! += 1;
      hashMix(this.hash, here);
    }
    this.arrivals[arrived]! += 1;
    for (let slot = 0; slot < rounds.length; slot++) {
      this.roundsBySlot[slot]! += rounds[slot]!;
      hashMix(this.hash, rounds[slot]!);
    }
    this.ledger.count(rounds);
    addInto(this.fates, tally.fates);
    addInto(this.limits, tally.limits);
    addInto(this.pairs, tally.pairs);
    this.leakers += tally.leakers;
    this.replications += 1;
    return arrived;
  }

  outcome(): OptionOutcome {
    const threats = this.fates.reduce((sum, each) => sum + each, 0);
    invariant(
      threats === this.replications * this.frame.launched,
      `option ${this.frame.option}, draw ${this.frame.draw}: fates do not sum to threats`,
    );
    return {
      ...this.frame,
      replications: this.replications,
      arrivals: this.arrivals,
      arrivalsByAsset: this.arrivalsByAsset,
      rounds: this.ledger.roundsHistogram(),
      roundsBySlot: this.roundsBySlot,
      costUsd: this.ledger.costs(),
      fates: this.fates,
      limits: this.limits,
      pairs: this.pairs,
      leakers: this.leakers,
      checksum: hashDigest(this.hash),
    };
  }
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

function addInto(sums: number[], counts: Int32Array): void {
  for (let i = 0; i < counts.length; i++) sums[i]! += counts[i]!;
}
