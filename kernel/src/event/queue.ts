/**
 * Time, event keys and the queue of an engagement.
 *
 * Time is a whole number of ticks of 1/1,024 s. The key of an event is one double,
 *
 *     key = ticks × 2^24 + kind × 2^19 + id
 *
 * so that comparing two doubles puts events in a total order: by time, then kind, then id. A double
 * holds whole numbers up to 2^53, which leaves 2^29 ticks: 145 hours.
 */
import { invariant } from "../invariant.ts";

export const TICKS_PER_SECOND = 1024;
/** One more than the greatest number of ticks a key holds: 524,288 s. */
export const TICKS_LIMIT = 536_870_912;
/** One more than the greatest kind. */
export const KIND_LIMIT = 32;
/** One more than the greatest id. */
export const ID_LIMIT = 524_288;

const KEYS_PER_TICK = KIND_LIMIT * ID_LIMIT;

/**
 * Seconds as a whole number of ticks, rounded to the nearest (error at most 1/2,048 s). Throws
 * outside [0 s, 524,288 s), for such a scenario does not fit the event queue.
 */
export function ticksFromSeconds(time: number): number {
  const ticks = Math.round(time * TICKS_PER_SECOND);
  if (!(ticks >= 0 && ticks < TICKS_LIMIT)) {
    throw new RangeError(
      `time: expected 0 s to below ${TICKS_LIMIT / TICKS_PER_SECOND} s (145 hours), got ${time} s`,
    );
  }
  return ticks + 0;
}

/** Exact. */
export function secondsFromTicks(ticks: number): number {
  return ticks / TICKS_PER_SECOND;
}

/**
 * The key of an event. Ticks in [0, 2^29), kind in [0, 32), id in [0, 524,288), all whole; throws
 * outside, for such a key would sort among the events of another kind or time.
 */
export function packKey(ticks: number, kind: number, id: number): number {
  if (!isFit(ticks, kind, id)) refuseKey(ticks, kind, id);
  return ticks * KEYS_PER_TICK + (kind * ID_LIMIT + id);
}

/** A limit is a power of two: what remains below it is the same number only if it fits. */
function isFit(ticks: number, kind: number, id: number): boolean {
  const ticksBelow = ticks & (TICKS_LIMIT - 1);
  return ticksBelow === ticks && (kind & (KIND_LIMIT - 1)) === kind && (id & (ID_LIMIT - 1)) === id;
}

function refuseKey(ticks: number, kind: number, id: number): never {
  refusePart("ticks", TICKS_LIMIT, ticks);
  refusePart("kind", KIND_LIMIT, kind);
  refusePart("id", ID_LIMIT, id);
  invariant(false, "event key: a key that fits was refused");
}

function refusePart(part: string, limit: number, value: number): void {
  if (value >>> 0 === value && value < limit) return;
  throw new RangeError(
    `event key: expected ${part} to be a whole number from 0 to ${limit - 1}, got ${value}`,
  );
}

export function ticksOfKey(key: number): number {
  return Math.floor(key / KEYS_PER_TICK);
}

export function kindOfKey(key: number): number {
  return (key / ID_LIMIT) & (KIND_LIMIT - 1);
}

export function idOfKey(key: number): number {
  return key - Math.floor(key / ID_LIMIT) * ID_LIMIT;
}

/**
 * A binary heap of event keys, each with a 32-bit payload. The smallest key leaves first; equal keys
 * leave by ascending payload, so the order never depends on the order of scheduling.
 *
 * A queue that is full takes twice its memory and keeps it, so one that is used again and again soon
 * allocates nothing. `keys[0]` is the smallest key, +∞ when the queue is empty, so a loop can merge it
 * with a presorted list by one comparison.
 *
 * Hot loops use `schedule` and the whole-number fields that `pop` leaves behind: V8 puts a double on
 * the heap when it goes through a call that is not inlined, and a key is such a double.
 */
