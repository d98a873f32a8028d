import { Engagement, SensitivityWalk, type StudyPlan } from "@pavise/lab";
import { describe, expect, it } from "vitest";
import { eventSubject, nightOf, optionIds, tablesOf, tallyOf } from "./event.ts";

const plan: StudyPlan = {
  draws: 1,
  replications: 2,
  curveReplications: 1,
  walkReplications: 100,
  keepReplications: false,
};
const nights = 20;

describe("every value drawn from a range", () => {
  const subject = eventSubject();
  const walk = new SensitivityWalk(subject, plan, () => 0);

  /** Tables and tallies of all options with one unknown at a value, as one text. */
  const footprint = (path: string, value: number): string =>
    optionIds
      .map((option) => {
        const tables = tablesOf(subject.setupWith(option, path, value));
        const engagement = new Engagement(tables);
        const tally = tallyOf(tables);
        const told = Array.from({ length: nights }, (_, replication) => {
          engagement.replicate(replication, tally);
          return JSON.stringify(nightOf(tally));
        });
        return [tables.hash, ...told].join("\n");
      })
      .join("\n");

  it("is one of more than thirty", () => {
    expect(subject.unknowns.length).toBeGreaterThan(30);
  });

  it.each(subject.unknowns.map((unknown, index) => ({ ...unknown, index })))(
    "changes a table or a tally, or says why it does not: $path",
    ({ path, lower, upper, index }) => {
      const { influence } = walk.influence(index);
      const moves = footprint(path, lower) !== footprint(path, upper);
      if (influence.withoutEffect === undefined) expect(moves).toBe(true);
      else {
        expect(moves).toBe(false);
        expect(influence.withoutEffect.length).toBeGreaterThan(20);
        expect(influence.largestMove).toBe(0);
      }
    },
  );
});
