import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flyOutTable, flyOutTime } from "./fly-out.ts";

const ranges = [0, 10_000, 25_000, 50_000];
const heights = [0, 5000, 15_000];
const rows = [
  [0, 9.5, 22],
  [14, 15.5, 24.5],
  [32, 32.5, 37],
  [66, 65, 66.5],
];
const table = { kind: "table" as const, table: flyOutTable(ranges, heights, rows) };

describe("fly-out", () => {
  test("takes 40 s over 40 km at 1,000 m/s", () => {
    expect(flyOutTime({ kind: "constant-speed", speed: 1000 }, 40_000, 24_000, 32_000)).toBe(40);
  });

  test("takes 12 s everywhere when told so", () => {
    expect(flyOutTime({ kind: "fixed-time", time: 12 }, 1, 1, 0)).toBe(12);
  });

  test("reads the entries of a table at its nodes, far edges included", () => {
    ranges.forEach((range, i) => {
      heights.forEach((height, j) => {
        expect(flyOutTime(table, 0, range, height)).toBe(rows[i]![j]);
      });
    });
  });

  test("takes 23.5 s to 17.5 km at 2.5 km height, half-way between four entries", () => {
    expect(flyOutTime(table, 0, 17_500, 2500)).toBeCloseTo(23.5, 12);
  });

  test("knows nothing outside its table", () => {
    for (const [range, height] of [
      [50_001, 0],
      [-1, 0],
      [0, 15_001],
      [0, -1],
      [Number.NaN, 0],
    ]) {
      expect(flyOutTime(table, 0, range!, height!)).toBeNull();
    }
  });

  test("never leaves the span of the entries", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 50_000, noNaN: true }),
        fc.double({ min: 0, max: 15_000, noNaN: true }),
        (range, height) => {
          const time = flyOutTime(table, 0, range, height)!;
          expect(time).toBeGreaterThanOrEqual(0);
          expect(time).toBeLessThanOrEqual(66.5);
        },
      ),
    );
  });

  test("refuses axes that do not rise, rows that do not fit and negative times", () => {
    expect(() => flyOutTable([0, 0], heights, rows)).toThrow(/ranges: expected .* got \[0, 0\]/);
    expect(() => flyOutTable(ranges, [0], rows)).toThrow(/heights: expected at least two/);
    expect(() => flyOutTable(ranges, heights, rows.slice(1))).toThrow(/per range \(4\), got 3/);
    const spoilt = [...rows.slice(0, 3), [66, -65, 66.5]];
    expect(() => flyOutTable(ranges, heights, spoilt)).toThrow(/rows\[3\].*\[66, -65, 66.5\]/);
  });
});
