/**
 * Surveillance: when a post has a track of a threat, and when it allows it to be engaged. It knows
 * where threats are; command does not.
 */

import { trackTicks } from "./detection.ts";
import type { FireUnits } from "./fire-unit.ts";
import type { Luck } from "./luck.ts";
import type { Picture } from "./picture.ts";
import type { Tables } from "./tables.ts";
import { NEVER } from "./ticks.ts";

export class Surveillance {
  readonly #tables: Tables;
  readonly #luck: Luck;
  readonly #picture: Picture;
  readonly #units: FireUnits;
  readonly #rows: Int32Array;
  /** By bundle: 1 if it is a searcher, which is played in time; by post: 1 if one reports to it. */
  readonly #isSearcher: Uint8Array;
  readonly #isPlayed: Uint8Array;
  readonly #word = new Float64Array(1);

  /** @param rows by threat, the row that it flies now */
  constructor(tables: Tables, luck: Luck, picture: Picture, units: FireUnits, rows: Int32Array) {
    this.#tables = tables;
    this.#luck = luck;
    this.#picture = picture;
    this.#units = units;
    this.#rows = rows;
    this.#isSearcher = new Uint8Array(tables.bundleCount);
    this.#isPlayed = new Uint8Array(tables.postCount);
    for (const bundle of tables.searcherBundle) {
      this.#isSearcher[bundle] = 1;
      this.#isPlayed[tables.bundlePost[bundle]!] = 1;
      const fallback = tables.bundleFallback[bundle]!;
      if (fallback >= 0) this.#isPlayed[fallback] = 1;
    }
  }

  /** Does a sensor that something can change report to this post? */
  isPlayed(post: number): boolean {
    return this.#isPlayed[post] === 1;
  }

  /** First track of a threat by any network of a post that works and is not yet switched off. */
  trackedSince(threat: number, post: number): number {
    const tables = this.#tables;
    const launch = tables.threatLaunch[threat]!;
    const row = this.#rows[threat]!;
    let since = NEVER;
    for (let bundle = 0; bundle < tables.bundleCount; bundle++) {
      if (tables.bundlePost[bundle] !== post && tables.bundleFallback[bundle] !== post) continue;
      const at = row * tables.modeCount + bundle;
      if (tables.survivalCount[at] === 0 || this.#isSearcher[bundle] === 1) continue;
      const owner = tables.bundleUnit[bundle]!;
      if (owner >= 0 && this.#units.hasFailed(owner)) continue;
      this.#word[0] = this.#luck.track(threat, tables.bundleIndex[bundle]!) >>> 0;
      const formed = trackTicks(tables, at, this.#word, 0);
      if (formed === NEVER) continue;
      if (owner >= 0 && launch + formed >= tables.unitOff[owner]!) continue;
      if (launch + formed < since) since = launch + formed;
    }
    return since;
  }

  /**
   * Rule 13a: from when on a post allows a threat to be engaged. It is identified after a time, and
   * judged rightly after some halvings of the doubt: a threat taken for harmless waits that long, a
   * harmless one taken for a threat is let go then.
   */
  clearance(threat: number, post: number, since: number): number {
    const tables = this.#tables;
    const identification =
      tables.identification[tables.threatRow[threat]! * tables.postCount + post]!;
    let cleared = identification === NEVER ? NEVER : since + identification;
    let doubt = tables.postMisjudgement[post]!;
    if (doubt >= 0) {
      const word = this.#luck.classification(threat) >>> 0;
      const isWrong = word < doubt;
      let judged = since;
      for (; word < doubt; doubt /= 2) judged += tables.postHalving[post]!;
      if (tables.threatHarmless[threat] === 0) cleared = Math.max(cleared, judged);
      else if (isWrong) this.#picture.lose(post, threat, NEVER, judged);
      else cleared = NEVER;
    }
    this.#picture.clear(post, threat, cleared);
    return cleared;
  }
}