export class EventQueue {
  /** The heap; read `keys[0]` alone, and never keep the array: a queue that grows has another. */
  keys: Float64Array;
  /** `popped[0]` is the key that left last. An array, so that reading it allocates nothing. */
  readonly popped: Float64Array = new Float64Array(1);
  /** Events waiting. */
  size = 0;
  /** Ticks of the event that left last. */
  ticks = 0;
  /** Kind of the event that left last. */
  kind = 0;
  /** Id of the event that left last. */
  id = 0;
  #payloads: Int32Array;

  /** @param room for so many events before it must grow */
  constructor(room: number) {
    invariant(Number.isInteger(room) && room > 0, "event queue: room is positive");
    this.keys = new Float64Array(room);
    this.#payloads = new Int32Array(room);
    this.keys[0] = Number.POSITIVE_INFINITY;
  }

  #grow(): void {
    const { keys } = this;
    const payloads = this.#payloads;
    this.keys = new Float64Array(2 * keys.length);
    this.#payloads = new Int32Array(2 * keys.length);
    this.keys.set(keys);
    this.#payloads.set(payloads);
  }

  /** Forgets all events. */
  clear(): void {
    this.size = 0;
    this.keys[0] = Number.POSITIVE_INFINITY;
  }

  /** Adds an event by its key; `payload` is a signed 32-bit integer. */
  push(key: number, payload = 0): void {
    this.schedule(ticksOfKey(key), kindOfKey(key), idOfKey(key), payload);
  }

  /** Adds an event by the parts of its key, which are held to their limits as in `packKey`. */
  schedule(ticks: number, kind: number, id: number, payload = 0): void {
    if (this.size === this.keys.length) this.#grow();
    if (!isFit(ticks, kind, id)) refuseKey(ticks, kind, id);
    // The key is made here, where it is used: as an argument or a result it would be boxed.
    const key = ticks * KEYS_PER_TICK + (kind * ID_LIMIT + id);
    const keys = this.keys;
    const payloads = this.#payloads;
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentKey = keys[parent]!;
      if (parentKey < key || (parentKey === key && payloads[parent]! <= payload)) break;
      keys[hole] = parentKey;
      payloads[hole] = payloads[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    payloads[hole] = payload;
  }

  /** Does an event of this moment wait whose kind is below `kind`, or one of an earlier moment? */
  awaitsBefore(ticks: number, kind: number): boolean {
    return this.keys[0]! < ticks * KEYS_PER_TICK + kind * ID_LIMIT;
  }

  /**
   * Takes out the smallest event: gives its payload, and leaves its parts in `ticks`, `kind` and
   * `id` and its key in `popped[0]`. Throws when the queue is empty.
   */
  pop(): number {
    invariant(this.size > 0, "event queue: nothing to take from an empty queue");
    const keys = this.keys;
    const payloads = this.#payloads;
    const smallest = payloads[0]!;
    const ticks = Math.floor(keys[0]! / KEYS_PER_TICK);
    const rest = keys[0]! - ticks * KEYS_PER_TICK;
    this.popped[0] = keys[0]!;
    this.ticks = ticks;
    this.kind = Math.floor(rest / ID_LIMIT);
    this.id = rest & (ID_LIMIT - 1);
    const size = --this.size;
    // The last event goes to the hole that opens at the top; until then it stays where it was.
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && this.#isBefore(child + 1, child)) child++;
      if (!this.#isBefore(child, size)) break;
      keys[hole] = keys[child]!;
      payloads[hole] = payloads[child]!;
      hole = child;
    }
    keys[hole] = keys[size]!;
    payloads[hole] = payloads[size]!;
    if (size === 0) keys[0] = Number.POSITIVE_INFINITY;
    return smallest;
  }

  /** Compares two places; whole numbers alone go through the call. */
  #isBefore(place: number, other: number): boolean {
    const difference = this.keys[place]! - this.keys[other]!;
    return difference < 0 || (difference === 0 && this.#payloads[place]! < this.#payloads[other]!);
  }
}
