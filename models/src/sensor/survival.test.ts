import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detector } from "./detection.ts";
import { detectionProbabilityAtRange, radarConstant } from "./radar.ts";
import {
  type SurvivalQuestion,
  type SurvivalTable,
  survivalAt,
  survivalProduct,
  survivalTable,
  timeOfContinuation,
  timeOfSurvival,
} from "./survival.ts";
import { confirmationProbabilities } from "./track-initiation.ts";

const single = detector(1, 1, 1e-6);
const constant = radarConstant(single, { range: 100_000, rcs: 1, detectionProbability: 0.9 });
/** Closing radially at 250 m/s from 120 km, 0.1 m². */
const slow = (time: number): number =>
  detectionProbabilityAtRange(single, constant, 120_000 - 250 * time, 0.1);
/** Closing radially at 2 km/s from 300 km, 0.5 m². */
const fast = (time: number): number =>
  detectionProbabilityAtRange(single, constant, 300_000 - 2000 * time, 0.5);

const base: SurvivalQuestion = {
  timeStart: 0,
  timeEnd: 400,
  period: 10,
  phase: 0,
  initiationM: 2,
  initiationN: 3,
  detectionProbability: slow,
};

function largestGap(a: SurvivalTable, b: SurvivalTable, timeEnd: number): number {
  let worst = 0;
  for (let time = 0; time < timeEnd; time += timeEnd / 5003) {
    worst = Math.max(worst, Math.abs(survivalAt(a, time) - survivalAt(b, time)));
  }
  return worst;
}

describe("survival with a known scan phase", () => {
  test("is one minus the chance of a confirmed track after every scan", () => {
    const probabilities = Array.from({ length: 41 }, (_, scan) => slow(10 * scan));
    const confirmed = confirmationProbabilities(probabilities, 2, 3);
    const table = survivalTable(base);
    confirmed.forEach((chance, scan) => {
      // What lies below the table's own limit of 1e-12 counts as none.
      expect(Math.abs(survivalAt(table, 10 * scan) - (1 - chance))).toBeLessThan(1e-12);
    });
  });

  test("scans on the scenario's clock: period 10 s and phase 0.25 at 2.5, 12.5, 22.5 s", () => {
    const asked: number[] = [];
    survivalTable({
      ...base,
      timeStart: 3,
      timeEnd: 30,
      phase: 0.25,
      detectionProbability: (time) => {
        asked.push(time);
        return 0.1;
      },
    });
    expect(asked).toEqual([12.5, 22.5]);
  });

  test("stands still between two scans", () => {
    const table = survivalTable(base);
    expect(survivalAt(table, 57)).toBe(survivalAt(table, 50));
    expect(survivalAt(table, -1)).toBe(1);
    expect(survivalAt(table, 1e6)).toBe(table.survival.at(-1));
  });

  test("ends with none once no track is a matter of one in a million million", () => {
    const table = survivalTable({ ...base, detectionProbability: () => 0.99 });
    expect(table.survival.at(-1)).toBe(0);
    expect(table.times.length).toBeLessThan(15);
    expect(timeOfSurvival(table, 0)).toBe(table.times.at(-1));
  });
});

