/**
 * Free flight between two points of a spherical Earth that does not turn, in closed form.
 *
 * Vacuum, one impulse at launch. Sources: Bate, Mueller and White, Fundamentals of Astrodynamics
 * (1971), chapter 6; A. D. Wheelon, ARS Journal 29 (1959).
 */
import { acos, atan2, cos, sin, sqrt } from "@pavise/kernel";
import { EARTH_GRAVITATION } from "../environment/gravity.ts";

/** Radius of the sphere in closed forms, metres. */
export const SPHERE_RADIUS = 6371000;

/** A symmetric arc from the surface to the surface. */
export interface KeplerArc {
  /** Angle at the Earth's centre between launch and impact, radians. */
  readonly rangeAngle: number;
  /** Speed at launch, and at impact, metres per second. */
  readonly speed: number;
  /** Angle above the horizontal at launch, radians. */
  readonly elevation: number;
  /** Greatest height above the surface, metres. */
  readonly apogeeHeight: number;
  readonly flightSeconds: number;
}

/**
 * The arc flown after a launch with `speed` (m/s, below escape) at `elevation` (0 to π/2) from a
 * sphere of radius `radius` (m). Exact.
 */
export function keplerArc(speed: number, elevation: number, radius = SPHERE_RADIUS): KeplerArc {
  const q = (speed * speed * radius) / EARTH_GRAVITATION;
  if (!(speed > 0 && q < 2 && elevation > 0 && elevation <= Math.PI / 2)) {
    throw new RangeError(
      `keplerArc: expected a speed below escape and an elevation in (0, π/2], ` +
        `got ${speed} m/s, ${elevation}`,
    );
  }
  const sinElevation = sin(elevation);
  const cosElevation = cos(elevation);
  const semiMajor = radius / (2 - q);
  // Eccentricity vector at launch: along the radius, and across it.
  const along = q * cosElevation * cosElevation - 1;
  const across = q * sinElevation * cosElevation;
  const eccentricity = sqrt(along * along + across * across);
  // The launch point lies half the range before apogee, where the anomaly is π.
  const rangeAngle = 2 * atan2(across, -along);
  const apogeeRadius = semiMajor * (1 + eccentricity);
  // cos E = (1 − r/a)/e, and sin E from the radial speed: both keep their digits at any height.
  const eccentricSine = (sinElevation * sqrt(q * (2 - q))) / eccentricity;
  const eccentricCosine = (1 - radius / semiMajor) / eccentricity;
  const eccentric = atan2(eccentricSine, eccentricCosine);
  const period = sqrt((semiMajor * semiMajor * semiMajor) / EARTH_GRAVITATION);
  return {
    rangeAngle,
    speed,
    elevation,
    apogeeHeight: apogeeRadius - radius,
    flightSeconds: 2 * period * (Math.PI - eccentric + eccentricity * eccentricSine),
  };
}

/** The arc over `rangeAngle` (radians, 0 to π) that needs the least launch speed. Exact. */
export function minimumEnergyArc(rangeAngle: number, radius = SPHERE_RADIUS): KeplerArc {
  if (!(rangeAngle > 0 && rangeAngle <= Math.PI)) {
    throw new RangeError(`minimumEnergyArc: expected a range angle in (0, π], got ${rangeAngle}`);
  }
  const s = sin(rangeAngle / 2);
  const speed = sqrt(((2 * EARTH_GRAVITATION) / radius) * (s / (1 + s)));
  const elevation = Math.PI / 4 - rangeAngle / 4;
  return keplerArc(speed, elevation, radius);
}

/** The arc over `rangeAngle` (radians, 0 to π) that starts at `elevation` (radians). Exact. */
export function elevationArc(
  rangeAngle: number,
  elevation: number,
  radius = SPHERE_RADIUS,
): KeplerArc {
  if (!(rangeAngle > 0 && rangeAngle < Math.PI && elevation > 0 && elevation < Math.PI / 2)) {
    throw new RangeError(
      `elevationArc: expected a range angle in (0, π) and an elevation in (0, π/2), ` +
        `got ${rangeAngle}, ${elevation}`,
    );
  }
  const half = rangeAngle / 2;
  // From the orbit's radius at launch and at impact: q = sin ½φ / (cos γ · sin(γ + ½φ)).
  const q = sin(half) / (cos(elevation) * sin(elevation + half));
  return keplerArc(sqrt((q * EARTH_GRAVITATION) / radius), elevation, radius);
}

/** The arc over `rangeAngle` (radians, 0 to π) that tops out at `apogeeHeight` (m). Exact. */
export function apogeeArc(
  rangeAngle: number,
  apogeeHeight: number,
  radius = SPHERE_RADIUS,
): KeplerArc {
  if (!(rangeAngle > 0 && rangeAngle < Math.PI && apogeeHeight > 0)) {
    throw new RangeError(
      `apogeeArc: expected a range angle in (0, π) and an apogee above 0 m, ` +
        `got ${rangeAngle}, ${apogeeHeight}`,
    );
  }
  // r = p/(1 − e cos θ) with θ from apogee: p = R(1 − e cos ψ) = r_a(1 − e), ψ half the range.
  const apogeeRadius = radius + apogeeHeight;
  const s = sin(rangeAngle / 4);
  const sagitta = 2 * radius * s * s;
  const eccentricity = apogeeHeight / (apogeeHeight + sagitta);
  const parameter = apogeeRadius * (1 - eccentricity);
  const speed = sqrt(
    EARTH_GRAVITATION * (2 / radius - ((1 + eccentricity) * (1 - eccentricity)) / parameter),
  );
  const horizontal = sqrt(EARTH_GRAVITATION * parameter) / radius;
  return keplerArc(speed, acos(Math.min(1, horizontal / speed)), radius);
}
