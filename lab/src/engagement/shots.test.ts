import { describe, expect, test } from "vitest";
import { flatSubject } from "../study/flat.test-subject.ts";
import { journalOf } from "./journal.ts";
import { shotsOf } from "./shots.ts";
import { tabulate } from "./tabulate.ts";

const subject = flatSubject();

describe("the shots of a journal", () => {
  test("are every launch once, each ended by its own record, in 120 nights of two batteries", () => {
    let shots = 0;
    for (const option of ["battery", "small-battery"]) {
      for (let draw = 0; draw < 3; draw++) {
        const tables = tabulate(subject.setup(option, draw));
        for (let replication = 0; replication < 20; replication++) {
          const { journal, tally } = journalOf(tables, replication);
          const told = shotsOf(tables, journal);
          shots += told.length;
          expect(told.length).toBe(tally.rounds.reduce((sum, each) => sum + each, 0));
          const kills = told.filter(({ result }) => result === "threat-intercepted");
          expect(kills.length).toBe(tally.fates[1]);
          const wasted = told.filter(({ result }) => result === "interceptor-wasted");
          expect(wasted.length).toBe(tally.roundsWasted);
          // The rounds of this scene need 10 s, wherever they go.
          for (const { launchTicks, interceptTicks } of told) {
            expect(interceptTicks - launchTicks).toBe(10 * 1024);
          }
        }
      }
    }
    expect(shots).toBeGreaterThan(400);
  });

  test("are refused where a launch has lost its end", () => {
    const tables = tabulate(subject.setup("battery", 1));
    const { journal } = journalOf(tables, 0);
    const records = journal.records.filter(({ kind }) => kind !== "threat-intercepted");
    expect(() => shotsOf(tables, { ...journal, records })).toThrow(/has no end/);
  });
});
