import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  interpolateBilinear,
  interpolateLinear,
  intervalIndex,
  refuseUnsorted,
} from "./interpolate.ts";

const ascending = fc
  .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 })
  .map((xs) => xs.sort((a, b) => a - b));

describe("a table of one variable", () => {
  it("is read on straight lines: halfway from 10 to 30 is 20", () => {
    expect(interpolateLinear([0, 2, 4], [10, 30, 0], 1)).toBe(20);
    expect(interpolateLinear([0, 2, 4], [10, 30, 0], 3.5)).toBe(7.5);
  });

  it("is exact at its entries and never leaves the values on both sides", () => {
    fc.assert(
      fc.property(
        ascending,
        fc.infiniteStream(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (xs, stream, part) => {
          const ys = xs.map(() => stream.next().value as number);
          xs.forEach((x, i) => {
            expect(interpolateLinear(xs, ys, x) === ys[i]).toBe(true);
          });
          const x = xs[0]! + part * (xs.at(-1)! - xs[0]!);
          const i = intervalIndex(xs, x);
          if (i < 0) return;
          expect(xs[i]! <= x && x <= xs[i + 1]!).toBe(true);
          const y = interpolateLinear(xs, ys, x);
          expect(y).toBeGreaterThanOrEqual(Math.min(ys[i]!, ys[i + 1]!));
          expect(y).toBeLessThanOrEqual(Math.max(ys[i]!, ys[i + 1]!));
        },
      ),
    );
  });

  it("says NaN outside, for NaN, and for a table of one entry", () => {
    expect(interpolateLinear([0, 1], [5, 6], -0.001)).toBeNaN();
    expect(interpolateLinear([0, 1], [5, 6], 1.001)).toBeNaN();
    expect(interpolateLinear([0, 1], [5, 6], Number.NaN)).toBeNaN();
    expect(interpolateLinear([0], [5], 0)).toBeNaN();
  });

  it("is refused, with its place, when its entries do not ascend", () => {
    expect(() => refuseUnsorted([0, 1, 1], "heights")).toThrow(
      /heights\[2\]: expected finite, strictly ascending, got 1/,
    );
    expect(() => refuseUnsorted([0], "heights")).toThrow(/two or more entries, got 1/);
    expect(() => refuseUnsorted([0, Number.NaN], "heights")).toThrow(/heights\[1\]/);
    expect(() => refuseUnsorted([0, 1], "heights")).not.toThrow();
  });
});

describe("a table of two variables", () => {
  const xs = [0, 10, 30];
  const ys = [0, 1];

  it("reproduces a + bx + cy + dxy within its cells to 1e-12", () => {
    const value = (x: number, y: number): number => 3 + 2 * x - 5 * y + 0.5 * x * y;
    const table = ys.flatMap((y) => xs.map((x) => value(x, y)));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, y) => {
          expect(Math.abs(interpolateBilinear(xs, ys, table, x, y) - value(x, y))).toBeLessThan(
            1e-12,
          );
        },
      ),
    );
  });

  it("is exact at its corners, NaN outside and beside a hole", () => {
    const table = [1, 2, 3, 4, 5, Number.NaN];
    expect(interpolateBilinear(xs, ys, table, 10, 1)).toBeNaN();
    expect(interpolateBilinear(xs, ys, table, 9.999, 1)).toBeCloseTo(5, 3);
    expect(interpolateBilinear(xs, ys, table, 0, 0)).toBe(1);
    expect(interpolateBilinear(xs, ys, table, 31, 0.5)).toBeNaN();
    expect(interpolateBilinear(xs, ys, table, 5, -0.1)).toBeNaN();
    expect(interpolateBilinear(xs, ys, table, 20, 0.5)).toBeNaN();
  });
});
