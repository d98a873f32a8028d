/**
 * The baseline's own luck: a counter that runs, one number after the other, on the kernel's
 * Threefry. Nothing is addressed, so no number here is one of the engine's.
 */
import { threefry2x32 } from "@pavise/kernel";

/** Sets the baseline's keys apart from every key the engine derives. */
const BASELINE = 0xba5e11e5;

export class Luck {
  readonly #block = new Uint32Array(2);
  readonly #seed: number;
  readonly #draw: number;
  #replication = 0;
  #count = 0;

  constructor(seed: number, draw: number) {
    this.#seed = (seed ^ BASELINE) | 0;
    this.#draw = draw | 0;
  }

  /** Starts the numbers of one replication from the first. */
  begin(replication: number): void {
    this.#replication = replication | 0;
    this.#count = 0;
  }

  /** The next number, uniform in [0, 1) in steps of 2⁻³². */
  uniform(): number {
    threefry2x32(this.#seed, this.#draw, this.#replication, this.#count++, this.#block);
    return this.#block[0]! / 4294967296;
  }
}
