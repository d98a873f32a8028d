/** Re-entry of a falling body: integrated with drag, and the closed form of Allen and Eggers. */
import { AdaptiveIntegrator, atan2, cos, exp, ln, sin, sqrt } from "@pavise/kernel";
import { ATMOSPHERE_TOP, standardDensity } from "../environment/atmosphere.ts";
import { EARTH_GRAVITATION } from "../environment/gravity.ts";
import { SPHERE_RADIUS } from "./kepler.ts";

/** A body coming down over a spherical Earth that does not turn. */
export interface ReentryRequest {
  /** Metres per second. */
  readonly speed: number;
  /** Below the horizontal, radians, above 0. */
  readonly descentAngle: number;
  /** m/(Cd·A), kg/m². */
  readonly ballisticCoefficient: number;
  /** Geometric altitude at the start, metres. */
  readonly altitude: number;
  /** Altitudes at which the state is wanted, falling, metres. */
  readonly altitudes: readonly number[];
}

export interface ReentryState {
  readonly altitude: number;
  readonly seconds: number;
  readonly speed: number;
  readonly descentAngle: number;
  /** Along the surface of the sphere, metres. */
  readonly downrange: number;
}

export interface Reentry {
  readonly states: readonly ReentryState[];
  /** Greatest deceleration by drag, m/s², down to the last altitude. */
  readonly decelerationMax: number;
  readonly decelerationMaxAltitude: number;
}

const SECONDS_MAX = 100_000;
const STEP_MAX = 0.25;
const SCANS = 40;

// State: radius, angle travelled, radial and tangential speed.
function rates(dragFactor: number, state: Float64Array, rate: Float64Array): void {
  const radius = state[0]!;
  const radial = state[2]!;
  const tangential = state[3]!;
  const speed = sqrt(radial * radial + tangential * tangential);
  const brake = dragFactor * standardDensity(radius - SPHERE_RADIUS) * speed;
  rate[0] = radial;
  rate[1] = tangential / radius;
  rate[2] =
    (tangential * tangential) / radius - EARTH_GRAVITATION / (radius * radius) - brake * radial;
  rate[3] = (-radial * tangential) / radius - brake * tangential;
}

function deceleration(dragFactor: number, state: Float64Array): number {
  const density = standardDensity(state[0]! - SPHERE_RADIUS);
  return dragFactor * density * (state[2]! * state[2]! + state[3]! * state[3]!);
}

function checkReentry(request: ReentryRequest): void {
  const { speed, descentAngle, ballisticCoefficient, altitude, altitudes } = request;
  if (!(speed > 0 && ballisticCoefficient > 0 && descentAngle > 0 && descentAngle < Math.PI / 2)) {
    throw new RangeError(
      "reentry: expected speed and ballistic coefficient above 0 and a descent angle " +
        `in (0, π/2), got ${speed} m/s, ${ballisticCoefficient} kg/m², ${descentAngle}`,
    );
  }
  let above = altitude;
  for (const wanted of altitudes) {
    if (!(wanted < above)) {
      throw new RangeError(
        `reentry: expected falling altitudes below ${altitude} m, got ${altitudes.join(", ")}`,
      );
    }
    above = wanted;
  }
}

/**
 * States of a falling body at the altitudes asked for.
 *
 * Point mass, inverse-square gravity, drag in the US Standard Atmosphere 1976 with constant β, zero
 * density above 86 km; sphere of 6,371 km at rest. Measured against an independent integration of
 * tolerance 1e-11: speed 2e-8 relative, time 3e-7 s, downrange 0.1 mm; the greatest deceleration
 * 1e-5 relative, its altitude 3 m.
 */
