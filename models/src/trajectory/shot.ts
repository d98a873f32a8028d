/**
 * One attempt at a ballistic path: where a launch velocity leads, against where it should.
 */
import { acos, asin, cos, sin, sqrt } from "@pavise/kernel";
import { ecefFromGeodetic, type Geodetic } from "../geodesy/ellipsoid.ts";
import { EARTH_ROTATION_RATE } from "../geodesy/frame.ts";
import {
  type FlightForces,
  type FlightMarks,
  flyToHeight,
  type Trace,
} from "./flight-integration.ts";
import { apogeeArc, elevationArc, type KeplerArc, minimumEnergyArc } from "./kepler.ts";

/** A point of the Earth with its local axes. */
export interface Place {
  readonly position: Float64Array;
  /** East, north, up as rows. */
  readonly axes: Float64Array;
}

/** A geodetic position with its local axes. */
export function place(at: Geodetic): Place {
  const { x, y, z } = ecefFromGeodetic(at.latitude, at.longitude, at.height);
  const sinLatitude = sin(at.latitude);
  const cosLatitude = cos(at.latitude);
  const sinLongitude = sin(at.longitude);
  const cosLongitude = cos(at.longitude);
  const axes = Float64Array.of(
    -sinLongitude,
    cosLongitude,
    0,
    -sinLatitude * cosLongitude,
    -sinLatitude * sinLongitude,
    cosLatitude,
    cosLatitude * cosLongitude,
    cosLatitude * sinLongitude,
    sinLatitude,
  );
  return { position: Float64Array.of(x, y, z), axes };
}

function component(axes: Float64Array, row: number, v: ArrayLike<number>): number {
  return axes[3 * row]! * v[0]! + axes[3 * row + 1]! * v[1]! + axes[3 * row + 2]! * v[2]!;
}

/** Length of a triple. */
export function length(v: ArrayLike<number>): number {
  return sqrt(v[0]! * v[0]! + v[1]! * v[1]! + v[2]! * v[2]!);
}

/**
 * How high a path should go: its height of apogee, metres above the ellipsoid; or its elevation at
 * launch, radians above the horizontal and relative to the ground: as stated, or that of the
 * minimum-energy arc over a spherical Earth between the two points.
 */
export type ApogeeWish = number | "minimum-energy" | { readonly launchElevation: number };

/** Where a path starts and should end, how high it should go, and what acts on it. */
export interface Shot {
  readonly launch: Place;
  readonly aim: Place;
  readonly aimHeight: number;
  readonly launchHeight: number;
  readonly apogeeHeight: ApogeeWish;
  readonly forces: FlightForces;
}

/** A launch velocity (Earth-fixed axes, Earth-relative) and the closed form it came from. */
export interface Guess {
  readonly velocity: Float64Array;
  readonly arc: KeplerArc;
}

function closedForm(shot: Shot, angle: number, radius: number): KeplerArc {
  const { apogeeHeight: wish } = shot;
  if (wish === "minimum-energy") return minimumEnergyArc(angle, radius);
  if (typeof wish === "number") return apogeeArc(angle, wish - shot.launchHeight, radius);
  return elevationArc(angle, wish.launchElevation, radius);
}

/**
 * First guess of the launch velocity: the closed form on a sphere through the launch point,
 * towards where the Earth will have carried the aim point. Null for points that are equal or
 * antipodal.
 */
export function firstGuess(shot: Shot): Guess | null {
  const { launch, aim } = shot;
  const radius = length(launch.position);
  const from = launch.position.map((x) => x / radius);
  const aimRadius = length(aim.position);
  const velocity = new Float64Array(3);
  let arc: KeplerArc | null = null;
  let turn = 0;
  for (let iteration = 0; iteration < 3; iteration += 1) {
    const [x, y] = [aim.position[0]! / aimRadius, aim.position[1]! / aimRadius];
    const to = [
      cos(turn) * x - sin(turn) * y,
      sin(turn) * x + cos(turn) * y,
      aim.position[2]! / aimRadius,
    ];
    const cosine = from[0]! * to[0]! + from[1]! * to[1]! + from[2]! * to[2]!;
    const across = [0, 1, 2].map((i) => to[i]! - cosine * from[i]!);
    const sine = length(across);
    if (!(sine > 1e-9)) return null;
    // The arc cosine of a short range would lose half of its digits.
    const angle = cosine > 0.7 ? asin(sine) : acos(cosine);
    arc = closedForm(shot, angle, radius);
    turn = EARTH_ROTATION_RATE * arc.flightSeconds;
    for (let i = 0; i < 3; i += 1) {
      velocity[i] =
        arc.speed * (sin(arc.elevation) * from[i]! + (cos(arc.elevation) * across[i]!) / sine);
    }
  }
  velocity[0] = velocity[0]! + EARTH_ROTATION_RATE * launch.position[1]!;
  velocity[1] = velocity[1]! - EARTH_ROTATION_RATE * launch.position[0]!;
  return { velocity, arc: arc! };
}

/**
 * Flies a launch velocity and writes by how much it misses, in metres: east and north of the aim
 * point, and the wish (height of apogee; or, for an elevation, how far from its straight start
 * the path would be after the flight time of the closed form). Returns the final state.
 */
export function fly(
  shot: Shot,
  guess: Guess,
  velocity: Float64Array,
  miss: Float64Array,
  marks: FlightMarks,
  trace: Trace | null,
): Float64Array {
  const { launch, aim } = shot;
  const state = new Float64Array(6);
  state.set(launch.position, 0);
  state.set(velocity, 3);
  flyToHeight(state, shot.forces, shot.aimHeight, marks, trace);
  const offset = [0, 1, 2].map((i) => state[i]! - aim.position[i]!);
  miss[0] = component(aim.axes, 0, offset);
  miss[1] = component(aim.axes, 1, offset);
  if (typeof shot.apogeeHeight !== "number") {
    const east = component(launch.axes, 0, velocity);
    const north = component(launch.axes, 1, velocity);
    const up = component(launch.axes, 2, velocity);
    const { elevation, flightSeconds } = guess.arc;
    const horizontal = sqrt(east * east + north * north);
    miss[2] = flightSeconds * (up * cos(elevation) - horizontal * sin(elevation));
  } else {
    miss[2] = marks.apogeeHeight - shot.apogeeHeight;
  }
  return state;
}
