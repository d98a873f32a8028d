import { describe, expect, test } from "vitest";
import { CourseCache } from "../engagement/course.ts";
import { executorHere } from "./executor.ts";
import { flatPlan, flatSubject, flatUniform } from "./flat.test-subject.ts";
import { firstArrivalSeconds, roundsLoaded, withLevers } from "./lever.ts";
import { leverFindings } from "./lever-search.ts";
import { optionIndices } from "./option-indices.ts";
import { ProbePlayer } from "./probe.ts";
import { playStudy } from "./study.ts";

const subject = flatSubject();
const courses = new CourseCache();
const likely = subject.setup("battery", 0);
const moved = (lever: "batteries" | "rounds" | "warning" | "kill-probability", value: number) =>
  withLevers(likely, [{ lever, value }], courses);

describe("a lever changes one thing of a setup", () => {
  test("three batteries in place of one have ids and radars of their own, the first as it was", () => {
    const { fireUnits, sensors } = moved("batteries", 3);
    expect(fireUnits.map(({ id }) => id)).toHaveLength(3);
    expect(new Set([...fireUnits, ...sensors].map(({ id }) => id)).size).toBe(3 + sensors.length);
    expect(fireUnits[0]).toEqual(likely.fireUnits[0]);
    for (const [index, unit] of fireUnits.entries()) {
      if (unit.engagementSensor >= 0) expect(sensors[unit.engagementSensor]!.fireUnit).toBe(index);
    }
    expect(moved("batteries", 1)).toEqual(likely);
  });

  test("seven rounds are seven, however many launchers carry them", () => {
    expect(roundsLoaded(moved("rounds", 7))).toBe(7);
    const [magazine] = moved("rounds", 7).fireUnits[0]!.magazines;
    expect(magazine!.launchers).toHaveLength(likely.fireUnits[0]!.magazines[0]!.launchers.length);
  });

  test("ten seconds of warning make every unit ready ten seconds before the first threat comes down", () => {
    const first = firstArrivalSeconds(likely, courses);
    const units = moved("warning", 10).fireUnits;
    for (const { readyFromSeconds } of units) expect(readyFromSeconds).toBeCloseTo(first - 10, 9);
    expect(moved("warning", 1e9).fireUnits[0]!.readyFromSeconds).toBe(0);
  });
});

test("the same probe gives the same means alone and after others, and more of a lever does no worse here", () => {
  const probe = (value: number) => ({
    ...{ option: "battery", draw: 1, replications: 200, wishes: [] },
    levers: [{ lever: "kill-probability" as const, value }],
  });
  const alone = new ProbePlayer(subject, () => 0).probe(probe(0.7)).means;
  const player = new ProbePlayer(subject, () => 0);
  const found = [0, 0.3, 0.7, 1].map((value) => player.probe(probe(value)).means[0]!);
  expect(found[2]).toEqual(alone[0]);
  expect(found.map(({ arrivals }) => arrivals)).toEqual(
    found.map(({ arrivals }) => arrivals).toSorted((a, b) => b - a),
  );
});

test("levers are searched for every option that fires: with perfect shots eight rounds are the least for eight threats", async () => {
  const executor = executorHere(subject, flatPlan, () => 0);
  const { answer } = await playStudy(subject, flatPlan, executor, flatUniform);
  const shown: (readonly [number, number])[] = [];
  const size = { draws: 6, replications: 40 };
  const found = await leverFindings(subject, answer, size, executor, (...each) => shown.push(each));
  // What is left is known from above: the total never grows, and all of it is played in the end.
  expect(shown.map(([, total]) => total)).toEqual(
    shown.map(([, total]) => total).sort((a, b) => b - a),
  );
  expect(shown.at(-1)![0]).toBe(shown.at(-1)![1]);
  expect(shown.at(-1)![0]).toBe(6 * found.reduce((sum, { tried }) => sum + tried.length, 0));
  expect(new Set(found.map(({ option }) => option))).toEqual(new Set(["battery", "small-battery"]));
  const rounds = found.find(
    ({ option, lever, isPerfect }) => option === "battery" && lever === "rounds" && isPerfect,
  );
  // Eight threats of which one or two fail: nine nights in ten need seven or eight rounds.
  expect(rounds?.value).toBeGreaterThanOrEqual(7);
  expect(rounds?.value).toBeLessThanOrEqual(8);
  const asDrawn = found.find(({ option, lever, isPerfect }) => {
    return option === "battery" && lever === "rounds" && !isPerfect;
  });
  // With half of all shots missing, no number of rounds does it: each threat is met once.
  expect(asDrawn?.value).toBeNull();
  for (const { tried, value } of found) {
    const met = tried.filter(({ nothingArrives }) => nothingArrives.mean >= 0.9);
    expect(value).toBe(met[0]?.value ?? null);
  }
});

test("indices of an option name its two unknowns that matter, and give a price none", async () => {
  const executor = executorHere(subject, flatPlan, () => 0);
  const plan = { samples: 64, replications: 40, result: "arrivals" as const };
  const { unknowns } = await optionIndices(subject, "battery", plan, executor);
  const total = (path: string): number => unknowns.find((each) => each.path === path)!.total.value;
  expect(unknowns[0]!.path).toBe("systems.battery.kill_probability");
  expect(total("threats.straight.flight_reliability")).toBeGreaterThan(0.03);
  expect(total("systems.battery.unit_cost_usd")).toBe(0);
});
