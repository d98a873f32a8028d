/**
 * When a unit can launch at a course and when the two would meet, as predicted from a track. In
 * this version tracking is perfect: the prediction is exact from the moment of the track.
 */

import type { Columns } from "./tables.ts";
import { NEVER } from "./ticks.ts";

export type PredictionColumns = Pick<
  Columns,
  | "windowFirst"
  | "windowCount"
  | "windowOpen"
  | "windowClose"
  | "sampleFirst"
  | "sampleCount"
  | "samplesPerTick"
  | "samples"
  | "unitSlotFirst"
  | "unitSlotCount"
>;

/** Times are ticks after the start of the course. */
export class Prediction {
  readonly #columns: PredictionColumns;
  readonly #slotCount: number;

  constructor(columns: PredictionColumns, slotCount: number) {
    this.#columns = columns;
    this.#slotCount = slotCount;
  }

  /** Earliest launch at or after `from` by any magazine of a unit; NEVER if there is none. */
  earliestLaunch(row: number, unit: number, from: number): number {
    const { unitSlotFirst, unitSlotCount, windowOpen, windowClose } = this.#columns;
    const first = unitSlotFirst[unit]!;
    const end = first + unitSlotCount[unit]!;
    let earliest = NEVER;
    for (let slot = first; slot < end; slot++) {
      const window = this.windowAfter(row, slot, from);
      if (window < 0 || windowClose[window]! < from) continue;
      const open = windowOpen[window]!;
      const launch = Math.max(open, from);
      if (launch < earliest) earliest = launch;
    }
    return earliest;
  }

  /** Last launch by any magazine of a unit; −1 if there is none. */
  latestLaunch(row: number, unit: number): number {
    const { unitSlotFirst, unitSlotCount, windowFirst, windowCount, windowClose } = this.#columns;
    const first = unitSlotFirst[unit]!;
    const end = first + unitSlotCount[unit]!;
    let latest = -1;
    for (let slot = first; slot < end; slot++) {
      const at = row * this.#slotCount + slot;
      const count = windowCount[at]!;
      if (count === 0) continue;
      const close = windowClose[windowFirst[at]! + count - 1]!;
      if (close > latest) latest = close;
    }
    return latest;
  }

  /** The window of one magazine that is open at a launch time, or −1. */
  windowAt(row: number, slot: number, launch: number): number {
    const window = this.windowAfter(row, slot, launch);
    return window >= 0 && this.#columns.windowOpen[window]! <= launch ? window : -1;
  }

  /** The first window of one magazine that has not closed at a launch time, or −1. */
  windowAfter(row: number, slot: number, launch: number): number {
    const { windowFirst, windowCount, windowClose } = this.#columns;
    const at = row * this.#slotCount + slot;
    const first = windowFirst[at]!;
    const end = first + windowCount[at]!;
    for (let window = first; window < end; window++) {
      if (windowClose[window]! >= launch) return window;
    }
    return -1;
  }

  /** When a window opens. */
  windowOpens(window: number): number {
    return this.#columns.windowOpen[window]!;
  }

  /** When an interceptor launched within an open window meets the threat. */
  intercept(window: number, launch: number): number {
    const { windowOpen, sampleFirst, sampleCount, samplesPerTick, samples } = this.#columns;
    const first = sampleFirst[window]!;
    const last = sampleCount[window]! - 1;
    const place = (launch - windowOpen[window]!) * samplesPerTick[window]!;
    const index = Math.floor(place);
    if (index >= last) return launch + samples[first + last]!;
    const from = samples[first + index]!;
    const flight = from + (samples[first + index + 1]! - from) * (place - index);
    return launch + Math.floor(flight + 0.5);
  }

  /** Predicted intercept of the earliest magazine of a unit launched at `launch`; NEVER if none. */
  interceptByUnit(row: number, unit: number, launch: number): number {
    const { unitSlotFirst, unitSlotCount } = this.#columns;
    const first = unitSlotFirst[unit]!;
    const end = first + unitSlotCount[unit]!;
    let earliest = NEVER;
    for (let slot = first; slot < end; slot++) {
      const window = this.windowAt(row, slot, launch);
      if (window < 0) continue;
      const intercept = this.intercept(window, launch);
      if (intercept < earliest) earliest = intercept;
    }
    return earliest;
  }
}
