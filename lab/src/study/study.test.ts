import { beforeAll, describe, expect, test } from "vitest";
import { ENGAGED, NOT_NEEDED, PAIR_STATES, REASON } from "../engagement/refusal.ts";
import { type Executor, executorHere, JobPlayer } from "./executor.ts";
import { flatPlan, flatSubject, flatSubjectWith, flatUniform } from "./flat.test-subject.ts";
import { playStudy, type StudyOutcome } from "./study.ts";
import type { StudySubject } from "./subject.ts";

const stopped = () => 0;

function play(subject: StudySubject, plan = flatPlan): Promise<StudyOutcome> {
  return playStudy(subject, plan, executorHere(subject, plan, stopped), flatUniform);
}

/** Deals jobs to several players in turn, and plays the last player's jobs first. */
function executorDealt(subject: StudySubject, players: number): Executor {
  return {
    play: async (jobs) => {
      const results = new Map<number, ReturnType<JobPlayer["play"]>>();
      for (let each = players - 1; each >= 0; each--) {
        const player = new JobPlayer(subject, flatPlan, stopped);
        jobs.forEach((job, index) => {
          if (index % players === each) results.set(index, structuredClone(player.play(job)));
        });
      }
      return jobs.map((_, index) => results.get(index)!);
    },
  };
}

describe("a study of eight threats and four options", () => {
  let outcome: StudyOutcome;
  beforeAll(async () => {
    outcome = await play(flatSubject());
  });
  const option = (id: string) => outcome.answer.summary.options.find((each) => each.id === id)!;

  test("gives the same bytes with 1, 2 and 7 players", async () => {
    for (const players of [2, 7]) {
      const dealt = executorDealt(flatSubject(), players);
      const again = await playStudy(flatSubject(), flatPlan, dealt, flatUniform);
      expect(JSON.stringify(again.answer)).toBe(JSON.stringify(outcome.answer));
    }
  });

  test("without a defence lets 6.4 of 8 arrive at a reliability of 0.8, within the noise", () => {
    const { mean, precision } = option("none").arrivals.total;
    expect(Math.abs(mean - 6.4)).toBeLessThan(4 * precision);
  });

  test("says fewer of a battery, in every draw, and spends a round on each threat that flies", () => {
    const battery = option("battery");
    expect(battery.difference.none!.verdict).toBe("fewer");
    expect(battery.difference.none!.fewerShare).toBe(1);
    expect(battery.roundsSpent.mean).toBeCloseTo(option("none").arrivals.total.mean, 1);
  });

  test("calls a battery that is switched off identical to none, and says why of each arrival", () => {
    expect(option("switched-off").difference.none!.verdict).toBe("identical");
    expect(option("switched-off").limits).toEqual([{ reason: "switched-off", share: 1 }]);
  });

  test("keeps states of pairs that sum to threats × units × nights", () => {
    for (const { refusals } of outcome.answer.summary.options) {
      for (const states of Object.values(refusals)) {
        const total = Object.values(states).reduce((sum, count) => sum + count, 0);
        expect(total).toBe(8 * 20 * 100);
      }
    }
    expect(PAIR_STATES[ENGAGED]).toBe("engaged");
    expect(PAIR_STATES[NOT_NEEDED]).toBe("not-needed");
    expect(REASON["switched-off"]).toBe(0);
  });

  test("draws a curve that starts at no defence and falls with every step of kill probability", () => {
    const [none, battery] = outcome.answer.curves.map(({ points }) =>
      points.map(({ arrivals }) => arrivals.mean),
    );
    expect(battery![0]).toBe(none![0]);
    for (let i = 1; i < 11; i++) expect(battery![i]).toBeLessThan(battery![i - 1]!);
    expect(battery![10]).toBe(0);
  });

  test("shows a hundred nights of each option, five of each of 20 draws", () => {
    for (const nights of Object.values(outcome.answer.nights)) expect(nights).toHaveLength(100);
  });

  test("ranks unknowns by how far they move the answer, and says why the others do not", () => {
    const { influences } = outcome.answer;
    const reasons = Object.fromEntries(influences.map((each) => [each.path, each.withoutEffect]));
    expect(reasons).toEqual({
      "systems.battery.kill_probability": undefined,
      "threats.straight.flight_reliability": undefined,
      "systems.battery.unit_cost_usd": "a price: it moves cost, never what arrives",
      "systems.battery.cruise_range_km": "for threats this raid has none of",
      "systems.other.reaction_time_s": "no threat, sensor or fire unit of these options uses it",
    });
    expect(influences[0]!.path).toBe("systems.battery.kill_probability");
    expect(influences[0]!.largestMove).toBeGreaterThan(2);
  });

  test("finds 6 recorded arrivals far out where the prior says 4 of 8", () => {
    const check = outcome.answer.check!;
    expect(check.arrivals.mean).toBeCloseTo(4, 0);
    expect(check.recordedAt).toBeGreaterThan(0.85);
    expect(check.recordedAt).toBeLessThan(0.99);
  });
});

test("no option changes a single fate when every kill probability is 0", async () => {
  const { answer } = await play(flatSubjectWith({ "systems.battery.kill_probability": 0 }));
  for (const { id, difference } of answer.summary.options) {
    if (id !== "none") expect(difference.none!.verdict).toBe("identical");
  }
});

test("keeps one line per option, draw and replication, and they sum to the outcomes", async () => {
  const subject = flatSubject(["none", "battery"]);
  const plan = { ...flatPlan, draws: 2, replications: 10, keepReplications: true };
  const { rows, answer } = await play(subject, plan);
  const lines = rows.join("").trim().split("\n");
  expect(lines).toHaveLength(2 * 3 * 10);
  const arrivals = lines
    .filter((line) => line.startsWith("battery,1,"))
    .map((l) => l.split(",")[6]);
  const row = answer.outcomesCsv.split("\n").find((line) => line.startsWith("battery,1,"))!;
  expect(Number(row.split(",")[7])).toBe(arrivals.reduce((sum, each) => sum + Number(each), 0));
});
