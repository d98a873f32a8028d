import { describe, expect, test } from "vitest";
import { allenEggersPeak, allenEggersSpeed, reentry } from "./reentry.ts";

const degree = Math.PI / 180;
const request = {
  speed: 2000,
  descentAngle: 45 * degree,
  ballisticCoefficient: 3000,
  altitude: 100_000,
  altitudes: [60_000, 20_000, 5000, 0],
};

describe("re-entry at 2 km/s and 45 degrees with 3,000 kg/m²", () => {
  test("brakes hardest at 11.0 km with 135 m/s², and hits the ground at 375 m/s after 72.7 s", () => {
    const descent = reentry(request);
    expect(descent.decelerationMax).toBeCloseTo(135.303, 2);
    expect(descent.decelerationMaxAltitude / 1000).toBeCloseTo(11.02, 1);
    const ground = descent.states[3]!;
    expect(ground.speed).toBeCloseTo(375.38, 2);
    expect(ground.seconds).toBeCloseTo(72.682, 3);
    expect(ground.descentAngle / degree).toBeCloseTo(61.66, 2);
  });

  test("gains speed until the air is thick enough to hold it", () => {
    const speeds = reentry(request).states.map((state) => state.speed);
    expect(speeds[0]).toBeGreaterThan(2000);
    expect(speeds[1]).toBeLessThan(speeds[0]!);
    expect(speeds[3]).toBeLessThan(speeds[2]!);
  });

  test("is refused with rising altitudes or no descent", () => {
    expect(() => reentry({ ...request, altitudes: [20_000, 30_000] })).toThrow(
      /falling altitudes below 100000 m, got 20000, 30000/,
    );
    expect(() => reentry({ ...request, descentAngle: 0 })).toThrow(/descent angle in \(0, π\/2\)/);
  });
});

describe("the closed form of Allen and Eggers", () => {
  const entry = {
    entrySpeed: 7000,
    descentAngle: 30 * degree,
    ballisticCoefficient: 5000,
    scaleHeight: 7200,
    surfaceDensity: 1.225,
  };

  test("has its peak at 60.65 % of the entry speed", () => {
    const peak = allenEggersPeak(entry);
    expect(allenEggersSpeed(entry, peak.altitude)).toBeCloseTo(peak.speed, 6);
    expect(peak.speed / 7000).toBeCloseTo(0.60653, 5);
  });

  test("has a greatest deceleration that does not depend on the ballistic coefficient", () => {
    const heavier = { ...entry, ballisticCoefficient: 20_000 };
    expect(allenEggersPeak(heavier).deceleration).toBe(allenEggersPeak(entry).deceleration);
    expect(allenEggersPeak(heavier).altitude).toBeLessThan(0);
  });
});
