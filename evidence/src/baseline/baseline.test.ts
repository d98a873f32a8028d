import { describe, expect, test } from "vitest";
import { flatLowRaid, flatMagazine } from "../setups/flat-raids.ts";
import { prepared } from "./prepared.ts";
import { baselineReplication } from "./replication.ts";

/** Nothing left to chance but the shots: reliable threats, a sure battery, a radar that sees all. */
const sure = { commonModeFailure: 0, availabilities: [] };

function reliable(setup: ReturnType<typeof flatLowRaid>): ReturnType<typeof flatLowRaid> {
  return {
    ...setup,
    threats: setup.threats.map((threat) => ({ ...threat, flightReliability: 1, cep: 0 })),
  };
}

describe("the baseline on a low raid of twelve", () => {
  test("lets all twelve arrive when the battery is out", () => {
    const setup = reliable(flatLowRaid({ commonModeFailure: 1 }));
    const { arrivals, rounds, fates } = baselineReplication(setup, prepared(setup, 0.1), 0);
    expect(arrivals).toEqual([12]);
    expect(rounds).toEqual([0]);
    expect(fates).toEqual([0, 0, 0, 12, 0]);
  });

  test("lets all twelve arrive and fires nothing when switched off before the first launch", () => {
    const setup = reliable(flatLowRaid({ ...sure, switchedOffSeconds: 0 }));
    const { arrivals, rounds } = baselineReplication(setup, prepared(setup, 0.1), 0);
    expect(arrivals).toEqual([12]);
    expect(rounds).toEqual([0]);
  });

  test("kills one threat with each of six rounds that never miss, one at a time", () => {
    const magazines = [flatMagazine({ launchers: [6], stock: 0, killProbability: { cruise: 1 } })];
    const setup = reliable(flatLowRaid({ ...sure, salvoPerLook: [1], channels: 12, magazines }));
    const { arrivals, rounds, fates } = baselineReplication(setup, prepared(setup, 0.1), 0);
    expect(rounds).toEqual([6]);
    expect(fates[1]).toBe(6);
    expect(arrivals).toEqual([6]);
  });

  test("spends rounds and kills nothing when every shot misses", () => {
    const magazines = [flatMagazine({ killProbability: { cruise: 0 } })];
    const setup = reliable(flatLowRaid({ ...sure, magazines }));
    const { arrivals, rounds } = baselineReplication(setup, prepared(setup, 0.1), 0);
    expect(rounds[0]).toBeGreaterThan(12);
    expect(arrivals).toEqual([12]);
  });

  test("plays the same night twice and another night otherwise", () => {
    const setup = flatLowRaid();
    const ready = prepared(setup, 0.1);
    const nights = Array.from({ length: 8 }, (_, night) =>
      baselineReplication(setup, ready, night),
    );
    expect(baselineReplication(setup, ready, 3)).toEqual(nights[3]);
    expect(new Set(nights.map((night) => JSON.stringify(night))).size).toBeGreaterThan(2);
  });

  test("refuses what it would leave out, by its path", () => {
    const setup = flatLowRaid({ magazines: [flatMagazine({ position: [3000, 0, 0] })] });
    expect(() => prepared(setup, 0.1)).toThrow("fireUnits[0].magazines[0].position");
  });
});
