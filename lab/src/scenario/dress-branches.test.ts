/** Releases, ways home, shapes and launch times as a scenario writes them. */
import { describe, expect, it } from "vitest";
import { dress } from "./dress.ts";
import { realCatalogue, scenarioText } from "./real-files.test-support.ts";
import { scenarioFromText } from "./scenario.ts";

const text = scenarioText("stand-off-strike");
const falling = scenarioText("ain-al-asad-2020");

function setupOf(written: string, option: string, draw = 0) {
  const scenario = scenarioFromText(written, "s.yaml");
  return dress(scenario, realCatalogue, { option, seed: 1, draw });
}

/** The complaint about a scenario in which something was replaced. */
function complaint(what: string | RegExp, by: string, source = text, option = "none"): string {
  const changed = source.replace(what, by);
  expect(changed).not.toBe(source);
  try {
    setupOf(changed, option);
    return "none";
  } catch (error) {
    return (error as Error).message;
  }
}

/** Line and column of the only place where a value stands in a text. */
function placeOf(value: string, written: string): string {
  const [before = "", ...after] = written.split(` ${value}\n`);
  expect(after).toHaveLength(1);
  const lines = `${before} `.split("\n");
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

describe("a group that releases weapons and turns back", () => {
  const setup = setupOf(text, "none");
  const [aircraft, first, second] = setup.threats;

  it("has each aircraft before its two weapons, which start where it is 1,040 s after its launch", () => {
    expect(setup.threats.map(({ id, carrier }) => `${id} ${carrier ?? "flies"}`)).toEqual([
      "aircraft_01 flies",
      "aircraft_01_missile_01 0",
      "aircraft_01_missile_02 0",
      "aircraft_02 flies",
      "aircraft_02_missile_01 3",
      "aircraft_02_missile_02 3",
    ]);
    // 260.5 km at 250 m/s, to the middle of the turn that cuts its corner.
    const released = first!.launchSeconds - aircraft!.launchSeconds;
    expect(released).toBeGreaterThan(1035);
    expect(released).toBeLessThan(1046);
    expect(aircraft!.turnBack!.homeSeconds).toBe(released);
    expect(second!.launchSeconds - first!.launchSeconds).toBeCloseTo(5, 9);
    const [start] = (setup.courses[first!.course] as { waypoints: readonly (readonly number[])[] })
      .waypoints;
    expect((start![0]! * 180) / Math.PI).toBeCloseTo(33.8, 1);
    expect(start![2]).toBeCloseTo(6000, 0);
  });

  it("can turn back at three places, each before it is passed, with a chance that is drawn", () => {
    const { branches, probability, reactionSeconds } = aircraft!.turnBack!.firedUpon!;
    const kilometres = [111, 162, 213];
    expect(branches).toHaveLength(3);
    branches.forEach(({ turnSeconds }, k) => {
      // Turns of 11 km radius begin before their waypoints: up to 25 km, of 50 s at 250 m/s.
      expect(turnSeconds * 0.25).toBeLessThan(kilometres[k]! + 1);
      expect(turnSeconds * 0.25).toBeGreaterThan(kilometres[k]! - 26);
    });
    expect([probability, reactionSeconds]).toEqual([0.5, 15]);
    const drawn = [1, 2, 3, 4].map(
      (draw) => setupOf(text, "none", draw).threats[0]!.turnBack!.firedUpon!.probability,
    );
    expect(new Set(drawn).size).toBe(4);
  });

  it.each([
    [
      "release of something unknown",
      "at_waypoint: release",
      "at_waypoint: relase",
      "relase",
      /near: release/,
    ],
    [
      "aim at nothing",
      "aim: ain-al-asad\n        route",
      "aim: erbil\n        route",
      "erbil",
      /an asset/,
    ],
    [
      "turn at the start",
      "at_waypoints: [far",
      "at_waypoints: [start",
      "",
      /a waypoint of the route/,
    ],
    [
      "turns out of order",
      "[far, middle, near]",
      "[middle, far, near]",
      "",
      /in the order of the route/,
    ],
    ["turn at the end", "[far, middle, near]", "[release]", "", /between the first and the last/],
    [
      "spacing beyond the course",
      "spacing_s: 5",
      "spacing_s: 3000",
      "",
      /before the end of the course/,
    ],
    ["fire without a chance", /probability: .*\n/, "\n", "", /the field probability/],
    [
      "weapon below the ground",
      "lon_deg: 41.3, height_above_ground_m: 100",
      "lon_deg: 41.3, altitude_m: -480",
      "",
      /a height of at least -450 m/,
    ],
    [
      "way home without room to turn",
      "lat_deg: 34.3, lon_deg: 39.9",
      "lat_deg: 33.81, lon_deg: 38.9",
      "",
      /legs long enough for a turn of 178/,
    ],
  ])("refuses a %s with its place in the file", (_what, from, to, wrong, expected) => {
    const said = complaint(from, to);
    expect(said).toMatch(expected);
    expect(said).toMatch(/^s\.yaml:\d+:\d+ raid\[0\]\./);
    if (wrong !== "") expect(said).toContain(`s.yaml:${placeOf(wrong, text.replace(from, to))} `);
  });
});

describe("how high something falls from", () => {
  const apogee = /apogee: minimum-energy/;

  it.each([
    [
      "lofted below least energy",
      "apogee: lofted\n    apogee_km: 60",
      /an apogee above \d+ km, that of least energy, to be lofted/,
    ],
    [
      "depressed above it",
      "apogee: depressed\n    launch_angle_deg: 60",
      /an apogee below \d+ km.*to be depressed/,
    ],
    ["lofted without a figure", "apogee: lofted", /apogee_km or launch_angle_deg beside lofted/],
    [
      "at an angle from which nothing falls there",
      "launch_angle_deg: 89",
      /from which something can fall to the aim, got "?89 degrees/,
    ],
    [
      "lower than its launch",
      "apogee_km: 1",
      /from which something can fall to the aim, got "?1 km/,
    ],
    [
      "least energy with a figure",
      "apogee: minimum-energy\n    apogee_km: 60",
      /no apogee_km beside minimum-energy/,
    ],
  ])("is refused when %s", (_what, written, expected) => {
    const said = complaint(apogee, written, falling);
    expect(said).toMatch(expected);
    expect(said).toMatch(/^s\.yaml:\d+:\d+ raid\[0\]/);
  });

  it("is taken as an angle at launch, lofted at 60 degrees, depressed at 30", () => {
    for (const [word, degrees] of [
      ["lofted", 60],
      ["depressed", 30],
    ] as const) {
      const written = falling.replace(apogee, `apogee: ${word}\n    launch_angle_deg: ${degrees}`);
      const [course] = setupOf(written, "none").courses;
      expect(course).toMatchObject({ apogee: { launchElevation: (degrees * Math.PI) / 180 } });
    }
  });
});

describe("launches within a stretch of time", () => {
  const within = text
    .replace("spacing_s: 30}", "within_s: 100}")
    .replace("count: 2\n    speed", "count: 4\n    speed");
  const launches = (draw: number): number[] =>
    setupOf(within, "none", draw)
      .threats.filter(({ carrier }) => carrier === undefined)
      .map(({ launchSeconds }) => launchSeconds);

  it("are evenly spread in draw 0, and drawn in others, each by itself, all within it", () => {
    expect(launches(0)).toEqual([72.5, 97.5, 122.5, 147.5]);
    for (const draw of [1, 2, 3]) {
      const drawn = launches(draw);
      expect(new Set(drawn).size).toBe(4);
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(60);
      expect(Math.max(...drawn)).toBeLessThanOrEqual(160);
    }
  });

  it("have either a spacing or a stretch, and not both", () => {
    expect(complaint("spacing_s: 30}", "spacing_s: 30, within_s: 5}")).toMatch(
      /either spacing_s or within_s, got both/,
    );
    expect(complaint(", spacing_s: 30}", "}")).toMatch(/either spacing_s or within_s, got nothing/);
  });
});
