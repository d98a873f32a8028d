/**
 * Everything that changes during a replication, in one block of memory: taken back to its start by one
 * copy, which costs less than clearing twenty arrays one by one.
 */
import { invariant } from "@pavise/kernel";

export class State {
  #block: Int32Array;
  #start: Int32Array | null = null;
  #used = 0;

  /** @param length how many numbers will be asked for, in all. */
  constructor(length: number) {
    this.#block = new Int32Array(length);
  }

  /** A part of the block that begins every replication with one value, or with these values. */
  int32(length: number, start: number | Int32Array): Int32Array {
    const part = this.#block.subarray(this.#used, this.#used + length);
    this.#used += length;
    invariant(this.#used <= this.#block.length, "state: more numbers than it was made for");
    if (typeof start === "number") part.fill(start);
    else part.set(start);
    this.#start = null;
    return part;
  }

  /** Takes every part back to its start. */
  reset(): void {
    this.#start ??= this.#block.slice();
    this.#block.set(this.#start);
  }
}
