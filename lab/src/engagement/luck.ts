/** The luck of one replication: every random number of an engagement, by name. */

import { INDEX_MAX, Purpose, uniformWords } from "@pavise/kernel";
import type { Columns } from "./tables.ts";

export type LuckColumns = Pick<Columns, "threatKey" | "unitKey" | "searcherKey">;

/**
 * Words are whole numbers in [0, 2^32), handed over as signed 32-bit integers because V8 would put
 * unsigned ones on the heap: `word >>> 0` is the word. A chance p comes true when it is below p · 2^32.
 */
export class Luck {
  readonly #words = new Uint32Array(2);
  readonly #threatKey: Uint32Array;
  readonly #unitKey: Uint32Array;
  readonly #searcherKey: Uint32Array;
  #replication = 0;

  constructor(columns: LuckColumns) {
    this.#threatKey = columns.threatKey;
    this.#unitKey = columns.unitKey;
    this.#searcherKey = columns.searcherKey;
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

  /** Does a sensor work when the raid begins? */
  sensorReadiness(searcher: number): number {
    return this.#of(this.#searcherKey, searcher, Purpose.readiness, 0);
  }

  /** Is a sensor lost at the time at which it may be? */
  sensorLoss(searcher: number): number {
    return this.#of(this.#searcherKey, searcher, Purpose.componentFailure, 0);
  }

  #ofThreat(threat: number, purpose: number, index: number): number {
    return this.#of(this.#threatKey, threat, purpose, index);
  }

  #ofUnit(unit: number, purpose: number, index: number): number {
    return this.#of(this.#unitKey, unit, purpose, index);
  }

  #of(keys: Uint32Array, entity: number, purpose: number, index: number): number {
    const key0 = keys[2 * entity]! | 0;
    const key1 = keys[2 * entity + 1]! | 0;
    uniformWords(key0, key1, this.#replication, purpose, index, this.#words);
    return this.#words[0]! | 0;
  }
}
