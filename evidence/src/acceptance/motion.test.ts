/**
 * How every class of threat moves: where it ends, how it scatters, and whether its route keeps its
 * places, heights and speeds against a plain integration at a hundredth of the step.
 */
import { packedCatalogue } from "@pavise/catalogue/packed";
import {
  CourseCache,
  dress,
  Engagement,
  FATE,
  type Setup,
  scenarioFromValue,
  Tally,
  tabulate,
} from "@pavise/lab";
import { ecefFromGeodetic, flownRoutePath } from "@pavise/models";
import { describe, expect, test } from "vitest";

const catalogue = packedCatalogue();
const types = [...catalogue.threats.values()];
const CLASSES = ["ballistic", "cruise", "drone", "aircraft", "rocket"] as const;

/** One threat of a type on its way to an air base, sure to fly, with the scatter that is asked for. */
function setupOf({ id, class: threatClass }: (typeof types)[number], cepMetres: number): Setup {
  const falls = threatClass === "ballistic" || threatClass === "rocket";
  const start = falls
    ? { lat_deg: 33.95, lon_deg: 42.4412, altitude_m: 200 }
    : { lat_deg: 33.83, lon_deg: 42.4412, altitude_m: 2000 };
  const route = [
    start,
    { lat_deg: 33.81, lon_deg: 42.43, altitude_m: 1200, speed_m_s: 60 },
    { place: "ain_al_asad", speed_m_s: 50 },
  ];
  const scatters = threatClass !== "aircraft";
  const scenario = scenarioFromValue({
    schema: "pavise-scenario/1",
    id: "one",
    title: "One threat",
    question: "Where does it end?",
    world: "wgs84",
    assets: [{ id: "base", place: "ain_al_asad", arrival_radius_km: 0.5 }],
    threats: { [id]: { flight_reliability: 1, ...(scatters ? { cep_m: cepMetres } : {}) } },
    raid: [
      {
        id: "threat",
        threat: id,
        aim: "base",
        ...(falls ? { launch: start, apogee: "minimum-energy" } : { route }),
        launch_times: { start_s: 0, spacing_s: 0 },
      },
    ],
    options: [{ id: "none", units: [] }],
  });
  return dress(scenario, catalogue, { option: "none", seed: 3, draw: 0 });
}

describe.each(CLASSES)("every %s of the catalogue", (threatClass) => {
  const own = types.filter((type) => type.class === threatClass);

  test("is there, and ends within 1 m of its aim point, without scatter always arrived", () => {
    expect(own.length).toBeGreaterThan(0);
    for (const type of own) {
      const setup = setupOf(type, 0);
      const path = new CourseCache().pathOf("wgs84", setup.courses[0]!);
      const { x, y, z } = ecefFromGeodetic(...setup.assets[0]!.position);
      const [endX, endY, endZ] = path.positions.subarray(3 * (path.count - 1));
      expect(Math.hypot(endX! - x, endY! - y, endZ! - z), type.id).toBeLessThan(1);
      const tally = new Tally(1, 0, 0);
      new Engagement(tabulate(setup)).replicate(0, tally);
      expect(tally.fates[FATE.arrived], type.id).toBe(1);
    }
  });
});

// A crewed aircraft is not aimed like a round and has no scatter.
const scattering = CLASSES.filter((threatClass) => threatClass !== "aircraft");

// Half fall within the CEP. A share of 0.5 ± 0.0035 is a CEP within 1 %: its slope is ln 2.
test.each(scattering)(
  "a %s falls about its aim with the CEP that was stated within 1 % over 100,000 nights",
  (threatClass) => {
    const type = types.find((each) => each.class === threatClass)!;
    const tables = tabulate(setupOf(type, 500));
    const engagement = new Engagement(tables);
    const tally = new Tally(1, 0, 0);
    let within = 0;
    for (let night = 0; night < 100_000; night++) {
      engagement.replicate(night, tally);
      within += tally.fates[FATE.arrived]!;
    }
    const cep = 500 * Math.sqrt(Math.LN2 / -Math.log1p(-within / 100_000));
    expect(Math.abs(cep / 500 - 1)).toBeLessThan(0.01);
  },
);

/** Waypoints of one class on the flat world: leg by leg length, heading, height at its end, speed. */
interface Leg {
  readonly length: number;
  readonly heading: number;
  readonly height: number;
  readonly speed: number;
}
interface Flight {
  readonly height: number;
  readonly legs: readonly Leg[];
  readonly limits: { readonly turnRadius: number; readonly accelerationMax: number };
}

const flights: Readonly<Record<"cruise" | "drone" | "aircraft", Flight>> = {
  cruise: {
    height: 60,
    legs: [
      { length: 40_000, heading: 0, height: 60, speed: 240 },
      { length: 30_000, heading: 0.9, height: 60, speed: 240 },
      { length: 25_000, heading: -0.4, height: 30, speed: 270 },
    ],
    limits: { turnRadius: 4000, accelerationMax: 1 },
  },
  drone: {
    height: 1000,
    legs: [
      { length: 20_000, heading: 1, height: 1000, speed: 50 },
      { length: 12_000, heading: 2.2, height: 400, speed: 45 },
      { length: 8000, heading: 1.5, height: 0, speed: 55 },
    ],
    limits: { turnRadius: 400, accelerationMax: 0.5 },
  },
  aircraft: {
    height: 3000,
    legs: [
      { length: 80_000, heading: 0, height: 9000, speed: 250 },
      { length: 60_000, heading: 1.2, height: 6000, speed: 300 },
      { length: 50_000, heading: 2.6, height: 6000, speed: 220 },
    ],
    limits: { turnRadius: 9000, accelerationMax: 2 },
  },
};

