import { InputError } from "@pavise/catalogue";
import { metresFromKilometres } from "@pavise/kernel";
import type { Setup } from "@pavise/lab";
import { describe, expect, it } from "vitest";
import { eventSubject, optionIds, setupOf } from "./event.ts";

const draws = [0, 1, 2];

/** A setup with some fields of its units, or of all threats, taken out: what else may differ. */
function withoutUnitFields(setup: Setup, fields: readonly string[]): unknown {
  const fireUnits = setup.fireUnits.map((unit) =>
    Object.fromEntries(Object.entries(unit).filter(([field]) => !fields.includes(field))),
  );
  return { ...setup, fireUnits };
}

function refusal(sets: readonly string[]): string {
  try {
    eventSubject(sets);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
  return "no error";
}

describe("threats.*.flight_reliability", () => {
  it("is the chance of every threat of every option not to fail, and changes nothing else", () => {
    for (const option of optionIds) {
      for (const draw of draws) {
        const before = setupOf(option, draw);
        const after = setupOf(option, draw, ["threats.*.flight_reliability=0.9"]);
        const threats = before.threats.map((threat) => ({ ...threat, flightReliability: 0.9 }));
        expect(after).toEqual({ ...before, threats });
      }
    }
  });

  it("can be set for one type alone", () => {
    const { threats } = setupOf("none", 0, ["threats.qiam1.flight_reliability=0.5"]);
    const before = setupOf("none", 0).threats;
    for (const [index, { type, flightReliability }] of threats.entries()) {
      const expected = type === "qiam1" ? 0.5 : before[index]!.flightReliability;
      expect(flightReliability).toBe(expected);
    }
    expect(new Set(threats.map(({ type }) => type))).toEqual(new Set(["fateh313", "qiam1"]));
  });
});

describe("systems.*.kill_probability", () => {
  const shotsOf = (setup: Setup): number[] =>
    setup.fireUnits.flatMap(({ magazines }) =>
      magazines.flatMap(({ killProbability }) => Object.values(killProbability)),
    );

  it.each(["patriot", "s400", "sampt", "s400-one-base", "s400-switched-off"])(
    "of 0 and of 1 leaves no shot of %s a chance, and no threat",
    (option) => {
      for (const draw of draws) {
        const none = setupOf(option, draw, ["systems.*.kill_probability=0"]);
        const all = setupOf(option, draw, ["systems.*.kill_probability=1"]);
        expect(new Set(shotsOf(none))).toEqual(new Set([0]));
        expect(new Set(shotsOf(all))).toEqual(new Set([1]));
        const others = withoutUnitFields(setupOf(option, draw), ["magazines"]);
        expect(withoutUnitFields(none, ["magazines"])).toEqual(others);
      }
    },
  );

  it("of 0.84 is a single shot of 0.6, as two shots stand behind one engagement", () => {
    const setup = setupOf("s400", 0, ["systems.*.kill_probability=0.84"]);
    for (const chance of shotsOf(setup)) expect(chance).toBeCloseTo(0.6, 12);
  });

  it("of a class means that class, for one system alone", () => {
    const setup = setupOf("patriot", 0, ["systems.s400.kill_probability.ballistic=1"]);
    expect(setup).toEqual(setupOf("patriot", 0));
    const sets = ["systems.s400.kill_probability.ballistic=1"];
    expect(new Set(shotsOf(setupOf("s400", 0, sets)))).toEqual(new Set([1]));
  });
});

describe("systems.s400.reaction_time_s", () => {
  it("is the reaction of every S-400 of every option, and of no one else", () => {
    for (const option of optionIds) {
      const before = setupOf(option, 1);
      const after = setupOf(option, 1, ["systems.s400.reaction_time_s=33"]);
      const fireUnits = before.fireUnits.map((unit) =>
        unit.system === "s400" ? { ...unit, reactionSeconds: 33 } : unit,
      );
      expect(after).toEqual({ ...before, fireUnits });
    }
  });
});

describe("systems.s400.radar_range_km", () => {
  it("is the reference range of the engagement radar of every S-400, and changes nothing else", () => {
    for (const option of optionIds) {
      const before = setupOf(option, 2);
      const after = setupOf(option, 2, ["systems.s400.radar_range_km=111"]);
      const sensors = before.sensors.map((sensor) => {
        const isMeant =
          sensor.role === "engagement" && before.fireUnits[sensor.fireUnit]?.system === "s400";
        const { detection } = sensor;
        if (!isMeant) return sensor;
        const referenceRange = metresFromKilometres(111);
        return { ...sensor, detection: { ...detection, referenceRange } };
      });
      expect(after).toEqual({ ...before, sensors });
    }
  });
});

describe("systems.s400.magazine", () => {
  it.each([
    [2, [2]],
    [0, [0]],
    [9, [4, 4, 1]],
    [64, Array.from({ length: 16 }, () => 4)],
  ])(
    "of %i loads that many rounds on the launchers of each S-400, four to a launcher",
    (rounds, launchers) => {
      for (const option of optionIds) {
        const before = setupOf(option, 0);
        const after = setupOf(option, 0, [`systems.s400.magazine=${rounds}`]);
        const fireUnits = before.fireUnits.map((unit) => {
          if (unit.system !== "s400") return unit;
          const magazines = unit.magazines.map((magazine) => ({ ...magazine, launchers }));
          return { ...unit, magazines };
        });
        expect(after).toEqual({ ...before, fireUnits });
      }
    },
  );
});

describe("any path", () => {
  const reaction = (setup: Setup): number[] =>
    setup.fireUnits.map(({ reactionSeconds }) => reactionSeconds);

  it("may hold * for any step: all systems react alike", () => {
    for (const option of optionIds) {
      const setup = setupOf(option, 0, ["systems.*.reaction_time_s=21"]);
      expect(new Set([...reaction(setup), 21])).toEqual(new Set([21]));
    }
    const setup = setupOf("s400", 0, ["options.*.units.s400_erbil.reaction_time_s=21"]);
    expect(reaction(setup)).toEqual([12, 21]);
  });

  it("takes a range a..b..c: likely at b, one draw for all it means, within a and c", () => {
    const sets = ["systems.*.reaction_time_s=10..20..40"];
    expect(reaction(setupOf("s400", 0, sets))).toEqual([20, 20]);
    const drawn = Array.from({ length: 200 }, (_, k) => reaction(setupOf("s400", k + 1, sets)));
    for (const [first, second] of drawn) expect(second).toBe(first);
    const values = drawn.map(([first]) => first!);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(10);
    expect(Math.min(...values)).toBeLessThan(15);
    expect(Math.max(...values)).toBeLessThanOrEqual(40);
    expect(Math.max(...values)).toBeGreaterThan(33);
    // Triangular: mean (10 + 20 + 40) / 3, four standard errors of 200 draws are 1.8.
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - 70 / 3)).toBeLessThan(1.8);
    expect(reaction(setupOf("patriot", 1, sets))).toEqual(drawn[0]);
  });

  it("takes an interval a..b: likely in the middle", () => {
    expect(reaction(setupOf("s400", 0, ["systems.s400.reaction_time_s=10..40"]))).toEqual([25, 25]);
  });

  it("is among the unknowns where it was given a range, and not where it was given a figure", () => {
    const paths = (sets: readonly string[]): string[] =>
      eventSubject(sets).unknowns.map(({ path }) => path);
    expect(paths(["systems.*.reaction_time_s=10..20..40"])).toContain("systems.*.reaction_time_s");
    expect(paths([])).toContain("assumptions.reaction_time_s");
    expect(paths(["systems.*.reaction_time_s=20"]).join(" ")).not.toContain("reaction_time_s");
  });

  it("may be the size of the raid", () => {
    const ids = setupOf("none", 0, ["raid.strike.count=20"]).threats.map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(ids.slice(0, 16)).toEqual(setupOf("none", 0).threats.map(({ id }) => id));
  });

  it("may be given twice: the last one holds", () => {
    const sets = ["systems.*.reaction_time_s=9", "systems.s400.reaction_time_s=8"];
    expect(reaction(setupOf("s400", 0, sets))).toEqual([8, 8]);
    expect(reaction(setupOf("patriot", 0, sets))).toEqual([9, 9]);
  });
});

