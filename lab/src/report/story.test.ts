import { expect, test } from "vitest";
import { journalOf, tallyFromJournal } from "../engagement/journal.ts";
import { tabulate } from "../engagement/tabulate.ts";
import { flatSubject } from "../study/flat.test-subject.ts";
import { namedTally, storyLines, tallyLines } from "./story.ts";
import { wrappedLines } from "./wrap.ts";

test("tells a night of a battery with two channels, and counts its tally from the records", () => {
  const setup = flatSubject().setup("small-battery", 3);
  const tables = tabulate(setup);
  const { journal, tally } = journalOf(tables, 4);
  const lines = storyLines(setup, journal);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  const counted = tallyFromJournal(tables, journal);
  expect(namedTally(setup, counted)).toEqual(namedTally(setup, tally));
  expect(`\n${[...lines, ...tallyLines(setup, counted)].join("\n")}\n`).toMatchInlineSnapshot(`
    "
        0.0 s  t1 launched: straight at base
               post post has track of t1
               battery ordered to engage t1
               battery launches round at t1
        2.0 s  t2 failed at launch
        4.0 s  t3 launched: straight at base
               post post has track of t3
               battery ordered to engage t3
               battery launches round at t3
        6.0 s  t4 launched: straight at base
               post post has track of t4
        8.0 s  t5 launched: straight at base
               post post has track of t5
       10.0 s  t6 failed at launch
               round of battery intercepts t1
       12.0 s  t7 launched: straight at base
               post post has track of t7
       14.0 s  t8 failed at launch
               round of battery intercepts t3
       40.0 s  battery sees t1 killed
               battery ordered to engage t4
               battery launches round at t4
       44.0 s  battery sees t3 killed
               battery ordered to engage t5
               battery launches round at t5
       50.0 s  round of battery intercepts t4
       54.0 s  round of battery intercepts t5
       72.0 s  t7 arrived at base
               battery did not engage t7: no free channel
       80.0 s  battery sees t4 killed
       84.0 s  battery sees t5 killed
    fates     failed 3 · intercepted 4 · turned-back 0 · arrived 1 · fell-short 0
    arrivals  base 1
    rounds    battery: round 4
    pairs     battery: no-channel 1 · engaged 4 · not-needed 3
    limits    no-channel 1
    "
  `);
});

test("breaks lines at blanks and leaves no word out", () => {
  const text = "one two three four five six seven";
  const lines = wrappedLines(text, 12, 2);
  expect(lines).toEqual(["one two", "  three four", "  five six", "  seven"]);
  expect(lines.map((line) => line.trim()).join(" ")).toBe(text);
});
