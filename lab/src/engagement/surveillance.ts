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
  /** By post: 1 if a searcher, which is played in time, reports to it; its other bundles. */
  readonly #isPlayed: Uint8Array;
  readonly #bundles: readonly Int32Array[];
  readonly #word = new Float64Array(1);

  /** @param rows by threat, the row that it flies now */
  constructor(tables: Tables, luck: Luck, picture: Picture, units: FireUnits, rows: Int32Array) {
    this.#tables = tables;
    this.#luck = luck;
    this.#picture = picture;
    this.#units = units;
    this.#rows = rows;
    this.#isPlayed = new Uint8Array(tables.postCount);
    const { bundleCount, postCount, bundlePost, bundleFallback, searcherBundle } = tables;
    const hears = (post: number, bundle: number): boolean =>
      bundlePost[bundle] === post || bundleFallback[bundle] === post;
    const still = Array.from({ length: bundleCount }, (_, bundle) => bundle).filter(
      (bundle) => !searcherBundle.includes(bundle),
    );
    this.#bundles = Array.from({ length: postCount }, (_, post) =>
      Int32Array.from(still.filter((bundle) => hears(post, bundle))),
    );
    for (const bundle of searcherBundle) {
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
    const bundles = this.#bundles[post]!;
    for (let k = 0; k < bundles.length; k++) {
      const bundle = bundles[k]!;
      const at = row * tables.modeCount + bundle;
      if (tables.survivalCount[at] === 0) continue;
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
    if (tables.postMisjudgement[post]! >= 0) cleared = this.#judge(threat, post, since, cleared);
    this.#picture.clear(post, threat, cleared);
    return cleared;
  }

  /** From when on a post that may judge wrongly allows what it has identified at `identified`. */
  #judge(threat: number, post: number, since: number, identified: number): number {
    const { postMisjudgement, postHalving, threatHarmless } = this.#tables;
    let doubt = postMisjudgement[post]!;
    const word = this.#luck.classification(threat) >>> 0;
    const isWrong = word < doubt;
    let judged = since;
    for (; word < doubt && judged < NEVER; doubt /= 2) judged += postHalving[post]!;
    if (threatHarmless[threat] === 0) return Math.max(identified, judged);
    if (!isWrong) return NEVER;
    this.#picture.lose(post, threat, NEVER, judged);
    return identified;
  }
}
