import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allotment, evenSpread, scaledCounts } from "./split.ts";

const counts = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 });

function tally(places: readonly number[], kinds: number): number[] {
  const sums = Array.from({ length: kinds }, () => 0);
  for (const kind of places) sums[kind]! += 1;
  return sums;
}

describe("an even spread", () => {
  it("puts two of six at places 2 and 5", () => {
    expect(evenSpread([2, 4])).toEqual([1, 0, 1, 1, 0, 1]);
  });

  it("gives every kind its count, and never runs two places ahead or behind its share", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const places = evenSpread(given);
        expect(tally(places, given.length)).toEqual(given);
        for (let n = 1; n <= places.length; n++) {
          const soFar = tally(places.slice(0, n), given.length);
          for (const [kind, count] of given.entries()) {
            expect(Math.abs(soFar[kind]! - (count * n) / places.length)).toBeLessThan(2);
          }
        }
      }),
    );
  });
});

describe("an allotment of types and assets", () => {
  it("gives both bases the same mix: 8 of 16 are 7 of 14 and 1 of 2", () => {
    const { types, assets } = allotment([8, 8], [2, 14]);
    const atSecond = types.filter((_, place) => assets[place] === 1);
    expect(tally(atSecond, 2)).toEqual([7, 7]);
  });

  it("keeps all counts", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(60), (first, second, toOne) => {
        const size = first + second;
        const one = Math.min(toOne, size);
        const { types, assets } = allotment([first, second], [one, size - one]);
        expect(tally(types, 2)).toEqual([first, second]);
        expect(tally(assets, 2)).toEqual([one, size - one]);
      }),
    );
  });
});

describe("counts under another size of the raid", () => {
  it("halve with it: 8 and 8 of 16 are 4 and 4 of 8", () => {
    expect(scaledCounts([8, 8], 16, 8)).toEqual([4, 4]);
  });

  it("always sum to the size and never fall below zero", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 500 }), (given, size) => {
        const written = given.reduce((sum, count) => sum + count, 0);
        fc.pre(written > 0);
        const scaled = scaledCounts(given, written, size);
        expect(scaled.reduce((sum, count) => sum + count, 0)).toBe(size);
        expect(Math.min(...scaled)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
