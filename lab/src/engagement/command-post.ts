/**
 * Command: whom to engage, with which unit, when. It knows the picture, the predictions that follow
 * from it and the state of its own units; it never sees the truth.
 */

import { EventQueue, idOfKey, packKey } from "@pavise/kernel";
import type { FireUnits } from "./fire-unit.ts";
import type { Picture } from "./picture.ts";
import type { Prediction } from "./prediction.ts";
import { REASON } from "./refusal.ts";
import type { State } from "./state.ts";
import { NEVER } from "./ticks.ts";

const NO_CHANNEL = REASON["no-channel"];
const NO_INTERCEPTOR = REASON["no-interceptor"];

/** What a post answers when a unit asks for its next engagement. */
export const NOTHING = -1;

/** What of the setup a command post knows of its units. */
export interface CommandColumns {
  readonly unitPost: Int32Array;
  readonly unitLooks: Int32Array;
  readonly unitSlotFirst: Int32Array;
  readonly unitSlotCount: Int32Array;
  /** Predicted order of impact: threats by rank, and ranks by threat. */
  readonly rankThreat: Int32Array;
  readonly threatRank: Int32Array;
}

/** The tracks' courses as predicted: row and start by threat. */
export interface CourseColumns {
  readonly threatRow: Int32Array;
  readonly threatLaunch: Int32Array;
}

export class CommandPosts {
  readonly #columns: CommandColumns;
  readonly #courses: CourseColumns;
  readonly #picture: Picture;
  readonly #prediction: Prediction;
  readonly #units: FireUnits;
  readonly #threatCount: number;
  /** By unit: open opportunities, earliest predicted intercept first. */
  readonly #open: EventQueue[];
  /** By unit × threat: engagements ordered so far; furthest obstacle met, or −1. */
  readonly #looks: Int32Array;
  readonly #obstacle: Int32Array;
  readonly #isWaiting: Int32Array;

  /** What `choose` decided besides the threat. */
  slot = 0;
  window = 0;
  /** When the unit should ask again, because launch spacing or a reload holds it; or 0. */
  askAgain = 0;
  /** An opportunity that must wait for a reload or a later window: threat and time; threat −1 if none. */
  deferredThreat = NOTHING;
  deferredUntil = 0;

  constructor(
    columns: CommandColumns,
    courses: CourseColumns,
    picture: Picture,
    prediction: Prediction,
    units: FireUnits,
    state: State,
  ) {
    const unitCount = columns.unitPost.length;
    this.#columns = columns;
    this.#courses = courses;
    this.#picture = picture;
    this.#prediction = prediction;
    this.#units = units;
    this.#threatCount = columns.threatRank.length;
    this.#open = Array.from({ length: unitCount }, () => new EventQueue(this.#threatCount + 1));
    this.#looks = state.int32(unitCount * this.#threatCount, 0);
    this.#isWaiting = state.int32(unitCount * this.#threatCount, 0);
    this.#obstacle = state.int32(unitCount * this.#threatCount, -1);
  }

  reset(): void {
    for (const queue of this.#open) queue.clear();
  }

  looks(unit: number, threat: number): number {
    return this.#looks[unit * this.#threatCount + threat]!;
  }

  /** Furthest of "no channel" and "no interceptor" met by an opportunity; −1 if neither. */
  obstacle(unit: number, threat: number): number {
    return this.#obstacle[unit * this.#threatCount + threat]!;
  }

  mayEngageAgain(unit: number, threat: number): boolean {
    return this.looks(unit, threat) < this.#columns.unitLooks[unit]!;
  }

  /** Puts an opportunity whose first launch is now among those of its unit. */
  openOpportunity(unit: number, threat: number, now: number): void {
    const at = unit * this.#threatCount + threat;
    if (this.#isWaiting[at] === 1) return;
    this.#isWaiting[at] = 1;
    const row = this.#courses.threatRow[threat]!;
    const start = this.#courses.threatLaunch[threat]!;
    const intercept = this.#prediction.interceptByUnit(row, unit, now - start);
    this.#open[unit]!.push(
      packKey(start + intercept, 0, this.#columns.threatRank[threat]!),
      threat,
    );
    if (this.#units.freeChannels(unit) === 0) this.#note(unit, threat, NO_CHANNEL);
  }

  /**
   * The threat a unit should engage now, or NOTHING. Sets `slot` and `window` with a threat,
   * `askAgain` when only time is missing, `deferredThreat` when one opportunity must wait longer.
   */
  choose(unit: number, now: number): number {
    this.askAgain = 0;
    this.deferredThreat = NOTHING;
    const queue = this.#open[unit]!;
    const post = this.#columns.unitPost[unit]!;
    while (queue.size > 0 && this.#units.freeChannels(unit) > 0) {
      const next = this.#units.nextLaunch(unit);
      if (next > now) {
        this.askAgain = next;
        return NOTHING;
      }
      const threat = queue.pop();
      this.#isWaiting[unit * this.#threatCount + threat] = 0;
      if (!this.#picture.isLive(post, threat, now)) continue;
      if (this.#picture.isEngaged(post, threat)) continue;
      if (!this.mayEngageAgain(unit, threat)) continue;
      if (this.#chooseMagazine(unit, threat, now)) return threat;
      if (this.deferredThreat !== NOTHING) return NOTHING;
    }
    return NOTHING;
  }

  /** Is there a round that can meet the threat if launched now? Defers it if there will be one. */
  #chooseMagazine(unit: number, threat: number, now: number): boolean {
    const row = this.#courses.threatRow[threat]!;
    const start = this.#courses.threatLaunch[threat]!;
    const first = this.#columns.unitSlotFirst[unit]!;
    const end = first + this.#columns.unitSlotCount[unit]!;
    let reload = -1;
    let isEmpty = false;
    for (let slot = first; slot < end; slot++) {
      const window = this.#prediction.windowAt(row, slot, now - start);
      if (window < 0) continue;
      if (this.#units.launcherReady(slot, now) >= 0) {
        this.slot = slot;
        this.window = window;
        return true;
      }
      isEmpty = true;
      const ends = this.#units.nextReload(slot);
      if (reload < 0 || ends < reload) reload = ends;
    }
    if (isEmpty) this.#note(unit, threat, NO_INTERCEPTOR);
    const from = reload > now ? reload : now + 1;
    this.deferredThreat = threat;
    this.deferredUntil = from;
    return false;
  }

  /** Writes down an order: the look is used, and with the last channel all who wait are refused. */
  order(unit: number, threat: number): void {
    this.#looks[unit * this.#threatCount + threat]!++;
    this.#picture.assign(this.#columns.unitPost[unit]!, threat, unit);
    this.#units.takeChannel(unit);
  }

  /** Every opportunity that still waits at a unit without a free channel has met that obstacle. */
  noteWaiting(unit: number, now: number): void {
    const queue = this.#open[unit]!;
    for (let k = 0; k < queue.size; k++) {
      const threat = this.#columns.rankThreat[idOfKey(queue.keys[k]!)]!;
      const row = this.#courses.threatRow[threat]!;
      const from = now - this.#courses.threatLaunch[threat]!;
      if (this.#prediction.earliestLaunch(row, unit, from) !== NEVER) {
        this.#note(unit, threat, NO_CHANNEL);
      }
    }
  }

  #note(unit: number, threat: number, reason: number): void {
    const at = unit * this.#threatCount + threat;
    if (reason > this.#obstacle[at]!) this.#obstacle[at] = reason;
  }
}
