import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cross, difference, distance, dot, norm, scaled, sum, vector3 } from "./vector3.ts";

const component = fc.integer({ min: -1000, max: 1000 });
const vector = fc
  .tuple(component, component, component)
  .map(([x, y, z]) => vector3<"test">(x, y, z));

describe("vectors", () => {
  it("of 3, 4 and 12 have length 13", () => {
    expect(norm(vector3(3, 4, 12))).toBe(13);
    expect(distance(vector3(1, 1, 1), vector3(4, 5, 13))).toBe(13);
  });

  it("x × y is z", () => {
    expect(cross(vector3(1, 0, 0), vector3(0, 1, 0))).toEqual(vector3(0, 0, 1));
  });

  it("obey a · (a × b) = 0 and |a × b|² = |a|²|b|² − (a · b)², exactly in whole numbers", () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const c = cross(a, b);
        expect(dot(a, c) + dot(b, c)).toBe(0);
        expect(dot(c, c)).toBe(dot(a, a) * dot(b, b) - dot(a, b) * dot(a, b));
      }),
    );
  });

  it("add and take away: a + b − b is a, and a + a is 2a", () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        expect(difference(sum(a, b), b)).toEqual(sum(a, vector3(0, 0, 0)));
        expect(sum(a, a)).toEqual(sum(scaled(a, 2), vector3(0, 0, 0)));
      }),
    );
  });
});
