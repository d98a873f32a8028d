/** The end of a replication: every threat's fate, every pair's state, every arrival's reason. */

import type { CommandPosts } from "./command-post.ts";
import type { FireUnits } from "./fire-unit.ts";
import type { Luck } from "./luck.ts";
import type { Picture } from "./picture.ts";
import type { Prediction } from "./prediction.ts";
import {
  ENGAGED,
  FATE,
  NO_FIRE_UNIT,
  NOT_NEEDED,
  PAIR_STATES,
  REASON,
  SHOTS_MISSED,
} from "./refusal.ts";
import type { Tables } from "./tables.ts";
import { type Listener, RECORD, type Tally } from "./tally.ts";
import { NEVER } from "./ticks.ts";
import type { Truth } from "./truth.ts";

const HASH_PRIME = 0x01000193;
const HASH_START = 0x811c9dc5 | 0;

/** Checksum of all fates, in threat order (FNV-1a over fate + 1). */
export function fateHashOf(fates: Int32Array): number {
  let hash = HASH_START;
  for (const fate of fates) hash = Math.imul(hash ^ (fate + 1), HASH_PRIME);
  return hash;
}

export class Outcome {
  readonly #tables: Tables;
  readonly #luck: Luck;
  readonly #truth: Truth;
  readonly #picture: Picture;
  readonly #units: FireUnits;
  readonly #posts: CommandPosts;
  readonly #prediction: Prediction;
  readonly #fates: Int32Array;

  constructor(
    tables: Tables,
    luck: Luck,
    truth: Truth,
    picture: Picture,
    units: FireUnits,
    posts: CommandPosts,
    prediction: Prediction,
  ) {
    this.#tables = tables;
    this.#luck = luck;
    this.#truth = truth;
    this.#picture = picture;
    this.#units = units;
    this.#posts = posts;
    this.#prediction = prediction;
    this.#fates = new Int32Array(tables.threatCount);
  }

  /** Rules 3, 18, 19, 20 and 21. A carrier is closed before what it carries. */
  close(tally: Tally, listener: Listener | null): void {
    const { threatCount, threatAsset } = this.#tables;
    for (let threat = 0; threat < threatCount; threat++) {
      const fate = this.#fate(threat);
      this.#fates[threat] = fate;
      tally.fates[fate]!++;
      const limit = this.#closePairs(threat, fate, tally, listener);
      if (fate === FATE.arrived) {
        tally.arrivals[threatAsset[threat]!]!++;
        tally.limits[limit]!++;
        if (limit !== NO_FIRE_UNIT) tally.leakers++;
      }
      if (listener !== null) this.#tellEnd(threat, fate, listener);
    }
    tally.fateHash = fateHashOf(this.#fates);
  }

  #fate(threat: number): number {
    const { threatCarrier, threatHome, threatArrival } = this.#tables;
    const truth = this.#truth;
    if (truth.killedAt[threat]! < NEVER) return FATE.intercepted;
    const hasTurned = truth.hasTurned(threat);
    const failed = truth.failedAt[threat]!;
    if (failed < NEVER) {
      if (truth.isWithheld(threat)) return this.#fates[threatCarrier[threat]!]!;
      if (!(hasTurned && failed >= truth.end[threat]!)) return FATE.failed;
    }
    if (hasTurned || threatHome[threat]! < NEVER) return FATE["turned-back"];
    const word = this.#luck.scatter(threat) >>> 0;
    return word < threatArrival[threat]! ? FATE.arrived : FATE["fell-short"];
  }

