/**
 * The picture: all that command knows. A row is a track, not a threat; before its track time a threat
 * has none, and a threat that fell or was killed keeps its row until that is noticed or assessed.
 */

import type { State } from "./state.ts";
import { NEVER } from "./ticks.ts";

export class Picture {
  readonly #threatCount: number;
  /** By post × threat: when the track formed, and when its loss is noticed; NEVER if not. */
  readonly #since: Int32Array;
  readonly #until: Int32Array;
  readonly #declaredKilled: Int32Array;
  /** By post × threat: the unit that engages it, or −1. */
  readonly #engagedBy: Int32Array;
  /** By post × threat: from when on the post allows an engagement; NEVER if it does not. */
  readonly #clearedFrom: Int32Array;

  constructor(postCount: number, threatCount: number, state: State) {
    const rows = postCount * threatCount;
    this.#threatCount = threatCount;
    this.#since = state.int32(rows, NEVER);
    this.#until = state.int32(rows, NEVER);
    this.#declaredKilled = state.int32(rows, 0);
    this.#engagedBy = state.int32(rows, -1);
    this.#clearedFrom = state.int32(rows, NEVER);
  }

  /** A track forms at `since`, NEVER if it does not after all; the sensors will report its loss at `until`. */
  initiate(post: number, threat: number, since: number, until: number): void {
    const row = post * this.#threatCount + threat;
    this.#since[row] = since;
    this.#until[row] = until;
  }

  /**
   * The threat is gone from `gone` on, and the sensors will report the loss of its track at `until`, if
   * they do not sooner. A track that would have formed later never does.
   */
  lose(post: number, threat: number, gone: number, until: number): void {
    const row = post * this.#threatCount + threat;
    if (until < this.#until[row]!) this.#until[row] = until;
    if (this.#since[row]! >= gone) this.#since[row] = NEVER;
  }

  /** When the track formed, NEVER if it did not. */
  trackedSince(post: number, threat: number): number {
    return this.#since[post * this.#threatCount + threat]!;
  }

  /** The post has identified and judged the threat: it may be engaged from `from` on. */
  clear(post: number, threat: number, from: number): void {
    this.#clearedFrom[post * this.#threatCount + threat] = from;
  }

  clearedFrom(post: number, threat: number): number {
    return this.#clearedFrom[post * this.#threatCount + threat]!;
  }

  declareKilled(post: number, threat: number): void {
    this.#declaredKilled[post * this.#threatCount + threat] = 1;
  }

  assign(post: number, threat: number, unit: number): void {
    this.#engagedBy[post * this.#threatCount + threat] = unit;
  }

  release(post: number, threat: number): void {
    this.#engagedBy[post * this.#threatCount + threat] = -1;
  }

  isEngaged(post: number, threat: number): boolean {
    return this.engagedBy(post, threat) >= 0;
  }

  /** The unit that engages it, or −1. */
  engagedBy(post: number, threat: number): number {
    return this.#engagedBy[post * this.#threatCount + threat]!;
  }

  /** Does command believe that there is something to shoot at? */
  isLive(post: number, threat: number, now: number): boolean {
    const row = post * this.#threatCount + threat;
    return this.#since[row]! <= now && now < this.#until[row]! && this.#declaredKilled[row] === 0;
  }
}
