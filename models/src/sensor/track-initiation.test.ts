import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { confirmationProbabilities, trackInitiation } from "./track-initiation.ts";

const rule = fc
  .integer({ min: 1, max: 8 })
  .chain((window) => fc.tuple(fc.integer({ min: 1, max: window }), fc.constant(window)));
const scans = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 11 });

/** Adds up every history of hits and misses: slow, and impossible to get wrong. */
function enumerated(probabilities: readonly number[], detections: number, window: number): number {
  let confirmed = 0;
  for (let history = 0; history < 1 << probabilities.length; history++) {
    let chance = 1;
    let isConfirmed = false;
    for (let scan = 0; scan < probabilities.length; scan++) {
      const hit = (history >> scan) & 1;
      chance *= hit === 1 ? probabilities[scan]! : 1 - probabilities[scan]!;
      let hits = 0;
      for (let back = Math.max(0, scan - window + 1); back <= scan; back++) {
        hits += (history >> back) & 1;
      }
      if (hits >= detections) isConfirmed = true;
    }
    if (isConfirmed) confirmed += chance;
  }
  return confirmed;
}

describe("track initiation by M of N", () => {
  test("confirms 2 of 3 with chance 0.216 after three scans of 0.3", () => {
    expect(confirmationProbabilities([0.3, 0.3, 0.3], 2, 3)[2]).toBeCloseTo(0.216, 15);
  });

  test("agrees with every history added up, for any rule up to 8 of 8", () => {
    fc.assert(
      fc.property(rule, scans, ([detections, window], probabilities) => {
        const last = confirmationProbabilities(probabilities, detections, window).at(-1)!;
        expect(last).toBeCloseTo(enumerated(probabilities, detections, window), 12);
      }),
      { numRuns: 150 },
    );
  });

  test("never takes a confirmed track back", () => {
    fc.assert(
      fc.property(rule, scans, ([detections, window], probabilities) => {
        const confirmed = confirmationProbabilities(probabilities, detections, window);
        for (let scan = 1; scan < confirmed.length; scan++) {
          expect(confirmed[scan]!).toBeGreaterThanOrEqual(confirmed[scan - 1]! - 1e-15);
        }
      }),
    );
  });

  test("needs three states for 2 of 3, and 64 for 4 of 8", () => {
    expect(trackInitiation(2, 3).states).toBe(3);
    expect(trackInitiation(4, 8).states).toBe(64);
  });

  test("confirms by the Mth scan when every scan detects, and never when none does", () => {
    const certain = new Array<number>(8).fill(1);
    for (let detections = 1; detections <= 8; detections++) {
      const confirmed = confirmationProbabilities(certain, detections, 8);
      expect(confirmed.indexOf(1)).toBe(detections - 1);
    }
    expect(confirmationProbabilities([0, 0, 0, 0], 1, 3).at(-1)).toBe(0);
  });

  test("refuses 3 of 2, 0 of 3, 2 of 9 and a detection probability of 1.5", () => {
    expect(() => trackInitiation(3, 2)).toThrow(/got 3 of 2/);
    expect(() => trackInitiation(0, 3)).toThrow(/got 0 of 3/);
    expect(() => trackInitiation(2, 9)).toThrow(/window ≤ 8, got 2 of 9/);
    expect(() => confirmationProbabilities([1.5], 1, 1)).toThrow(/in \[0, 1\], got 1.5/);
  });
});
