import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hashBytes,
  hashDigest,
  hashDouble,
  hashMix,
  hashMixBytes,
  hashReset,
  hashState,
  hashText,
} from "./hash.ts";

const words = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 40 });

function digestOf(list: readonly number[]): string {
  const state = hashState();
  for (const word of list) hashMix(state, word);
  return hashDigest(state);
}

describe("the running hash", () => {
  it("keeps its committed texts for ever", () => {
    // Computed by a second program, in Python.
    expect(hashText("")).toBe("109f5613d0ae9e3d");
    expect(hashText("pavise")).toBe("cc784ac5b070664d");
    expect(digestOf([1, 2, 3])).toBe("568bc3c36a71a3a6");
  });

  it("is 16 hexadecimal digits, the same for the same words, and reading it changes nothing", () => {
    fc.assert(
      fc.property(words, (list) => {
        const state = hashState();
        for (const word of list) {
          hashMix(state, word);
          expect(hashDigest(state)).toMatch(/^[0-9a-f]{16}$/);
        }
        expect(hashDigest(state)).toBe(digestOf(list));
        hashReset(state);
        expect([...state]).toEqual([...hashState()]);
      }),
    );
  });

  it("changes when a word changes, two change places, or a zero is added", () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 0xffffffff }), (list, at, change) => {
        expect(digestOf([...list, 0])).not.toBe(digestOf(list));
        if (list.length < 2) return;
        const i = at % (list.length - 1);
        const changed = list.with(i, (list[i]! ^ change) >>> 0);
        expect(digestOf(changed)).not.toBe(digestOf(list));
        const swapped = list.with(i, list[i + 1]!).with(i + 1, list[i]!);
        if (list[i] !== list[i + 1]) expect(digestOf(swapped)).not.toBe(digestOf(list));
      }),
    );
  });

  it("tells 300,000 short and similar inputs apart", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) {
      seen.add(digestOf([i]));
      seen.add(digestOf([i, 0]));
      seen.add(digestOf([1, 2, i << 12]));
    }
    expect(seen.size).toBe(300_000);
  });

  it("flips half of its 64 bits, 32 ± 0.5, when one bit of a word flips", () => {
    let flipped = 0;
    let pairs = 0;
    for (let i = 0; i < 500; i++) {
      for (let bit = 0; bit < 32; bit++) {
        const before = BigInt(`0x${digestOf([i, 7, i * 3])}`);
        let rest = before ^ BigInt(`0x${digestOf([i ^ (1 << bit), 7, i * 3])}`);
        for (; rest > 0n; rest &= rest - 1n) flipped++;
        pairs++;
      }
    }
    // The mean over 16,000 pairs has a standard deviation of 0.03 bits.
    expect(Math.abs(flipped / pairs - 32)).toBeLessThan(0.5);
  });

  it("tells −0 from 0 and takes every NaN for the same", () => {
    const digest = (value: number): string => {
      const state = hashState();
      hashDouble(state, value);
      return hashDigest(state);
    };
    expect(digest(-0)).not.toBe(digest(0));
    const bits = new DataView(new ArrayBuffer(8));
    bits.setUint32(0, 0xfff80001);
    expect(digest(bits.getFloat64(0))).toBe(digest(Number.NaN));
  });

  it("of bytes counts them: a zero byte more is another text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        const longer = new Uint8Array(bytes.length + 1);
        longer.set(bytes);
        expect(hashBytes(longer)).not.toBe(hashBytes(bytes));
        const state = hashState();
        hashMixBytes(state, bytes);
        expect(hashDigest(state)).toBe(hashBytes(bytes));
      }),
    );
    expect(hashText("é")).toBe(hashBytes(new Uint8Array([0xc3, 0xa9])));
  });
});
