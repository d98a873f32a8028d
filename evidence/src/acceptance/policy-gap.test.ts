/**
 * Policies against the exact assignment: 200 small raids that come all at once, one shot at each
 * threat, and then it is over. What an engagement leaves of the value at stake is computed from its
 * orders; the least that any assignment could leave, from an exact search.
 */

import { journalOf, POLICY_NAMES, type PolicyName, tabulate } from "@pavise/lab";
import { exactAssignment, greedyAssignment, valueSurviving } from "@pavise/models";
import { expect, it } from "vitest";
import { type AssignmentRaid, assignmentRaid } from "../setups/assignment-raids.ts";

const RAIDS = 200;

/** Value that the orders of an engagement leave, in the mean. */
function leftByPolicy({ question, unitOf, setup }: AssignmentRaid, policy: PolicyName): number {
  const free = unitOf.map(() => true);
  const threatOf = unitOf.map((): number | null => null);
  for (const { kind, unit, threat } of journalOf(tabulate(setup(policy)), 0).journal.records) {
    if (kind !== "engagement-ordered") continue;
    const round = unitOf.findIndex((owner, k) => owner === unit && free[k]);
    free[round] = false;
    threatOf[round] = threat;
  }
  return valueSurviving(question, threatOf);
}

/** Mean and greatest of what is left beyond the least, as shares of the value at stake. */
function gap(left: (raid: AssignmentRaid) => number): { mean: number; greatest: number } {
  let [sum, greatest] = [0, 0];
  for (let index = 0; index < RAIDS; index++) {
    const each = assignmentRaid(index);
    const stake = each.question.values.reduce((total, value) => total + value, 0);
    const share = (left(each) - exactAssignment(each.question).valueSurviving) / stake;
    expect(share).toBeGreaterThan(-1e-12);
    sum += share;
    greatest = Math.max(greatest, share);
  }
  return { mean: Number((sum / RAIDS).toFixed(3)), greatest: Number(greatest.toFixed(3)) };
}

// The figures stand in docs/methods/engagement.md.
it.each<[PolicyName | "maximum marginal return", number, number]>([
  ["earliest-intercept", 0.169, 0.522],
  ["earliest-impact", 0.173, 0.567],
  ["value-weighted", 0.152, 0.597],
  ["maximum marginal return", 0.008, 0.152],
])(
  "%s leaves %d of the value at stake more than need be in the mean, %d at worst",
  (name, mean, greatest) => {
    const isPolicy = POLICY_NAMES.includes(name as PolicyName);
    const left = (each: AssignmentRaid): number =>
      isPolicy
        ? leftByPolicy(each, name as PolicyName)
        : greedyAssignment(each.question).valueSurviving;
    expect(gap(left)).toEqual({ mean, greatest });
  },
);
