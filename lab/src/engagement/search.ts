/**
 * Sensors that something can change, played in time: each may be lost and come back, be told where to
 * look, and run out of places for tracks. Survival is read from the same tables as everywhere; a change
 * goes on from the same random number, by the ratio of two entries (docs/methods/detection.md). It
 * knows where threats are; command does not.
 */

import type { EventQueue } from "@pavise/kernel";
import { survivalLevelAt, trackTicks } from "./detection.ts";
import { KIND } from "./event-kind.ts";
import type { FireUnits } from "./fire-unit.ts";
import type { Luck } from "./luck.ts";
import type { State } from "./state.ts";
import type { Tables } from "./tables.ts";
import { type Listener, RECORD } from "./tally.ts";
import { NEVER } from "./ticks.ts";
import type { Truth } from "./truth.ts";

/** What a sensor and a threat are to each other. */
const SEARCHING = 0;
const HELD = 1;
const DONE = 2;

/** Why a sensor does not search. */
const LOST = 1;
const OFF = 2;

/** A sensor that is searching: no scan stands still. */
const RUNNING = -1;

export class Search {
  readonly #tables: Tables;
  readonly #luck: Luck;
  readonly #units: FireUnits;
  readonly #queue: EventQueue;
  readonly #truth: Truth;
  readonly #threatCount: number;
  /** By searcher × threat: what they are to each other; mode; track, release and cue to come. */
  readonly #status: Int32Array;
  readonly #mode: Int32Array;
  readonly #formsAt: Int32Array;
  readonly #releaseAt: Int32Array;
  readonly #cuedAt: Int32Array;
  /** By searcher × threat: the level of its table at which the track forms. */
  readonly #need: Float64Array;
  /** By searcher: places taken; why it does not search; since which scan it stands still; next track. */
  readonly #taken: Int32Array;
  readonly #outages: Int32Array;
  readonly #stillSince: Int32Array;
  readonly #nextAt: Int32Array;
  readonly #levels = new Float64Array(2);
  #listener: Listener | null = null;

  /** How many numbers of a state a search needs. */
  static stateLength({ searcherCount, threatCount }: Tables): number {
    return searcherCount * (5 * threatCount + 4);
  }

  constructor(
    tables: Tables,
    luck: Luck,
    truth: Truth,
    units: FireUnits,
    queue: EventQueue,
    state: State,
  ) {
    const { searcherCount, threatCount } = tables;
    const pairs = searcherCount * threatCount;
    this.#tables = tables;
    this.#luck = luck;
    this.#units = units;
    this.#queue = queue;
    this.#truth = truth;
    this.#threatCount = threatCount;
    this.#status = state.int32(pairs, SEARCHING);
    this.#mode = state.int32(pairs, 0);
    this.#formsAt = state.int32(pairs, NEVER);
    this.#releaseAt = state.int32(pairs, NEVER);
    this.#cuedAt = state.int32(pairs, NEVER);
    this.#need = new Float64Array(pairs);
    this.#taken = state.int32(searcherCount, 0);
    this.#outages = state.int32(searcherCount, 0);
    this.#stillSince = state.int32(searcherCount, RUNNING);
    this.#nextAt = state.int32(searcherCount, NEVER);
  }

