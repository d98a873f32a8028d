/**
 * Unpowered flight over the rotating WGS-84 Earth, integrated in Earth-fixed coordinates.
 *
 * Forces: gravity (point mass, optionally J₂), Coriolis and centrifugal terms, and on the
 * descending leg drag in the US Standard Atmosphere 1976, which turns with the Earth, with a
 * constant ballistic coefficient β = m/(Cd·A). No wind, no lift.
 *
 * Fourth-order Runge–Kutta with steps chosen by height: long in vacuum, short in the air.
 * Measured against a tenth of the step at impact, launch at 1 to 6.7 km/s: below 1 mm in vacuum, below
 * 5 cm and 0.2 ms with β ≥ 500 kg/m². A plain fixed rule for the step, unlike error control, makes
 * the point of impact a smooth function of the launch, which the search for a path needs.
 */
import { sqrt } from "@pavise/kernel";
import { tabulatedDensity } from "../environment/atmosphere.ts";
import { EARTH_GRAVITATION } from "../environment/gravity.ts";
import { geodeticHeight, writeNormal } from "../geodesy/ellipsoid.ts";
import { EARTH_ROTATION_RATE } from "../geodesy/frame.ts";

const TWICE_RATE = 2 * EARTH_ROTATION_RATE;
const RATE_SQUARED = EARTH_ROTATION_RATE * EARTH_ROTATION_RATE;

/** Numbers a node of a trace has: time, position, velocity. */
export const NODE_LENGTH = 7;
const NODE_COUNT_MAX = 20_000;
const VACUUM_STEP = 8;
const AIR_STEP = 0.4;
const AIR_STRIDE = 800;
const AIR_TOP = 88_000;

/** The steps of one flight, kept so that it can be sampled afterwards. Reused between flights. */
export interface Trace {
  nodes: Float64Array;
  count: number;
}

/** What acts on a body in free flight. */
export interface FlightForces {
  /** 3/2 J₂ μ a², or zero. */
  readonly oblateness: number;
  /** m/(Cd·A), kg/m²; infinite for no drag. */
  readonly ballisticCoefficient: number;
}

/** Marks of one flight. */
export interface FlightMarks {
  apogeeHeight: number;
  apogeeSeconds: number;
  flightSeconds: number;
}

const k1 = new Float64Array(6);
const k2 = new Float64Array(6);
const k3 = new Float64Array(6);
const k4 = new Float64Array(6);
const trial = new Float64Array(6);
const normal = new Float64Array(4);

function writeRates(s: Float64Array, bulge: number, dragFactor: number, out: Float64Array): void {
  const x = s[0]!;
  const y = s[1]!;
  const z = s[2]!;
  const vx = s[3]!;
  const vy = s[4]!;
  const vz = s[5]!;
  const inverseSquare = 1 / (x * x + y * y + z * z);
  const inverse = sqrt(inverseSquare);
  const central = -EARTH_GRAVITATION * inverseSquare * inverse;
  const oblate = bulge * inverseSquare * inverseSquare * inverse;
  const tilt = 5 * z * z * inverseSquare;
  const equatorial = central + oblate * (tilt - 1) + RATE_SQUARED;
  let ax = x * equatorial + TWICE_RATE * vy;
  let ay = y * equatorial - TWICE_RATE * vx;
  let az = z * (central + oblate * (tilt - 3));
  if (dragFactor > 0) {
    const density = tabulatedDensity(geodeticHeight(x, y, z));
    if (density > 0) {
      const brake = dragFactor * density * sqrt(vx * vx + vy * vy + vz * vz);
      ax -= brake * vx;
      ay -= brake * vy;
      az -= brake * vz;
    }
  }
  out[0] = vx;
  out[1] = vy;
  out[2] = vz;
  out[3] = ax;
  out[4] = ay;
  out[5] = az;
}

// One Runge–Kutta step from `from` into `to`; the two may not be the same array.
function step(
  from: Float64Array,
  seconds: number,
  bulge: number,
  dragFactor: number,
  to: Float64Array,
): void {
  const half = 0.5 * seconds;
  writeRates(from, bulge, dragFactor, k1);
  for (let i = 0; i < 6; i += 1) trial[i] = from[i]! + half * k1[i]!;
  writeRates(trial, bulge, dragFactor, k2);
  for (let i = 0; i < 6; i += 1) trial[i] = from[i]! + half * k2[i]!;
  writeRates(trial, bulge, dragFactor, k3);
  for (let i = 0; i < 6; i += 1) trial[i] = from[i]! + seconds * k3[i]!;
  writeRates(trial, bulge, dragFactor, k4);
  const sixth = seconds / 6;
  for (let i = 0; i < 6; i += 1) {
    to[i] = from[i]! + sixth * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!);
  }
}

