import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EventQueue,
  ID_LIMIT,
  idOfKey,
  KIND_LIMIT,
  kindOfKey,
  packKey,
  secondsFromTicks,
  TICKS_LIMIT,
  ticksFromSeconds,
  ticksOfKey,
} from "./queue.ts";

const ticks = fc.integer({ min: 0, max: TICKS_LIMIT - 1 });
const kind = fc.integer({ min: 0, max: KIND_LIMIT - 1 });
const id = fc.integer({ min: 0, max: ID_LIMIT - 1 });

describe("time", () => {
  it("is a whole number of 1/1,024 s, right to half a tick", () => {
    expect(ticksFromSeconds(1)).toBe(1024);
    expect(secondsFromTicks(512)).toBe(0.5);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 524_287, noNaN: true }), (time) => {
        const gap = Math.abs(secondsFromTicks(ticksFromSeconds(time)) - time);
        expect(gap).toBeLessThanOrEqual(1 / 2048);
      }),
    );
  });

  it("ends after 145 hours, and does not begin before 0 s", () => {
    expect(secondsFromTicks(TICKS_LIMIT) / 3600).toBeGreaterThan(145);
    expect(() => ticksFromSeconds(524_288)).toThrow(/below 524288 s \(145 hours\), got 524288 s/);
    expect(() => ticksFromSeconds(-0.001)).toThrow(/got -0.001 s/);
    expect(() => ticksFromSeconds(Number.NaN)).toThrow(/got NaN s/);
    expect(Object.is(ticksFromSeconds(-0.0001), 0)).toBe(true);
  });
});

describe("a key", () => {
  it("holds time, kind and id in one double and gives them back", () => {
    fc.assert(
      fc.property(ticks, kind, id, (t, k, i) => {
        const key = packKey(t, k, i);
        expect(Number.isSafeInteger(key)).toBe(true);
        expect([ticksOfKey(key), kindOfKey(key), idOfKey(key)]).toEqual([t, k, i]);
      }),
      { examples: [[TICKS_LIMIT - 1, KIND_LIMIT - 1, ID_LIMIT - 1]] },
    );
  });

  it("sorts by time, then kind, then id", () => {
    fc.assert(
      fc.property(ticks, kind, id, ticks, kind, id, (t, k, i, u, l, j) => {
        const order = Math.sign(packKey(t, k, i) - packKey(u, l, j));
        expect(order).toBe(Math.sign(t - u) || Math.sign(k - l) || Math.sign(i - j));
      }),
    );
  });

  it("is refused where a part would reach into the next", () => {
    expect(() => packKey(TICKS_LIMIT, 0, 0)).toThrow(
      /ticks to be a whole number from 0 to 536870911/,
    );
    expect(() => packKey(0, 32, 0)).toThrow(/kind to be a whole number from 0 to 31, got 32/);
    expect(() => packKey(0, 0, 524_288)).toThrow(/id to be a whole number from 0 to 524287/);
    expect(() => packKey(1.5, 0, 0)).toThrow(/got 1.5/);
    expect(() => packKey(0, -1, 0)).toThrow(/got -1/);
    expect(() => packKey(Number.NaN, 0, 0)).toThrow(/got NaN/);
  });
});

describe("the event queue", () => {
  it("gives events back as a sort by key and payload does, whatever order they came in", () => {
    const event = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const queue = new EventQueue(200);
        for (const [key, payload] of events) queue.push(key, payload);
        const left: [number, number][] = [];
        while (queue.size > 0) {
          const payload = queue.pop();
          left.push([queue.popped[0]!, payload]);
        }
        expect(left).toEqual(events.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
    );
  });

  it("stays right while events come and go, and shows the next key, +∞ when empty", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(1000)), { maxLength: 300 }), (orders) => {
        const queue = new EventQueue(300);
        const model: number[] = [];
        for (const key of orders) {
          if (key !== null) {
            queue.push(key);
            model.push(key);
          } else if (model.length > 0) {
            model.sort((a, b) => a - b);
            queue.pop();
            expect(queue.popped[0]).toBe(model.shift());
          }
          expect(queue.size).toBe(model.length);
          expect(queue.keys[0]).toBe(Math.min(...model));
        }
        queue.clear();
        expect(queue.keys[0]).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });

  it("leaves time, kind and id of the event that left", () => {
    fc.assert(
      fc.property(ticks, kind, id, (t, k, i) => {
        const queue = new EventQueue(2);
        queue.schedule(t, k, i, -7);
        expect(queue.keys[0]).toBe(packKey(t, k, i));
        expect(queue.pop()).toBe(-7);
        expect([queue.ticks, queue.kind, queue.id]).toEqual([t, k, i]);
      }),
    );
  });

  it("says whether anything waits before a kind of a moment, and nothing when it is empty", () => {
    const queue = new EventQueue(1);
    expect(queue.awaitsBefore(TICKS_LIMIT - 1, KIND_LIMIT - 1)).toBe(false);
    queue.schedule(7, 3, ID_LIMIT - 1);
    expect(queue.awaitsBefore(7, 4)).toBe(true);
    expect(queue.awaitsBefore(8, 0)).toBe(true);
    expect(queue.awaitsBefore(7, 3)).toBe(false);
    expect(queue.awaitsBefore(6, 31)).toBe(false);
  });

  it("with room for one takes 100, and gives them back in their order", () => {
    const queue = new EventQueue(1);
    for (let k = 99; k >= 0; k--) queue.push(k, -k);
    const left = Array.from({ length: 100 }, () => queue.pop());
    expect(left).toEqual(Array.from({ length: 100 }, (_, k) => 0 - k));
  });

  it("refuses to give an event when empty, and to have no room", () => {
    expect(() => new EventQueue(1).pop()).toThrow(/empty queue/);
    expect(() => new EventQueue(0)).toThrow(/room is positive/);
  });
});
