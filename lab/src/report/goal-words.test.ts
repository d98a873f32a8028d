import { expect, test } from "vitest";
import type { GoalFinding } from "../study/goal-search.ts";
import { goalWords } from "./goal-words.ts";

const finding: GoalFinding = {
  asked: {
    option: "battery",
    goal: { figure: "nothingArrives", relation: ">=", bound: 0.9 },
    vary: "batteries",
    range: [1, 8],
    isCount: true,
    unit: "in place of each",
    draws: 40,
    replications: 200,
  },
  value: 3,
  side: "from",
  precision: [3, 4],
  ignorance: [2, 5],
  neverShare: 0.1,
  ends: [0.2, 0.97],
  crossings: 1,
};

test("a goal that is met says from where on, how sure that is, and in how many draws never", () => {
  expect(goalWords(finding, "One battery").join(" ")).toBe(
    "For nothing to arrive in at least 90 % of nights with one battery, the number of batteries in " +
      "place of each must be at least 3 (the runs say 3 to 4). By what nobody published it is 2 to 5 in " +
      "eight draws of ten of those that meet it; in 10 % of draws no value from 1 to 8 does. For " +
      "comparison: at 1, nothing arrives in 20 % of nights; at 8, nothing arrives in 97 % of nights.",
  );
});

test("a goal that no value meets says so, and a rare one how it was weighed", () => {
  const never: GoalFinding = {
    ...finding,
    asked: { ...finding.asked, goal: { figure: "arrivals", relation: "<=", bound: 0.001 } },
    ...{ value: null, ignorance: null, neverShare: 1, ends: [0.4, 0.02], crossings: 0 },
    rare: { isWeighed: true, varianceReduction: 431.7 },
  };
  const words = goalWords(never, "One battery").join(" ");
  expect(words).toContain("has no value from 1 to 8 that would do.");
  expect(words).toContain("at 8, mean arrivals are 0.02.");
  expect(words).toContain("(focus on one threat at a time; 430 times less variance than counting");
});
