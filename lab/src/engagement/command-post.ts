/**
 * Command: whom to engage, with which unit, when. It knows the picture, the predictions that follow
 * from it and the state of its own units; it never sees the truth.
 */

import { EventQueue } from "@pavise/kernel";
import { THREAT_CLASSES } from "../scenario/setup.ts";
import type { FireUnits } from "./fire-unit.ts";
import type { Picture } from "./picture.ts";
import type { Policy } from "./policy.ts";
import type { Prediction } from "./prediction.ts";
import { REASON } from "./refusal.ts";
import type { State } from "./state.ts";
import { NEVER } from "./ticks.ts";

const NO_CHANNEL = REASON["no-channel"];
const NO_INTERCEPTOR = REASON["no-interceptor"];
const NO_ORDER = REASON["no-order"];
const CLASSES = THREAT_CLASSES.length;

/** What a post answers when a unit asks for its next engagement. */
export const NOTHING = -1;

/** What of the setup a command post knows of its units. */
export interface CommandColumns {
  readonly unitPost: Int32Array;
  readonly unitFallback: Int32Array;
  readonly postPolicy: Int32Array;
  /** By unit × class. */
  readonly looksMax: Int32Array;
  readonly unitSlotFirst: Int32Array;
  readonly unitSlotCount: Int32Array;
  /** Predicted order of impact: ranks by threat. */
  readonly threatRank: Int32Array;
}

/** The tracks' courses as predicted: row and start by threat. */
export interface CourseColumns {
  readonly threatRow: Int32Array;
  readonly rowClass: Int32Array;
  readonly threatEnd: Int32Array;
  /** Weight of the asset that is threatened. */
  readonly threatValue: Float64Array;
  readonly threatLaunch: Int32Array;
}

export class CommandPosts {
  readonly #columns: CommandColumns;
  readonly #courses: CourseColumns;
  readonly #picture: Picture;
  readonly #prediction: Prediction;
  readonly #units: FireUnits;
  readonly #threatCount: number;
  readonly #policies: readonly Policy[];
  /** By unit: the post it obeys now, −1 when there is none left. */
  readonly #postOf: Int32Array;
  /** By unit: open opportunities, earliest predicted intercept first. */
  readonly #open: EventQueue[];
  /** By unit × threat: engagements ordered so far; furthest obstacle met, or −1. */
  readonly #looks: Int32Array;
  readonly #obstacle: Int32Array;
  /** By unit × threat: the urgency under which it waits among the open ones, −1 if it does not. */
  readonly #waitsAs: Int32Array;
  /** By unit: opportunities that opened while a channel was free, and how many of them there are. */
  readonly #fresh: Int32Array;
  readonly #freshCount: Int32Array;
  readonly #isFresh: Int32Array;

