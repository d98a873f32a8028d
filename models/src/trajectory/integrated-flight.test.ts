/** Ballistic paths against a plain Runge–Kutta integration at a hundredth of their step. */
import { describe, expect, test } from "vitest";
import { standardDensity } from "../environment/atmosphere.ts";
import { EARTH_GRAVITATION, EARTH_J2 } from "../environment/gravity.ts";
import {
  ecefFromGeodetic,
  geodeticHeight,
  WGS84_EQUATORIAL_RADIUS,
  writeNormal,
} from "../geodesy/ellipsoid.ts";
import { EARTH_ROTATION_RATE } from "../geodesy/frame.ts";
import { type BallisticRequest, ballisticPath } from "./ballistic.ts";
import type { Path } from "./path.ts";

const degree = Math.PI / 180;

/** Acceleration in Earth-fixed axes: gravity with J₂, the turning of the Earth, drag if asked. */
function acceleration(state: readonly number[], ballisticCoefficient: number): number[] {
  const [x, y, z, vx, vy, vz] = state as [number, number, number, number, number, number];
  const r2 = x * x + y * y + z * z;
  const r = Math.sqrt(r2);
  const central = -EARTH_GRAVITATION / (r2 * r);
  const bulge = (1.5 * EARTH_J2 * WGS84_EQUATORIAL_RADIUS ** 2) / r2;
  const slant = (5 * z * z) / r2;
  const w = EARTH_ROTATION_RATE;
  const along = central * (1 + bulge * (1 - slant));
  const gravity = [along * x, along * y, central * (1 + bulge * (3 - slant)) * z];
  const speed = Math.hypot(vx, vy, vz);
  const height = geodeticHeight(x, y, z);
  const density =
    Number.isFinite(ballisticCoefficient) && height < 86_000 ? standardDensity(height) : 0;
  const drag = (density * speed) / (2 * ballisticCoefficient);
  return [
    gravity[0]! + w * w * x + 2 * w * vy - drag * vx,
    gravity[1]! + w * w * y - 2 * w * vx - drag * vy,
    gravity[2]! - drag * vz,
  ];
}

function advanced(state: readonly number[], seconds: number, coefficient: number): number[] {
  const slope = (at: readonly number[]) => [...at.slice(3), ...acceleration(at, coefficient)];
  const moved = (by: readonly number[], share: number) =>
    state.map((value, i) => value + share * by[i]!);
  const a = slope(state);
  const b = slope(moved(a, seconds / 2));
  const c = slope(moved(b, seconds / 2));
  const d = slope(moved(c, seconds));
  return state.map((value, i) => value + (seconds / 6) * (a[i]! + 2 * b[i]! + 2 * c[i]! + d[i]!));
}

/** Height gained in a second. */
function climb(state: readonly number[]): number {
  const normal = new Float64Array(3);
  writeNormal(state[0]!, state[1]!, state[2]!, normal);
  return state[3]! * normal[0]! + state[4]! * normal[1]! + state[5]! * normal[2]!;
}

/** Positions every second, from a start, with drag from apogee on. */
function flown(start: readonly number[], seconds: number, coefficient: number): number[][] {
  const places: number[][] = [start.slice(0, 3)];
  let state = [...start];
  let isFalling = false;
  for (let k = 1; k <= 100 * seconds; k++) {
    const before = climb(state);
    const next = advanced(state, 0.01, isFalling ? coefficient : Number.POSITIVE_INFINITY);
    if (isFalling || climb(next) > 0) state = next;
    else {
      // Drag sets in at apogee, within the step.
      isFalling = true;
      const rising = (0.01 * before) / (before - climb(next));
      const top = advanced(state, rising, Number.POSITIVE_INFINITY);
      state = advanced(top, 0.01 - rising, coefficient);
    }
    if (k % 100 === 0) places.push(state.slice(0, 3));
  }
  return places;
}

const placeOf = (path: Path, k: number): number[] => [...path.positions.subarray(3 * k, 3 * k + 3)];

