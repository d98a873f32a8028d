/** Rounds and what they meet: a threat that is killed, missed, or not there. */

import type { EventQueue } from "@pavise/kernel";
import { KIND } from "./event-kind.ts";
import type { FireUnits } from "./fire-unit.ts";
import type { Luck } from "./luck.ts";
import type { Picture } from "./picture.ts";
import type { State } from "./state.ts";
import type { Tables } from "./tables.ts";
import { type Listener, RECORD, type Tally } from "./tally.ts";
import { NEVER } from "./ticks.ts";
import type { Truth } from "./truth.ts";

export class Interception {
  readonly #tables: Tables;
  readonly #luck: Luck;
  readonly #truth: Truth;
  readonly #picture: Picture;
  readonly #units: FireUnits;
  readonly #queue: EventQueue;
  /** By threat: how many shots it has drawn. */
  readonly #shots: Int32Array;
  /** By row: 1 if more than one post may engage what flies it. */
  readonly #isContested: Uint8Array;
  listener: Listener | null = null;

  constructor(
    tables: Tables,
    luck: Luck,
    truth: Truth,
    picture: Picture,
    units: FireUnits,
    queue: EventQueue,
    state: State,
  ) {
    this.#units = units;
    this.#queue = queue;
    this.#tables = tables;
    this.#luck = luck;
    this.#truth = truth;
    this.#picture = picture;
    this.#shots = state.int32(tables.threatCount, 0);
    const { rowCount, postCount, postUseful } = tables;
    this.#isContested = Uint8Array.from({ length: rowCount }, (_, row) => {
      const useful = postUseful.subarray(row * postCount, (row + 1) * postCount);
      return useful.filter((value) => value === 1).length > 1 ? 1 : 0;
    });
  }

  /**
   * One round: its luck is settled at launch and nobody is told before the assessment. Answers with
   * when it meets the threat, or with when it would have.
   */
  shoot(
    unit: number,
    slot: number,
    threat: number,
    launch: number,
    predicted: number,
    tally: Tally,
  ): number {
    const tables = this.#tables;
    const truth = this.#truth;
    const shot = this.#shots[threat]!++;
    const meeting = truth.intercept(threat, slot, launch, predicted);
    const ended = meeting < NEVER ? meeting : predicted;
    const isThere = meeting < NEVER && truth.isThere(threat, meeting);
    const kills =
      isThere &&
      meeting < tables.unitOff[unit]! &&
      !this.#units.isBlind(unit, launch, meeting) &&
      this.#luck.kill(threat, shot) >>> 0 <
        tables.killThreshold[tables.threatRow[threat]! * tables.slotCount + slot]!;
    if (kills) {
      // A later kill that was settled before this one meets nothing after all.
      if (truth.killedAt[threat]! < NEVER) tally.roundsWasted++;
      this.#kill(threat, meeting);
    } else if (!isThere) tally.roundsWasted++;
    // Another post may yet launch a faster round: whether this one is wasted shows when it comes.
    else if (this.#isContested[tables.threatRow[threat]!] === 1)
      this.#queue.schedule(ended, KIND.passed, threat);
    if (this.listener !== null) {
      const missed = isThere ? RECORD["interceptor-missed"] : RECORD["interceptor-wasted"];
      const result = kills ? RECORD["threat-intercepted"] : missed;
      this.listener.record(RECORD["interceptor-launched"], launch, threat, unit, slot);
      this.listener.record(result, ended, threat, unit, slot);
    }
    return ended;
  }

  /** Rule 17: a round that was to miss has come. Was the threat gone by then after all? */
  pass(threat: number, now: number, tally: Tally): void {
    if (this.#truth.killedAt[threat]! < now) tally.roundsWasted++;
  }

  #kill(threat: number, moment: number): void {
    const { postCount, postDrop } = this.#tables;
    this.#truth.killedAt[threat] = moment;
    for (let post = 0; post < postCount; post++) {
      this.#picture.lose(post, threat, moment, moment + postDrop[post]!);
    }
    if (this.#tables.weaponCount[threat]! > 0) this.withholdWeapons(threat, moment);
  }

  /** Rule 20: what its carrier has not released by a moment it never releases. */
  withholdWeapons(carrier: number, moment: number): void {
    const { weaponFirst, weaponCount, weapons, threatLaunch, postCount } = this.#tables;
    const first = weaponFirst[carrier]!;
    for (let k = first; k < first + weaponCount[carrier]!; k++) {
      const weapon = weapons[k]!;
      const release = threatLaunch[weapon]!;
      if (release < moment) continue;
      this.#truth.withhold(weapon);
      for (let post = 0; post < postCount; post++) {
        this.#picture.lose(post, weapon, release, release);
      }
    }
  }
}
