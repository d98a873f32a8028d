import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as units from "./units.ts";

const figure = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1000);

describe("units", () => {
  it("a nautical mile is 1,852 m, a knot 0.514 m/s and a foot 0.3048 m", () => {
    expect(units.metresFromNauticalMiles(1)).toBe(1852);
    expect(units.metresPerSecondFromKnots(1)).toBeCloseTo(0.514444444, 9);
    expect(units.metresFromFeet(1)).toBe(0.3048);
  });

  it("a thousandfold of power is 30 dB, nothing is −∞ dB and half is −3.01 dB", () => {
    expect(units.dbFromRatio(1000)).toBe(30);
    expect(units.ratioFromDb(30)).toBe(1000);
    expect(units.dbFromRatio(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(units.dbFromRatio(0.5)).toBeCloseTo(-3.0103, 4);
    expect(units.dbFromNepersOfPower(1)).toBeCloseTo(4.342944819, 9);
  });

  it("a bearing lies in [0°, 360°) and a difference of bearings in (−180°, 180°]", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (angle) => {
        const bearing = units.bearingFromRadians(angle);
        expect(bearing).toBeGreaterThanOrEqual(0);
        expect(bearing).toBeLessThan(units.TURN);
        const signed = units.signedAngleFromRadians(angle);
        expect(signed).toBeGreaterThan(-Math.PI);
        expect(signed).toBeLessThanOrEqual(Math.PI);
      }),
    );
    expect(Object.is(units.bearingFromRadians(-units.TURN), 0)).toBe(true);
    expect(units.bearingFromRadians(-1e-20)).toBe(0);
  });

  it("each conversion is undone by its opposite to 15 digits", () => {
    const pairs = [
      [units.radiansFromDegrees, units.degreesFromRadians],
      [units.metresFromKilometres, units.kilometresFromMetres],
      [units.metresFromNauticalMiles, units.nauticalMilesFromMetres],
      [units.metresFromFeet, units.feetFromMetres],
      [units.secondsFromMinutes, units.minutesFromSeconds],
      [units.secondsFromHours, units.hoursFromSeconds],
      [units.secondsFromMilliseconds, units.millisecondsFromSeconds],
      [units.metresPerSecondFromKilometresPerHour, units.kilometresPerHourFromMetresPerSecond],
      [units.metresPerSecondFromKnots, units.knotsFromMetresPerSecond],
      [units.squareMetresFromSquareKilometres, units.squareKilometresFromSquareMetres],
    ] as const;
    fc.assert(
      fc.property(figure, (x) => {
        for (const [there, back] of pairs) {
          // Each way rounds once or twice: four ulp is 8.9e-16 of the value.
          expect(Math.abs(back(there(x)) - x)).toBeLessThanOrEqual(9e-16 * Math.abs(x));
        }
      }),
    );
  });

  it("water freezes at 273.15 K", () => {
    expect(units.kelvinFromCelsius(0)).toBe(273.15);
    expect(units.celsiusFromKelvin(273.15)).toBe(0);
  });

  it("ten gigahertz is 3 cm of wavelength and 1.8 t is 1,800 kg", () => {
    expect(units.LIGHT_SPEED / units.hertzFromGigahertz(10)).toBeCloseTo(0.03, 4);
    expect(units.kilogramsFromTonnes(1.8)).toBe(1800);
  });
});