  /** The start of a replication: units are drawn, and it is known when threats fall by themselves. */
  begin(listener: Listener | null): void {
    this.#listener = listener;
    for (let searcher = 0; searcher < this.#tables.searcherCount; searcher++) {
      if (this.#isUp(searcher)) this.#beginOne(searcher);
      else {
        this.#outages[searcher] = OFF;
        this.#stillSince[searcher] = 0;
      }
    }
  }

  #isUp(searcher: number): boolean {
    const { searcherWorks, searcherBundle, bundleUnit, searcherGuides } = this.#tables;
    const owner = bundleUnit[searcherBundle[searcher]!]!;
    if (owner >= 0 && this.#units.hasFailed(owner)) return false;
    if (this.#luck.sensorReadiness(searcher) >>> 0 < searcherWorks[searcher]!) return true;
    if (searcherGuides[searcher]! >= 0) this.#units.blind(searcherGuides[searcher]!, 0, NEVER);
    this.#tell("sensor-failed", 0, searcher, -1);
    return false;
  }

  #beginOne(searcher: number): void {
    const { searcherBundle, bundleUnit, bundleIndex, unitOff, threatLaunch } = this.#tables;
    const bundle = searcherBundle[searcher]!;
    const first = searcher * this.#threatCount;
    for (let threat = 0; threat < this.#threatCount; threat++) {
      this.#mode[first + threat] = bundle;
      this.#need[first + threat] = this.#luck.track(threat, bundleIndex[bundle]!) >>> 0;
      this.#foresee(first + threat, threat, threatLaunch[threat]!);
    }
    this.#scheduleOutage(searcher);
    const owner = bundleUnit[bundle]!;
    if (owner >= 0 && unitOff[owner]! < NEVER) {
      this.#queue.schedule(unitOff[owner]!, KIND.sensorLost, OFF, searcher);
    }
    this.#settle(searcher, 0);
  }

  #scheduleOutage(searcher: number): void {
    const { searcherLossChance, searcherLost, searcherRestored, searcherGuides } = this.#tables;
    if (this.#luck.sensorLoss(searcher) >>> 0 >= searcherLossChance[searcher]!) return;
    const lost = searcherLost[searcher]!;
    const restored = searcherRestored[searcher]!;
    this.#queue.schedule(lost, KIND.sensorLost, LOST, searcher);
    if (restored < NEVER) this.#queue.schedule(restored, KIND.sensorRestored, 0, searcher);
    if (searcherGuides[searcher]! >= 0)
      this.#units.blind(searcherGuides[searcher]!, lost, restored);
  }

  /** One event of this kind; `id` is a threat, or why a sensor is lost. */
  act(kind: number, searcher: number, id: number, now: number): void {
    if (kind === KIND.sensorLost) {
      if (id === LOST) this.#tell("sensor-lost", now, searcher, -1);
      this.#outages[searcher]! |= id;
      this.#settle(searcher, now);
    } else if (kind === KIND.sensorRestored) {
      this.#tell("sensor-restored", now, searcher, -1);
      this.#outages[searcher]! &= ~LOST;
      this.#settle(searcher, now);
    } else if (kind === KIND.placeFreed) this.#free(searcher, id, now);
    else if (kind === KIND.tracked) this.#track(searcher, now);
    else if (kind === KIND.cued) this.#cue(searcher, id, now);
  }

  /** A threat may be killed at a time to come, or earlier than was known: its places are freed earlier. */
  lose(threat: number): void {
    const killed = this.#truth.killedAt[threat]!;
    if (killed === NEVER) return;
    for (let searcher = 0; searcher < this.#tables.searcherCount; searcher++) {
      const pair = searcher * this.#threatCount + threat;
      if (this.#status[pair] === HELD) this.#scheduleRelease(searcher, threat, killed);
    }
  }

  /** A threat turns back: it has left a row, and what is known of its future is known anew. */
  turn(threat: number, rowBefore: number, now: number): void {
    for (let searcher = 0; searcher < this.#tables.searcherCount; searcher++) {
      const pair = searcher * this.#threatCount + threat;
      if (this.#status[pair] === HELD) {
        this.#releaseAt[pair] = NEVER;
        this.#scheduleRelease(searcher, threat, this.#goneFrom(searcher, threat, now));
      } else if (this.#status[pair] === SEARCHING && this.#outages[searcher] !== OFF) {
        const stood = this.#stillSince[searcher]!;
        const moment = stood === RUNNING ? now : stood;
        this.#readLevel(pair, threat, rowBefore, 2 * moment, 0);
        this.#readLevel(pair, threat, this.#truth.row[threat]!, 2 * moment, 1);
        this.#carryOver(pair, threat, now);
        this.#scheduleNext(searcher);
      }
    }
  }

  /** When the track forms if nothing changes any more; not before `from`. */
  #foresee(pair: number, threat: number, from: number): void {
    const { threatLaunch, modeCount } = this.#tables;
    const at = this.#truth.row[threat]! * modeCount + this.#mode[pair]!;
    const ticks = trackTicks(this.#tables, at, this.#need, pair);
    this.#formsAt[pair] = ticks === NEVER ? NEVER : Math.max(from, threatLaunch[threat]! + ticks);
  }

  /** Reads the level of a pair's table at a moment, in half ticks, into one of two scratch places. */
  #readLevel(pair: number, threat: number, row: number, halves: number, place: 0 | 1): void {
    const { threatLaunch, modeCount } = this.#tables;
    const at = row * modeCount + this.#mode[pair]!;
    survivalLevelAt(this.#tables, at, halves - 2 * threatLaunch[threat]!, this.#levels, place);
  }

  #isFull(searcher: number): boolean {
    return this.#taken[searcher]! >= this.#tables.searcherCapacity[searcher]!;
  }

  /** Stops or goes on, as places and outages demand, and looks for the next track. */
  #settle(searcher: number, now: number): void {
    const mayNot = this.#isFull(searcher) || this.#outages[searcher] !== 0;
    const isStill = this.#stillSince[searcher] !== RUNNING;
    if (mayNot && !isStill) this.#stop(searcher, now);
    else if (!mayNot && isStill) this.#goOn(searcher, now);
    this.#scheduleNext(searcher);
  }

