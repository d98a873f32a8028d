import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareUpperTail } from "../math/probability.ts";
import {
  drawUniform,
  entityKey,
  entityKeyFromHash,
  hash32,
  INDEX_MAX,
  Purpose,
  refuseHashCollisions,
  SEED_MAX,
  uniformFromWord,
  uniformWord,
  uniformWordPair,
  uniformWords,
} from "./stream.ts";
import { threefry2x32 } from "./threefry.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });
const short = fc.integer({ min: 0, max: INDEX_MAX });
const seed = fc.integer({ min: 0, max: SEED_MAX });

function keyOf(seed: number, draw: number, identifier: string): [number, number] {
  const out = new Uint32Array(2);
  entityKey(seed, draw, identifier, out);
  return [out[0]!, out[1]!];
}

describe("identifiers", () => {
  it("hash as FNV-1a 32 with a last mixing step: known values never change", () => {
    // Computed by a second program, in Python. FNV-1a of "" is 0x811c9dc5 and of "a" 0xe40c292c (RFC 9923); the mix is MurmurHash3's.
    expect(hash32("").toString(16)).toBe("ab3e7c0b");
    expect(hash32("a").toString(16)).toBe("1a80b1b3");
    expect(hash32("threat-07").toString(16)).toBe("8ba505d4");
  });

  it("of one hash are refused with both names", () => {
    expect(hash32("costarring")).toBe(hash32("liquid"));
    expect(() => refuseHashCollisions(["patriot", "costarring", "liquid"])).toThrow(
      /"costarring" and "liquid"/,
    );
  });

  it("given twice are refused, and 20,000 different ones are not", () => {
    expect(() => refuseHashCollisions(["s400", "s400"])).toThrow(/"s400": expected it once/);
    const many = Array.from({ length: 20_000 }, (_, i) => `threat-${i}`);
    expect(() => refuseHashCollisions(many)).not.toThrow();
  });
});

describe("addresses", () => {
  it("lead to key = threefry(seed; draw, hash) and counter = (replication, purpose·2^16 + index)", () => {
    fc.assert(
      fc.property(seed, word, fc.string(), word, short, short, (s, draw, id, r, p, i) => {
        const block = new Uint32Array(2);
        threefry2x32(s % 4294967296, Math.floor(s / 4294967296), draw, hash32(id), block);
        const [key0, key1] = keyOf(s, draw, id);
        expect([key0, key1]).toEqual([...block]);
        threefry2x32(key0, key1, r, p * 65536 + i, block);
        expect(uniformWord(key0, key1, r, p, i)).toBe(block[0]);
        const both = new Uint32Array(2);
        uniformWords(key0, key1, r, p, i, both);
        expect([...both]).toEqual([...block]);
      }),
    );
  });

  it("in pairs give what two single ones give", () => {
    fc.assert(
      fc.property(word, word, word, short, short, short, short, (k0, k1, r, p, i, q, j) => {
        const out = new Uint32Array(2);
        uniformWordPair(k0, k1, r, p, i, q, j, out);
        expect([...out]).toEqual([uniformWord(k0, k1, r, p, i), uniformWord(k0, k1, r, q, j)]);
      }),
    );
  });

  it("keep one stated word for ever", () => {
    const [key0, key1] = keyOf(7, 5, "qiam-1/3");
    expect(uniformWord(key0, key1, 42, Purpose.kill, 1)).toBe(2397092602);
  });

  it("write a key where they are told to", () => {
    const out = new Uint32Array(4);
    entityKeyFromHash(9, 2, hash32("erbil"), out, 2);
    expect([...out]).toEqual([0, 0, ...keyOf(9, 2, "erbil")]);
  });

  it("tell all seeds below 2^53 apart, also those that agree in their low 32 bits", () => {
    expect(keyOf(1, 0, "a")).not.toEqual(keyOf(1 + 4294967296, 0, "a"));
    expect(() => keyOf(SEED_MAX, 0, "a")).not.toThrow();
  });

  it("refuse a negative seed, a fraction, 2^53, and an index that reaches the next purpose", () => {
    for (const bad of [-1, 0.5, SEED_MAX + 1, Number.NaN]) {
      expect(() => keyOf(bad, 0, "a")).toThrow(/seed: expected a whole number/);
    }
    expect(() => keyOf(1, -1, "a")).toThrow(/draw: expected/);
    expect(() => uniformWord(0, 0, 0, Purpose.kill, 65536)).toThrow(/from 0 to 65535/);
    expect(() => uniformWord(0, 0, 0, -1, 0)).toThrow(/random address/);
    expect(() => uniformWordPair(0, 0, 0, 1, 0, 1, -1, new Uint32Array(2))).toThrow(/address/);
  });

  it("number each purpose once, below 2^16", () => {
    const numbers = Object.values(Purpose);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((n) => Number.isInteger(n) && n > 0 && n <= INDEX_MAX)).toBe(true);
    expect(Object.isFrozen(Purpose)).toBe(true);
    expect(Purpose.kill).toBe(5);
  });
});