describe("survival with an unknown scan phase", () => {
  test("falls straight from 1 to 0 over one period when every scan detects", () => {
    const table = survivalTable({
      ...base,
      phase: "uniform",
      timeStart: 33.3,
      initiationM: 1,
      initiationN: 1,
      detectionProbability: () => 1,
    });
    expect(survivalAt(table, 33.3)).toBe(1);
    expect(survivalAt(table, 35.8)).toBeCloseTo(0.75, 12);
    expect(survivalAt(table, 43.3)).toBe(0);
  });

  test.each([
    // Greatest error over time against 1,024 phases, as the doc comment states it.
    ["250 m/s, 4 phases", slow, 4, 2e-4],
    ["250 m/s, 8 phases", slow, 8, 4.5e-5],
    ["250 m/s, 16 phases", slow, 16, 1.1e-5],
    ["2 km/s, 4 phases", fast, 4, 9e-4],
    ["2 km/s, 8 phases", fast, 8, 2.2e-4],
    ["2 km/s, 16 phases", fast, 16, 5.5e-5],
  ])("is as near the true average as stated: %s", (_, detectionProbability, phases, error) => {
    const timeEnd = detectionProbability === fast ? 140 : 400;
    for (const [initiationM, initiationN] of [
      [1, 1],
      [2, 3],
      [3, 5],
    ] as const) {
      const asked = {
        ...base,
        phase: "uniform" as const,
        timeEnd,
        initiationM,
        initiationN,
        detectionProbability,
      };
      const fine = survivalTable({ ...asked, phases: 1024 });
      expect(largestGap(survivalTable({ ...asked, phases }), fine, timeEnd)).toBeLessThan(error);
    }
  });

  test("does not mind a horizon where the table begins, and blurs a later one by half a step", () => {
    const rising = (time: number): number => (time < 33.3 ? 0 : 0.5);
    for (const [initiationM, initiationN] of [
      [1, 1],
      [2, 3],
      [3, 5],
    ] as const) {
      const asked = {
        ...base,
        phase: "uniform" as const,
        initiationM,
        initiationN,
        detectionProbability: rising,
      };
      const fine = survivalTable({ ...asked, timeStart: 33.3, phases: 1024 });
      const beginning = survivalTable({ ...asked, timeStart: 33.3 });
      expect(largestGap(beginning, fine, 400)).toBeLessThan(2e-5);
      const later = survivalTable(asked);
      for (let u = 0.05; u < 1; u += 0.05) {
        const shift = timeOfSurvival(later, u) - timeOfSurvival(fine, u);
        expect(Math.abs(shift)).toBeLessThan(10 / 16 + 1e-3);
      }
    }
  });

  test("builds 100 scans at 8 phases in less than a millisecond (0.11 ms measured)", () => {
    const asked = {
      ...base,
      phase: "uniform" as const,
      timeEnd: 1000,
      detectionProbability: (time: number) =>
        detectionProbabilityAtRange(single, constant, 300_000 - 250 * time, 0.01),
    };
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 20; round++) {
      const start = performance.now();
      for (let again = 0; again < 50; again++) survivalTable(asked);
      best = Math.min(best, (performance.now() - start) / 50);
    }
    // The bound leaves room for a shared machine; the bench measures.
    expect(best).toBeLessThan(1);
  });
});

describe("the moment of the track", () => {
  const anyTable = fc
    .record({
      timeStart: fc.double({ min: -50, max: 50, noNaN: true }),
      period: fc.double({ min: 1, max: 20, noNaN: true }),
      phase: fc.oneof(
        fc.constant("uniform" as const),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
      ),
      chances: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
    })
    .map(({ timeStart, period, phase, chances }) =>
      survivalTable({
        timeStart,
        timeEnd: timeStart + 100,
        period,
        phase,
        initiationM: 2,
        initiationN: 3,
        detectionProbability: (time) => chances[Math.abs(Math.floor(time / 7)) % chances.length]!,
      }),
    );
  const anyU = fc.double({ min: 0, max: 0.999999, noNaN: true });

  test("is the first time at which survival is no more than u", () => {
    fc.assert(
      fc.property(anyTable, anyU, (table, u) => {
        const time = timeOfSurvival(table, u);
        if (time === Number.POSITIVE_INFINITY) {
          expect(survivalAt(table, 1e9)).toBeGreaterThan(u);
          return;
        }
        expect(survivalAt(table, time)).toBeLessThanOrEqual(u + 1e-9);
        expect(survivalAt(table, time - 1e-6)).toBeGreaterThan(u - 1e-5);
      }),
    );
  });

  test("survival never rises and stays within [0, 1]", () => {
    fc.assert(
      fc.property(fc.array(anyTable, { minLength: 1, maxLength: 4 }), (tables) => {
        const { times, survival } = survivalProduct(tables);
        for (let index = 0; index < times.length; index++) {
          expect(survival[index]!).toBeGreaterThanOrEqual(0);
          expect(survival[index]!).toBeLessThanOrEqual(index === 0 ? 1 : survival[index - 1]!);
          if (index > 0) expect(times[index]!).toBeGreaterThanOrEqual(times[index - 1]!);
        }
      }),
    );
  });

  test("a network's survival is the product of its sensors' at every time of theirs", () => {
    fc.assert(
      fc.property(fc.array(anyTable, { minLength: 1, maxLength: 4 }), (tables) => {
        const product = survivalProduct(tables);
        for (const time of tables.flatMap((table) => [...table.times])) {
          const expected = tables.reduce((chance, table) => chance * survivalAt(table, time), 1);
          expect(Math.abs(survivalAt(product, time) - expected)).toBeLessThan(2e-12);
        }
      }),
    );
  });

  test("no sensors at all leave survival at 1 for ever", () => {
    const none = survivalProduct([]);
    expect(survivalAt(none, 1e6)).toBe(1);
    expect(timeOfSurvival(none, 0.5)).toBe(Number.POSITIVE_INFINITY);
  });

  test("two sensors out of step give two jumps where a line meets a step", () => {
    const step: SurvivalTable = {
      times: Float64Array.of(5),
      survival: Float64Array.of(0.5),
      interpolation: "step",
    };
    const line: SurvivalTable = {
      times: Float64Array.of(0, 10),
      survival: Float64Array.of(1, 0.2),
      interpolation: "linear",
    };
    const both = survivalProduct([step, line]);
    expect([...both.times]).toEqual([0, 5, 5, 10]);
    expect([...both.survival].map((chance) => chance.toFixed(3))).toEqual([
      "1.000",
      "0.600",
      "0.300",
      "0.100",
    ]);
    expect(timeOfSurvival(both, 0.4)).toBe(5);
  });
});

