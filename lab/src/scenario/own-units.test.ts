import { describe, expect, it } from "vitest";
import { tabulate } from "../engagement/tabulate.ts";
import { dress } from "./dress.ts";
import { realCatalogue } from "./real-files.test-support.ts";
import { scenarioFromValue } from "./scenario.ts";
import { unknownsOf } from "./scenario-value.ts";
import type { Setup } from "./setup.ts";

type Fields = Record<string, unknown>;

const magazine = {
  interceptor: "round",
  launchers: 2,
  rounds_per_launcher: 4,
  flight_time_s: 5,
  envelopes: { rocket: {} },
  single_shot_kill_probability: { rocket: 0.5 },
};

const unit = {
  id: "battery",
  at: "town",
  channels: 3,
  reaction_time_s: 1,
  launch_spacing_s: 2,
  assessment_time_s: 3,
  magazines: [magazine],
};

const group = {
  id: "salvo",
  threat: "shell",
  count: 3,
  aim: "town",
  route: [
    { east_m: 0, north_m: 30_000, altitude_m: 3000 },
    { east_m: 0, north_m: 0, altitude_m: 0 },
  ],
  speed_m_s: 300,
  launch_times: { start_s: 0, spacing_s: 10 },
};

/** A scenario that carries everything itself, with fields laid over its parts. */
function own(
  changes: { unit?: Fields; option?: Fields; group?: Fields; root?: Fields } = {},
): Fields {
  return {
    schema: "pavise-scenario/1",
    id: "town",
    title: "A town",
    question: "What reaches it?",
    world: "flat",
    assets: [{ id: "town", east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 2 }],
    threats: { shell: { class: "rocket" } },
    raid: [{ ...group, ...changes.group }],
    doctrine: { salvo_per_look: [2, 1], looks_max: "unlimited" },
    options: [{ id: "one", units: [{ ...unit, ...changes.unit }], ...changes.option }],
    ...changes.root,
  };
}

function dressed(value: Fields, catalogue: typeof realCatalogue | null = null, draw = 0): Setup {
  return dress(scenarioFromValue(value), catalogue, { option: "one", seed: 1, draw });
}