interface Piece {
  readonly leg: number;
  readonly length: number;
  /** Change of heading per metre. */
  readonly curvature: number;
}

/** Straights and half turns, in order; a leg runs from the middle of one turn to that of the next. */
function piecesOf({ legs, limits }: Flight): Piece[] {
  const turn = (k: number): number => (legs[k]?.heading ?? Number.NaN) - legs[k - 1]!.heading;
  return legs.flatMap(({ length }, k): Piece[] => {
    const [before, after] = [k > 0 ? turn(k) : 0, k + 1 < legs.length ? turn(k + 1) : 0];
    const arc = (change: number): Piece => ({
      leg: k,
      length: (limits.turnRadius * Math.abs(change)) / 2,
      curvature: Math.sign(change) / limits.turnRadius,
    });
    const reach = (change: number): number => limits.turnRadius * Math.tan(Math.abs(change) / 2);
    const straight = { leg: k, length: length - reach(before) - reach(after), curvature: 0 };
    return [arc(before), straight, arc(after)];
  });
}

/** East, north, up and speed every second: heading, climb and speed integrated at 0.01 s. */
function integrated(flight: Flight): number[][] {
  const pieces = piecesOf(flight);
  const lengths = flight.legs.map((_, k) =>
    pieces.filter(({ leg }) => leg === k).reduce((sum, { length }) => sum + length, 0),
  );
  let [east, north, up, heading, speed] = [0, 0, flight.height, 0, flight.legs[0]!.speed];
  heading = flight.legs[0]!.heading;
  const seconds: number[][] = [[east, north, up, speed]];
  let [spare, step] = [0.01, 0];
  for (const { leg, length, curvature } of pieces) {
    const wanted = flight.legs[leg]!.speed;
    const start = leg === 0 ? flight.height : flight.legs[leg - 1]!.height;
    const gradient = (flight.legs[leg]!.height - start) / lengths[leg]!;
    const slant = Math.sqrt(1 + gradient * gradient);
    let left = length;
    while (left > 1e-9) {
      const change = Math.min(flight.limits.accelerationMax * spare, Math.abs(wanted - speed));
      const after = speed + Math.sign(wanted - speed) * change;
      const whole = (((speed + after) / 2) * spare) / slant;
      const share = Math.min(1, left / whole);
      const move = whole * share;
      const middle = heading + (curvature * move) / 2;
      east += move * Math.sin(middle);
      north += move * Math.cos(middle);
      up += move * gradient;
      heading += curvature * move;
      speed += (after - speed) * share;
      left -= move;
      spare -= spare * share;
      if (spare > 1e-12) continue;
      spare = 0.01;
      step += 1;
      if (step % 100 === 0) seconds.push([east, north, up, speed]);
    }
  }
  return seconds;
}

describe("a route", () => {
  test.each(Object.entries(flights))(
    "of a %s keeps place and height within 10 cm and speed within 2 cm/s of its integration",
    (_class, flight) => {
      let [x, y] = [0, 0];
      const places = flight.legs.map(({ length, heading }) => {
        x += length * Math.sin(heading);
        y += length * Math.cos(heading);
        return [x, y] as const;
      });
      const waypoints = [[0, 0] as const, ...places].map((place, k) => ({
        place,
        height: k === 0 ? flight.height : flight.legs[k - 1]!.height,
        above: "ellipsoid" as const,
        speed: (flight.legs[k] ?? flight.legs[k - 1]!).speed,
      }));
      const path = flownRoutePath({
        world: "flat",
        waypoints,
        limits: flight.limits,
        ground: () => 0,
        stepSeconds: 1,
      });
      const steps = integrated(flight);
      expect(Math.abs(steps.length - path.count)).toBeLessThanOrEqual(1);
      let [apart, slower] = [0, 0];
      for (let k = 0; k < Math.min(steps.length, path.count - 1); k++) {
        const [east, north, up, speed] = steps[k]!;
        const [a, b, c] = path.positions.subarray(3 * k, 3 * k + 3);
        apart = Math.max(apart, Math.hypot(a! - east!, b! - north!, c! - up!));
        slower = Math.max(slower, Math.abs(path.speeds[k]! - speed!));
      }
      expect(apart).toBeLessThan(0.1);
      expect(slower).toBeLessThan(0.02);
      // Its end is the last waypoint, and every other is passed on the inside of its turn.
      const end = path.positions.subarray(3 * (path.count - 1));
      expect(Math.hypot(end[0]! - x, end[1]! - y)).toBeLessThan(1e-6);
      for (const [k, { place, height }] of path.passages.entries()) {
        if (k === 0 || k === path.passages.length - 1) continue;
        const change = flight.legs[k]!.heading - flight.legs[k - 1]!.heading;
        const inside = flight.limits.turnRadius * (1 / Math.cos(change / 2) - 1);
        const [px, py] = waypoints[k]!.place;
        expect(Math.abs(Math.hypot(place[0] - px, place[1] - py) - inside)).toBeLessThan(0.05);
        expect(height).toBeCloseTo(waypoints[k]!.height, 6);
      }
    },
  );
});
