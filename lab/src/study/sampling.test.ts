import { describe, expect, test } from "vitest";
import { haltonPoints, latinHypercube, radicalInverse, SobolSequence } from "./sampling.ts";

/** Points in each of `parts` equal strata of one coordinate; a ninth may be rounded downwards. */
function strata(points: readonly Float64Array[], dimension: number, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const point of points) counts[Math.floor(point[dimension]! * parts + 1e-9)]! += 1;
  return counts;
}

const sobolPoints = (sequence: SobolSequence, count: number) =>
  Array.from({ length: count }, (_, index) => sequence.point(index));

describe("Halton's sequence", () => {
  test("mirrors digits: 6 is 110 in base 2 and becomes 0.011, three eighths", () => {
    expect(radicalInverse(6, 2)).toBe(0.375);
    expect(radicalInverse(0, 3)).toBe(0);
  });

  test("puts one of nine points in every ninth in base 3", () => {
    expect(strata(haltonPoints(9, 2), 1, 9)).toEqual(new Array(9).fill(1));
  });

  test("refuses 41 dimensions, where neighbours look alike", () => {
    expect(() => haltonPoints(8, 41)).toThrow(/from 1 to 40, got 41/);
  });
});

describe("Sobol's sequence", () => {
  test("fills every sixty-fourth once with 64 points, in each of 256 dimensions", () => {
    const points = sobolPoints(new SobolSequence(256), 64);
    for (let dimension = 0; dimension < 256; dimension++) {
      expect(strata(points, dimension, 64)).toEqual(new Array(64).fill(1));
    }
  });

  // Computed with scipy 1.17.1, qmc.Sobol(256, scramble=False), point 100.
  test("is at 0.5703125 in dimension 100 and 0.5703125 in dimension 256 for point 100", () => {
    const point = new SobolSequence(256).point(100);
    expect([point[99], point[255]]).toEqual([0.8828125, 0.5703125]);
  });

  test("keeps its strata when scrambled, and has no point at the corner", () => {
    const points = sobolPoints(new SobolSequence(10, 7), 256);
    for (let dimension = 0; dimension < 10; dimension++) {
      expect(strata(points, dimension, 256)).toEqual(new Array(256).fill(1));
    }
    expect(points.every((point) => point.every((x) => x > 0 && x < 1))).toBe(true);
  });

  test("keeps a net of 16 by 16 boxes in its first two dimensions when scrambled", () => {
    const boxes = new Set(
      sobolPoints(new SobolSequence(2, 3), 256).map(
        ([x, y]) => 16 * Math.floor(16 * x!) + Math.floor(16 * y!),
      ),
    );
    expect(boxes.size).toBe(256);
  });

  test("scrambles by seed and by batch, and the same way every time", () => {
    const first = (seed: number, batch?: number) => [...new SobolSequence(3, seed, batch).point(5)];
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect(first(1, 0)).not.toEqual(first(1, 1));
  });

  // The mean of x·y over the square is 1/4; 4,096 random points are off by 0.0034 (one sigma).
  test("integrates x·y with 4,096 scrambled points to 2e-5", () => {
    const points = sobolPoints(new SobolSequence(2, 11), 4096);
    const mean = points.reduce((sum, [x, y]) => sum + x! * y!, 0) / points.length;
    expect(Math.abs(mean - 0.25)).toBeLessThan(2e-5);
  });

  test("refuses 257 dimensions", () => {
    expect(() => new SobolSequence(257)).toThrow(/from 1 to 256, got 257/);
  });
});

test("a Latin hypercube of 50 points has one in each fiftieth of 30 dimensions", () => {
  const points = latinHypercube(50, 30, 1);
  for (let dimension = 0; dimension < 30; dimension++) {
    expect(strata(points, dimension, 50)).toEqual(new Array(50).fill(1));
  }
  expect(latinHypercube(50, 30, 1)).toEqual(points);
  expect(latinHypercube(50, 30, 2)).not.toEqual(points);
});
