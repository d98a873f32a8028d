import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as elementary from "./elementary.ts";
import { elementaryFingerprint } from "./elementary-fingerprint.ts";

describe("elementary functions", () => {
  it("have the same bits on every engine: the fingerprint never changes", () => {
    // The same on Node 20 and 24, Chromium and Firefox.
    expect(elementaryFingerprint()).toBe("43d8f5c5fb8ffef6");
  });

  it("agree with 60-digit arithmetic to 5e-16 at arguments that lose digits easily", () => {
    const e = elementary;
    const cases: readonly (readonly [name: string, value: number, expected: number])[] = [
      ["sin 1e22", e.sin(1e22), -0.8522008497671888],
      ["sin π", e.sin(Math.PI), 1.2246467991473532e-16],
      ["cos 1e6", e.cos(1e6), 0.9367521275331447],
      ["tan π/2", e.tan(Math.PI / 2), 16331239353195370],
      ["exp −700.5", e.exp(-700.5), 5.980196118639791e-305],
      ["ln 1.0000000001", e.ln(1.0000000001), 1.000000082690371e-10],
      ["atan 1e-5", e.atan(1e-5), 9.999999999666668e-6],
      ["asin 0.999999", e.asin(0.999999), 1.569382113114652],
      ["acos −0.999999", e.acos(-0.999999), 3.1401784399095485],
      ["log1p 1e-12", e.log1p(1e-12), 9.999999999995e-13],
      ["expm1 1e-12", e.expm1(1e-12), 1.0000000000005e-12],
      ["cbrt 2e-9", e.cbrt(2e-9), 0.0012599210498948732],
      ["log10 3e-7", e.log10(3e-7), -6.522878745280337],
      ["erf 0.01", e.erf(0.01), 0.011283415555849618],
      ["erfc 20", e.erfc(20), 5.395865611607901e-176],
      ["ln Γ(171.3)", e.gammaLn(171.3), 708.1149470389969],
      ["1.1^−123.4", e.pow(1.1, -123.4), 7.800863011776616e-6],
      ["atan2(−1e-9, −3)", e.atan2(-1e-9, -3), -3.1415926532564598],
      ["hypot(3e200, 4e200)", e.hypot(3e200, 4e200), 5e200],
    ];
    for (const [name, value, expected] of cases) {
      expect(Math.abs(value / expected - 1), name).toBeLessThan(5e-16);
    }
  });

  it("give the incomplete gamma functions to 2e-14, also far out in the tail", () => {
    const lower = elementary.gammaIncompleteLower(2.5, 3);
    const upper = elementary.gammaIncompleteUpper(2.5, 30);
    expect(Math.abs(lower / 0.6937810815867216 - 1)).toBeLessThan(2e-14);
    expect(Math.abs(upper / 1.215456977718304e-11 - 1)).toBeLessThan(2e-14);
  });

  it("keep sin² + cos² at 1 within 4 ulp, and exp and ln each other's opposite", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        const s = elementary.sin(x);
        const c = elementary.cos(x);
        expect(Math.abs(s * s + c * c - 1)).toBeLessThan(9e-16);
        const back = elementary.ln(elementary.exp(x / 2e4));
        expect(Math.abs(back - x / 2e4)).toBeLessThan(1e-14);
      }),
    );
  });
});