  #tellEnd(threat: number, fate: number, listener: Listener): void {
    const { threatAsset, threatEnd, threatHome, threatLaunch } = this.#tables;
    const truth = this.#truth;
    if (truth.isWithheld(threat)) {
      listener.record(RECORD["threat-not-released"], threatLaunch[threat]!, threat, -1, fate);
      return;
    }
    // Home as planned; a turn that something made it take was told as it happened.
    const home = threatLaunch[threat]! + threatHome[threat]!;
    const turnsHome = threatHome[threat]! < NEVER && !truth.hasTurned(threat);
    if (turnsHome && truth.isThere(threat, home)) {
      listener.record(RECORD["threat-turned-back"], home, threat, -1, -1);
    }
    const end = threatEnd[threat]!;
    if (fate === FATE.failed) {
      listener.record(RECORD["threat-fell"], truth.failedAt[threat]!, threat, -1, -1);
    } else if (fate === FATE["fell-short"]) {
      listener.record(RECORD["threat-fell-short"], end, threat, -1, -1);
    } else if (fate === FATE.arrived) {
      listener.record(RECORD["threat-arrived"], end, threat, -1, threatAsset[threat]!);
    }
  }

  /** Files every pair of a threat; answers with what limited the defence against it. */
  #closePairs(threat: number, fate: number, tally: Tally, listener: Listener | null): number {
    const { unitCount } = this.#tables;
    let isEngaged = fate === FATE.failed || fate === FATE.intercepted;
    if (fate === FATE["turned-back"] && this.#truth.isWithheld(threat)) isEngaged = true;
    for (let unit = 0; unit < unitCount; unit++) {
      if (this.#posts.looks(unit, threat) > 0) isEngaged = true;
    }
    let furthest = unitCount === 0 ? NO_FIRE_UNIT : -1;
    for (let unit = 0; unit < unitCount; unit++) {
      let state = NOT_NEEDED;
      if (this.#posts.looks(unit, threat) > 0) state = ENGAGED;
      else if (!isEngaged) {
        state = this.#reason(unit, threat);
        const { threatEnd } = this.#tables;
        listener?.record(RECORD["engagement-refused"], threatEnd[threat]!, threat, unit, state);
        if (state > furthest) furthest = state;
      }
      tally.pairs[unit * PAIR_STATES.length + state]!++;
    }
    return isEngaged ? SHOTS_MISSED : furthest;
  }

  /** Rule 18, in its order. */
  #reason(unit: number, threat: number): number {
    const tables = this.#tables;
    const launch = tables.threatLaunch[threat]!;
    const row = tables.threatRow[threat]!;
    const off = tables.unitOff[unit]!;
    if (off <= launch) return REASON["switched-off"];
    const { threatEnd } = tables;
    const isBlind = this.#units.isBlindThroughout(unit, launch, threatEnd[threat]!);
    if (isBlind || this.#units.hasFailed(unit)) return REASON["failed-or-no-power"];
    const readyFrom = tables.unitReadyFrom[unit]!;
    if (readyFrom >= tables.threatEnd[threat]!) return REASON["not-ready"];
    const never = tables.staticReason[row * tables.unitCount + unit]!;
    if (never >= 0) return never;
    const obstacle = this.#posts.obstacle(unit, threat);
    if (obstacle >= 0) return obstacle;
    // A post that was lost after the threat's end commanded all the same.
    const first = tables.unitPost[unit]!;
    const isLost = tables.postLost[first]! < threatEnd[threat]!;
    const post = isLost ? this.#posts.postOf(unit) : first;
    if (post < 0) return REASON["no-order"];
    const since = this.#picture.trackedSince(post, threat);
    const latest = launch + this.#prediction.latestLaunch(row, unit);
    if (since === NEVER && off <= latest) return REASON["switched-off"];
    if (since > latest) return REASON["not-detected-in-time"];
    const cleared = this.#picture.clearedFrom(post, threat);
    if (cleared > latest) return REASON["no-order"];
    if (readyFrom > latest) return REASON["not-ready"];
    const ready = Math.max(since + tables.unitReaction[unit]!, cleared) + tables.postDelay[post]!;
    const from = Math.max(ready, readyFrom);
    const opens = this.#prediction.earliestLaunch(row, unit, from - launch);
    if (opens !== NEVER && off <= launch + opens) return REASON["switched-off"];
    if (opens !== NEVER && this.#units.isBlind(unit, launch + opens, launch + opens)) {
      return REASON["failed-or-no-power"];
    }
    return REASON["no-time-left"];
  }
}
