import { exactAssignment, greedyAssignment } from "@pavise/models";
import fc from "fast-check";
import { expect, it } from "vitest";
import { assignmentSolver } from "./highs-assignment.ts";

const solver = await assignmentSolver();

const raid = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([threats, interceptors]) => {
    const row = fc.array(fc.double({ min: 0.1, max: 0.95, noNaN: true }), {
      minLength: threats,
      maxLength: threats,
    });
    return fc.record({
      values: fc.array(fc.integer({ min: 1, max: 100 }), {
        minLength: threats,
        maxLength: threats,
      }),
      killProbabilities: fc.array(row, { minLength: interceptors, maxLength: interceptors }),
    });
  });

// 1e-6 as in the reference cases; HiGHS lets a row of its problem be off by about that much.
it("agrees to 1e-6 with the enumeration on fifteen small raids, and bounds it from below", () => {
  fc.assert(
    fc.property(raid, (question) => {
      const exact = exactAssignment(question).valueSurviving;
      const { valueSurviving, lowerBound } = solver(question);
      expect(Math.abs(valueSurviving / exact - 1)).toBeLessThan(1e-6);
      expect(lowerBound).toBeLessThanOrEqual(exact * (1 + 1e-6));
      expect(greedyAssignment(question).valueSurviving).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
    }),
    { numRuns: 15, seed: 1 },
  );
});
