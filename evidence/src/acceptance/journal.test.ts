import { drawUniform } from "@pavise/kernel";
import {
  Engagement,
  journalOf,
  optionFrame,
  playDraw,
  replicationsRow,
  type Setup,
  type StudyPlan,
  tallyFromJournal,
} from "@pavise/lab";
import { describe, expect, it } from "vitest";
import { eventSubject, nightOf, optionIds, seed, setupOf, tablesOf } from "./event.ts";
import { journalFaults } from "./journal-form.ts";

const draws = 10;
const replications = 500;
const plan: StudyPlan = {
  draws,
  replications,
  curveReplications: 1,
  walkReplications: 2,
  keepReplications: true,
};

/** 200 pairs of draw and replication, spread at random over the study. */
const sample = Array.from({ length: 200 }, (_, k) => ({
  draw: Math.floor(drawUniform(seed, k + 1, "acceptance.draw") * (draws + 1)),
  replication: Math.floor(drawUniform(seed, k + 1, "acceptance.replication") * replications),
}));

describe("200 random nights of every option, told in full", () => {
  const subject = eventSubject();
  const lines = new Map<string, string>();
  for (let draw = 0; draw <= draws; draw++) {
    const rows = playDraw(subject, plan, draw, () => 0).rows!;
    for (const line of rows.trimEnd().split("\n")) {
      lines.set(line.split(",", 3).join(" "), line);
    }
  }

  it.each(optionIds)("are well-formed and count as the study counted them: %s", (option) => {
    const known = new Map<number, { setup: Setup; engagement: Engagement }>();
    for (const { draw, replication } of sample) {
      let night = known.get(draw);
      if (night === undefined) {
        const setup = setupOf(option, draw);
        night = { setup, engagement: new Engagement(tablesOf(setup)) };
        known.set(draw, night);
      }
      const { setup, engagement } = night;
      const tables = tablesOf(setup);
      const { journal, tally } = journalOf(tables, replication, engagement);
      const where = `${option}, draw ${draw}, replication ${replication}`;
      expect(journalFaults(setup, journal), where).toEqual([]);
      const counted = tallyFromJournal(tables, journal);
      expect(nightOf(counted), where).toEqual(nightOf(tally));
      const sum = counted.fates.reduce((total, each) => total + each, 0);
      expect(sum, where).toBe(setup.threats.length);
      const row = replicationsRow(optionFrame(option, setup), replication, counted);
      expect(row.trimEnd(), where).toBe(lines.get(`${option} ${draw} ${replication}`));
    }
  });
});
