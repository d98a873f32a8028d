/** The state of every fire unit during a replication: channels, launchers, rounds, spacing. */

import type { State } from "./state.ts";
import type { Columns } from "./tables.ts";
import { NEVER } from "./ticks.ts";

export type FireUnitColumns = Pick<
  Columns,
  | "unitChannels"
  | "unitOff"
  | "unitSpacing"
  | "slotReload"
  | "slotRoundsPerLauncher"
  | "slotStock"
  | "slotLauncherFirst"
  | "slotLauncherCount"
  | "launcherRounds"
>;

export class FireUnits {
  readonly #columns: FireUnitColumns;
  readonly #isUp: Int32Array;
  /** By unit: the first moment at which it is out of service for any reason; NEVER if there is none. */
  readonly #outFrom: Int32Array;
  readonly #freeChannels: Int32Array;
  readonly #nextLaunch: Int32Array;
  readonly #rounds: Int32Array;
  /** By launcher: when its reload ends; NEVER when none is under way. */
  readonly #reloaded: Int32Array;
  readonly #stock: Int32Array;
  /** By unit: from when to when its engagement radar is lost; NEVER if it is not. */
  readonly #blindFrom: Int32Array;
  readonly #blindUntil: Int32Array;

  constructor(columns: FireUnitColumns, state: State) {
    const units = columns.unitChannels.length;
    this.#columns = columns;
    this.#isUp = state.int32(units, 1);
    this.#outFrom = state.int32(units, columns.unitOff);
    this.#freeChannels = state.int32(units, columns.unitChannels);
    this.#nextLaunch = state.int32(units, 0);
    this.#rounds = state.int32(columns.launcherRounds.length, columns.launcherRounds);
    this.#reloaded = state.int32(columns.launcherRounds.length, NEVER);
    this.#stock = state.int32(columns.slotStock.length, columns.slotStock);
    this.#blindFrom = state.int32(units, NEVER);
    this.#blindUntil = state.int32(units, NEVER);
  }

  fail(unit: number): void {
    this.#isUp[unit] = 0;
    this.#outFrom[unit] = 0;
  }

  hasFailed(unit: number): boolean {
    return this.#isUp[unit] === 0;
  }

  /** Works, has not been switched off, and has its engagement radar. */
  isInService(unit: number, now: number): boolean {
    return now < this.#outFrom[unit]! || this.#isBack(unit, now);
  }

  #isBack(unit: number, now: number): boolean {
    if (this.#isUp[unit] === 0 || now >= this.#columns.unitOff[unit]!) return false;
    return now < this.#blindFrom[unit]! || now >= this.#blindUntil[unit]!;
  }

  /** Without its engagement radar from one moment to another it neither launches nor guides. */
  blind(unit: number, from: number, until: number): void {
    this.#blindFrom[unit] = from;
    this.#blindUntil[unit] = until;
    if (from < this.#outFrom[unit]!) this.#outFrom[unit] = from;
  }

  /** Is it without its engagement radar at any moment from `from` to `to`? */
  isBlind(unit: number, from: number, to: number): boolean {
    return this.#blindFrom[unit]! <= to && from < this.#blindUntil[unit]!;
  }

  /** Is it without its engagement radar from `from` until `to`, at every moment? */
  isBlindThroughout(unit: number, from: number, to: number): boolean {
    return this.#blindFrom[unit]! <= from && to <= this.#blindUntil[unit]!;
  }

  freeChannels(unit: number): number {
    return this.#freeChannels[unit]!;
  }

  takeChannel(unit: number): void {
    this.#freeChannels[unit]!--;
  }

  releaseChannel(unit: number): void {
    this.#freeChannels[unit]!++;
  }

  /** The first moment at which launch spacing allows another launch. */
  nextLaunch(unit: number): number {
    return this.#nextLaunch[unit]!;
  }

  /** The first launcher of a magazine with a ready round, or −1. */
  launcherReady(slot: number, now: number): number {
    const first = this.#columns.slotLauncherFirst[slot]!;
    const end = first + this.#columns.slotLauncherCount[slot]!;
    for (let launcher = first; launcher < end; launcher++) {
      if (this.#reloaded[launcher]! <= now) this.#refill(slot, launcher);
      if (this.#rounds[launcher]! > 0) return launcher;
    }
    return -1;
  }

  /** When the next reload of a magazine ends; NEVER if none is under way. */
  nextReload(slot: number): number {
    const first = this.#columns.slotLauncherFirst[slot]!;
    const end = first + this.#columns.slotLauncherCount[slot]!;
    let earliest = NEVER;
    for (let launcher = first; launcher < end; launcher++) {
      if (this.#reloaded[launcher]! < earliest) earliest = this.#reloaded[launcher]!;
    }
    return earliest;
  }

  /** Takes a round off a launcher that has one; an emptied launcher begins to reload. */
  launch(unit: number, slot: number, launcher: number, now: number): void {
    this.#nextLaunch[unit] = now + this.#columns.unitSpacing[unit]!;
    this.#rounds[launcher]!--;
    if (this.#rounds[launcher] === 0 && this.#stock[slot]! > 0) {
      this.#reloaded[launcher] = now + this.#columns.slotReload[slot]!;
    }
  }

  #refill(slot: number, launcher: number): void {
    const rounds = Math.min(this.#columns.slotRoundsPerLauncher[slot]!, this.#stock[slot]!);
    this.#stock[slot]! -= rounds;
    this.#rounds[launcher] = rounds;
    this.#reloaded[launcher] = NEVER;
  }
}