describe("a unit that carries everything itself", () => {
  it("assumes nothing that is not written", () => {
    const setup = dressed(own());
    expect(setup.fireUnits).toEqual([
      {
        id: "battery",
        system: "battery",
        commandPost: 0,
        position: [0, 0, 0],
        engagementSensor: -1,
        channels: 3,
        reactionSeconds: 1,
        launchSpacingSeconds: 2,
        assessmentSeconds: 3,
        salvoPerLook: [2, 1],
        looksMax: Number.POSITIVE_INFINITY,
        sector: { centre: 0, width: 2 * Math.PI },
        commonModeFailure: 0,
        availabilities: [],
        readyFromSeconds: 0,
        switchedOffSeconds: Number.POSITIVE_INFINITY,
        magazines: [
          {
            interceptor: "round",
            launchers: [4, 4],
            roundsPerLauncher: 4,
            reloadSeconds: 0,
            stock: 0,
            flyOut: { kind: "fixed", seconds: 5 },
            envelopes: {
              rocket: {
                rangeMin: 0,
                rangeMax: Number.POSITIVE_INFINITY,
                heightMin: 0,
                heightMax: Number.POSITIVE_INFINITY,
                threatSpeedMax: Number.POSITIVE_INFINITY,
              },
            },
            killProbability: { rocket: 0.5 },
            unitCostUsd: 0,
          },
        ],
        systemCostUsd: 0,
      },
    ]);
    expect(setup.threats.map(({ id, launchSeconds }) => [id, launchSeconds])).toEqual([
      ["salvo_01", 0],
      ["salvo_02", 10],
      ["salvo_03", 20],
    ]);
    expect(setup.threats[0]).toMatchObject({ flightReliability: 1, failureFractions: [0], cep: 0 });
  });

  it("has parts that work with a stated chance, in the long run, or since a check", () => {
    const components = [
      { id: "power", availability: 0.9 },
      { id: "radar", mtbf_h: 100, mttr_h: 5 },
      { id: "computer", mtbf_h: 100, mttr_h: 5, hours_since_check_h: 10 },
      { id: "cable", mtbf_h: 100, hours_since_check_h: 10 },
    ];
    const { availabilities } = dressed(own({ unit: { components } })).fireUnits[0]!;
    const expected = [0.9, 0.9523809523809523, 0.9582122108691896, 0.9048374180359595];
    for (const [index, chance] of expected.entries()) {
      expect(availabilities[index]).toBeCloseTo(chance, 12);
    }
  });

  it("reaches every field of a sensor, with the unit or on its own", () => {
    const sensor = {
      id: "eye",
      role: "engagement",
      mast_height_m: 12,
      radar: {
        range_km: 40,
        rcs_m2: 2,
        detection_probability: 0.9,
        false_alarm_probability: 1e-6,
        instrumented_km: 60,
      },
      period_s: 2,
      initiation_m: 2,
      initiation_n: 4,
      elevation_min_deg: 1,
      elevation_max_deg: 80,
      sector_deg: 90,
      sector_centre_deg: -90,
    };
    const watch = {
      ...sensor,
      id: "watch",
      role: "early-warning",
      command_post: "town",
      position: { east_m: 1, north_m: 2, altitude_m: 3 },
    };
    const setup = dressed(own({ unit: { sensors: [sensor] }, option: { sensors: [watch] } }));
    expect(setup.fireUnits[0]!.engagementSensor).toBe(0);
    expect(setup.sensors.map(({ fireUnit, commandPost }) => [fireUnit, commandPost])).toEqual([
      [0, 0],
      [-1, 0],
    ]);
    expect(setup.sensors[1]).toMatchObject({
      position: [1, 2, 3],
      mastHeight: 12,
      detection: {
        kind: "radar",
        referenceRange: 40_000,
        referenceRcs: 2,
        referenceProbability: 0.9,
        falseAlarmProbability: 1e-6,
        rangeInstrumented: 60_000,
      },
      scanPhase: "uniform",
      initiationM: 2,
      initiationN: 4,
    });
    expect(setup.sensors[1]!.sector.centre).toBeCloseTo(1.5 * Math.PI, 12);
    expect(setup.sensors[1]!.elevationMax).toBeCloseTo((80 / 180) * Math.PI, 12);
    expect(() => tabulate(setup)).not.toThrow();
  });

  it("draws its own ranges, and lists them", () => {
    const value = own({ unit: { reaction_time_s: [1, 2, 4] } });
    const scenario = scenarioFromValue(value);
    const path = "options.one.units.battery.reaction_time_s";
    expect(unknownsOf(scenario, null)).toMatchObject([{ path, lower: 1, likely: 2, upper: 4 }]);
    expect(dressed(value, null, 0).fireUnits[0]!.reactionSeconds).toBe(2);
    expect(dressed(value, null, 1).fireUnits[0]!.reactionSeconds).not.toBe(2);
  });

  it("stands under a command post of its choice, which notices losses after its own time", () => {
    const option = { command_posts: [{ id: "far", drop_time_s: 7 }] };
    const setup = dressed(own({ unit: { command_post: "far" }, option }));
    expect(setup.commandPosts).toEqual([{ id: "far", dropSeconds: 7 }]);
    expect(setup.fireUnits[0]!.commandPost).toBe(0);
  });

  it("may stand at no asset, if it names its command post", () => {
    const position = { east_m: 5, north_m: 6, altitude_m: 7 };
    const away = { at: undefined, position };
    expect(() => dressed(own({ unit: away }))).toThrow(/the field command_post/);
    const { fireUnits } = dressed(own({ unit: { ...away, command_post: "post" } }));
    expect(fireUnits[0]!.position).toEqual([5, 6, 7]);
  });
});

