import { uniformFromWord, uniformWord } from "@pavise/kernel";
import { describe, expect, test } from "vitest";
import { executorHere } from "./executor.ts";
import { flatPlan, flatSubject, flatUniform } from "./flat.test-subject.ts";
import { meanPrecision } from "./precision.ts";
import { looks, precisionHalf, precisionReached } from "./stopping.ts";
import { playStudy } from "./study.ts";

test("a study looks at 32, 64, 128 draws and at the last; with 10 nights a draw first at 128", () => {
  expect(looks(200, 2000)).toEqual([32, 64, 128, 200]);
  expect(looks(300, 10)).toEqual([128, 256, 300]);
  expect(looks(8, 2000)).toEqual([8]);
});

/** Share of 2,000 studies whose interval covers the mean after they stopped by themselves. */
function coverage(half: number, drawn: (repetition: number, draw: number) => number, mean: number) {
  const repetitions = 2000;
  let covered = 0;
  let drawsPlayed = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const means: number[] = [];
    for (const look of looks(4096, 1000)) {
      while (means.length < look) means.push(drawn(repetition, means.length));
      if (precisionHalf(means) <= half) break;
    }
    const [lower, upper] = meanPrecision(means);
    if (lower <= mean && mean <= upper) covered++;
    drawsPlayed += means.length / repetitions;
  }
  return { covered: covered / repetitions, drawsPlayed };
}

describe("after stopping on a wanted precision the 90 % interval covers the truth in 87 of 100", () => {
  const u = (repetition: number, draw: number): number =>
    uniformFromWord(uniformWord(31, 9, repetition, 1, draw));
  for (const half of [0.8, 0.5, 0.25]) {
    test(`for arrivals 16·u² of mean 16/3, to ±${half}`, () => {
      const { covered } = coverage(half, (r, d) => 16 * u(r, d) * u(r, d), 16 / 3);
      expect(covered).toBeGreaterThanOrEqual(0.87);
    });
  }
  for (const half of [0.06, 0.03]) {
    test(`for a chance of 0.5 drawn anywhere from 0 to 1, to ±${half}`, () => {
      expect(coverage(half, u, 0.5).covered).toBeGreaterThanOrEqual(0.87);
    });
  }
});

test("a study that stops at 64 draws is the study of 64 draws, byte for byte", async () => {
  const subject = { ...flatSubject(["none", "battery"]), unknowns: [] };
  const play = (plan: typeof flatPlan) =>
    playStudy(
      subject,
      plan,
      executorHere(subject, plan, () => 0),
      flatUniform,
    );
  const first = await play({ ...flatPlan, draws: 32 });
  // What 32 draws reach is missed by a hair, and 64 reach it.
  const half = 0.99 * precisionReached(first.draws, "arrivals");
  const stopped = await play({ ...flatPlan, draws: 500, precision: { figure: "arrivals", half } });
  expect(stopped.plan.draws).toBe(64);
  const plain = await play({ ...flatPlan, draws: 64 });
  expect(JSON.stringify(stopped.answer)).toBe(JSON.stringify(plain.answer));
});