describe("refused", () => {
  it.each([
    ["systems.s400.reaction_tine_s=8", /reaction_time_s/],
    ["systems.s4000.reaction_time_s=8", /systems\.s400\.reaction_time_s/],
    ["system.s400.reaction_time_s=8", /a path that ain-al-asad-2020 reads/],
    ["nothing=1", /a path that ain-al-asad-2020 reads/],
    ["*=1", /a path that ain-al-asad-2020 reads/],
    ["systems.thaad.reaction_time_s=8", /a path that ain-al-asad-2020 reads/],
  ])("a path that means nothing: %s", (set, message) => {
    const told = refusal([set]);
    expect(told).toMatch(/^--set/);
    expect(told).toMatch(message);
  });

  it.each([
    ["a route", "raid.strike.route=1"],
    ["a launch point", "raid.strike.launch=1"],
    ["the place of a launch", "raid.strike.launch.place=tabriz"],
    ["the height of a launch", "raid.strike.launch.altitude_m=1"],
    ["a place of the catalogue", "places.kermanshah_launch_area.lat=35"],
    ["an apogee", "raid.strike.apogee=minimum-energy"],
    ["an apogee in km", "raid.strike.apogee_km=100"],
    ["when the first is launched", "raid.strike.launch_times.start_s=0"],
    ["the time between launches", "raid.strike.launch_times.spacing_s=1"],
    ["the time between launches, by *", "raid.*.launch_times.*=1"],
    ["the type of the threats", "raid.strike.threat=qiam"],
    ["the mix", "raid.strike.split=1"],
    ["the mix of types", "raid.strike.split.types=1"],
    ["who takes the rest", "raid.strike.split.types.qiam1=3"],
    ["the aim", "raid.strike.aim=erbil"],
    ["where an asset stands", "assets.erbil.place=1"],
    ["all of the raid", "raid.*=1"],
  ])("%s: the attack is written down, never set", (_, set) => {
    const told = refusal([set]);
    expect(told).toMatch(/^--set/);
    expect(told).toContain("routes, launch points, timing and mix");
  });

  it.each([
    ["below zero", "systems.s400.reaction_time_s=-1"],
    ["above one", "threats.*.flight_reliability=1.5"],
    ["no number", "systems.s400.reaction_time_s=NaN"],
    ["not finite", "systems.s400.reaction_time_s=1e999"],
    ["a falling range", "systems.s400.reaction_time_s=20..10"],
    ["a range of four", "systems.s400.reaction_time_s=1..2..3..4"],
    ["no whole number", "systems.s400.magazine=2.5"],
    ["nothing", "systems.s400.reaction_time_s="],
    ["a word", "systems.s400.reaction_time_s=never"],
    ["a share of the split that nobody wrote of", "raid.strike.split.assets.erbil=9"],
  ])("a value that is %s", (_, set) => {
    expect(refusal([set])).toMatch(/^--set.*expected .*, got /);
  });
});
