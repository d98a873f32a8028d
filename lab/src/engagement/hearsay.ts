/** What may go wrong between posts and units: orders that are lost, kills that are misjudged. */

import type { Luck } from "./luck.ts";
import type { State } from "./state.ts";
import type { Tables } from "./tables.ts";

/** Threshold of a chance of one. */
const CERTAIN = 4294967296;

export class Hearsay {
  readonly #tables: Tables;
  readonly #luck: Luck;
  /** By threat: how many assessments it has drawn. */
  readonly #assessments: Int32Array;
  /** By unit: how many orders were sent over a link that may lose them. */
  readonly #orders: Int32Array;

  constructor(tables: Tables, luck: Luck, state: State) {
    this.#tables = tables;
    this.#luck = luck;
    this.#assessments = state.int32(tables.threatCount, 0);
    this.#orders = state.int32(tables.unitCount, 0);
  }

  /** Rule 13a: does the next order of a post to a unit get lost on the way? */
  losesOrder(unit: number, post: number): boolean {
    const link = this.#tables.postLink[post]!;
    if (link >= CERTAIN) return false;
    return this.#luck.link(unit, this.#orders[unit]!++) >>> 0 >= link;
  }

  /** Rule 17: what the assessment says, right or wrong. */
  declaresKill(unit: number, threat: number, isKilled: boolean): boolean {
    const { unitDeclaresKill, unitDeclaresMiss } = this.#tables;
    const threshold = isKilled ? unitDeclaresKill[unit]! : unitDeclaresMiss[unit]!;
    const index = this.#assessments[threat]!++;
    // A word has an address of its own: one that cannot matter need not be drawn.
    if (threshold === 0 || threshold >= CERTAIN) return threshold > 0;
    return this.#luck.assessment(threat, index) >>> 0 < threshold;
  }
}
