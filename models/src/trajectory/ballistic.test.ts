import { describe, expect, test } from "vitest";
import { ecefFromGeodetic, type Geodetic } from "../geodesy/ellipsoid.ts";
import { type BallisticRequest, ballisticPath } from "./ballistic.ts";
import { pathPosition, pathSpeed } from "./path.ts";

const degree = Math.PI / 180;
const at = (latitudeDeg: number, longitudeDeg: number, height: number): Geodetic => ({
  latitude: latitudeDeg * degree,
  longitude: longitudeDeg * degree,
  height,
});
const request: BallisticRequest = {
  launch: at(34.35, 47.1, 1400),
  aim: at(33.785, 42.441, 188),
  apogeeHeight: "minimum-energy",
  ballisticCoefficient: 2000,
  stepSeconds: 1,
};

function missOf(asked: BallisticRequest): number {
  const path = ballisticPath(asked);
  const { latitude, longitude, height } = asked.aim;
  const aim = ecefFromGeodetic(latitude, longitude, height);
  const last = 3 * (path.count - 1);
  return Math.hypot(
    path.positions[last]! - aim.x,
    path.positions[last + 1]! - aim.y,
    path.positions[last + 2]! - aim.z,
  );
}

describe("a ballistic path over 430 km", () => {
  test("ends within 1 m of its aim point, whatever the apogee and the drag", () => {
    for (const apogeeHeight of ["minimum-energy", 60_000, 110_000, 250_000] as const) {
      for (const ballisticCoefficient of [Number.POSITIVE_INFINITY, 10_000, 2000, 500]) {
        expect(missOf({ ...request, apogeeHeight, ballisticCoefficient })).toBeLessThan(1);
      }
    }
  });

  test("ends within 1 m going any way, across the date line and near a pole", () => {
    const routes: [Geodetic, Geodetic][] = [
      [at(0, 0, 0), at(3, 0, 0)],
      [at(0, 0, 0), at(-3, 2, 1000)],
      [at(10, 179, 0), at(12, -179, 0)],
      [at(89, 10, 0), at(89, -160, 0)],
      [at(40, 127, 0), at(36, 140, 0)],
      [at(35, 50, 1000), at(35.3, 50.3, 1000)],
      [at(39, 125, 0), at(47, -122, 0)],
    ];
    for (const [launch, aim] of routes) {
      expect(missOf({ ...request, launch, aim })).toBeLessThan(1);
    }
  });

  test("reaches the apogee asked for, to a metre", () => {
    const path = ballisticPath({ ...request, apogeeHeight: 150_000 });
    expect(Math.abs(path.apogeeHeight - 150_000)).toBeLessThan(1);
    expect(Math.max(...path.heights)).toBeLessThanOrEqual(path.apogeeHeight + 0.1);
    expect(Math.max(...path.heights)).toBeGreaterThan(path.apogeeHeight - 2);
  });

  test("of minimum energy needs within 0.5 % of the least launch speed of all apogees", () => {
    const asked = { ...request, ballisticCoefficient: Number.POSITIVE_INFINITY };
    const speeds = [90_000, 100_000, 105_000, 110_000, 120_000, 135_000].map(
      (apogeeHeight) => ballisticPath({ ...asked, apogeeHeight }).launchSpeed,
    );
    expect(ballisticPath(asked).launchSpeed / Math.min(...speeds)).toBeLessThan(1.005);
  });

  test("arrives at 206 m/s with a ballistic coefficient of 2,000 kg/m², at 2,044 without drag", () => {
    expect(ballisticPath(request).impactSpeed).toBeCloseTo(206, 0);
    const vacuum = ballisticPath({ ...request, ballisticCoefficient: Number.POSITIVE_INFINITY });
    expect(vacuum.impactSpeed).toBeCloseTo(2044, 0);
  });

  test("takes longer the more it is braked", () => {
    const times = [Number.POSITIVE_INFINITY, 10_000, 5000, 2000, 1000, 500].map(
      (ballisticCoefficient) => ballisticPath({ ...request, ballisticCoefficient }).flightSeconds,
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test("is the same, bit for bit, when asked for again after another", () => {
    const first = ballisticPath(request);
    ballisticPath({ ...request, apogeeHeight: 200_000, ballisticCoefficient: 700 });
    expect(ballisticPath(request)).toEqual(first);
  });
});

describe("the samples of a path", () => {
  const path = ballisticPath(request);

  test("lie a second apart and end exactly at impact", () => {
    expect(path.count).toBe(Math.ceil(path.flightSeconds) + 1);
    expect(path.positions).toHaveLength(3 * path.count);
    expect(path.heights[0]).toBeCloseTo(1400, 6);
    expect(path.heights[path.count - 1]).toBeCloseTo(188, 3);
    expect(path.speeds[0]).toBeCloseTo(path.launchSpeed, 6);
    expect(path.speeds[path.count - 1]).toBeCloseTo(path.impactSpeed, 3);
  });

  test("give positions between them to 0.5 m in the hardest braking", () => {
    for (const ballisticCoefficient of [2000, 5000]) {
      const asked = { ...request, apogeeHeight: 250_000, ballisticCoefficient };
      const coarse = ballisticPath(asked);
      const fine = ballisticPath({ ...asked, stepSeconds: 0.1 });
      const out = new Float64Array(3);
      let worst = 0;
      let worstInVacuum = 0;
      for (let k = 0; k < fine.count - 1; k += 1) {
        pathPosition(coarse, k * 0.1, out);
        const error = Math.hypot(
          out[0]! - fine.positions[3 * k]!,
          out[1]! - fine.positions[3 * k + 1]!,
          out[2]! - fine.positions[3 * k + 2]!,
        );
        worst = Math.max(worst, error);
        if (fine.heights[k]! > 90_000) worstInVacuum = Math.max(worstInVacuum, error);
      }
      expect(worst).toBeLessThan(0.5);
      expect(worstInVacuum).toBeLessThan(1e-3);
    }
  });

  test("give back themselves at their own times, and refuse times outside the flight", () => {
    const out = new Float64Array(3);
    pathPosition(path, 17, out);
    expect([...out]).toEqual([...path.positions.slice(51, 54)]);
    pathPosition(path, path.flightSeconds, out);
    for (let axis = 0; axis < 3; axis += 1) {
      expect(out[axis]).toBeCloseTo(path.positions[3 * (path.count - 1) + axis]!, 6);
    }
    expect(pathSpeed(path, 17)).toBe(path.speeds[17]);
    expect(() => pathPosition(path, -0.1, out)).toThrow(/expected a time from 0 to/);
    expect(() => pathPosition(path, path.flightSeconds + 0.1, out)).toThrow(RangeError);
    expect(() => pathPosition(path, Number.NaN, out)).toThrow(/got NaN/);
  });
});

describe("a path that cannot be", () => {
  test("is refused with the reason", () => {
    const refused = (change: Partial<BallisticRequest>) =>
      expect(() => ballisticPath({ ...request, ...change }));
    refused({ apogeeHeight: 1000 }).toThrow(/apogee above launch and aim \(1400 m\), got 1000/);
    refused({ aim: request.launch }).toThrow(/neither equal nor antipodal/);
    refused({ ballisticCoefficient: 0 }).toThrow(/coefficient above 0 kg\/m², got 0/);
    refused({ stepSeconds: 0 }).toThrow(/step above 0 s/);
    refused({ launch: at(95, 0, 0) }).toThrow(/expected launch within ±π\/2/);
    refused({ aim: at(33, Number.NaN, 0) }).toThrow(/expected aim within/);
  });

  test("is refused where the air stops it short: 430 km under 15 km with 1 kg/m²", () => {
    const asked = { ...request, apogeeHeight: 15_000, ballisticCoefficient: 1 };
    expect(() => ballisticPath(asked)).toThrow(/with apogee at 15000 m: no path found/);
  });
});
