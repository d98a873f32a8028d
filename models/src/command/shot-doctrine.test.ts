import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  finiteMagazineOutcome,
  imperfectAssessmentOutcome,
  shootLookShootOutcome,
} from "./shot-doctrine.ts";

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe("shoot–look–shoot from a finite magazine", () => {
  test("12 rounds of 0.7 at 8 threats, shot by shot, let 0.77 through and are spent 1 time in 5", () => {
    const outcome = finiteMagazineOutcome({
      threats: 8,
      magazine: 12,
      sspk: 0.7,
      salvoPerLook: [1, 1],
    });
    expect(outcome.leakersMean).toBeCloseTo(0.76943106, 8);
    expect(outcome.magazineEmptyProbability).toBeCloseTo(0.19410435, 8);
    expect(outcome.shotsMean).toBeCloseTo(10.3293842, 7);
  });

  test("16 rounds in salvos of two cover exactly eight threats, nine would leave one alone", () => {
    const raid = (threats: number) =>
      finiteMagazineOutcome({ threats, magazine: 16, sspk: 1, salvoPerLook: [2] }).leakers;
    expect(raid(8)[0]).toBe(1);
    expect(raid(9)[1]).toBe(1);
  });

  test("chances add up to 1, and a bigger magazine never lets more through", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 15 }),
        chance,
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
        (threats, magazine, sspk, salvoPerLook) => {
          const small = finiteMagazineOutcome({ threats, magazine, sspk, salvoPerLook });
          const big = finiteMagazineOutcome({
            threats,
            magazine: magazine + 1,
            sspk,
            salvoPerLook,
          });
          expect(small.leakers.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
          expect(big.leakersMean).toBeLessThanOrEqual(small.leakersMean + 1e-12);
        },
      ),
    );
  });

  test("refuses two and a half rounds", () => {
    expect(() =>
      finiteMagazineOutcome({ threats: 1, magazine: 2.5, sspk: 0.5, salvoPerLook: [1] }),
    ).toThrow(/whole counts, got 2.5/);
  });
});

describe("shoot–look–shoot with kill assessment", () => {
  test("three looks at 0.7 leave 2.7 % and cost 1.39 shots", () => {
    const outcome = shootLookShootOutcome(0.7, 3);
    expect(outcome.leakProbability).toBeCloseTo(0.027, 15);
    expect(outcome.shotsMean).toBeCloseTo(1.39, 15);
  });

  test("a look wrong one time in ten raises the leak of two shots from 9 % to 11.1 %", () => {
    const outcome = imperfectAssessmentOutcome({
      sspk: 0.7,
      shotsMax: 2,
      declaredIfKilled: 0.9,
      declaredIfAlive: 0.1,
    });
    expect(outcome.leakProbability).toBeCloseTo(0.111, 15);
    expect(outcome.shotsMean).toBeCloseTo(1.34, 15);
  });

  test("is the finite magazine's single threat when looks are perfect and rounds plenty", () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 6 }), (sspk, shotsMax) => {
        const exact = finiteMagazineOutcome({
          threats: 1,
          magazine: 10,
          sspk,
          salvoPerLook: new Array<number>(shotsMax).fill(1),
        });
        const outcome = shootLookShootOutcome(sspk, shotsMax);
        expect(outcome.leakProbability).toBeCloseTo(exact.leakersMean, 14);
        expect(outcome.shotsMean).toBeCloseTo(exact.shotsMean, 13);
      }),
    );
  });
});