describe("a scenario of its own is refused", () => {
  const cases: readonly (readonly [string, Fields, RegExp])[] = [
    ["without magazines", own({ unit: { magazines: undefined } }), /either system or magazines/],
    [
      "with a load and no system",
      own({ unit: { load: { round: 4 } } }),
      /no load without a system/,
    ],
    ["with a radar range and no sensor", own({ unit: { radar_range_km: 4 } }), /without a system/],
    ["with a system and no catalogue", own({ unit: { system: "s400" } }), /there is no catalogue/],
    [
      "with an envelope and no kill probability",
      own({ unit: { magazines: [{ ...magazine, single_shot_kill_probability: {} }] } }),
      /a probability for rocket/,
    ],
    [
      "with a store and no reload time",
      own({ unit: { magazines: [{ ...magazine, stock: 4 }] } }),
      /reload_time_s beside a stock/,
    ],
    [
      "with two ways to fly out",
      own({ unit: { magazines: [{ ...magazine, speed_m_s: 900 }] } }),
      /either speed_m_s or flight_time_s, got both/,
    ],
    [
      "with a fall on the flat world",
      own({ group: { route: undefined, launch: { east_m: 0 } } }),
      /route/,
    ],
    [
      "with times for another count",
      own({ group: { launch_times: undefined, launch_times_s: [0, 1] } }),
      /2, as many as/,
    ],
    [
      "with a type nobody knows",
      own({ root: { threats: {} } }),
      /\(or of one in `threats` with a class\)/,
    ],
    [
      "with a parameter of another class",
      own({ root: { threats: { shell: { class: "rocket", speed_m_s: 9 } } } }),
      /a parameter of the class rocket/,
    ],
    ["without a speed", own({ group: { speed_m_s: undefined } }), /the field speed_m_s/],
    [
      "beyond the range of its type",
      own({ root: { threats: { shell: { class: "rocket", range_km: 29 } } } }),
      /at most 29 km.*got 30 km/,
    ],
    [
      "with launches after the last hour",
      own({ group: { launch_times: { start_s: 399_999, spacing_s: 5 } } }),
      /within 100 hours/,
    ],
    [
      "with two magazines of one name",
      own({ unit: { magazines: [magazine, magazine] } }),
      /each of the list once/,
    ],
    [
      "with a unit called as the group",
      own({ unit: { id: "salvo" } }),
      /already the id of a group/,
    ],
    [
      "without an arrival radius",
      own({ root: { assets: [{ id: "town", east_m: 0, north_m: 0, altitude_m: 0 }] } }),
      /the field arrival_radius_km/,
    ],
  ];
  it.each(cases)("%s", (_name, value, message) => {
    expect(() => dressed(value)).toThrow(message);
  });

  it("with two ids of one hash, which would share their luck", () => {
    const two = {
      option: {
        units: [
          { ...unit, id: "bhtkqjum" },
          { ...unit, id: "oqkvprre" },
        ],
      },
    };
    expect(() => dressed(own(two))).toThrow(/"bhtkqjum" and "oqkvprre" have the same hash/);
  });
});

describe("a route over the round Earth", () => {
  const route = [
    { place: "kermanshah_launch_area", altitude_m: 1500 },
    { lat_deg: 33.5, lon_deg: 44, altitude_m: 300, speed_m_s: 200 },
    { place: "erbil", altitude_m: 420 },
  ];
  const scenario = {
    ...own({
      option: { units: [] },
      group: { threat: "shahed136", aim: "erbil", route, speed_m_s: undefined },
    }),
    world: "wgs84",
    assets: [{ id: "erbil", place: "erbil" }],
    threats: {},
  };

  it("takes the cruising speed of its type where none is written, and draws it", () => {
    const { courses, threats, assets } = dressed(scenario, realCatalogue);
    expect(courses).toHaveLength(1);
    expect(courses[0]).toMatchObject({ kind: "route", speeds: [200, 200, 47] });
    expect(threats[0]).toMatchObject({ class: "drone", asset: 0, swerling: 1 });
    expect(assets[0]!.arrivalRadius).toBe(5000);
    expect(
      unknownsOf(scenarioFromValue(scenario), realCatalogue).map(({ path }) => path),
    ).toContain("threats.shahed136.speed_m_s");
  });

  it("does not fall: a drone with a launch is refused", () => {
    const falling = {
      ...group,
      threat: "shahed136",
      aim: "erbil",
      route: undefined,
      speed_m_s: undefined,
    };
    const raid = [{ ...falling, launch: route[0], apogee: "minimum-energy" }];
    expect(() => dressed({ ...scenario, raid }, realCatalogue)).toThrow(/a drone does not fall/);
  });
});
