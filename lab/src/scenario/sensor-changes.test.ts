import { describe, expect, it } from "vitest";
import { realCatalogue } from "./real-files.test-support.ts";
import { type Changes, dressedUnits, type Fields } from "./two-units.test-support.ts";

const radar = {
  id: "radar",
  role: "engagement",
  step: { range_km: 100, detection_probability: 0.5 },
  period_s: 4,
};
const warning = {
  id: "warning",
  role: "early-warning",
  gives: "cue",
  command_post: "town",
  position: { east_m: 0, north_m: 9000, altitude_m: 0 },
  step: { range_km: 300, detection_probability: 0.5 },
  period_s: 10,
};
const cue = { from: ["warning"], delay_s: 20, initiation_m: 1 };

function changes(own: Fields, sensors: readonly Fields[] = []): Changes {
  return { north: { sensors: [{ ...radar, ...own }] }, option: { sensors } };
}

function sensorOf(own: Fields, sensors: readonly Fields[] = [], wishes: readonly string[] = []) {
  return dressedUnits(changes(own, sensors), realCatalogue, wishes).sensors[0]!;
}

describe("what can change a sensor", () => {
  it("is nothing where nothing is written", () => {
    const fields = ["loss", "cue", "trackCapacity", "availability", "delaySeconds"];
    expect(Object.keys(sensorOf({})).filter((field) => fields.includes(field))).toEqual([]);
  });

  it("is a loss at a time, with a chance, until a time", () => {
    expect(sensorOf({ lost_at_s: 30 }).loss).toEqual({
      atSeconds: 30,
      probability: 1,
      restoredSeconds: Number.POSITIVE_INFINITY,
    });
    const lost = { lost_at_s: 30, lost_probability: 0.4, restored_at_s: 60 };
    const loss = { atSeconds: 30, probability: 0.4, restoredSeconds: 60 };
    expect(sensorOf(lost).loss).toEqual(loss);
  });

  it("is a wish: --set options.one.units.north.sensors.radar.lost_at_s=40", () => {
    const wish = "options.one.units.north.sensors.radar.lost_at_s=40";
    expect(sensorOf({}, [], [wish]).loss?.atSeconds).toBe(40);
  });

  it("is a number of places, a chance to work, a delay and a cue, whose scans are its own", () => {
    const own = { track_capacity: 6, availability: 0.9, delay_s: 5, cue };
    expect(sensorOf(own, [warning])).toMatchObject({
      trackCapacity: 6,
      availability: 0.9,
      delaySeconds: 5,
      cue: { from: ["warning"], delaySeconds: 20, scanPeriod: 4, initiationM: 1, initiationN: 1 },
    });
  });
});

describe("what surrounds a sensor", () => {
  it("shortens its range by the factor that is written, and hides what is low", () => {
    const sensor = sensorOf({ burn_through_factor: 0.5, clutter_height_m: 80 });
    expect(sensor.detection).toMatchObject({ range: 50_000 });
    expect(sensor.clutterHeight).toBe(80);
  });

  it("is set for all at once: --set environment.burn_through_factor=0.25", () => {
    const wishes = ["environment.burn_through_factor=0.25", "environment.clutter_height_m=30"];
    const sensor = sensorOf({}, [], wishes);
    expect(sensor.detection).toMatchObject({ range: 25_000 });
    expect(sensor.clutterHeight).toBe(30);
    expect(sensorOf({ burn_through_factor: 1 }, [], wishes).detection).toMatchObject({
      range: 100_000,
    });
  });
});

describe("a sensor is refused", () => {
  it.each<[string, Fields, readonly Fields[], RegExp]>([
    [
      "that is restored before it is lost",
      { lost_at_s: 30, restored_at_s: 20 },
      [],
      /restored_at_s: expected later than lost_at_s, 30 s, got 20/,
    ],
    [
      "whose times of loss and return overlap",
      { lost_at_s: [10, 40], restored_at_s: [30, 60] },
      [],
      /restored_at_s: expected later than lost_at_s, 40 s, got 30/,
    ],
    [
      "with a chance of a loss that has no time",
      { lost_probability: 0.5 },
      [],
      /lost_probability: expected the field lost_at_s/,
    ],
    ["with a cue from nobody", { cue }, [], /cue.from\[0\]: expected another sensor of the option/],
    ["that nobody takes a cue from", {}, [warning], /gives: expected track, or a sensor/],
    ["with no place at all", { track_capacity: 0 }, [], /track_capacity: expected/],
    ["whose range grows in noise", { burn_through_factor: 2 }, [], /from 0.01 to 1/],
    [
      "that needs more hits than looks when it is cued",
      { cue: { ...cue, initiation_m: 3, initiation_n: 2 } },
      [warning],
      /cue.initiation_n: expected a whole number from initiation_m, 3, to 8, got 2/,
    ],
  ])("%s", (_, own, sensors, message) => {
    expect(() => dressedUnits(changes(own, sensors), realCatalogue)).toThrow(message);
  });
});

describe("radars of a system", () => {
  it("take the same changes under radars, each by itself", () => {
    const radars = { engagement: { lost_at_s: 30 }, acquisition: { track_capacity: 100 } };
    const north = { id: "north", system: "s400", at: "town", load: { "48n6e3": 8 } };
    const option = { units: [{ ...north, sector_centre_deg: 0, radars }] };
    const { sensors } = dressedUnits({ option }, realCatalogue);
    const byId = new Map(sensors.map((sensor) => [sensor.id, sensor]));
    expect(byId.get("north.engagement")?.loss?.atSeconds).toBe(30);
    expect(byId.get("north.acquisition")?.trackCapacity).toBe(100);
  });
});
