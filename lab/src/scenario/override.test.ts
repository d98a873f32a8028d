import { describe, expect, it, test } from "vitest";
import { dress } from "./dress.ts";
import { isMeant, overrideFromText } from "./override.ts";
import { realCatalogue, scenarioText } from "./real-files.test-support.ts";
import { scenarioFromText } from "./scenario.ts";
import { checkOverrides } from "./scenario-value.ts";
import type { Setup } from "./setup.ts";

const scenario = scenarioFromText(scenarioText("ain-al-asad-2020"), "scenario.yaml");

function setupWith(option: string, draw: number, ...wishes: readonly string[]): Setup {
  const overrides = wishes.map((wish) => overrideFromText(wish));
  checkOverrides(scenario, realCatalogue, overrides);
  return dress(scenario, realCatalogue, { option, seed: 1, draw, overrides });
}

function refusal(wish: string): string {
  try {
    checkOverrides(scenario, realCatalogue, [overrideFromText(wish)]);
  } catch (error) {
    return (error as Error).message;
  }
  return "no refusal";
}

describe("the wishes promised to scripts", () => {
  it("threats.*.flight_reliability reaches both types", () => {
    const { threats } = setupWith("none", 3, "threats.*.flight_reliability=1");
    expect(threats.map(({ flightReliability }) => flightReliability)).toEqual(Array(16).fill(1));
  });

  it("systems.*.kill_probability is K of every class: 0.75 behind two shots is 0.5 a shot", () => {
    for (const option of ["patriot", "s400", "sampt"]) {
      const { fireUnits } = setupWith(option, 0, "systems.*.kill_probability=0.75");
      expect(fireUnits[0]!.magazines[0]!.killProbability.ballistic).toBeCloseTo(0.5, 12);
    }
  });

  it("systems.s400.reaction_time_s moves the S-400 and leaves Patriot alone", () => {
    const wish = "systems.s400.reaction_time_s=120";
    expect(setupWith("s400", 5, wish).fireUnits[0]!.reactionSeconds).toBe(120);
    expect(setupWith("patriot", 5, wish)).toEqual(setupWith("patriot", 5));
  });

  it("systems.s400.radar_range_km is the engagement radar's", () => {
    const { sensors } = setupWith("s400", 0, "systems.s400.radar_range_km=20");
    expect(sensors[0]).toMatchObject({ role: "engagement", detection: { referenceRange: 20_000 } });
    expect(sensors[1]).toMatchObject({
      role: "acquisition",
      detection: { referenceRange: 230_000 },
    });
  });

  it("systems.s400.magazine is the rounds of the unit, four to a launcher", () => {
    const { fireUnits } = setupWith("s400", 0, "systems.s400.magazine=10");
    expect(fireUnits.map(({ magazines }) => magazines[0]!.launchers)).toEqual([
      [4, 4, 2],
      [4, 4, 2],
    ]);
  });

  it("a range is drawn, once for all that the wish means", () => {
    const { threats } = setupWith("none", 4, "threats.*.flight_reliability=0.2..0.3..0.4");
    const values = new Set(threats.map(({ flightReliability }) => flightReliability));
    expect(values.size).toBe(1);
    expect([...values][0]).toBeGreaterThan(0.2);
    expect([...values][0]).toBeLessThan(0.4);
  });

  it("the last of two wishes holds", () => {
    const wishes = ["systems.*.reaction_time_s=50", "systems.s400.reaction_time_s=60"];
    expect(setupWith("s400", 0, ...wishes).fireUnits[0]!.reactionSeconds).toBe(60);
    expect(setupWith("patriot", 0, ...wishes).fireUnits[0]!.reactionSeconds).toBe(50);
  });

  it("a row of the assumptions moves every system that names it", () => {
    for (const option of ["patriot", "s400", "sampt"]) {
      const { fireUnits } = setupWith(option, 2, "assumptions.reaction_time_s=9");
      expect(fireUnits[0]!.reactionSeconds).toBe(9);
    }
  });

  test.each([
    ["channels=1", { channels: 1 }],
    ["launch_spacing_s=60", { launchSpacingSeconds: 60 }],
    ["switched_off_at_s=0", { switchedOffSeconds: 0 }],
  ])("systems.s400.%s", (wish, expected) => {
    expect(setupWith("s400", 0, `systems.s400.${wish}`).fireUnits[1]).toMatchObject(expected);
  });

  it("turns the sector away", () => {
    const wishes = ["systems.s400.sector_deg=90", "systems.s400.sector_centre_deg=270"];
    const { fireUnits } = setupWith("s400", 0, ...wishes);
    expect(fireUnits[0]!.sector.centre).toBeCloseTo(1.5 * Math.PI, 12);
    expect(fireUnits[0]!.sector.width).toBeCloseTo(Math.PI / 2, 12);
  });

  it("moves the switch-off past the raid, which makes option 6 option 3", () => {
    const wish = "options.s400-switched-off.units.*.switched_off_at_s=never";
    expect(setupWith("s400-switched-off", 7, wish)).toEqual(setupWith("s400", 7));
  });

  it("changes the size of the raid and keeps the names, and so the luck, of those in it", () => {
    const { threats } = setupWith("none", 0, "raid.strike.count=20");
    expect(threats.map(({ id }) => id).slice(14)).toEqual([
      "t15",
      "t16",
      "t17",
      "t18",
      "t19",
      "t20",
    ]);
  });
});

describe("refused wishes", () => {
  test.each([
    "raid.strike.launch.lat_deg=35",
    "raid.*.launch_times.spacing_s=1",
    "raid.strike.route=1",
    "raid.strike.apogee_km=100",
    "raid.strike.threat=1",
    "raid.strike.split.types.qiam1=16",
    "raid.*=1",
    "assets.erbil.lat_deg=1",
    "places.kermanshah_launch_area.lat=1",
  ])("%s is the attack, which is written and not set", (wish) => {
    expect(refusal(wish)).toMatch(/routes, launch points, timing and mix of an attack are written/);
  });

  test.each([
    ["systems.s400.reaction_time=3", /near: systems\.s400\.reaction_time_s/],
    ["systems.s500.channels=3", /near: systems\.s400\.channels/],
    ["systems.thaad.channels=3", /a path that ain-al-asad-2020 reads/],
    ["*=3", /a path that ain-al-asad-2020 reads/],
    ["systems.s400.channels=1.5", /expected a positive whole number, got 1\.5/],
    ["systems.*.kill_probability=2", /expected a number from 0 to 1, got 2/],
    ["systems.s400.channels=never", /expected a positive whole number, got "never"/],
    ["raid.strike.split.assets.erbil=6", /expected a whole number from 1 to 5, got 6/],
    ["raid.strike.count=0", /expected a positive whole number, got 0/],
  ])("%s", (wish, message) => {
    expect(refusal(wish)).toMatch(message);
  });

  test.each(["x", "a.b=", "=4", "a.b=3..1", "a.b=NaN", "a.b=1..2..3..4", "a.b=1e999", "a.b=0x10"])(
    "%s cannot be read",
    (wish) => {
      expect(() => overrideFromText(wish)).toThrow(/^--set/);
    },
  );
});

describe("patterns", () => {
  it("a step is one step, and a group of classes is meant as a whole", () => {
    expect(isMeant("systems.*.channels", "systems.s400.channels")).toBe(true);
    expect(isMeant("systems.*", "systems.s400.channels")).toBe(false);
    expect(isMeant("systems.s400.kill_probability", "systems.s400.kill_probability.drone")).toBe(
      true,
    );
    expect(isMeant("systems.s400", "systems.s400.kill_probability")).toBe(false);
  });
});
