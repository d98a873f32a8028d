import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  scatterOffset,
  withinOffsetRadiusProbability,
  withinRadiusProbability,
} from "./scatter.ts";

const cep = fc.double({ min: 1, max: 2000, noNaN: true });
const radius = fc.double({ min: 1, max: 5000, noNaN: true });
const offset = fc.double({ min: 0, max: 5000, noNaN: true });

describe("scatter about the aim point", () => {
  test("puts half within one CEP and 15 of 16 within two", () => {
    expect(withinRadiusProbability(500, 500)).toBeCloseTo(0.5, 14);
    expect(withinRadiusProbability(1000, 500)).toBeCloseTo(15 / 16, 14);
    expect(withinRadiusProbability(0, 500)).toBe(0);
  });

  test("with an offset of nothing is the closed form, and nearly nothing nearly so", () => {
    fc.assert(
      fc.property(radius, cep, (r, c) => {
        const centred = withinRadiusProbability(r, c);
        expect(withinOffsetRadiusProbability(r, c, 0)).toBeCloseTo(centred, 12);
        expect(withinOffsetRadiusProbability(r, c, 1e-6 * c)).toBeCloseTo(centred, 10);
      }),
    );
  });

  test("hits less the farther off it aims", () => {
    fc.assert(
      fc.property(radius, cep, offset, offset, (r, c, a, b) => {
        const near = withinOffsetRadiusProbability(r, c, Math.min(a, b));
        const far = withinOffsetRadiusProbability(r, c, Math.max(a, b));
        expect(far).toBeLessThanOrEqual(near + 1e-12);
        expect(near).toBeLessThanOrEqual(1 + 1e-12);
        expect(far).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("on the edge of a great circle is as likely in as out, but for its curve", () => {
    expect(withinOffsetRadiusProbability(1e6, 100, 1e6)).toBeCloseTo(0.5, 4);
  });

  test("is nothing far outside and everything deep inside", () => {
    expect(withinOffsetRadiusProbability(100, 10, 1000)).toBe(0);
    expect(withinOffsetRadiusProbability(5000, 10, 1000)).toBe(1);
    expect(withinOffsetRadiusProbability(0, 10, 5)).toBe(0);
  });

  test("drawn from even uniforms falls within the circle as often as the integral says", () => {
    const [c, r, d] = [300, 400, 350];
    const size = 400;
    let hits = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        const { east, north } = scatterOffset((i + 0.5) / size, (j + 0.5) / size, c);
        if (Math.hypot(east - d, north) <= r) hits += 1;
      }
    }
    // A grid of 160,000 cells: the circle's edge crosses about 1,000 of them.
    expect(hits / size ** 2).toBeCloseTo(withinOffsetRadiusProbability(r, c, d), 2);
  });

  test("refuses what is no scatter", () => {
    expect(() => withinRadiusProbability(-1, 5)).toThrow(/radius of at least 0 m/);
    expect(() => withinOffsetRadiusProbability(1, 0, 5)).toThrow(/CEP above 0 m/);
    expect(() => withinOffsetRadiusProbability(1, 1, -5)).toThrow(/offset ≥ 0 m, got -5/);
    expect(() => scatterOffset(0, 0.5, 10)).toThrow(/uniforms/);
  });
});
