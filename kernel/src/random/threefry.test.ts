import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threefry2x32, threefry2x32Pair } from "./threefry.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });

function block(key0: number, key1: number, counter0: number, counter1: number): number[] {
  const out = new Uint32Array(2);
  threefry2x32(key0, key1, counter0, counter1, out);
  return [...out];
}

describe("Threefry-2x32-20", () => {
  it("gives the known answers of Random123 for zeros, ones and the digits of π", () => {
    const ones = 0xffffffff;
    expect(block(0, 0, 0, 0)).toEqual([0x6b200159, 0x99ba4efe]);
    expect(block(ones, ones, ones, ones)).toEqual([0x1cb996fc, 0xbb002be7]);
    expect(block(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual([0xc4923a9c, 0x483df7a0]);
  });

  it("is a bijection of the counter: 65,536 counters give 65,536 different blocks", () => {
    const seen = new Set<number>();
    for (let i = 0; i < 65536; i++) {
      const [a, b] = block(7, 11, i & 255, i >>> 8);
      seen.add(a! * 0x200000 + (b! >>> 11));
    }
    expect(seen.size).toBe(65536);
  });

  it("gives the same words for signed and unsigned inputs", () => {
    fc.assert(
      fc.property(word, word, word, word, (k0, k1, c0, c1) => {
        expect(block(k0 | 0, k1 | 0, c0 | 0, c1 | 0)).toEqual(block(k0, k1, c0, c1));
      }),
    );
  });

  it("gives the same words for two blocks at once as one after the other", () => {
    fc.assert(
      fc.property(word, word, word, word, word, word, (k0, k1, a0, a1, b0, b1) => {
        const out = new Uint32Array(4);
        threefry2x32Pair(k0, k1, a0, a1, b0, b1, out);
        expect([...out]).toEqual([...block(k0, k1, a0, a1), ...block(k0, k1, b0, b1)]);
      }),
    );
  });

  it("flips half of the 64 bits, 32 ± 0.2, when one bit of key or counter flips", () => {
    let flipped = 0;
    let pairs = 0;
    for (let i = 0; i < 200; i++) {
      const before = block(i, 2 * i, 3 * i, 5 * i);
      for (let bit = 0; bit < 32; bit++) {
        for (const after of [
          block(i ^ (1 << bit), 2 * i, 3 * i, 5 * i),
          block(i, 2 * i, 3 * i, (5 * i) ^ (1 << bit)),
        ]) {
          flipped += bitCount(before[0]! ^ after[0]!) + bitCount(before[1]! ^ after[1]!);
          pairs++;
        }
      }
    }
    // Standard deviation of the mean over 12,800 pairs is 4/√12,800 = 0.035 bits; 0.2 is over five.
    expect(Math.abs(flipped / pairs - 32)).toBeLessThan(0.2);
  });
});

function bitCount(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
