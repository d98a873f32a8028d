import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dress } from "./dress.ts";
import { overrideFromText } from "./override.ts";
import { realCatalogue, scenarioText } from "./real-files.test-support.ts";
import { type Scenario, scenarioFromText } from "./scenario.ts";
import { scenarioSubject } from "./scenario-subject.ts";
import { unknownsOf, valuesOf } from "./scenario-value.ts";
import type { Setup } from "./setup.ts";

const text = scenarioText("ain-al-asad-2020");
const scenario = scenarioFromText(text, "scenario.yaml");
const ids = scenario.written.options.map(({ id }) => id);

function drawn(option: string, draw: number, from: Scenario = scenario, seed = 1): Setup {
  return dress(from, realCatalogue, { option, seed, draw });
}

describe("unknowns of the shipped scenario", () => {
  const unknowns = unknownsOf(scenario, realCatalogue);
  const paths = unknowns.map(({ path }) => path);

  it("hold the split of the raid, reliability, K and the shared assumptions, each once", () => {
    expect(paths).toContain("raid.strike.split.types.fateh313");
    expect(paths).toContain("raid.strike.split.assets.erbil");
    expect(paths).toContain("threats.qiam1.flight_reliability");
    expect(paths).toContain("assumptions.kill_probability_ballistic");
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("hold nothing of systems, threats and classes that are not in it", () => {
    expect(
      paths.filter((path) => /thaad|shahed|drone|cruise|aerodynamic|reload/.test(path)),
    ).toEqual([]);
  });

  it("hold no launch point, no time and no place", () => {
    expect(paths.filter((path) => /launch_times|\blaunch\b|places|altitude_m$/.test(path))).toEqual(
      [],
    );
  });

  it("say who reads them: Patriot's radar only the option with Patriot", () => {
    const radar = unknowns.find(({ names }) => names.includes("systems.patriot.radar_range_km"));
    expect(radar).toMatchObject({ options: ["patriot"], unit: "km", origin: "fact" });
    const reliability = unknowns.find(({ path }) => path === "threats.fateh313.flight_reliability");
    expect(reliability!.options).toEqual(ids);
  });

  it("have bounds that move at least one setup", () => {
    for (const { path, lower, upper, options } of unknowns) {
      const at = (value: number): string => {
        const pins = new Map([[path, value]]);
        return JSON.stringify(
          options.map((option) =>
            dress(scenario, realCatalogue, { option, seed: 1, draw: 0, pins }),
          ),
        );
      };
      expect(at(lower), path).not.toBe(at(upper));
    }
  });

  it("carry source, grade and kind, or are written in the scenario", () => {
    for (const value of valuesOf(scenario, realCatalogue)) {
      if (value.origin === "neutral" || value.origin === "scenario") continue;
      expect(value.sources.length, value.path).toBeGreaterThan(0);
    }
  });
});

describe("a draw", () => {
  it("0 is the likely values", () => {
    const { threats, fireUnits } = drawn("s400", 0);
    expect(threats.filter(({ type }) => type === "fateh313")).toHaveLength(8);
    expect(threats.filter(({ asset }) => asset === 1)).toHaveLength(2);
    expect(fireUnits[0]).toMatchObject({ reactionSeconds: 12, channels: 10 });
  });

  it("keeps values within their bounds, and 16 threats with one to five of them for Erbil", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(...ids), (draw, option) => {
        const { threats, fireUnits } = drawn(option, draw);
        expect(threats).toHaveLength(16);
        const toErbil = threats.filter(({ asset }) => asset === 1).length;
        expect(toErbil).toBeGreaterThanOrEqual(1);
        expect(toErbil).toBeLessThanOrEqual(5);
        for (const unit of fireUnits) {
          expect(unit.reactionSeconds).toBeGreaterThanOrEqual(8);
          expect(unit.reactionSeconds).toBeLessThanOrEqual(30);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is one for all copies of a type and for all options", () => {
    const [first, second] = drawn("s400", 9).fireUnits;
    expect(second!.reactionSeconds).toBe(first!.reactionSeconds);
    expect(drawn("patriot", 9).fireUnits[0]!.reactionSeconds).toBe(first!.reactionSeconds);
    expect(drawn("patriot", 9).threats).toEqual(drawn("s400", 9).threats);
  });

  it("does not move when a value of the scenario gets a range of its own", () => {
    const other = scenarioFromText(
      text.replace("{pac3_mse: 72}", "{pac3_mse: [60, 72]}"),
      "scenario.yaml",
    );
    expect(drawn("s400", 11, other)).toEqual(drawn("s400", 11));
    const before = drawn("patriot", 11).fireUnits[0]!;
    const after = drawn("patriot", 11, other).fireUnits[0]!;
    expect({ ...after, magazines: before.magazines }).toEqual(before);
    expect(after.magazines[0]!.launchers).not.toEqual(before.magazines[0]!.launchers);
  });

  it("differs from draw to draw and from seed to seed", () => {
    const reaction = (draw: number, seed: number): number =>
      drawn("s400", draw, scenario, seed).fireUnits[0]!.reactionSeconds;
    expect(new Set([reaction(1, 1), reaction(2, 1), reaction(1, 2)]).size).toBe(3);
  });
});

describe("options", () => {
  it("6 is option 3 but for the moment of the switch-off", () => {
    const on = drawn("s400", 4);
    const off = drawn("s400-switched-off", 4);
    expect(off.fireUnits.map((unit) => unit.switchedOffSeconds)).toEqual([0, 0]);
    const units = off.fireUnits.map((unit) => ({
      ...unit,
      switchedOffSeconds: Number.POSITIVE_INFINITY,
    }));
    expect({ ...off, fireUnits: units }).toEqual(on);
  });

  it("5 has the battery of option 3 at Ain al-Asad, id and luck included", () => {
    expect(drawn("s400-one-base", 4).fireUnits).toEqual(drawn("s400", 4).fireUnits.slice(0, 1));
  });

  it("have one command post a base, which notices a loss after five looks of the radar", () => {
    const { commandPosts, sensors } = drawn("sampt", 3);
    expect(commandPosts.map(({ id }) => id)).toEqual(["ain_al_asad", "erbil"]);
    expect(commandPosts[1]!.dropSeconds).toBeCloseTo(5 * sensors[1]!.scanPeriod, 12);
  });
});

describe("a scenario as a study asks for it", () => {
  it("gives the honest check a prior that does not know the event, one draw for both types", () => {
    const { check } = scenarioSubject(scenario, realCatalogue, { seed: 1 });
    const { threats } = check!.setup(0);
    expect(new Set(threats.map(({ flightReliability }) => flightReliability))).toEqual(
      new Set([0.85]),
    );
    const drawnValues = new Set(check!.setup(5).threats.map((threat) => threat.flightReliability));
    expect(drawnValues.size).toBe(1);
    expect(check!.recorded).toBe(12);
  });

  it("plays only the options asked for, and asks only their unknowns", () => {
    const subject = scenarioSubject(scenario, realCatalogue, { seed: 1, options: ["none"] });
    expect(subject.options.map(({ id }) => id)).toEqual(["none"]);
    expect(subject.unknowns.some(({ path }) => path.startsWith("systems."))).toBe(false);
    expect(() =>
      scenarioSubject(scenario, realCatalogue, { seed: 1, options: ["nobody"] }),
    ).toThrow(/--option: expected an option/);
  });

  it("holds a wished range fixed at its end when it is moved", () => {
    const overrides = [overrideFromText("systems.*.kill_probability=0.2..0.4")];
    const subject = scenarioSubject(scenario, realCatalogue, { seed: 1, overrides });
    const path = "systems.*.kill_probability";
    expect(subject.unknowns.find((unknown) => unknown.path === path)).toMatchObject({
      lower: 0.2,
      upper: 0.4,
    });
    const { fireUnits } = subject.setupWith("s400", path, 0.36);
    expect(fireUnits[0]!.magazines[0]!.killProbability.ballistic).toBeCloseTo(0.2, 12);
  });
});
