import { describe, expect, test } from "vitest";
import { scene, threats } from "../engagement/flat.test-scene.ts";
import { leakWords } from "../report/leak-words.ts";
import type { SensorSetup, Setup } from "../scenario/setup.ts";
import { executorHere } from "./executor.ts";
import { flatPlan, flatSubject, flatUniform } from "./flat.test-subject.ts";
import { goalFinding } from "./goal-search.ts";
import { playStudy } from "./study.ts";
import type { StudySubject } from "./subject.ts";

/** Eight threats, two looks of two rounds each at 0.9: 0.1⁴ of each arrives, 0.0008 a night. */
const rareSetup = (draw: number, kill = 0.9, sensor: Partial<SensorSetup> = {}): Setup => {
  const setup = scene({
    threats: threats(8, 3),
    magazine: { killProbability: { ballistic: kill }, launchers: [500], roundsPerLauncher: 500 },
    unit: { salvoPerLook: [2], looksMax: 2 },
  });
  return { ...setup, draw, sensors: setup.sensors.map((each) => ({ ...each, ...sensor })) };
};

function rareSubject(kill = 0.9, sensor: Partial<SensorSetup> = {}): StudySubject {
  const { check: _, ...subject } = flatSubject(["battery"]);
  return {
    ...subject,
    unknowns: [],
    setup: (_option, draw) => rareSetup(draw, kill, sensor),
    setupWith: () => rareSetup(0, kill, sensor),
  };
}

const plan = { ...flatPlan, draws: 6, replications: 400, walkReplications: 0 };

async function answered(subject: StudySubject) {
  const executor = executorHere(subject, plan, () => 0);
  return (await playStudy(subject, plan, executor, flatUniform)).answer;
}

describe("what a study sees too seldom to count, it weighs", () => {
  test("0.0008 arrivals a night come out of 2,400 nights, with more than 100 times less variance", async () => {
    const answer = await answered(rareSubject());
    const [leak] = answer.leaks!;
    expect(leak!.nightsWithArrivals).toBeLessThan(30);
    // Every threat is shot at four times: the weight is the same in every night.
    expect(leak!.arrivals!.mean).toBeCloseTo(8e-4, 9);
    const { mean, precision, varianceReduction } = leak!.anyArrives!;
    expect(Math.abs(mean - (1 - (1 - 1e-4) ** 8))).toBeLessThan(4 * precision);
    expect(varianceReduction).toBeGreaterThan(5);
    expect(leak!.arrivals!.varianceReduction ?? Number.POSITIVE_INFINITY).toBeGreaterThan(100);
    expect(leakWords(answer)[0]).toMatch(
      /^With .*, something arrived in (none|\d+) of 2,400 nights: too few to be counted\. .*0\.0008.*importance sampling\)\.$/,
    );
  });

  test("nothing is weighed where enough arrives to be counted", async () => {
    expect((await answered(rareSubject(0.5))).leaks).toEqual([]);
  });

  test("nothing is weighed where it arrives in many of few nights: one night in three is not rare", async () => {
    const few = { ...plan, draws: 2, replications: 5 };
    const subject = rareSubject(0.5);
    const { answer } = await playStudy(
      subject,
      few,
      executorHere(subject, few, () => 0),
      flatUniform,
    );
    expect(answer.summary.options[0]!.arrivals.total!.mean).toBeGreaterThan(0);
    expect(answer.leaks).toEqual([]);
  });

  test("eight threats are not focused on for 16 nights where a draw has one: the count stands", async () => {
    const one = { ...plan, draws: 2, replications: 1 };
    const subject = rareSubject();
    const { answer } = await playStudy(
      subject,
      one,
      executorHere(subject, one, () => 0),
      flatUniform,
    );
    expect(answer.leaks![0]!.refused).toBe(
      "16 nights to focus on each threat twice, where a draw has 1",
    );
  });

  test("a radar that may be lost is refused, and the answer says that the count is all there is", async () => {
    const answer = await answered(rareSubject(0.97, { availability: 0.999 }));
    expect(answer.leaks![0]!.refused).toBe("an engagement radar that may be lost");
    expect(leakWords(answer)[0]).toContain("they cannot be weighed");
  });
});

test("a goal of 0.0008 arrivals a night is met from a kill probability of 0.9 on, though 40 nights see none", async () => {
  const subject = rareSubject();
  const executor = executorHere(subject, plan, () => 0);
  const asked = {
    option: "battery",
    goal: { figure: "arrivals", relation: "<=", bound: 8e-4 } as const,
    vary: "kill-probability",
    range: [0.5, 1] as const,
    isCount: false,
    unit: "",
    draws: 2,
    replications: 20,
  };
  const found = await goalFinding(asked, executor);
  // The range is told apart to a 1,024th of itself.
  expect(found.value).toBeCloseTo(0.9, 3);
  expect(found.rare).toMatchObject({ isWeighed: true });
});