  /** The scan that fills the last place counts; one at the moment of a loss does not. */
  #stop(searcher: number, now: number): void {
    const isLost = this.#outages[searcher] !== 0;
    this.#stillSince[searcher] = isLost ? Math.max(0, now - 1) : now;
    if (isLost) return;
    this.#tell("sensor-full", now, searcher, -1);
    const first = searcher * this.#threatCount;
    for (let threat = 0; threat < this.#threatCount; threat++) {
      const pair = first + threat;
      if (this.#status[pair] === SEARCHING && this.#formsAt[pair] === now) {
        this.#turnAway(pair, threat, now);
      }
    }
  }

  /** Detected by the very scan that filled the last place: what is left of its luck begins anew. */
  #turnAway(pair: number, threat: number, now: number): void {
    const row = this.#truth.row[threat]!;
    this.#readLevel(pair, threat, row, 2 * now - 1, 0);
    this.#readLevel(pair, threat, row, 2 * now + 1, 1);
    const before = this.#levels[0]!;
    const after = this.#levels[1]!;
    const share = before > after ? (this.#need[pair]! - after) / (before - after) : 0;
    this.#readLevel(pair, threat, row, 2 * now, 0);
    this.#need[pair] = this.#levels[0]! * Math.min(Math.max(share, 0), 1);
  }

  /** Scans from `now` on count again: each threat goes on from where its survival stood. */
  #goOn(searcher: number, now: number): void {
    const stood = this.#stillSince[searcher]!;
    this.#stillSince[searcher] = RUNNING;
    const until = Math.max(stood, now - 1);
    const first = searcher * this.#threatCount;
    for (let threat = 0; threat < this.#threatCount; threat++) {
      const pair = first + threat;
      if (this.#status[pair] !== SEARCHING) continue;
      const row = this.#truth.row[threat]!;
      if (this.#tables.threatLaunch[threat]! > now || this.#truth.end[threat]! <= stood) continue;
      this.#readLevel(pair, threat, row, 2 * stood, 0);
      this.#readLevel(pair, threat, row, 2 * until, 1);
      this.#carryOver(pair, threat, now);
    }
  }

  /** From the first level that was read to the second: the track forms by the same random number. */
  #carryOver(pair: number, threat: number, now: number): void {
    const before = this.#levels[0]!;
    const after = this.#levels[1]!;
    if (before > 0 && after > 0) {
      this.#need[pair]! *= after / before;
      this.#foresee(pair, threat, now);
      return;
    }
    // The table is at its end: a track would be certain by now, so it forms at the change.
    const searcher = Math.floor(pair / this.#threatCount);
    this.#need[pair] = 0;
    this.#formsAt[pair] = now <= this.#sightEnd(searcher, threat) ? now : NEVER;
  }

  /** One event for the next track of a sensor; what was scheduled before is stale. */
  #scheduleNext(searcher: number): void {
    let next = NEVER;
    if (this.#stillSince[searcher] === RUNNING) {
      const first = searcher * this.#threatCount;
      for (let pair = first; pair < first + this.#threatCount; pair++) {
        if (this.#status[pair] === SEARCHING && this.#formsAt[pair]! < next) {
          next = this.#formsAt[pair]!;
        }
      }
    }
    if (next === this.#nextAt[searcher]) return;
    this.#nextAt[searcher] = next;
    if (next < NEVER) this.#queue.schedule(next, KIND.tracked, 0, searcher);
  }

  /** All tracks that a sensor forms at one moment, in the order of threats, while it has places. */
  #track(searcher: number, now: number): void {
    if (this.#nextAt[searcher] !== now) return;
    const first = searcher * this.#threatCount;
    for (let threat = 0; threat < this.#threatCount; threat++) {
      const pair = first + threat;
      if (this.#status[pair] !== SEARCHING || this.#formsAt[pair] !== now) continue;
      this.#status[pair] = DONE;
      if (!this.#isThere(threat, now)) continue;
      this.#follow(searcher, threat, now);
      if (this.#isFull(searcher)) break;
    }
    this.#nextAt[searcher] = NEVER;
    this.#settle(searcher, now);
  }

  #isThere(threat: number, now: number): boolean {
    return this.#truth.isThere(threat, now) && now < this.#truth.end[threat]!;
  }

  /** When the course of a threat leaves what the sensor can see for the last time. */
  #sightEnd(searcher: number, threat: number): number {
    const { searcherCount, sightEnd, threatLaunch } = this.#tables;
    return threatLaunch[threat]! + sightEnd[this.#truth.row[threat]! * searcherCount + searcher]!;
  }

  /** When a sensor's track has nothing to follow any more. */
  #goneFrom(searcher: number, threat: number, now: number): number {
    const { failedAt, killedAt, end } = this.#truth;
    const gone = Math.min(failedAt[threat]!, killedAt[threat]!, end[threat]!);
    return Math.max(now, Math.min(gone, this.#sightEnd(searcher, threat)));
  }

  /** A track takes a place, is reported, and cues others. */
  #follow(searcher: number, threat: number, now: number): void {
    const tables = this.#tables;
    const pair = searcher * this.#threatCount + threat;
    this.#status[pair] = HELD;
    this.#taken[searcher]!++;
    this.#scheduleRelease(searcher, threat, this.#goneFrom(searcher, threat, now));
    if (tables.searcherReports[searcher] === 1) {
      const bundle = tables.searcherBundle[searcher]!;
      const reported = now + tables.searcherDelay[searcher]!;
      this.#queue.schedule(reported, KIND.reported, threat, tables.bundlePost[bundle]!);
      const fallback = tables.bundleFallback[bundle]!;
      if (fallback >= 0) this.#queue.schedule(reported, KIND.reported, threat, fallback);
    }
    const end = tables.cueFirst[searcher]! + tables.cueCount[searcher]!;
    for (let cue = tables.cueFirst[searcher]!; cue < end; cue++) {
      const hearer = tables.cueHearer[cue]!;
      const told = now + tables.cueDelay[cue]!;
      const other = hearer * this.#threatCount + threat;
      if (told >= this.#cuedAt[other]!) continue;
      this.#cuedAt[other] = told;
      this.#queue.schedule(told, KIND.cued, threat, hearer);
    }
  }

  /** Only a sensor with a limit gives places back; the loss of a track is noticed after a time. */
  #scheduleRelease(searcher: number, threat: number, gone: number): void {
    const tables = this.#tables;
    if (tables.searcherCapacity[searcher]! >= this.#threatCount) return;
    const post = tables.bundlePost[tables.searcherBundle[searcher]!]!;
    const noticed = gone + tables.postDrop[post]!;
    const pair = searcher * this.#threatCount + threat;
    if (noticed >= this.#releaseAt[pair]!) return;
    this.#releaseAt[pair] = noticed;
    this.#queue.schedule(noticed, KIND.placeFreed, threat, searcher);
  }

  #free(searcher: number, threat: number, now: number): void {
    const pair = searcher * this.#threatCount + threat;
    if (this.#status[pair] !== HELD || this.#releaseAt[pair] !== now) return;
    this.#status[pair] = DONE;
    this.#taken[searcher]!--;
    this.#settle(searcher, now);
  }

  /** Told where to look: from the next scan on it looks as it does when it is cued. */
  #cue(searcher: number, threat: number, now: number): void {
    const pair = searcher * this.#threatCount + threat;
    const cued = this.#tables.searcherCuedMode[searcher]!;
    const isLate = this.#cuedAt[pair] !== now || this.#mode[pair] === cued;
    if (isLate || this.#status[pair] !== SEARCHING || !this.#isThere(threat, now)) return;
    const stood = this.#stillSince[searcher]!;
    const moment = stood === RUNNING ? now : stood;
    const row = this.#truth.row[threat]!;
    this.#readLevel(pair, threat, row, 2 * moment, 0);
    this.#mode[pair] = cued;
    this.#readLevel(pair, threat, row, 2 * moment, 1);
    this.#tell("sensor-cued", now, searcher, threat);
    this.#carryOver(pair, threat, now);
    this.#scheduleNext(searcher);
  }

  #tell(
    kind: "sensor-failed" | "sensor-lost" | "sensor-restored" | "sensor-full" | "sensor-cued",
    now: number,
    searcher: number,
    threat: number,
  ): void {
    const sensor = this.#tables.searcherSensor[searcher]!;
    this.#listener?.record(RECORD[kind], now, threat, sensor, -1);
  }
}