/** The velocity at the start of a path: that which leads through its sample `k` seconds later. */
function startOf(path: Path, k: number): number[] {
  const [from, to] = [placeOf(path, 0), placeOf(path, k)];
  const velocity = to.map((value, i) => (value - from[i]!) / k);
  for (let round = 0; round < 6; round++) {
    const there = flown([...from, ...velocity], k, Number.POSITIVE_INFINITY).at(-1)!;
    for (let i = 0; i < 3; i++) velocity[i] = velocity[i]! + (to[i]! - there[i]!) / k;
  }
  return [...from, ...velocity];
}

const at = (latitudeDeg: number, longitudeDeg: number, height: number) => ({
  latitude: latitudeDeg * degree,
  longitude: longitudeDeg * degree,
  height,
});

const iraq = { launch: at(34.35, 47.1, 1400), aim: at(33.785, 42.441, 188) };
const near = { launch: at(33.5, 42.3, 100), aim: at(33.785, 42.441, 188) };
const flights: readonly (readonly [string, Omit<BallisticRequest, "stepSeconds">])[] = [
  [
    "of least energy over 430 km",
    { ...iraq, apogeeHeight: "minimum-energy", ballisticCoefficient: 6000 },
  ],
  ["lofted to 250 km", { ...iraq, apogeeHeight: 250_000, ballisticCoefficient: 6000 }],
  [
    "lofted by 60 degrees at launch",
    { ...iraq, apogeeHeight: { launchElevation: 60 * degree }, ballisticCoefficient: 6000 },
  ],
  ["depressed to 60 km", { ...iraq, apogeeHeight: 60_000, ballisticCoefficient: 6000 }],
  [
    "depressed by 25 degrees at launch",
    { ...iraq, apogeeHeight: { launchElevation: 25 * degree }, ballisticCoefficient: 6000 },
  ],
  [
    "of a rocket over 34 km",
    { ...near, apogeeHeight: "minimum-energy", ballisticCoefficient: 3000 },
  ],
  [
    "released at 10 km",
    { launch: at(34, 45, 10_000), aim: iraq.aim, apogeeHeight: 60_000, ballisticCoefficient: 6000 },
  ],
];

describe("a ballistic path", () => {
  test.each(flights)(
    "%s is that of an integrator at a hundredth of its step within 20 cm",
    (_what, asked) => {
      const path = ballisticPath({ ...asked, stepSeconds: 1 });
      const seconds = path.count - 2;
      // Far enough to tell the speed to a millimetre a second, and still on the way up.
      const places = flown(
        startOf(path, Math.min(20, Math.floor(seconds / 4))),
        seconds,
        asked.ballisticCoefficient,
      );
      let worst = 0;
      for (const [k, place] of places.entries()) {
        const [x, y, z] = placeOf(path, k).map((value, i) => value - place[i]!);
        worst = Math.max(worst, Math.hypot(x!, y!, z!));
      }
      // Worst: 0.14 m, lofted to 250 km.
      expect(worst).toBeLessThan(0.2);
      const { latitude, longitude, height } = asked.aim;
      const aim = ecefFromGeodetic(latitude, longitude, height);
      const [x, y, z] = placeOf(path, path.count - 1);
      expect(Math.hypot(x! - aim.x, y! - aim.y, z! - aim.z)).toBeLessThan(1);
    },
  );

  test("starts at the elevation that was asked for, within a thousandth of a degree", () => {
    for (const elevation of [25, 40, 60, 75]) {
      const path = ballisticPath({
        ...iraq,
        apogeeHeight: { launchElevation: elevation * degree },
        ballisticCoefficient: 6000,
        stepSeconds: 1,
      });
      const [, , , vx, vy, vz] = startOf(path, 20);
      const { latitude, longitude } = iraq.launch;
      const up =
        Math.cos(latitude) * (Math.cos(longitude) * vx! + Math.sin(longitude) * vy!) +
        Math.sin(latitude) * vz!;
      const found = Math.asin(up / Math.hypot(vx!, vy!, vz!)) / degree;
      expect(Math.abs(found - elevation)).toBeLessThan(0.001);
    }
  });

  test("is refused at an elevation of 0 or 90 degrees", () => {
    for (const launchElevation of [0, Math.PI / 2]) {
      const asked = {
        ...iraq,
        apogeeHeight: { launchElevation },
        ballisticCoefficient: 6000,
        stepSeconds: 1,
      };
      expect(() => ballisticPath(asked)).toThrow(/launch elevation/);
    }
  });
});
