import { beforeAll, describe, expect, test } from "vitest";
import type { StudyAnswer } from "../study/answer.ts";
import { executorHere } from "../study/executor.ts";
import { flatPlan, flatSubject, flatSubjectWith, flatUniform } from "../study/flat.test-subject.ts";
import { playStudy } from "../study/study.ts";
import type { StudySubject } from "../study/subject.ts";
import { pairText } from "./pair-words.ts";
import { costTable, differenceTable, outcomeTable } from "./table.ts";
import { TABLE_COLUMNS_MAX } from "./text-columns.ts";
import { answerWords } from "./words.ts";

async function answered(subject: StudySubject): Promise<StudyAnswer> {
  const executor = executorHere(subject, flatPlan, () => 0);
  return (await playStudy(subject, flatPlan, executor, flatUniform)).answer;
}

const text = (lines: readonly { text: string }[]): string =>
  `\n${lines.map((line) => line.text).join("\n")}\n`;

describe("what a terminal shows of eight threats and four options", () => {
  let answer: StudyAnswer;
  beforeAll(async () => {
    answer = await answered(flatSubject());
  });

  test("is a table, widths below the means", () => {
    expect(text(outcomeTable(answer))).toMatchInlineSnapshot(`
      "
      option               arrived         base     nothing      rounds  limited by
      ─────────────────  ─────────  ───────────  ──────────  ──────────  ────────────────────
      none                     6.5          6.5         0 %           0  no fire unit 100 %
                            4 to 8       4 to 8         0 %           0
        luck 5 to 8 · ignorance 5.1 to 7.6 · mean ±0.22 · 48 % of the doubt is ignorance
      battery                  3.3          3.3         4 %         6.5  shots missed 100 %
                            1 to 6       1 to 6  <1 to 11 %      4 to 8
        luck 1 to 5 · ignorance 1.8 to 4.5 · mean ±0.26 · 45 % of the doubt is ignorance
      small-battery            4.6          4.6         1 %        3.97  no free channel 56 %
                            2 to 7       2 to 7   <1 to 4 %           4  shots missed 44 %
        luck 2.9 to 6.1 · ignorance 3.1 to 6.0 · mean ±0.25 · 41 % of the doubt is ignorance
      switched-off             6.5          6.5         0 %           0  switched off 100 %
                            4 to 8       4 to 8         0 %           0
        luck 5 to 8 · ignorance 5.1 to 7.6 · mean ±0.22 · 48 % of the doubt is ignorance

      Below each mean: 10 % to 90 % of all nights of all draws. “Nothing” is the chance that
      nothing arrives; below it, how far public data let it range (it has no luck of its own).
      "
    `);
  });

  test("keeps what was spent apart from what was fielded", () => {
    expect(text(costTable(answer))).toMatchInlineSnapshot(`
      "
      cost                      rounds spent        attack spent               fielded  rounds fielded
      ──────────────────  ──────────────────  ──────────────────  ────────────────────  ──────────────
      none                                $0              $2.4 m                    $0               0
                                          $0              $2.4 m                    $0               0
      battery                        $13.4 m              $2.4 m                $205 m             100
                           $7.3 m to $20.4 m              $2.4 m      $120 m to $286 m             100
      small-battery                   $8.1 m              $2.4 m                $205 m             100
                           $4.8 m to $11.4 m              $2.4 m      $120 m to $286 m             100
      switched-off                        $0              $2.4 m                $205 m             100
                                          $0              $2.4 m      $120 m to $286 m             100
      "
    `);
  });

  test("sets every option against the first", () => {
    expect(text(differenceTable(answer))).toMatchInlineSnapshot(`
      "
      less none                arrived         ignorance      fewer in  said
      ──────────────────  ────────────  ────────────────  ────────────  ──────────────────────────────────
      battery                     −3.2      −4.7 to −1.5         100 %  fewer
                              −6 to −1                        of draws
      small-battery               −1.9    −2.93 to −1.00         100 %  fewer
                               −3 to 0                        of draws
      switched-off                   0                 0           0 %  the same fates in every night
                                     0                        of draws
      "
    `);
  });

  test("fits 100 columns", () => {
    const lines = [...outcomeTable(answer), ...costTable(answer), ...differenceTable(answer)];
    for (const line of lines) expect(line.text.length).toBeLessThanOrEqual(TABLE_COLUMNS_MAX);
  });

  test("never cuts a number short: 149 to 182 of 200 take the room of columns that need less", () => {
    const options = answer.summary.options.map((option) => {
      const total = { ...option.arrivals.total, mean: 166, both: [149, 182] as const };
      const limits = [{ reason: "failed-or-no-power" as const, share: 0.05 }];
      return { ...option, arrivals: { ...option.arrivals, total }, limits };
    });
    const large = { ...answer, summary: { ...answer.summary, options } };
    const lines = outcomeTable(large).map((line) => line.text);
    expect(lines.some((line) => line.includes("149 to 182 "))).toBe(true);
    expect(lines.some((line) => line.endsWith("failed or no power 5 %"))).toBe(true);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(TABLE_COLUMNS_MAX);
  });

  test("answers in two sentences that say fewer, and name what changes nothing", () => {
    expect(answerWords(answer)).toMatchInlineSnapshot(`
      [
        "With Option none, about 7 of the 8 threats arrive (4 to 8 in eight nights of ten); fewer arrive with Option battery (about 3, 1 to 6) and Option small-battery (5, 2 to 7).",
        "Fewest arrive with Option battery, in at least nine draws of ten; with Option switched-off, nothing changes: every threat has the same fate in every night as with Option none.",
      ]
    `);
  });

  test("has nothing to compare where one option is asked for", async () => {
    const alone = await answered(flatSubject(["battery"]));
    expect(differenceTable(alone)).toEqual([]);
    expect(answerWords(alone)).toMatchInlineSnapshot(`
      [
        "With Option battery, about 3 of the 8 threats arrive (1 to 6 in eight nights of ten).",
        "Nothing was compared: the study has this option alone.",
      ]
    `);
  });

  test("calls undecided what six draws in ten show, and names what it turns on", () => {
    const [none, battery] = answer.summary.options as [never, (typeof answer.summary.options)[0]];
    const difference = {
      none: {
        ...battery.difference.none!,
        fewerShare: 0.6,
        verdict: "undecided" as const,
        splitBy: "systems.battery.reaction_time_s",
      },
    };
    const options = [none, { ...battery, difference }];
    const undecided = { ...answer, summary: { ...answer.summary, options } };
    expect(answerWords(undecided)).toMatchInlineSnapshot(`
      [
        "With Option none, about 7 of the 8 threats arrive (4 to 8 in eight nights of ten); no other option lets fewer through in nine draws of ten.",
        "Public data cannot decide about Option battery (3, 1 to 6): fewer in 60 % of draws, which turns most on the reaction time of battery.",
      ]
    `);
  });

  test("where no draw has fewer, says in how many more arrive, not that public data decide nothing", () => {
    const [none, battery] = answer.summary.options as [never, (typeof answer.summary.options)[0]];
    const { splitBy: _, ...plain } = battery.difference.none!;
    const verdict = "undecided" as const;
    const worse = { ...battery, difference: { none: { ...plain, fewerShare: 0, verdict } } };
    const fewer = { ...plain, fewerShare: 0.76, verdict };
    const first = { ...(none as typeof battery), difference: { battery: fewer } };
    const shown = { ...answer, summary: { ...answer.summary, options: [first, worse] } };
    expect(answerWords(shown)[1]).toBe(
      "Public data cannot decide about Option battery (3, 1 to 6): more in 76 % of draws, as many in the others.",
    );
    expect(pairText({ option: worse, against: first, difference: worse.difference.none })).toBe(
      "public data cannot decide between Option battery and Option none: fewer arrive with the latter in 76 % of draws, as many in the others",
    );
  });
});

test("says that no option changed anything when every kill probability is 0", async () => {
  const answer = await answered(flatSubjectWith({ "systems.battery.kill_probability": 0 }));
  expect(answerWords(answer)).toMatchInlineSnapshot(`
    [
      "No option changed anything: about 7 of the 8 threats arrive (4 to 8 in eight nights of ten) with every option.",
      "Every threat had the same fate in every night as with Option none, and the rounds launched in a night stopped nothing (7 with Option battery and 4 with Option small-battery).",
    ]
  `);
});

test("does not call rounds idle where the option that nothing changed launches some itself", async () => {
  const twice = flatSubject(["battery"]);
  const subject = {
    ...twice,
    options: [...twice.options, { id: "same-battery", title: "The same battery" }],
    setup: (_: string, draw: number) => twice.setup("battery", draw),
    setupWith: (_: string, path: string, value: number) => twice.setupWith("battery", path, value),
  };
  expect(answerWords(await answered(subject))[1]).toBe(
    "Every threat had the same fate in every night as with Option battery.",
  );
});
