/**
 * Why threats arrived at each asset: nights of a study played again with a listener, and their refusals
 * counted by asset and fire unit. It is the rule by which the study counts what limited the defence.
 */

import {
  ENGAGED,
  LIMITS,
  type Limit,
  NO_FIRE_UNIT,
  NOT_NEEDED,
  PAIR_STATES,
  type PairState,
  SHOTS_MISSED,
} from "../engagement/refusal.ts";
import { Engagement } from "../engagement/replicate.ts";
import type { Tables } from "../engagement/tables.ts";
import { type Listener, RECORD } from "../engagement/tally.ts";
import { tallyFor } from "./draw.ts";

/** One night of a study, by its number. */
export interface NightNumber {
  readonly draw: number;
  readonly replication: number;
}

export interface AssetReasons {
  readonly asset: string;
  /** Threats that arrived there, over all nights counted. */
  readonly arrivals: number;
  /** What limited the defence against them, most often first; counts sum to `arrivals`. */
  readonly limits: readonly {
    readonly reason: Limit;
    readonly count: number;
    /** The first night in which it was so. */
    readonly night: NightNumber;
  }[];
  /** By fire unit: where its pairs with these threats ended, most often first; sums as above. */
  readonly units: readonly {
    readonly unit: string;
    readonly states: readonly { readonly state: PairState; readonly count: number }[];
  }[];
}

export interface ArrivalReasons {
  readonly nights: number;
  readonly assets: readonly AssetReasons[];
}

/** Writes down how each pair of one night ended, and where each threat arrived. */
class Witness implements Listener {
  readonly states: Int32Array;
  /** Asset, or −1. */
  readonly arrived: Int32Array;
  readonly #units: number;

  constructor({ threatCount, unitCount }: Tables) {
    this.states = new Int32Array(threatCount * unitCount);
    this.arrived = new Int32Array(threatCount);
    this.#units = unitCount;
  }

  clear(): void {
    this.states.fill(NOT_NEEDED);
    this.arrived.fill(-1);
  }

  record(kind: number, _ticks: number, threat: number, unit: number, detail: number): void {
    if (kind === RECORD["engagement-refused"]) this.states[threat * this.#units + unit] = detail;
    else if (kind === RECORD["engagement-ordered"]) {
      this.states[threat * this.#units + unit] = ENGAGED;
    } else if (kind === RECORD["threat-arrived"]) this.arrived[threat] = detail;
  }
}

/** Counts nights of one option, draw by draw. */
export class ArrivalReasonCounter {
  readonly #assets: readonly string[];
  readonly #units: readonly string[];
  /** By asset and limit. */
  readonly #limits: Int32Array;
  readonly #firstNights = new Map<number, NightNumber>();
  /** By asset, unit and state. */
  readonly #states: Int32Array;
  #nights = 0;

  constructor(assets: readonly string[], units: readonly string[]) {
    this.#assets = assets;
    this.#units = units;
    this.#limits = new Int32Array(assets.length * LIMITS.length);
    this.#states = new Int32Array(assets.length * units.length * PAIR_STATES.length);
  }

  /** Plays replications 0 … R − 1 of a draw. */
  count(tables: Tables, draw: number, replications: number): void {
    const engagement = new Engagement(tables);
    const tally = tallyFor(tables);
    const witness = new Witness(tables);
    for (let replication = 0; replication < replications; replication++) {
      witness.clear();
      engagement.replicate(replication, tally, witness);
      this.#nights += 1;
      for (let threat = 0; threat < tables.threatCount; threat++) {
        if (witness.arrived[threat]! >= 0) this.#take(witness, threat, { draw, replication });
      }
    }
  }

  #take({ arrived, states }: Witness, threat: number, night: NightNumber): void {
    const asset = arrived[threat]!;
    const count = this.#units.length;
    let limit = count === 0 ? NO_FIRE_UNIT : -1;
    for (let unit = 0; unit < count; unit++) {
      const state = states[threat * count + unit]!;
      this.#states[(asset * count + unit) * PAIR_STATES.length + state]! += 1;
      if (state === ENGAGED) limit = SHOTS_MISSED;
      else if (state !== NOT_NEEDED && limit !== SHOTS_MISSED && state > limit) limit = state;
    }
    const index = asset * LIMITS.length + limit;
    this.#limits[index]! += 1;
    if (!this.#firstNights.has(index)) this.#firstNights.set(index, night);
  }

  reasons(): ArrivalReasons {
    return { nights: this.#nights, assets: this.#assets.map((_, asset) => this.#reasonsAt(asset)) };
  }

  #reasonsAt(asset: number): AssetReasons {
    const limits = LIMITS.flatMap((reason, k) => {
      const index = asset * LIMITS.length + k;
      const count = this.#limits[index]!;
      return count === 0 ? [] : [{ reason, count, night: this.#firstNights.get(index)! }];
    });
    const units = this.#units.map((unit, k) => {
      const from = (asset * this.#units.length + k) * PAIR_STATES.length;
      const states = PAIR_STATES.flatMap((state, index) => {
        const count = this.#states[from + index]!;
        return count === 0 ? [] : [{ state, count }];
      });
      return { unit, states: states.toSorted((a, b) => b.count - a.count) };
    });
    return {
      asset: this.#assets[asset]!,
      arrivals: limits.reduce((sum, { count }) => sum + count, 0),
      limits: limits.toSorted((a, b) => b.count - a.count),
      units,
    };
  }
}