  /** What `choose` decided besides the threat. */
  slot = 0;
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
    policies: readonly Policy[],
  ) {
    const unitCount = columns.unitPost.length;
    this.#columns = columns;
    this.#courses = courses;
    this.#picture = picture;
    this.#prediction = prediction;
    this.#units = units;
    this.#policies = policies;
    this.#postOf = state.int32(unitCount, columns.unitPost);
    this.#threatCount = columns.threatRank.length;
    const room = this.#threatCount + 1;
    this.#open = Array.from({ length: unitCount }, () => new EventQueue(room));
    this.#looks = state.int32(unitCount * this.#threatCount, 0);
    this.#waitsAs = state.int32(unitCount * this.#threatCount, -1);
    this.#fresh = state.int32(unitCount * this.#threatCount, 0);
    this.#freshCount = state.int32(unitCount, 0);
    this.#isFresh = state.int32(unitCount * this.#threatCount, 0);
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
    const kind = this.#courses.rowClass[this.#courses.threatRow[threat]!]!;
    return this.looks(unit, threat) < this.#columns.looksMax[unit * CLASSES + kind]!;
  }

  /** The post that a unit obeys; −1 when its post is lost and nobody took over. */
  postOf(unit: number): number {
    return this.#postOf[unit]!;
  }

  /** The post of a unit is lost: its fallback takes over, with what the unit is doing already. */
  lose(unit: number): void {
    const lost = this.#postOf[unit]!;
    const fallback = this.#columns.unitFallback[unit]!;
    this.#postOf[unit] = fallback;
    // What waits was tracked by the lost post; the fallback begins with its own tracks.
    this.#open[unit]!.clear();
    const first = unit * this.#threatCount;
    this.#waitsAs.fill(-1, first, first + this.#threatCount);
    if (fallback < 0) return;
    for (let threat = 0; threat < this.#threatCount; threat++) {
      if (this.#picture.engagedBy(lost, threat) === unit) {
        this.#picture.assign(fallback, threat, unit);
      }
    }
  }

  /** Puts an opportunity whose first launch is now among those of its unit, predicted anew. */
  openOpportunity(unit: number, threat: number, now: number): void {
    const at = unit * this.#threatCount + threat;
    const row = this.#courses.threatRow[threat]!;
    const start = this.#courses.threatLaunch[threat]!;
    const intercept = this.#prediction.interceptByUnit(row, unit, now - start);
    const post = this.#postOf[unit]!;
    const urgency = this.#policies[this.#columns.postPolicy[post]!]!(
      start + intercept,
      this.#courses.threatEnd[threat]!,
      this.#courses.threatValue[threat]!,
      now,
    );
    if (this.#waitsAs[at] === urgency) return;
    // An entry that this one replaces stays in the queue until it comes up.
    this.#waitsAs[at] = urgency;
    this.#open[unit]!.schedule(urgency, 0, this.#columns.threatRank[threat]!, threat);
    if (this.#units.freeChannels(unit) === 0) this.#note(unit, threat, NO_CHANNEL);
    else if (this.#isFresh[at] === 0) {
      this.#isFresh[at] = 1;
      this.#fresh[unit * this.#threatCount + this.#freshCount[unit]!++] = threat;
    }
  }

  /** An opportunity that waits is given up: the threat was missed, or flies otherwise than predicted. */
  withdraw(unit: number, threat: number): void {
    this.#waitsAs[unit * this.#threatCount + threat] = -1;
  }

  /**
   * The threat a unit should engage now, or NOTHING. Sets `slot` with a threat,
   * `askAgain` when only time is missing, `deferredThreat` when one opportunity must wait longer.
   */
  choose(unit: number, now: number): number {
    this.askAgain = 0;
    this.deferredThreat = NOTHING;
    const queue = this.#open[unit]!;
    const post = this.#postOf[unit]!;
    while (queue.size > 0 && this.#units.freeChannels(unit) > 0) {
      const next = this.#units.nextLaunch(unit);
      if (next > now) {
        this.askAgain = next;
        return NOTHING;
      }
      const threat = queue.pop();
      const at = unit * this.#threatCount + threat;
      if (this.#waitsAs[at] !== queue.ticks) continue;
      this.#waitsAs[at] = -1;
      if (!this.#picture.isLive(post, threat, now)) continue;
      if (this.#picture.isEngaged(post, threat)) continue;
      if (!this.mayEngageAgain(unit, threat)) continue;
      if (this.#chooseMagazine(unit, threat, now)) return threat;
      if (this.deferredThreat !== NOTHING) return NOTHING;
    }
    return NOTHING;
  }

  /**
   * Is there a round that can meet the threat if launched now? If not, the opportunity waits for what comes
   * first: a reload of a magazine whose window is open, or the opening of another one's window.
   */
  #chooseMagazine(unit: number, threat: number, now: number): boolean {
    const row = this.#courses.threatRow[threat]!;
    const start = this.#courses.threatLaunch[threat]!;
    const first = this.#columns.unitSlotFirst[unit]!;
    const end = first + this.#columns.unitSlotCount[unit]!;
    let until = NEVER;
    let isEmpty = false;
    for (let slot = first; slot < end; slot++) {
      const window = this.#prediction.windowAfter(row, slot, now - start);
      if (window < 0) continue;
      let next = start + this.#prediction.windowOpens(window);
      if (next <= now) {
        if (this.#units.launcherReady(slot, now) >= 0) {
          this.slot = slot;
          return true;
        }
        isEmpty = true;
        next = this.#units.nextReload(slot);
      }
      if (next < until) until = next;
    }
    if (isEmpty) this.#note(unit, threat, NO_INTERCEPTOR);
    this.deferredThreat = threat;
    this.deferredUntil = Math.max(until, now + 1);
    return false;
  }

  /** Writes down an order: the look is used, and with the last channel all who wait are refused. */
  order(unit: number, threat: number): void {
    this.#looks[unit * this.#threatCount + threat]!++;
    this.#picture.assign(this.#postOf[unit]!, threat, unit);
    this.#units.takeChannel(unit);
  }

  /**
   * The last channel is taken: every opportunity that waits has met that obstacle. Those that opened
   * without a free channel were noted then, so only the fresh ones are looked at, once each.
   */
  noteWaiting(unit: number, now: number): void {
    const first = unit * this.#threatCount;
    for (let k = 0; k < this.#freshCount[unit]!; k++) {
      const threat = this.#fresh[first + k]!;
      this.#isFresh[first + threat] = 0;
      if (this.#waitsAs[first + threat]! < 0) continue;
      const row = this.#courses.threatRow[threat]!;
      const from = now - this.#courses.threatLaunch[threat]!;
      if (this.#prediction.earliestLaunch(row, unit, from) !== NEVER) {
        this.#note(unit, threat, NO_CHANNEL);
      }
    }
    this.#freshCount[unit] = 0;
  }

  /** An order was lost on its way. */
  noteLostOrder(unit: number, threat: number): void {
    this.#note(unit, threat, NO_ORDER);
  }

  #note(unit: number, threat: number, reason: number): void {
    const at = unit * this.#threatCount + threat;
    if (reason > this.#obstacle[at]!) this.#obstacle[at] = reason;
  }
}
