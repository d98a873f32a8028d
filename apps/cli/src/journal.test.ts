import { packedCatalogue } from "@pavise/catalogue/packed";
import {
  Engagement,
  journalOf,
  optionFrame,
  playDraw,
  replicationsRow,
  scenarioFromText,
  scenarioSubject,
  tabulate,
  tallyFromJournal,
} from "@pavise/lab";
import { expect, test } from "vitest";
import { scenarioFile } from "./study-source.ts";

test("the tally counted from the journal is the row of replications.csv, for 200 nights of every option", () => {
  const { text, name } = scenarioFile("ain-al-asad-2020");
  const subject = scenarioSubject(scenarioFromText(text, name), packedCatalogue(), { seed: 7 });
  const nights = 40;
  const plan = {
    draws: 5,
    replications: nights,
    curveReplications: 2,
    walkReplications: 2,
    keepReplications: true,
  };
  for (const draw of [0, 5, 23, 104, 200]) {
    const rows = playDraw(subject, plan, draw, () => 0).rows!.split("\n");
    for (const [index, { id }] of subject.options.entries()) {
      const setup = subject.setup(id, draw);
      const tables = tabulate(setup);
      const engagement = new Engagement(tables);
      const frame = optionFrame(id, setup);
      for (let night = 0; night < nights; night++) {
        const { journal } = journalOf(tables, night, engagement);
        const row = replicationsRow(frame, night, tallyFromJournal(tables, journal));
        expect(row).toBe(`${rows[index * nights + night]}\n`);
      }
    }
  }
});
