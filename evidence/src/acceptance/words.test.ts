import { drawUniform } from "@pavise/kernel";
import { answerWords, executorHere, playStudy, type StudyPlan } from "@pavise/lab";
import { describe, expect, it } from "vitest";
import { eventSubject, seed } from "./event.ts";

const plan: StudyPlan = {
  draws: 10,
  replications: 100,
  curveReplications: 1,
  walkReplications: 2,
  keepReplications: false,
};

async function wordsOf(sets: readonly string[]): Promise<{ words: string; verdicts: string[] }> {
  // Walking the unknowns would take longest and says nothing in these two sentences.
  const subject = { ...eventSubject(sets), unknowns: [] };
  const executor = executorHere(subject, plan, () => 0);
  const uniform = (path: string, draw: number): number => drawUniform(seed, draw, path);
  const { answer } = await playStudy(subject, plan, executor, uniform);
  const verdicts = answer.summary.options.flatMap(({ difference }) =>
    difference.none === undefined ? [] : [difference.none.verdict],
  );
  return { words: answerWords(answer).join(" "), verdicts };
}

describe("the answer in words", () => {
  it("says that no option changed anything where no shot can kill", async () => {
    const { words, verdicts } = await wordsOf(["systems.*.kill_probability=0"]);
    expect(verdicts).toEqual(["identical", "identical", "identical", "identical", "identical"]);
    expect(words).toMatch(/^No option changed anything: about \d+ of the 16 threats arrive/);
    expect(words).toContain("Every threat had the same fate in every night");
    expect(words).not.toMatch(/fewer|more arrive|cannot decide/);
  });

  it("says so of the switched-off option alone where shots can kill", async () => {
    const { words, verdicts } = await wordsOf([]);
    expect(verdicts.filter((verdict) => verdict === "identical")).toHaveLength(1);
    expect(verdicts.at(-1)).toBe("identical");
    expect(words).not.toContain("No option changed anything");
    expect(words).toMatch(/switched off by their supplier, nothing changes/);
  });
});
