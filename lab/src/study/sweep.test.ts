import { expect, test } from "vitest";
import { executorHere } from "./executor.ts";
import { flatPlan, flatSubject, flatUniform } from "./flat.test-subject.ts";
import { playStudy } from "./study.ts";
import { sweepCells, sweepFinding } from "./sweep.ts";

test("two axes of a sweep make every combination, the last turning fastest", () => {
  const axes = [
    { path: "a", values: [1, 2] },
    { path: "b", values: ["x", "y"] },
  ];
  expect(sweepCells(axes).map((cell) => cell.map(({ value }) => value))).toEqual([
    [1, "x"],
    [1, "y"],
    [2, "x"],
    [2, "y"],
  ]);
});

test("a cell that changes nothing is the study itself, to the last digit", async () => {
  const subject = flatSubject(["none", "battery"]);
  const executor = executorHere(subject, flatPlan, () => 0);
  const { answer } = await playStudy(subject, flatPlan, executor, flatUniform);
  const { draws, replications } = flatPlan;
  const plan = { options: ["none", "battery"], draws, replications };
  // A price moves no threat.
  const axes = [{ path: "systems.battery.unit_cost_usd", values: [1e6] }];
  const { cells } = await sweepFinding({ axes, ...plan }, executor);
  for (const [index, option] of answer.summary.options.entries()) {
    expect(cells[0]!.options[index]).toEqual({
      id: option.id,
      arrivals: option.arrivals.total,
      roundsSpent: option.roundsSpent,
      nothingArrives: option.nothingArrives,
    });
  }
});

test("more is stopped in every cell whose shots stop more", async () => {
  const subject = flatSubject(["battery"]);
  const executor = executorHere(subject, flatPlan, () => 0);
  const axes = [{ path: "systems.battery.kill_probability", values: [0.1, 0.5, 0.9] }];
  const plan = { axes, options: ["battery"], draws: 10, replications: 50 };
  const { cells } = await sweepFinding(plan, executor);
  const [few, some, most] = cells.map(({ options }) => options[0]!.arrivals.mean);
  expect(few).toBeGreaterThan(some!);
  expect(some).toBeGreaterThan(most!);
});
