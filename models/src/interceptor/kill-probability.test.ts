import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  engagementKillProbability,
  sigmaFromCep,
  singleShotKillProbability,
  sspkFromCep,
} from "./kill-probability.ts";

describe("kill probability of an engagement and of a shot", () => {
  test("an engagement of two shots that stops 60 % rests on shots of 36.75 %", () => {
    expect(singleShotKillProbability(0.6, 2)).toBeCloseTo(0.367544, 6);
  });

  test("one shot is the engagement, to the last bit; a sure engagement takes sure shots", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        expect(singleShotKillProbability(chance, 1)).toBe(chance);
        expect(engagementKillProbability(chance, 1)).toBe(chance);
      }),
    );
    for (const shots of [1, 2, 3, 4]) expect(singleShotKillProbability(1, shots)).toBe(1);
  });

  test("going to single shots and back changes nothing, for K from 1e-12 to almost 1", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 8 }),
        (chance, shots) => {
          const back = engagementKillProbability(singleShotKillProbability(chance, shots), shots);
          // Near 1 the survival 1 − K carries the rounding of p: 1e-16 over 1e-3.
          expect(Math.abs(back / chance - 1)).toBeLessThan(1e-14);
        },
      ),
    );
  });

  test("refuses K = 1.2 and no shots at all", () => {
    expect(() => singleShotKillProbability(1.2, 2)).toThrow(/probability in \[0, 1\], got 1.2/);
    expect(() => singleShotKillProbability(0.5, 0)).toThrow(/expected more than 0, got 0/);
    expect(() => engagementKillProbability(0.5, -1)).toThrow(/at least 0, got -1/);
    expect(engagementKillProbability(0.5, 0)).toBe(0);
  });
});

describe("kill probability from miss distance", () => {
  test("is one half when the lethal radius equals the CEP, which is 1.17741 sigma", () => {
    expect(sspkFromCep(10, 10)).toBeCloseTo(0.5, 15);
    expect(10 / sigmaFromCep(10)).toBeCloseTo(1.17741, 5);
  });

  test("is 0.85 % for a lethal radius of 50 m and a CEP of 450 m", () => {
    expect(sspkFromCep(50, 450)).toBeCloseTo(0.008520862504321935, 15);
  });

  test("refuses a CEP of 0 m", () => {
    expect(() => sspkFromCep(10, 0)).toThrow(/positive CEP, got 10 and 0/);
  });
});
