import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geodeticFromEcef } from "../geodesy/ellipsoid.ts";
import { geodesic } from "../geodesy/geodesic.ts";
import { type FlownRouteRequest, flownRoutePath } from "./flown-route.ts";
import { RouteError } from "./ground-track.ts";
import { pathLength, sampleSeconds } from "./path.ts";
import { flatRoutePath, routePath } from "./route.ts";

const degree = Math.PI / 180;
const level = (): number => 0;

const flat = (
  points: readonly (readonly [number, number, number, number])[],
  more: Partial<FlownRouteRequest> = {},
): FlownRouteRequest => ({
  world: "flat",
  waypoints: points.map(([x, y, height, speed]) => ({
    place: [x, y],
    height,
    above: "ground",
    speed,
  })),
  limits: {},
  ground: level,
  stepSeconds: 1,
  ...more,
});

describe("a flown route without limits", () => {
  test("is the plain route on the flat world", () => {
    const points = [
      [0, 0, 100, 50],
      [1000, 0, 100, 100],
      [1000, 1000, 600, 100],
    ] as const;
    const plain = flatRoutePath(
      points.map(([x, y, z, speed]) => ({ x, y, z, speed })),
      1,
    );
    const flown = flownRoutePath(flat(points));
    expect(flown.flightSeconds).toBeCloseTo(plain.flightSeconds, 9);
    expect(flown.count).toBe(plain.count);
    plain.positions.forEach((value, i) => {
      expect(flown.positions[i]).toBeCloseTo(value, 6);
    });
    expect([...flown.speeds]).toEqual([...plain.speeds]);
  });

  test("is the plain route over the round Earth within 2 cm", () => {
    const points = [
      { latitude: 33 * degree, longitude: 44 * degree, height: 100, speed: 240 },
      { latitude: 36 * degree, longitude: 45 * degree, height: 900, speed: 200 },
      { latitude: 36 * degree, longitude: 47 * degree, height: 50, speed: 200 },
    ];
    const plain = routePath(points, 5);
    const flown = flownRoutePath({
      world: "wgs84",
      waypoints: points.map(({ latitude, longitude, height, speed }) => ({
        place: [latitude, longitude],
        height,
        above: "ellipsoid",
        speed,
      })),
      limits: {},
      ground: level,
      stepSeconds: 5,
    });
    expect(flown.flightSeconds).toBeCloseTo(plain.flightSeconds, 4);
    let worst = 0;
    for (let k = 0; k < 3 * plain.count; k += 3) {
      const [x, y, z] = [0, 1, 2].map((i) => flown.positions[k + i]! - plain.positions[k + i]!);
      worst = Math.max(worst, Math.hypot(x!, y!, z!));
    }
    expect(worst).toBeLessThan(0.02);
  });
});

/** The same flight, step by step: heading by turn rate, speed by acceleration. */
function integrated(
  legs: { length: number; heading: number }[],
  speeds: number[],
  radius: number,
  acceleration: number,
  step: number,
): Float64Array {
  const out: number[] = [0, 0];
  let [x, y, speed, heading] = [0, 0, speeds[0]!, legs[0]!.heading];
  const reach = legs.map((leg, i) =>
    i + 1 < legs.length ? radius * Math.tan(Math.abs(legs[i + 1]!.heading - leg.heading) / 2) : 0,
  );
  for (const [i, leg] of legs.entries()) {
    const straight = leg.length - reach[i]! - (i > 0 ? reach[i - 1]! : 0);
    const change = i + 1 < legs.length ? legs[i + 1]!.heading - leg.heading : 0;
    const arc = radius * Math.abs(change);
    // A leg in time runs from the middle of one turn to the middle of the next.
    const half = i > 0 ? (radius * Math.abs(leg.heading - legs[i - 1]!.heading)) / 2 : 0;
    let left = straight + half + arc / 2;
    let turning = half;
    const sign = (value: number): number => Math.sign(value);
    const before = i > 0 ? sign(leg.heading - legs[i - 1]!.heading) : 0;
    while (left > 1e-9) {
      const isSecondHalf = turning > 1e-9;
      const isFirstHalf = left <= arc / 2 + 1e-9;
      let move = speed * step;
      move = Math.min(move, left);
      if (isSecondHalf) move = Math.min(move, turning);
      else if (!isFirstHalf) move = Math.min(move, left - arc / 2);
      const seconds = move / speed;
      const rate = isSecondHalf ? before / radius : isFirstHalf ? sign(change) / radius : 0;
      const mid = heading + (rate * move) / 2;
      x += move * Math.sin(mid);
      y += move * Math.cos(mid);
      heading += rate * move;
      left -= move;
      if (isSecondHalf) turning -= move;
      const wanted = speeds[i]!;
      const gain = acceleration * seconds;
      speed = speed < wanted ? Math.min(wanted, speed + gain) : Math.max(wanted, speed - gain);
    }
    out.push(x, y);
  }
  return Float64Array.from(out);
}

