/**
 * Conversions at the edges of the house. Inside it every quantity is SI and every angle in radians;
 * a file, a screen or a cited formula may use another unit and says so in the name of the field.
 */
import { ln, log10, pow } from "./math/elementary.ts";

/** Ratio of a circle's circumference to its diameter. */
export const PI = Math.PI;
/** A full turn in radians. */
export const TURN = 2 * Math.PI;
/** Standard acceleration of free fall, m/s², exact by definition (3rd CGPM, 1901). */
export const STANDARD_GRAVITY = 9.80665;
/** Speed of light in vacuum, m/s, exact by definition (17th CGPM, 1983). */
export const LIGHT_SPEED = 299_792_458;

const RADIANS_PER_DEGREE = Math.PI / 180;
const DEGREES_PER_RADIAN = 180 / Math.PI;
const METRES_PER_NAUTICAL_MILE = 1852;
const METRES_PER_FOOT = 0.3048;
const SECONDS_PER_HOUR = 3600;
const DB_PER_NEPER_OF_POWER = 10 / ln(10);
const KELVIN_AT_ZERO_CELSIUS = 273.15;

export function radiansFromDegrees(angleDeg: number): number {
  return angleDeg * RADIANS_PER_DEGREE;
}

export function degreesFromRadians(angle: number): number {
  return angle * DEGREES_PER_RADIAN;
}

/** An angle of any size brought into [0, 2π), as a bearing is written. */
export function bearingFromRadians(angle: number): number {
  const turned = angle % TURN;
  if (turned >= 0) return turned === 0 ? 0 : turned;
  // A tiny negative angle plus a full turn rounds to the full turn itself, which is bearing 0.
  const bearing = turned + TURN;
  return bearing < TURN ? bearing : 0;
}

/** An angle of any size brought into (−π, π], as a difference of two bearings is written. */
export function signedAngleFromRadians(angle: number): number {
  const bearing = bearingFromRadians(angle);
  return bearing > Math.PI ? bearing - TURN : bearing;
}

export function metresFromKilometres(lengthKm: number): number {
  return lengthKm * 1000;
}

export function kilometresFromMetres(length: number): number {
  return length / 1000;
}

/** International nautical miles, 1,852 m exactly. */
export function metresFromNauticalMiles(lengthNmi: number): number {
  return lengthNmi * METRES_PER_NAUTICAL_MILE;
}

export function nauticalMilesFromMetres(length: number): number {
  return length / METRES_PER_NAUTICAL_MILE;
}

/** International feet, 0.3048 m exactly. */
export function metresFromFeet(lengthFt: number): number {
  return lengthFt * METRES_PER_FOOT;
}

export function feetFromMetres(length: number): number {
  return length / METRES_PER_FOOT;
}

export function secondsFromMinutes(durationMin: number): number {
  return durationMin * 60;
}

export function minutesFromSeconds(duration: number): number {
  return duration / 60;
}

export function secondsFromHours(durationH: number): number {
  return durationH * SECONDS_PER_HOUR;
}

export function hoursFromSeconds(duration: number): number {
  return duration / SECONDS_PER_HOUR;
}

export function secondsFromMilliseconds(durationMs: number): number {
  return durationMs / 1000;
}

export function millisecondsFromSeconds(duration: number): number {
  return duration * 1000;
}

export function metresPerSecondFromKilometresPerHour(speedKmh: number): number {
  return speedKmh / 3.6;
}

export function kilometresPerHourFromMetresPerSecond(speed: number): number {
  return speed * 3.6;
}

/** International knots, one nautical mile an hour. */
export function metresPerSecondFromKnots(speedKn: number): number {
  return (speedKn * METRES_PER_NAUTICAL_MILE) / SECONDS_PER_HOUR;
}

export function knotsFromMetresPerSecond(speed: number): number {
  return (speed * SECONDS_PER_HOUR) / METRES_PER_NAUTICAL_MILE;
}

/** Ratio of two powers, from decibels: 10 dB is 10, not √10. */
export function ratioFromDb(levelDb: number): number {
  return pow(10, levelDb / 10);
}

/** Decibels, from a ratio of two powers; −∞ at 0, NaN below. */
export function dbFromRatio(ratio: number): number {
  return 10 * log10(ratio);
}

/** Decibels of power lost by an exponential decay of the given exponent: e⁻¹ is 4.34 dB. */
export function dbFromNepersOfPower(exponent: number): number {
  return exponent * DB_PER_NEPER_OF_POWER;
}

export function kelvinFromCelsius(temperatureC: number): number {
  return temperatureC + KELVIN_AT_ZERO_CELSIUS;
}

export function celsiusFromKelvin(temperature: number): number {
  return temperature - KELVIN_AT_ZERO_CELSIUS;
}

export function squareMetresFromSquareKilometres(areaKm2: number): number {
  return areaKm2 * 1_000_000;
}

export function squareKilometresFromSquareMetres(area: number): number {
  return area / 1_000_000;
}

export function hertzFromGigahertz(frequencyGhz: number): number {
  return frequencyGhz * 1e9;
}

export function kilogramsFromTonnes(massT: number): number {
  return massT * 1000;
}