describe("words", () => {
  it("become uniform numbers strictly inside (0, 1)", () => {
    expect(uniformFromWord(0)).toBe(1 / 8589934592);
    expect(uniformFromWord(0xffffffff)).toBe(1 - 1 / 8589934592);
  });

  it("fill 256 cells evenly along replications, entities, purposes, indices, draws and seeds", () => {
    const keys = Array.from({ length: 256 }, (_, i) => keyOf(1, 1, `threat-${i}`));
    const draws = Array.from({ length: 256 }, (_, i) => keyOf(1, i, "threat-1"));
    const seeds = Array.from({ length: 256 }, (_, i) => keyOf(i, 1, "threat-1"));
    const [a, b] = keys[0]!;
    const walks: ((i: number) => number)[] = [
      (i) => uniformWord(a, b, i, Purpose.track, 0),
      (i) => uniformWord(...keys[i & 255]!, i >>> 8, Purpose.track, 0),
      (i) => uniformWord(a, b, i >>> 4, 1 + (i & 15), 0),
      (i) => uniformWord(a, b, 3, Purpose.kill, i),
      (i) => uniformWord(...draws[i & 255]!, i >>> 8, Purpose.track, 0),
      (i) => uniformWord(...seeds[i & 255]!, i >>> 8, Purpose.track, 0),
    ];
    for (const walk of walks) {
      for (const shift of [0, 12, 24]) {
        const counts = new Float64Array(256);
        for (let i = 0; i < 65536; i++) counts[(walk(i) >>> shift) & 255]!++;
        const chiSquare = counts.reduce(
          (sum, count) => sum + ((count - 256) * (count - 256)) / 256,
          0,
        );
        // Eighteen fixed tests, the same words each time: 1e-4 is far from any chance of 1 in 18.
        expect(chiSquareUpperTail(chiSquare, 255)).toBeGreaterThan(1e-4);
        expect(chiSquareUpperTail(chiSquare, 255)).toBeLessThan(1 - 1e-4);
      }
    }
  });

  it("of neighbouring replications, entities and purposes do not go together: |r| < 0.015", () => {
    const other = keyOf(1, 1, "threat-2");
    const [a, b] = keyOf(1, 1, "threat-1");
    const at = (r: number, p: number = Purpose.track): number =>
      uniformFromWord(uniformWord(a, b, r, p, 0)) - 0.5;
    const partners: ((i: number) => number)[] = [
      (i) => at(i + 1),
      (i) => at(i, Purpose.kill),
      (i) => uniformFromWord(uniformWord(other[0], other[1], i, Purpose.track, 0)) - 0.5,
    ];
    for (const partner of partners) {
      let product = 0;
      const count = 100_000;
      for (let i = 0; i < count; i++) product += at(i) * partner(i);
      // Standard error of the correlation is 1/√100,000 = 0.0032; 0.015 is nearly five of them.
      expect(Math.abs((12 * product) / count)).toBeLessThan(0.015);
    }
  });
});

describe("the uniform number behind an unknown", () => {
  it("depends on its own path alone, is inside (0, 1), and keeps its value for ever", () => {
    fc.assert(
      fc.property(seed, word, fc.string(), (s, draw, path) => {
        const u = drawUniform(s, draw, path);
        expect(u).toBeGreaterThan(0);
        expect(u).toBeLessThan(1);
        drawUniform(s, draw, `${path}/another`);
        expect(drawUniform(s, draw, path)).toBe(u);
      }),
    );
    expect(drawUniform(7, 5, "systems.s400.reaction_time_s")).toBe(0.9063045730950933);
  });

  it("differs even for two paths of one 32-bit hash", () => {
    expect(drawUniform(1, 1, "costarring")).not.toBe(drawUniform(1, 1, "liquid"));
  });

  it("has mean ½ within 0.005 over 20,000 draws, and its tenths are even", () => {
    const counts = new Float64Array(10);
    let total = 0;
    for (let draw = 1; draw <= 20_000; draw++) {
      const u = drawUniform(3, draw, "threats.qiam-1.flight_reliability");
      total += u;
      counts[Math.floor(u * 10)]!++;
    }
    // Standard error 0.289/√20,000 = 0.0020.
    expect(Math.abs(total / 20_000 - 0.5)).toBeLessThan(0.005);
    const chiSquare = counts.reduce((sum, n) => sum + ((n - 2000) * (n - 2000)) / 2000, 0);
    expect(chiSquareUpperTail(chiSquare, 9)).toBeGreaterThan(1e-3);
  });
});