/** Rate of climb of a state, metres per second; leaves its height in `normal[3]`. */
function climb(s: Float64Array): number {
  writeNormal(s[0]!, s[1]!, s[2]!, normal);
  return normal[0]! * s[3]! + normal[1]! * s[4]! + normal[2]! * s[5]!;
}

function record(trace: Trace | null, seconds: number, s: Float64Array): void {
  if (trace === null) return;
  const at = NODE_LENGTH * trace.count;
  if (at + NODE_LENGTH > trace.nodes.length) {
    const grown = new Float64Array(2 * trace.nodes.length);
    grown.set(trace.nodes);
    trace.nodes = grown;
  }
  trace.nodes[at] = seconds;
  for (let i = 0; i < 6; i += 1) trace.nodes[at + 1 + i] = s[i]!;
  trace.count += 1;
}

const ahead = new Float64Array(6);

// Flies `state` upwards to the moment its climb ends; returns that moment.
function rise(state: Float64Array, bulge: number, trace: Trace | null): number {
  let seconds = 0;
  for (let n = 0; n < NODE_COUNT_MAX; n += 1) {
    const rate = climb(state);
    if (rate <= 0) return seconds;
    step(state, VACUUM_STEP, bulge, 0, ahead);
    let dt = VACUUM_STEP;
    let rateAhead = climb(ahead);
    if (rateAhead < 0) {
      // The climb falls almost evenly, so the secant needs a few steps at most.
      let [lower, rateLower, upper, rateUpper] = [0, rate, dt, rateAhead];
      for (let i = 0; i < 8 && Math.abs(rateAhead) > 1e-9; i += 1) {
        dt = lower + ((upper - lower) * rateLower) / (rateLower - rateUpper);
        step(state, dt, bulge, 0, ahead);
        rateAhead = climb(ahead);
        if (rateAhead > 0) [lower, rateLower] = [dt, rateAhead];
        else [upper, rateUpper] = [dt, rateAhead];
      }
    }
    state.set(ahead);
    seconds += dt;
    record(trace, seconds, state);
    if (rateAhead <= 1e-9) return seconds;
  }
  throw new Error(`free flight: no apogee within ${NODE_COUNT_MAX * VACUUM_STEP} s`);
}

function stepAt(height: number, rate: number, speed: number, hasDrag: boolean): number {
  if (!hasDrag) return VACUUM_STEP;
  const inAir = Math.min(AIR_STEP, AIR_STRIDE / speed);
  if (height <= AIR_TOP) return inAir;
  return Math.min(VACUUM_STEP, Math.max(inAir, (AIR_TOP - height) / rate));
}

/**
 * Flies `state` (six numbers: Earth-fixed position and Earth-relative velocity; changed in place)
 * until it comes down to `stopHeight` (m). Drag begins at apogee, or at once if the body is
 * already descending. Writes every step to `trace` unless it is null.
 *
 * A body that escapes or goes round is an error, and so is one already below the height.
 */
export function flyToHeight(
  state: Float64Array,
  forces: FlightForces,
  stopHeight: number,
  marks: FlightMarks,
  trace: Trace | null,
): void {
  const bulge = forces.oblateness;
  const dragFactor = 0.5 / forces.ballisticCoefficient;
  if (trace !== null) trace.count = 0;
  record(trace, 0, state);
  let seconds = rise(state, bulge, trace);
  let rate = climb(state);
  let height = normal[3]!;
  marks.apogeeHeight = height;
  marks.apogeeSeconds = seconds;
  if (height < stopHeight) {
    throw new RangeError(
      `free flight: expected a path that rises above ${stopHeight} m, got an apogee of ${height} m`,
    );
  }
  for (let n = 0; n < NODE_COUNT_MAX; n += 1) {
    const speed = sqrt(state[3]! * state[3]! + state[4]! * state[4]! + state[5]! * state[5]!);
    let dt = stepAt(height, Math.min(rate, -1), speed, dragFactor > 0);
    step(state, dt, bulge, dragFactor, ahead);
    rate = climb(ahead);
    height = normal[3]!;
    const isDown = height <= stopHeight;
    if (isDown) {
      for (let i = 0; i < 12 && Math.abs(height - stopHeight) > 1e-6; i += 1) {
        dt -= (height - stopHeight) / rate;
        step(state, dt, bulge, dragFactor, ahead);
        rate = climb(ahead);
        height = normal[3]!;
      }
    }
    state.set(ahead);
    seconds += dt;
    record(trace, seconds, state);
    if (isDown) {
      marks.flightSeconds = seconds;
      return;
    }
  }
  throw new Error(`free flight: not down to ${stopHeight} m after ${seconds} s`);
}