export function reentry(request: ReentryRequest): Reentry {
  checkReentry(request);
  const { speed, descentAngle, altitude, altitudes } = request;
  const dragFactor = 0.5 / request.ballisticCoefficient;
  const vacuum = new AdaptiveIntegrator(4, (_, state, rate) => rates(0, state, rate));
  const air = new AdaptiveIntegrator(4, (_, state, rate) => rates(dragFactor, state, rate));
  const state = Float64Array.of(
    SPHERE_RADIUS + altitude,
    0,
    -speed * sin(descentAngle),
    speed * cos(descentAngle),
  );
  const tolerance = { relative: 1e-10, absolute: [1e-4, 1e-11, 1e-7, 1e-7] };
  const scan = new Float64Array(4);
  let [decelerationMax, decelerationMaxAltitude] = [0, altitude];
  let time = 0;
  const fall = (integrator: AdaptiveIntegrator, to: number): void => {
    const result = integrator.integrate({
      state,
      time,
      timeEnd: SECONDS_MAX,
      tolerance,
      stepMax: STEP_MAX,
      stop: (_, at) => at[0]! - SPHERE_RADIUS - to,
      observe: (step) => {
        for (let i = 0; i <= SCANS; i += 1) {
          const share = i / SCANS;
          step.stateAt(step.timeStart + share * (step.timeEnd - step.timeStart), scan);
          const found = deceleration(dragFactor, scan);
          if (found > decelerationMax) {
            [decelerationMax, decelerationMaxAltitude] = [found, scan[0]! - SPHERE_RADIUS];
          }
        }
      },
    });
    if (!result.isStopped) throw new Error(`reentry: not down to ${to} m in ${SECONDS_MAX} s`);
    time = result.time;
  };
  // The density jumps to zero at the top of the atmosphere: end a leg there.
  const states: ReentryState[] = [];
  let hasReachedAir = altitude <= ATMOSPHERE_TOP;
  for (const wanted of altitudes) {
    if (!hasReachedAir && wanted <= ATMOSPHERE_TOP) {
      fall(vacuum, ATMOSPHERE_TOP);
      hasReachedAir = true;
    }
    if (wanted < state[0]! - SPHERE_RADIUS - 1e-6) fall(hasReachedAir ? air : vacuum, wanted);
    states.push({
      altitude: wanted,
      seconds: time,
      speed: sqrt(state[2]! * state[2]! + state[3]! * state[3]!),
      descentAngle: atan2(-state[2]!, state[3]!),
      downrange: SPHERE_RADIUS * state[1]!,
    });
  }
  return { states, decelerationMax, decelerationMaxAltitude };
}

/** The closed form of Allen and Eggers: a straight line, no gravity, an exponential atmosphere. */
export interface AllenEggers {
  readonly entrySpeed: number;
  /** Below the horizontal, radians. */
  readonly descentAngle: number;
  /** m/(Cd·A), kg/m². */
  readonly ballisticCoefficient: number;
  /** Height over which density falls by e, metres. */
  readonly scaleHeight: number;
  /** Density at altitude zero, kg/m³. */
  readonly surfaceDensity: number;
}

/**
 * Speed at an altitude (m). Source: H. J. Allen, A. J. Eggers, NACA TR 1381 (1958). Exact for its
 * assumptions; gravity and the real atmosphere change the speed of a short-range threat by a few
 * per cent.
 */
export function allenEggersSpeed(entry: AllenEggers, altitude: number): number {
  const { entrySpeed, descentAngle, ballisticCoefficient, scaleHeight, surfaceDensity } = entry;
  const depth = (surfaceDensity * scaleHeight) / (2 * ballisticCoefficient * sin(descentAngle));
  return entrySpeed * exp(-depth * exp(-altitude / scaleHeight));
}

/**
 * Greatest deceleration (m/s²), where it occurs (m) and the speed there. A negative altitude means
 * that the ground comes first. Independent of the ballistic coefficient, but for the altitude.
 */
export function allenEggersPeak(entry: AllenEggers): {
  deceleration: number;
  altitude: number;
  speed: number;
} {
  const { entrySpeed, descentAngle, ballisticCoefficient, scaleHeight, surfaceDensity } = entry;
  const sine = sin(descentAngle);
  return {
    deceleration: (entrySpeed * entrySpeed * sine) / (2 * exp(1) * scaleHeight),
    altitude: scaleHeight * ln((surfaceDensity * scaleHeight) / (ballisticCoefficient * sine)),
    speed: entrySpeed * exp(-0.5),
  };
}
