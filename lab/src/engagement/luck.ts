/** The luck of one replication: every random number of an engagement, by name. */

import { INDEX_MAX, Purpose, uniformWords } from "@pavise/kernel";
import type { Columns } from "./tables.ts";

export type LuckColumns = Pick<Columns, "threatKey" | "unitKey">;

/**
 * Words are whole numbers in [0, 2^32), handed over as signed 32-bit integers because V8 would put
 * unsigned ones on the heap: `word >>> 0` is the word. A chance p comes true when it is below p · 2^32.
 */
export class Luck {
  readonly #words = new Uint32Array(2);
  readonly #threatKey: Uint32Array;
  readonly #unitKey: Uint32Array;
  #replication = 0;

  constructor(columns: LuckColumns) {
    this.#threatKey = columns.threatKey;
    this.#unitKey = columns.unitKey;
  }

  /** From now on the words are those of this replication. */
  turnTo(replication: number): void {
    this.#replication = replication;
  }

  flightFailure(threat: number): number {
    return this.#ofThreat(threat, Purpose.flightFailure, 0);
  }

  failureTime(threat: number): number {
    return this.#ofThreat(threat, Purpose.failureTime, 0);
  }

  /** Does it turn back when it is fired upon? */
  branch(threat: number): number {
    return this.#ofThreat(threat, Purpose.branch, 0);
  }

  /** @param index which bundle's */
  track(threat: number, index: number): number {
    return this.#ofThreat(threat, Purpose.track, index);
  }

  classification(threat: number): number {
    return this.#ofThreat(threat, Purpose.classification, 0);
  }

  /** @param shot the threat's k-th, whoever fires it */
  kill(threat: number, shot: number): number {
    return this.#ofThreat(threat, Purpose.kill, shot);
  }

  assessment(threat: number, index: number): number {
    return this.#ofThreat(threat, Purpose.assessment, index);
  }

  scatter(threat: number): number {
    return this.#ofThreat(threat, Purpose.scatter, 0);
  }

  commonMode(unit: number): number {
    return this.#ofUnit(unit, Purpose.commonMode, 0);
  }

  part(unit: number, part: number): number {
    return this.#ofUnit(unit, Purpose.componentFailure, part);
  }

  link(unit: number, order: number): number {
    return this.#ofUnit(unit, Purpose.link, order & INDEX_MAX);
  }

  #ofThreat(threat: number, purpose: number, index: number): number {
    const key0 = this.#threatKey[2 * threat]! | 0;
    const key1 = this.#threatKey[2 * threat + 1]! | 0;
    uniformWords(key0, key1, this.#replication, purpose, index, this.#words);
    return this.#words[0]! | 0;
  }

  #ofUnit(unit: number, purpose: number, index: number): number {
    const key0 = this.#unitKey[2 * unit]! | 0;
    const key1 = this.#unitKey[2 * unit + 1]! | 0;
    uniformWords(key0, key1, this.#replication, purpose, index, this.#words);
    return this.#words[0]! | 0;
  }
}
