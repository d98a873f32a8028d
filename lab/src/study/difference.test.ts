import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaUnderCurve,
  difference,
  mirrored,
  type NightLog,
  pairedOutcome,
  splitBy,
  verdict,
} from "./difference.ts";

const log = (option: string, arrivals: number[], hashes = arrivals): NightLog => ({
  option,
  launched: 4,
  arrivals: Uint16Array.from(arrivals),
  fateHashes: Uint32Array.from(hashes),
});

describe("a verdict", () => {
  test("says fewer at 90 % of draws, and is undecided at 89 %", () => {
    const direction = { moreShare: 0, identicalFates: false };
    expect(verdict({ ...direction, fewerShare: 0.9 })).toBe("fewer");
    expect(verdict({ ...direction, fewerShare: 0.89 })).toBe("undecided");
    expect(verdict({ ...direction, fewerShare: 0.11 })).toBe("undecided");
    expect(verdict({ ...direction, fewerShare: 0.1 })).toBe("no-difference");
  });

  test("says more where nine draws in ten have more", () => {
    expect(verdict({ fewerShare: 0.05, moreShare: 0.95, identicalFates: false })).toBe("more");
  });

  test("calls identical fates identical, whatever the shares", () => {
    expect(verdict({ fewerShare: 0, moreShare: 0, identicalFates: true })).toBe("identical");
  });
});

describe("paired nights", () => {
  test("differ by what the option changed in the same night, not by the luck between nights", () => {
    const pair = pairedOutcome(log("b", [0, 2, 1]), log("a", [1, 3, 2]));
    expect(pair.nights[-1 - pair.first]).toBe(3);
    expect(pair.identicalFates).toBe(false);
  });

  test("mirror: B against A is A against B with the sign turned", () => {
    void fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 30 }),
        (nights) => {
          const a = log(
            "a",
            nights.map(([x]) => x),
          );
          const b = log(
            "b",
            nights.map(([, y]) => y),
          );
          expect(mirrored(pairedOutcome(b, a))).toEqual(pairedOutcome(a, b));
        },
      ),
    );
  });

  test("with the same arrivals but other fates are not identical", () => {
    const pair = pairedOutcome(log("b", [1, 1], [7, 8]), log("a", [1, 1], [7, 9]));
    expect(pair.identicalFates).toBe(false);
    const { figure } = difference([pair, pair], 2, () => []);
    expect(figure.verdict).toBe("no-difference");
    expect(figure.arrivals.mean).toBe(0);
  });
});

describe("the unknown that splits the draws", () => {
  test("is the one whose small values are the draws with fewer arrivals", () => {
    const differences = [-1, -1, 0, 0];
    const unknowns = [
      { path: "noise", uniforms: [0.1, 0.9, 0.2, 0.8] },
      { path: "kill-probability", uniforms: [0.9, 0.8, 0.1, 0.2] },
    ];
    expect(splitBy(differences, unknowns)).toBe("kill-probability");
  });

  test("is named nowhere where all draws agree", () => {
    expect(splitBy([-1, -1], [{ path: "a", uniforms: [0.1, 0.9] }])).toBeUndefined();
  });

  test("ties count half: equal values say nothing", () => {
    expect(areaUnderCurve([1, 1, 1, 1], [true, false, true, false])).toBe(0.5);
  });

  test("is asked for when six draws in ten have fewer, and stands in the summary", () => {
    const fewer = pairedOutcome(log("b", [0, 0]), log("a", [2, 2]));
    const same = pairedOutcome(log("b", [2, 2], [1, 1]), log("a", [2, 2]));
    const draws = [same, ...Array(6).fill(fewer), ...Array(4).fill(same)];
    const uniforms = [...Array(6).fill(0.9), ...Array(4).fill(0.1)];
    const { figure } = difference(draws, 2, () => [{ path: "systems.x", uniforms }]);
    expect(figure.fewerShare).toBe(0.6);
    expect(figure.verdict).toBe("undecided");
    expect(figure.splitBy).toBe("systems.x");
    expect(figure.arrivals.mean).toBeCloseTo(-1.2, 12);
  });
});
