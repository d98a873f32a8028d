import { describe, expect, it } from "vitest";
import { cos, exp } from "./elementary.ts";
import { rootBracketed } from "./root.ts";

describe("rootBracketed", () => {
  it("finds √2 to 1e-12", () => {
    expect(Math.abs(rootBracketed((x) => x * x - 2, 0, 2, 1e-12) - Math.SQRT2)).toBeLessThan(1e-12);
  });

  it("finds where cos x = x to 2e-15: the Dottie number, OEIS A003957", () => {
    const found = rootBracketed((x) => x - cos(x), 0, 1, 1e-15);
    expect(Math.abs(found - 0.7390851332151607)).toBeLessThan(2e-15);
  });

  it("lies where the function changes sign within the tolerance, in at most 24 evaluations", () => {
    let most = 0;
    for (let place = -999; place <= 999; place += 9) {
      for (let steepness = 1; steepness <= 50; steepness += 7) {
        let evaluations = 0;
        const root = place / 100;
        const cubic = (x: number): number => {
          evaluations++;
          const d = x - root;
          return d * (d * d + steepness / 10);
        };
        const found = rootBracketed(cubic, -10, 10, 1e-12);
        expect(Math.abs(found - root)).toBeLessThan(1e-12 + 4 * Number.EPSILON * 10);
        most = Math.max(most, evaluations);
      }
    }
    expect(most).toBeLessThanOrEqual(24);
  });

  it("is as sure as bisection where the function jumps or is flat", () => {
    const step = (x: number): number => (x < 0.3 ? -1 : 1);
    expect(Math.abs(rootBracketed(step, -5, 7, 1e-9) - 0.3)).toBeLessThan(1e-9);
    const flat = (x: number): number => {
      const d = x - 0.3;
      const d3 = d * d * d;
      return d3 * d3 * d3;
    };
    expect(Math.abs(rootBracketed(flat, -5, 7, 1e-9) - 0.3)).toBeLessThan(1e-9);
    expect(
      Math.abs(rootBracketed((x) => exp(x) - 1e-300, -700, 700, 1e-9) + 690.7755278982137),
    ).toBeLessThan(1e-8);
  });

  it("takes an end that is a root, and ends in either order", () => {
    expect(rootBracketed((x) => x, 0, 1, 1e-9)).toBe(0);
    expect(rootBracketed((x) => x - 1, 0, 1, 1e-9)).toBe(1);
    expect(Math.abs(rootBracketed((x) => x - 0.25, 1, 0, 1e-9) - 0.25)).toBeLessThan(1e-9);
  });

  it("refuses ends that bracket nothing, with both values, and a tolerance of 0", () => {
    expect(() => rootBracketed((x) => x * x + 1, -1, 2, 1e-9)).toThrow(
      /opposite sign at -1 and 2, got 2 and 5/,
    );
    expect(() => rootBracketed(() => Number.NaN, 0, 1, 1e-9)).toThrow(/got NaN and NaN/);
    expect(() => rootBracketed((x) => x, -1, 1, 0)).toThrow(/positive tolerance, got 0/);
  });

  it("says so when its evaluations run out or the function is not a number inside", () => {
    expect(() => rootBracketed((x) => x - Math.SQRT2, -1e9, 2e9, 1e-15, 1)).toThrow(
      /in 1 evaluations/,
    );
    const hole = (x: number): number => (Math.abs(x) < 0.9 ? Number.NaN : x);
    expect(() => rootBracketed(hole, -1, 1, 1e-9)).toThrow(/not a number at 0/);
  });
});