describe("a change of mode", () => {
  test("changes nothing when the new mode is the old one", () => {
    const table = survivalTable({ ...base, phase: "uniform" });
    for (const u of [0.9, 0.5, 0.1, 0.01]) {
      const free = timeOfSurvival(table, u);
      const change = free - 15;
      const continued = timeOfContinuation(survivalAt(table, change), table, change, u);
      expect(continued).toBeCloseTo(free, 9);
    }
  });

  test("forms the track at the change where the new mode would surely have had it", () => {
    const sure = survivalTable({ ...base, detectionProbability: () => 1 });
    expect(timeOfContinuation(0.8, sure, 200, 0.3)).toBe(200);
  });

  /** Mean delay of the true chain over the rule, in scans, for a change after `scan` scans. */
  function meanDelay(rule: readonly [number, number], before: number, after: number, scan: number) {
    const scans = 200;
    const survivals = (probabilityAt: (scan: number) => number): number[] => {
      const probabilities = Array.from({ length: scans }, (_, index) => probabilityAt(index));
      return [...confirmationProbabilities(probabilities, ...rule)].map((chance) => 1 - chance);
    };
    const exact = survivals((index) => (index < scan ? before : after));
    const old = survivals(() => before)[scan - 1]!;
    const next = survivals(() => after);
    let delay = 0;
    for (let index = scan; index < scans; index++) {
      delay += exact[index]! / old - next[index]! / next[scan - 1]!;
    }
    return delay;
  }

  test.each([
    [[1, 1], 1e-9, -1e-9],
    [[2, 3], 1.34, -3.9],
    [[3, 5], 2.6, -12.1],
  ] as const)(
    "moves the mean track time of rule %j by no more than stated",
    (rule, late, early) => {
      let most = 0;
      let least = 0;
      for (const before of [0, 0.05, 0.2, 0.5]) {
        for (const after of [0.1, 0.3, 0.5, 0.7, 0.9]) {
          for (const scan of [1, 2, 3, 5, 10]) {
            const delay = meanDelay(rule, before, after, scan);
            most = Math.max(most, delay);
            least = Math.min(least, delay);
          }
        }
      }
      expect(most).toBeLessThan(late);
      expect(least).toBeGreaterThan(early);
    },
  );
});

describe("what a survival table refuses", () => {
  test.each([
    ["a period of 0 s", { period: 0 }, /positive number of seconds, got 0/],
    ["an end before its start", { timeEnd: -1 }, /timeStart ≤ timeEnd, both finite, got 0 and -1/],
    ["a phase of a whole period", { phase: 1 }, /share in \[0, 1\) or "uniform", got 1/],
    ["half a phase", { phase: "uniform" as const, phases: 0.5 }, /at least 1, got 0.5/],
    [
      "a detection probability that is no number",
      { detectionProbability: () => Number.NaN },
      /NaN/,
    ],
  ])("%s", (_, change, message) => {
    expect(() => survivalTable({ ...base, ...change })).toThrow(message);
  });
});