describe("a route with limits", () => {
  const legs = [
    { length: 40_000, heading: 0 },
    { length: 30_000, heading: 1 },
    { length: 50_000, heading: -0.5 },
  ];
  const speeds = [200, 260, 230];
  const points: [number, number, number, number][] = [[0, 0, 60, 200]];
  for (const [i, { length, heading }] of legs.entries()) {
    const [x, y] = points[i]!;
    points.push([
      x + length * Math.sin(heading),
      y + length * Math.cos(heading),
      60,
      speeds[i + 1] ?? 230,
    ]);
  }
  const limits = { turnRadius: 4000, accelerationMax: 2 };

  test("passes where an integrator at a hundredth of the step passes, within 5 cm", () => {
    const path = flownRoutePath(flat(points, { limits, stepSeconds: 0.1 }));
    const steps = integrated(legs, speeds, 4000, 2, 0.01);
    // The places where legs meet in the integration lie on the path.
    for (let i = 2; i < steps.length - 2; i += 2) {
      let nearest = Number.POSITIVE_INFINITY;
      for (let k = 1; k < path.count; k++) {
        const [ax, ay] = [path.positions[3 * k - 3]!, path.positions[3 * k - 2]!];
        const [bx, by] = [path.positions[3 * k]! - ax, path.positions[3 * k + 1]! - ay];
        const [px, py] = [steps[i]! - ax, steps[i + 1]! - ay];
        const share = Math.max(0, Math.min(1, (px * bx + py * by) / (bx * bx + by * by)));
        nearest = Math.min(nearest, Math.hypot(px - share * bx, py - share * by));
      }
      // Chords of a tenth of a second lie up to 26²/(8·4000) = 0.02 m inside the turn.
      expect(nearest).toBeLessThan(0.05);
    }
    expect(Math.hypot(steps[6]! - points[3]![0], steps[7]! - points[3]![1])).toBeLessThan(0.05);
  });

  test("is the same flight at a hundredth of the step within 1 mm", () => {
    const path = flownRoutePath(flat(points, { limits }));
    const fine = flownRoutePath(flat(points, { limits, stepSeconds: 0.01 }));
    expect(fine.flightSeconds).toBe(path.flightSeconds);
    for (let k = 0; k < path.count - 1; k++) {
      for (let axis = 0; axis < 3; axis++) {
        expect(path.positions[3 * k + axis]).toBeCloseTo(fine.positions[300 * k + axis]!, 3);
      }
    }
    // Speed by differences of the fine path; its length is the speed summed up.
    let length = 0;
    for (let k = 1; k < fine.count; k++) {
      const seconds = sampleSeconds(fine, k) - sampleSeconds(fine, k - 1);
      length += (seconds * (fine.speeds[k]! + fine.speeds[k - 1]!)) / 2;
    }
    expect(Math.abs(pathLength(fine) - length)).toBeLessThan(0.1);
  });

  test("passes a waypoint on the inside by radius × (1/cos(turn/2) − 1): 558 m for 57 degrees", () => {
    const path = flownRoutePath(flat(points, { limits, stepSeconds: 0.1 }));
    const [wx, wy] = points[1]!;
    let nearest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < path.count; k++) {
      nearest = Math.min(
        nearest,
        Math.hypot(path.positions[3 * k]! - wx, path.positions[3 * k + 1]! - wy),
      );
    }
    expect(nearest).toBeCloseTo(4000 * (1 / Math.cos(0.5) - 1), 0);
  });

  test("turns with 250²/(g·tan 45°) = 6,373 m at 250 m/s and a bank of 45 degrees", () => {
    const corner = [
      [0, 0, 100, 250],
      [0, 50_000, 100, 250],
      [50_000, 50_000, 100, 250],
    ] as const;
    const path = flownRoutePath(flat(corner, { limits: { bankMax: 45 * degree } }));
    const radius = 250 ** 2 / 9.80665;
    const expected = (100_000 - 2 * radius + (radius * Math.PI) / 2) / 250;
    expect(path.flightSeconds).toBeCloseTo(expected, 6);
  });

  test("ends at its last waypoint within a micrometre, whatever the route", () => {
    const coordinate = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 5 }),
        (turns) => {
          const waypoints = [
            [0.5, 0.7],
            ...turns.map(([a, b], i) => [0.52 + 0.02 * i + a / 90, 0.7 + b / 30]),
          ];
          const path = flownRoutePath({
            world: "wgs84",
            waypoints: waypoints.map((place) => ({
              place: place as [number, number],
              height: 100,
              above: "ground",
              speed: 70,
            })),
            limits: { turnRadius: 100, climbRateMax: 10, descentRateMax: 10 },
            ground: (a, b) => 300 * (1 + Math.sin(2000 * a) * Math.cos(2000 * b)),
            stepSeconds: 20,
          });
          const [x, y, z] = path.positions.slice(-3);
          const last = waypoints[waypoints.length - 1]!;
          const end = geodeticFromEcef({ x: x!, y: y!, z: z! });
          const aim = { latitude: last[0]!, longitude: last[1]! };
          expect(geodesic(end, aim).distance).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("over a ridge", () => {
  // 400 m high, rising over 2 km, 20 km from the start.
  const ridge = (_: number, y: number): number =>
    400 * Math.max(0, 1 - Math.abs(y - 20_000) / 2000);
  const points = [
    [0, 0, 60, 240],
    [0, 40_000, 60, 240],
  ] as const;

  test("a route at 60 m above ground follows within the looks at the ground", () => {
    const path = flownRoutePath(flat(points, { ground: ridge, spacing: 100 }));
    for (let k = 0; k < path.count; k++) {
      const above = path.heights[k]! - ridge(0, path.positions[3 * k + 1]!);
      expect(above).toBeGreaterThan(59.99);
      expect(above).toBeLessThan(60.01);
    }
  });

  test("one that climbs at 20 m/s starts to climb 3.5 km before the foot and never flies lower", () => {
    const limits = { climbRateMax: 20, descentRateMax: 20 };
    const path = flownRoutePath(flat(points, { ground: ridge, limits, spacing: 100 }));
    let [climbStart, rateMax] = [0, 0];
    for (let k = 1; k < path.count; k++) {
      expect(path.heights[k]! - ridge(0, path.positions[3 * k + 1]!)).toBeGreaterThan(59.9);
      if (path.heights[k]! > 60.01 && climbStart === 0) climbStart = path.positions[3 * k + 1]!;
      rateMax = Math.max(rateMax, Math.abs(path.heights[k]! - path.heights[k - 1]!));
    }
    expect(rateMax).toBeLessThan(20.001);
    const foot = 20_000 - 400 / (20 / Math.sqrt(240 ** 2 - 20 ** 2));
    expect(Math.abs(climbStart - foot)).toBeLessThan(240);
  });
});

describe("an impossible route is refused with its waypoint", () => {
  const refusal = (request: FlownRouteRequest): RouteError => {
    try {
      flownRoutePath(request);
    } catch (error) {
      if (error instanceof RouteError) return error;
      throw error;
    }
    throw new Error("not refused");
  };

  test("for a turn that its legs have no room for", () => {
    const points = [
      [0, 0, 60, 200],
      [0, 5000, 60, 200],
      [5000, 5000, 60, 200],
    ] as const;
    const error = refusal(flat(points, { limits: { turnRadius: 8000 } }));
    expect(error.waypoint).toBe(1);
    expect(error.message).toMatch(/turn of 90 degrees with a radius of 8 km: 8 km.*got 5 km/);
  });

  test("for a height below the ground, a gap in the ground, and a place twice", () => {
    const ok = [0, 5000, 60, 200] as const;
    expect(refusal(flat([[0, 0, -1, 200], ok]))).toMatchObject({ waypoint: 0, got: "-1 m" });
    expect(refusal(flat([[0, 0, 60, 200], ok], { ground: () => Number.NaN })).waypoint).toBe(1);
    expect(refusal(flat([ok, ok])).waypoint).toBe(1);
  });

  test("for a climb or a change of speed that the leg is too short for", () => {
    const climb = flat(
      [
        [0, 0, 60, 200],
        [0, 2000, 1060, 200],
      ],
      { limits: { climbRateMax: 50 } },
    );
    const plain = {
      ...climb,
      waypoints: climb.waypoints.map((w) => ({ ...w, above: "ellipsoid" as const })),
    };
    expect(refusal(plain)).toMatchObject({ waypoint: 1, got: "1000 m" });
    const faster = flat(
      [
        [0, 0, 60, 100],
        [0, 9000, 60, 300],
        [0, 18_000, 60, 300],
      ],
      { limits: { accelerationMax: 2 } },
    );
    expect(refusal(faster)).toMatchObject({ waypoint: 2, got: "9 km" });
  });

  test("for terrain that cannot be followed down to a height that is fixed", () => {
    const cliff = (_: number, y: number): number => (y < 9800 ? 500 : 0);
    const points = [
      [0, 0, 60, 200],
      [0, 10_000, 60, 200],
    ] as const;
    const error = refusal(flat(points, { ground: cliff, limits: { descentRateMax: 10 } }));
    expect(error.waypoint).toBe(1);
    expect(error.message).toMatch(/m higher/);
  });
});
