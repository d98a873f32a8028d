import { describe, expect, test } from "vitest";
import {
  ATMOSPHERE_TOP,
  geopotentialAltitude,
  standardAir,
  standardDensity,
  tabulatedDensity,
} from "./atmosphere.ts";

describe("the US Standard Atmosphere 1976", () => {
  test("has 288.15 K, 101,325 Pa, 1.225 kg/m³ and 340.29 m/s at sea level", () => {
    const air = standardAir(0);
    expect(air.temperature).toBe(288.15);
    expect(air.pressure).toBe(101325);
    expect(air.density).toBeCloseTo(1.225, 4);
    expect(air.soundSpeed).toBeCloseTo(340.294, 3);
  });

  test("lists 186.87 K and 0.37338 Pa at 86 km", () => {
    const air = standardAir(86000);
    expect(air.temperature).toBeCloseTo(186.87, 2);
    expect(air.pressure / 0.37338).toBeCloseTo(1, 4);
  });

  test("is continuous across its layers", () => {
    for (const geopotential of [11000, 20000, 32000, 47000, 51000, 71000]) {
      const altitude = (geopotential * 6356766) / (6356766 - geopotential);
      expect(geopotentialAltitude(altitude)).toBeCloseTo(geopotential, 6);
      const below = standardAir(altitude - 1e-4);
      const above = standardAir(altitude + 1e-4);
      expect(above.density / below.density).toBeCloseTo(1, 7);
      expect(above.temperature / below.temperature).toBeCloseTo(1, 7);
    }
  });

  test("loses density with every metre of height", () => {
    for (let altitude = -4990; altitude < ATMOSPHERE_TOP; altitude += 97) {
      expect(standardDensity(altitude + 1)).toBeLessThan(standardDensity(altitude));
    }
  });

  test("has a table of density good to 2e-8 from -4 to 86 km, and none above", () => {
    let worst = 0;
    for (let altitude = -4000; altitude <= ATMOSPHERE_TOP; altitude += 11.3) {
      const error = Math.abs(tabulatedDensity(altitude) / standardDensity(altitude) - 1);
      worst = Math.max(worst, error);
    }
    expect(worst).toBeLessThan(2e-8);
    expect(tabulatedDensity(ATMOSPHERE_TOP)).toBeGreaterThan(0);
    expect(tabulatedDensity(ATMOSPHERE_TOP + 1)).toBe(0);
    expect(standardDensity(ATMOSPHERE_TOP + 1)).toBe(0);
    expect(tabulatedDensity(-4500)).toBe(standardDensity(-4500));
  });

  test("refuses an altitude it does not cover", () => {
    expect(() => standardAir(90_000)).toThrow(/−5,000 to 86,000 m, got 90000/);
    expect(() => standardAir(-6000)).toThrow(RangeError);
    expect(() => standardDensity(Number.NaN)).toThrow(/got NaN/);
  });
});
