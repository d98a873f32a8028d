import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactAssignment, greedyAssignment, valueSurviving } from "./optimal-assignment.ts";

const question = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([threats, interceptors]) =>
    fc.record({
      values: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
        minLength: threats,
        maxLength: threats,
      }),
      killProbabilities: fc.array(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: threats,
          maxLength: threats,
        }),
        { minLength: interceptors, maxLength: interceptors },
      ),
    }),
  );

describe("the exact assignment", () => {
  test("gives the good shot to the threat that only it can stop, where greed does not", () => {
    const raid = {
      values: [10, 9],
      killProbabilities: [
        [0.9, 0.9],
        [0.8, 0],
      ],
    };
    expect(greedyAssignment(raid).threatOf).toEqual([0, 0]);
    expect(exactAssignment(raid).threatOf).toEqual([1, 0]);
    expect(exactAssignment(raid).valueSurviving).toBeCloseTo(2.9, 12);
  });

  test("is what going through every assignment one by one finds", () => {
    fc.assert(
      fc.property(question, (raid) => {
        const threats = raid.values.length;
        let least = Number.POSITIVE_INFINITY;
        for (let code = 0; code < threats ** raid.killProbabilities.length; code++) {
          let rest = code;
          const threatOf = raid.killProbabilities.map(() => {
            const threat = rest % threats;
            rest = Math.floor(rest / threats);
            return threat;
          });
          least = Math.min(least, valueSurviving(raid, threatOf));
        }
        expect(exactAssignment(raid).valueSurviving).toBeCloseTo(least, 9);
      }),
    );
  });

  test("never leaves more than the greedy one, and both say truly what they leave", () => {
    fc.assert(
      fc.property(question, (raid) => {
        const exact = exactAssignment(raid);
        const greedy = greedyAssignment(raid);
        expect(exact.valueSurviving).toBeLessThanOrEqual(greedy.valueSurviving + 1e-9);
        expect(valueSurviving(raid, greedy.threatOf)).toBe(greedy.valueSurviving);
      }),
    );
  });

  test("refuses sixteen interceptors and a row that is too short", () => {
    const killProbabilities = Array.from({ length: 16 }, () => [0.5]);
    expect(() => exactAssignment({ values: [1], killProbabilities })).toThrow(/at most 15.*got 16/);
    expect(() => greedyAssignment({ values: [1, 1], killProbabilities: [[0.5]] })).toThrow(
      /expected 2 probabilities/,
    );
  });
});
