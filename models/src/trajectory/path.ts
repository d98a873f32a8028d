/** A path: where a threat is at every moment of its flight, as samples in time. */
import { sqrt } from "@pavise/kernel";
import type { WorldKind } from "../geodesy/world.ts";

/**
 * Samples of a flight. Sample k is at time k · stepSeconds, except the last, which is exactly at
 * flightSeconds, at most one step after the one before it. At least two samples.
 */
export interface Path {
  readonly world: WorldKind;
  readonly stepSeconds: number;
  /** Number of samples. */
  readonly count: number;
  /** Three numbers a sample: Earth-fixed metres, or east, north, up on the flat world. */
  readonly positions: Float64Array;
  /** Height above the ellipsoid or the plane, metres. */
  readonly heights: Float64Array;
  /** Speed relative to the ground, metres per second. */
  readonly speeds: Float64Array;
  readonly flightSeconds: number;
}

/** A waypoint as it is passed. */
export interface Passage {
  /** After the start. */
  readonly seconds: number;
  /** Latitude and longitude (radians), or east and north (m) on the flat world. */
  readonly place: readonly [number, number];
  /** Above the ellipsoid or the plane, metres. */
  readonly height: number;
}

/** A path over waypoints. */
export interface RoutePath extends Path {
  /** By waypoint. One that is turned at on the inside is passed where its turn is half done. */
  readonly passages: readonly Passage[];
}

/**
 * The last sampled moment up to which two paths are within `tolerance` metres of each other, seconds.
 * Both start together and have the same step.
 *
 * @throws RangeError for paths that start apart, or with other steps.
 */
export function partingSeconds(one: Path, other: Path, tolerance: number): number {
  if (one.stepSeconds !== other.stepSeconds) {
    throw new RangeError(
      `parting: expected paths of one step, got ${one.stepSeconds} and ${other.stepSeconds} s`,
    );
  }
  // The last sample of a path is off the even times, and may be of one of the two only.
  const count = Math.min(one.count, other.count) - 1;
  let k = 0;
  while (k < count && distanceAt(one, other, 3 * k) <= tolerance) k += 1;
  if (k > 0) return (k - 1) * one.stepSeconds;
  throw new RangeError(`parting: expected paths that start within ${tolerance} m of each other`);
}

function distanceAt(one: Path, other: Path, at: number): number {
  const dx = one.positions[at]! - other.positions[at]!;
  const dy = one.positions[at + 1]! - other.positions[at + 1]!;
  const dz = one.positions[at + 2]! - other.positions[at + 2]!;
  return sqrt(dx * dx + dy * dy + dz * dz);
}

/** Number of samples of a flight: every step, and its end. */
export function sampleCount(flightSeconds: number, stepSeconds: number): number {
  if (!(flightSeconds > 0 && Number.isFinite(flightSeconds))) {
    throw new RangeError(`path: expected a flight time above 0 s, got ${flightSeconds}`);
  }
  if (!(stepSeconds > 0 && Number.isFinite(stepSeconds))) {
    throw new RangeError(`path: expected a step above 0 s, got ${stepSeconds}`);
  }
  // A last step shorter than a nanosecond would be rounding, not flight.
  return Math.max(1, Math.ceil(flightSeconds / stepSeconds - 1e-9)) + 1;
}

/** Time of sample k of a path, seconds after launch. */
export function sampleSeconds(path: Path, k: number): number {
  return k === path.count - 1 ? path.flightSeconds : k * path.stepSeconds;
}

/** Index of the sample at or before a time of the flight; never the last sample. */
export function sampleBefore(path: Path, seconds: number): number {
  if (!(seconds >= 0 && seconds <= path.flightSeconds)) {
    throw new RangeError(
      `path: expected a time from 0 to ${path.flightSeconds} s of the flight, got ${seconds}`,
    );
  }
  return Math.min(Math.floor(seconds / path.stepSeconds), path.count - 2);
}

// Slope at the middle of three points at distances `before` and `after`, by their parabola.
function middleSlope(a: number, b: number, c: number, before: number, after: number): number {
  return ((b - a) * (after / before) + (c - b) * (before / after)) / (before + after);
}

/**
 * Writes the position at a time of the flight (seconds from 0 to flightSeconds) into `out`.
 *
 * Cubic between samples, with slopes from the neighbours. Measured on ballistic paths with samples
 * every second: below 0.5 m in the hardest braking, below 1 mm outside the atmosphere. At the
 * corners of a path with legs it rounds within one step on either side.
 */
export function pathPosition(path: Path, seconds: number, out: Float64Array): void {
  const k = sampleBefore(path, seconds);
  const { positions, count, stepSeconds } = path;
  const isLast = k === count - 2;
  const width = isLast ? path.flightSeconds - k * stepSeconds : stepSeconds;
  const t = (seconds - k * stepSeconds) / width;
  const widthNext = k === count - 3 ? path.flightSeconds - (count - 2) * stepSeconds : stepSeconds;
  for (let axis = 0; axis < 3; axis += 1) {
    const at = 3 * k + axis;
    const start = positions[at]!;
    const end = positions[at + 3]!;
    const secant = (end - start) / width;
    const slopeStart =
      k > 0 ? middleSlope(positions[at - 3]!, start, end, stepSeconds, width) : Number.NaN;
    const slopeEnd = isLast
      ? Number.NaN
      : middleSlope(start, end, positions[at + 6]!, width, widthNext);
    // At the ends of the path the missing slope is that of the parabola through what is there.
    const first = k > 0 ? slopeStart : isLast ? secant : 2 * secant - slopeEnd;
    const last = isLast ? (k > 0 ? 2 * secant - slopeStart : secant) : slopeEnd;
    const rise = end - start;
    const a = width * first;
    const b = width * last;
    out[axis] = start + t * (a + t * (3 * rise - 2 * a - b + t * (a + b - 2 * rise)));
  }
}

/** Speed relative to the ground at a time of the flight, linear between samples. */
export function pathSpeed(path: Path, seconds: number): number {
  const k = sampleBefore(path, seconds);
  const start = sampleSeconds(path, k);
  const t = (seconds - start) / (sampleSeconds(path, k + 1) - start);
  return path.speeds[k]! + t * (path.speeds[k + 1]! - path.speeds[k]!);
}

/** Length of the polyline through the samples, metres. */
export function pathLength(path: Path): number {
  let length = 0;
  for (let k = 3; k < 3 * path.count; k += 3) {
    const dx = path.positions[k]! - path.positions[k - 3]!;
    const dy = path.positions[k + 1]! - path.positions[k - 2]!;
    const dz = path.positions[k + 2]! - path.positions[k - 1]!;
    length += sqrt(dx * dx + dy * dy + dz * dz);
  }
  return length;
}
