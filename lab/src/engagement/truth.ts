/**
 * What truly becomes of every threat in one replication: when it fails or is killed, which course it
 * flies, and whether it was released. Command never sees any of it.
 */

import type { Luck } from "./luck.ts";
import type { Prediction } from "./prediction.ts";
import type { State } from "./state.ts";
import type { Tables } from "./tables.ts";
import { NEVER } from "./ticks.ts";

/** How many numbers of a state a threat needs here. */
export const TRUTH_LENGTH = 8;

/** What never changes is read where it stands: tables whose launches are moved stay one with it. */
const unchanging: Pick<State, "int32"> = {
  int32: (length, start) =>
    typeof start === "number" ? new Int32Array(length).fill(start) : start,
};

export class Truth {
  readonly #tables: Tables;
  readonly #luck: Luck;
  readonly #prediction: Prediction;
  /** By threat: when it fails, when it is killed; NEVER if not. */
  readonly failedAt: Int32Array;
  readonly killedAt: Int32Array;
  /** By threat: the row of the course it has flown so far, and its end; what a track predicts. */
  readonly row: Int32Array;
  readonly end: Int32Array;
  /** By threat: when it turns back before its time; NEVER if it does not or nothing has made it yet. */
  readonly turnsAt: Int32Array;
  readonly #branch: Int32Array;
  readonly #isProvoked: Int32Array;
  /** By threat: 1 if its carrier did not come to release it. */
  readonly #isWithheld: Int32Array;

  constructor(tables: Tables, luck: Luck, prediction: Prediction, state: State) {
    const { threatCount } = tables;
    this.#tables = tables;
    this.#luck = luck;
    this.#prediction = prediction;
    this.failedAt = state.int32(threatCount, NEVER);
    this.killedAt = state.int32(threatCount, NEVER);
    // Without branches nothing here changes, and nothing need be taken back to its start.
    const memory = tables.branchRow.length + tables.weapons.length > 0 ? state : unchanging;
    this.row = memory.int32(threatCount, tables.threatRow);
    this.end = memory.int32(threatCount, tables.threatEnd);
    this.turnsAt = memory.int32(threatCount, NEVER);
    this.#branch = memory.int32(threatCount, -1);
    this.#isProvoked = memory.int32(threatCount, 0);
    this.#isWithheld = memory.int32(threatCount, 0);
  }

  /** Rule 2: draws when a threat fails; NEVER if it does not. A carrier comes before its weapons. */
  drawFailure(threat: number): number {
    const tables = this.#tables;
    const launch = tables.threatLaunch[threat]!;
    const carrier = tables.threatCarrier[threat]!;
    if (carrier >= 0 && this.failedAt[carrier]! <= launch) {
      this.withhold(threat);
      return launch;
    }
    let failed = NEVER;
    if (this.#luck.flightFailure(threat) >>> 0 < tables.threatFailure[threat]!) {
      const when = this.#luck.failureTime(threat) >>> 0;
      const branch = Math.floor((when * tables.failureCount[threat]!) / 4294967296);
      failed = launch + tables.failureTicks[tables.failureFirst[threat]! + branch]!;
    }
    this.failedAt[threat] = failed;
    return failed;
  }

  isThere(threat: number, moment: number): boolean {
    return moment < this.failedAt[threat]! && moment < this.killedAt[threat]!;
  }

  /** When a post notices that a threat which fell or was killed is gone; NEVER if it did not. */
  noticedGone(threat: number, dropTicks: number): number {
    const gone = Math.min(this.failedAt[threat]!, this.killedAt[threat]!);
    return gone < NEVER ? gone + dropTicks : NEVER;
  }

  isWithheld(threat: number): boolean {
    return this.#isWithheld[threat] === 1;
  }

  /** It stays with its carrier: it is never in the air. */
  withhold(threat: number): void {
    this.#isWithheld[threat] = 1;
    this.failedAt[threat] = this.#tables.threatLaunch[threat]!;
  }

  /** A round is launched at a threat with branches; answers with when it turns back for that, or NEVER. */
  provoke(threat: number, launch: number): number {
    const tables = this.#tables;
    const count = tables.branchCount[threat]!;
    if (this.#isProvoked[threat] === 1) return NEVER;
    this.#isProvoked[threat] = 1;
    if (this.#luck.branch(threat) >>> 0 >= tables.turnThreshold[threat]!) return NEVER;
    const from = launch + tables.turnReaction[threat]! - tables.threatLaunch[threat]!;
    const first = tables.branchFirst[threat]!;
    for (let branch = first; branch < first + count; branch++) {
      if (tables.branchTurn[branch]! < from) continue;
      this.#branch[threat] = branch;
      this.turnsAt[threat] = tables.threatLaunch[threat]! + tables.branchTurn[branch]!;
      return this.turnsAt[threat]!;
    }
    return NEVER;
  }

  /** The moment of the turn: from now on it flies the other course. Answers with the branch. */
  turn(threat: number): number {
    const branch = this.#branch[threat]!;
    this.row[threat] = this.#tables.branchRow[branch]!;
    this.end[threat] = this.#tables.threatLaunch[threat]! + this.#tables.branchEnd[branch]!;
    return branch - this.#tables.branchFirst[threat]!;
  }

  hasTurned(threat: number): boolean {
    return this.row[threat] !== this.#tables.threatRow[threat];
  }

  /** The row that a threat flies at a moment, as far as is settled now. */
  rowAt(threat: number, moment: number): number {
    if (this.turnsAt[threat]! === NEVER || moment < this.#turnOf(threat)) return this.row[threat]!;
    return this.#tables.branchRow[this.#branch[threat]!]!;
  }

  /** When it turns back, if it lives to do so. */
  #turnOf(threat: number): number {
    const turn = this.turnsAt[threat]!;
    return turn < NEVER && this.isThere(threat, turn) ? turn : NEVER;
  }

  /**
   * When a round launched at `launch` truly meets the threat whose meeting was predicted for `predicted`;
   * NEVER if the threat turns back before, to where this round cannot follow.
   */
  intercept(threat: number, slot: number, launch: number, predicted: number): number {
    return this.turnsAt[threat]! === NEVER
      ? predicted
      : this.#interceptBeyond(threat, slot, launch, predicted);
  }

  #interceptBeyond(threat: number, slot: number, launch: number, predicted: number): number {
    const turn = this.#turnOf(threat);
    if (predicted <= turn || launch >= turn) return predicted;
    const start = this.#tables.threatLaunch[threat]!;
    const row = this.rowAt(threat, turn);
    const window = this.#prediction.windowAt(row, slot, launch - start);
    if (window < 0) return NEVER;
    // The two rows are sampled apart: the same point before the turn may differ by a tick.
    return Math.max(turn, start + this.#prediction.intercept(window, launch - start));
  }
}
