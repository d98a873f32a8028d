import { describe, expect, it } from "vitest";
import { exp, ln } from "./elementary.ts";
import { gaussLegendre, quadrature } from "./quadrature.ts";

describe("Gauss–Legendre quadrature", () => {
  it("has the tabulated points and weights for n = 5 (Abramowitz and Stegun, table 25.4)", () => {
    const { points, weights } = gaussLegendre(5);
    const tabulated = [
      [-0.906179845938664, 0.236926885056189],
      [-0.538469310105683, 0.478628670499366],
      [0, 0.568888888888889],
      [0.538469310105683, 0.478628670499366],
      [0.906179845938664, 0.236926885056189],
    ];
    tabulated.forEach(([point, weight], i) => {
      expect(Math.abs(points[i]! - point!)).toBeLessThan(1e-15);
      expect(Math.abs(weights[i]! - weight!)).toBeLessThan(1e-15);
    });
  });

  it("is exact for powers up to 2n − 1, to 1e-14, for n from 1 to 64", () => {
    for (let n = 1; n <= 64; n++) {
      const rule = gaussLegendre(n);
      for (let degree = 0; degree < 2 * n; degree++) {
        const power = (x: number): number => {
          let value = 1;
          for (let i = 0; i < degree; i++) value *= x;
          return value;
        };
        const exact = degree % 2 === 0 ? 2 / (degree + 1) : 0;
        expect(Math.abs(quadrature(power, -1, 1, rule) - exact)).toBeLessThan(1e-14);
      }
    }
  });

  it("has weights that sum to 2 within 1e-13 up to its 256 points, and refuses 257", () => {
    const rule = gaussLegendre(256);
    expect(Math.abs(rule.weights.reduce((a, b) => a + b) - 2)).toBeLessThan(1e-13);
    expect(() => gaussLegendre(257)).toThrow(/1 to 256 points/);
  });

  it("integrates e^x over [0, 1] with 8 points and 1/x over [1, 10] with 40 to 1e-13", () => {
    expect(Math.abs(quadrature(exp, 0, 1, gaussLegendre(8)) - (exp(1) - 1))).toBeLessThan(1e-13);
    const integral = quadrature((x) => 1 / x, 1, 10, gaussLegendre(40));
    expect(Math.abs(integral - ln(10))).toBeLessThan(1e-13);
  });
});
