import { describe, expect, it } from "vitest";
import { LIMITS, PAIR_STATES } from "../engagement/refusal.ts";
import { tabulate } from "../engagement/tabulate.ts";
import { dress } from "../scenario/dress.ts";
import { realCatalogue, scenarioText } from "../scenario/real-files.test-support.ts";
import { scenarioFromText } from "../scenario/scenario.ts";
import { ArrivalReasonCounter } from "./arrival-reasons.ts";
import { playNights } from "./draw.ts";
import { optionFrame } from "./outcomes.ts";

const NIGHTS = 60;

function counted(name: string, option: string) {
  const scenario = scenarioFromText(scenarioText(name), `${name}.yaml`);
  const setups = [1, 2].map((draw) => dress(scenario, realCatalogue, { option, seed: 1, draw }));
  const [first] = setups;
  const counter = new ArrivalReasonCounter(
    first!.assets.map(({ id }) => id),
    first!.fireUnits.map(({ id }) => id),
  );
  const outcomes = setups.map((setup) => {
    const tables = tabulate(setup);
    counter.count(tables, setup.draw, NIGHTS);
    return playNights(tables, optionFrame(option, setup), NIGHTS, undefined).outcome;
  });
  return { reasons: counter.reasons(), outcomes };
}

describe.each([
  ["ain-al-asad-2020", "s400"],
  ["ain-al-asad-2020", "none"],
  ["ain-al-asad-switch-off", "patriot-off-mid-raid"],
] as const)("reasons of %s, %s", (name, option) => {
  const { reasons, outcomes } = counted(name, option);

  it("sum over assets to what the study counts of the same nights, limit by limit", () => {
    expect(reasons.nights).toBe(2 * NIGHTS);
    LIMITS.forEach((limit, k) => {
      const own = reasons.assets.flatMap(({ limits }) =>
        limits.filter(({ reason }) => reason === limit).map(({ count }) => count),
      );
      const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
      expect(sum(own), limit).toBe(sum(outcomes.map(({ limits }) => limits[k]!)));
    });
  });

  it("have arrivals by asset as the study has, and a state of every unit for each", () => {
    reasons.assets.forEach(({ arrivals, units }, asset) => {
      const study = outcomes.reduce(
        (total, { arrivalsByAsset }) =>
          total + arrivalsByAsset[asset]!.reduce((sum, nights, k) => sum + k * nights, 0),
        0,
      );
      expect(arrivals).toBe(study);
      for (const { states } of units) {
        expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(arrivals);
        for (const { state } of states) expect(PAIR_STATES).toContain(state);
      }
    });
  });
});
