import { hypot, vector3 } from "@pavise/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interceptPoint } from "./intercept-point.ts";

const origin = vector3<"flat">(0, 0, 0);
const metres = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const speeds = fc.double({ min: -3000, max: 3000, noNaN: true });

describe("the meeting of a straight threat and a straight interceptor", () => {
  test("happens after 50.885 s at 37.3 km for 250 m/s against 900 m/s launched at 8 s", () => {
    const met = interceptPoint({
      threatPosition: vector3<"flat">(50_000, 0, 10_000),
      threatVelocity: vector3<"flat">(-250, 0, 0),
      launcherPosition: origin,
      interceptorSpeed: 900,
      launchTime: 8,
    });
    expect(met?.time).toBeCloseTo(50.88517465387172, 9);
    expect(met?.position.x).toBeCloseTo(37278.70633653207, 6);
    expect(met?.distance).toBeCloseTo(38596.65718848455, 6);
  });

  test("never happens when the threat flees faster than the interceptor flies", () => {
    const fleeing = {
      threatPosition: vector3<"flat">(-10_000, 0, 5000),
      threatVelocity: vector3<"flat">(-400, 0, 0),
      launcherPosition: origin,
      interceptorSpeed: 350,
      launchTime: 2,
    };
    expect(interceptPoint(fleeing)).toBeNull();
    expect(interceptPoint({ ...fleeing, interceptorSpeed: 400 })).toBeNull();
  });

  test("happens for equal speeds only when the threat comes nearer", () => {
    const met = interceptPoint({
      threatPosition: vector3<"flat">(10_000, 0, 0),
      threatVelocity: vector3<"flat">(-500, 0, 0),
      launcherPosition: origin,
      interceptorSpeed: 500,
      launchTime: 0,
    });
    expect(met?.time).toBe(10);
  });

  test("puts threat and interceptor at one place at one time, and never before launch", () => {
    fc.assert(
      fc.property(metres, metres, metres, speeds, speeds, speeds, (x, y, z, u, v, w) => {
        const met = interceptPoint({
          threatPosition: vector3<"flat">(x, y, z),
          threatVelocity: vector3<"flat">(u, v, w),
          launcherPosition: origin,
          interceptorSpeed: 1500,
          launchTime: 5,
        });
        const speed = hypot(hypot(u, v), w);
        if (met === null) {
          // Only a threat at least as fast as the interceptor can never be met.
          expect(speed).toBeGreaterThanOrEqual(1500 * (1 - 1e-12));
          return;
        }
        expect(met.time).toBeGreaterThanOrEqual(5);
        const { position } = met;
        const flown = hypot(hypot(position.x, position.y), position.z);
        const scale = 1 + met.distance + speed * met.time;
        expect(Math.abs(flown - met.distance) / scale).toBeLessThan(1e-9);
        expect(Math.abs(x + u * met.time - position.x) / scale).toBeLessThan(1e-12);
      }),
    );
  });

  test("refuses an interceptor that stands still", () => {
    expect(() =>
      interceptPoint({
        threatPosition: origin,
        threatVelocity: origin,
        launcherPosition: origin,
        interceptorSpeed: 0,
        launchTime: 0,
      }),
    ).toThrow(/positive speed, got 0/);
  });
});
