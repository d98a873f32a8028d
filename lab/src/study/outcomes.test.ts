import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FATE } from "../engagement/refusal.ts";
import { Tally } from "../engagement/tally.ts";
import { meanOf } from "./counted.ts";
import { type OptionFrame, OutcomeCounter } from "./outcomes.ts";
import { outcomesCsv, replicationsHeader, replicationsRow } from "./outcomes-csv.ts";

const frame: OptionFrame = {
  option: "two-kinds",
  draw: 3,
  launched: 4,
  assets: ["ain-al-asad", "erbil"],
  units: ["one", "two"],
  slots: [
    { unit: "one", interceptor: "pac-3", unitCostUsd: 4e6 },
    { unit: "two", interceptor: "pac-3", unitCostUsd: 4e6 },
    { unit: "two", interceptor: "pac-2", unitCostUsd: 3e6 },
  ],
  attackCostUsd: 1e6,
  fieldedCostUsd: 2e9,
  fieldedRounds: 96,
};

function night(arrivals: [number, number], rounds: [number, number, number]): Tally {
  const tally = new Tally(2, 2, 3);
  tally.arrivals.set(arrivals);
  tally.rounds.set(rounds);
  const arrived = arrivals[0] + arrivals[1];
  tally.fates[FATE.arrived] = arrived;
  tally.fates[FATE.intercepted] = 4 - arrived;
  tally.fateHash = arrived * 977;
  return tally;
}

describe("an outcome counter", () => {
  test("prices each night by its own mix of rounds: 4 of one kind and 2 of another cost 22 million", () => {
    const counter = new OutcomeCounter(frame);
    counter.count(night([1, 0], [2, 2, 2]));
    counter.count(night([1, 1], [3, 3, 0]));
    const { costUsd, rounds, roundsBySlot } = counter.outcome();
    expect(costUsd).toEqual({ values: [22e6, 24e6], counts: [1, 1] });
    expect(rounds).toEqual([0, 0, 0, 0, 0, 0, 2]);
    expect(roundsBySlot).toEqual([5, 5, 2]);
  });

  test("has the mean cost of rounds times price, for any nights", () => {
    const rounds = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9));
    void fc.assert(
      fc.property(fc.array(rounds, { minLength: 1, maxLength: 40 }), (nights) => {
        const counter = new OutcomeCounter(frame);
        for (const each of nights) counter.count(night([1, 1], each));
        const total = nights.reduce((sum, [a, b, c]) => sum + 4e6 * (a + b) + 3e6 * c, 0);
        const mean = meanOf(counter.outcome().costUsd);
        expect(Math.abs(mean - total / nights.length)).toBeLessThan(1e-6);
      }),
    );
  });

  test("changes its checksum when one night's arrivals move from one base to the other", () => {
    const one = new OutcomeCounter(frame);
    one.count(night([1, 0], [0, 0, 0]));
    const other = new OutcomeCounter(frame);
    other.count(night([0, 1], [0, 0, 0]));
    expect(one.outcome().checksum).not.toBe(other.outcome().checksum);
  });

  test("refuses nights whose fates do not sum to the threats", () => {
    const counter = new OutcomeCounter(frame);
    const broken = night([1, 0], [0, 0, 0]);
    broken.fates[FATE.failed] = 1;
    counter.count(broken);
    expect(() => counter.outcome()).toThrow("fates do not sum to threats");
  });
});

describe("comma-separated outcomes", () => {
  test("are one row per option and draw, with sums, squares, histogram and checksum", () => {
    const counter = new OutcomeCounter(frame);
    counter.count(night([1, 0], [2, 2, 2]));
    counter.count(night([1, 1], [3, 3, 0]));
    const [header, row] = outcomesCsv([counter.outcome()])
      .trim()
      .split("\n")
      .map((each) => each.split(","));
    const named = Object.fromEntries(header!.map((name, index) => [name, row![index]]));
    expect(named).toMatchObject({
      option: "two-kinds",
      draw: "3",
      arrivals_sum: "3",
      arrivals_sum_of_squares: "5",
      arrivals_ain_al_asad_sum: "2",
      rounds_by_slot_sum: "one/pac-3=5 two/pac-3=5 two/pac-2=2",
      cost_defence_usd_sum: "46000000",
      arrivals_histogram: "0 1 1 0 0",
    });
    expect(named.checksum).toMatch(/^[0-9a-f]{16}$/);
  });

  test("have one line per night where replications are kept", () => {
    expect(replicationsHeader(frame.assets)).toContain("arrivals_erbil,rounds,rounds_by_slot");
    expect(replicationsRow(frame, 42, night([1, 0], [2, 0, 1]))).toBe(
      "two-kinds,3,42,0,3,0,1,0,0,1,0,3,one/pac-3=2 two/pac-3=0 two/pac-2=1,000003d1\n",
    );
  });
});
