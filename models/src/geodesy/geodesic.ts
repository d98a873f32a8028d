/**
 * Geodesics on the WGS-84 ellipsoid: distance and direction between points, and points along a
 * line.
 *
 * Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43–55 (2013). Written from the
 * paper; the start of the inverse problem is simpler than the paper's: bracketed Newton steps,
 * with halving of the bracket where Newton fails, also for nearly antipodal points.
 */
import { atan2, cos, hypot, sin, sqrt } from "@pavise/kernel";
import {
  WGS84_ECCENTRICITY_SQUARED,
  WGS84_EQUATORIAL_RADIUS,
  WGS84_FLATTENING,
  WGS84_POLAR_RADIUS,
  WGS84_SECOND_ECCENTRICITY_SQUARED,
} from "./ellipsoid.ts";
import {
  distanceScale,
  longitudeScale,
  SERIES_LENGTH,
  sineSumAt,
  writeDistanceSeries,
  writeLongitudeSeries,
  writeReverseDistanceSeries,
} from "./geodesic-series.ts";
import { expansion, THIRD_FLATTENING, trialLine } from "./geodesic-trial.ts";

/** A point on the ellipsoid, radians. */
export interface SurfacePoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** The shortest line between two points. Azimuths are from north over east, in (−π, π]. */
export interface Geodesic {
  /** Length, metres. */
  readonly distance: number;
  /** Direction of departure at the first point. */
  readonly azimuthStart: number;
  /** Onward direction at the second point. */
  readonly azimuthEnd: number;
}

/** Where a line ends, and in which onward direction. */
export interface GeodesicEnd extends SurfacePoint {
  readonly azimuth: number;
}

function checkLatitude(where: string, latitude: number): void {
  if (!(Math.abs(latitude) <= Math.PI / 2)) {
    throw new RangeError(`${where}: expected a latitude in [−π/2, π/2], got ${latitude}`);
  }
}

// Angle in (−π, π].
function wrapped(angle: number): number {
  const turned = angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
  return turned <= -Math.PI ? turned + 2 * Math.PI : turned;
}

// Angles below 1e-17 rad (6e-11 m) are zero: azimuths made of them would have too few digits.
function snapped(angle: number): number {
  return Math.abs(angle) < 1e-17 ? 0 : angle;
}

function reducedLatitude(latitude: number): [number, number] {
  const s = (1 - WGS84_FLATTENING) * sin(latitude);
  const c = Math.max(cos(latitude), 1e-300);
  const length = hypot(s, c);
  return [s / length, c / length];
}

/**
 * The point `distance` metres along the geodesic that leaves `start` in direction `azimuth`.
 *
 * Any distance, also negative or more than once round. Measured against Karney's program: 1e-11°
 * in the reference cases. Longitude is returned in (−π, π].
 *
 * @example geodesicEnd({ latitude: 0, longitude: 0 }, Math.PI / 2, 111319.49).longitude // 1°
 */
export function geodesicEnd(start: SurfacePoint, azimuth: number, distance: number): GeodesicEnd {
  checkLatitude("geodesicEnd", start.latitude);
  if (
    !Number.isFinite(azimuth) ||
    !Number.isFinite(distance) ||
    !Number.isFinite(start.longitude)
  ) {
    throw new RangeError(
      `geodesicEnd: expected finite longitude, azimuth and distance, got ${start.longitude}, ` +
        `${azimuth}, ${distance}`,
    );
  }
  const [sinBeta1, cosBeta1] = reducedLatitude(start.latitude);
  const sinAlpha1 = sin(azimuth);
  const cosAlpha1 = cos(azimuth);
  const sinAlpha0 = sinAlpha1 * cosBeta1;
  const cosAlpha0 = hypot(cosAlpha1, sinAlpha1 * sinBeta1);
  const outward1 = sinBeta1 === 0 && cosAlpha1 === 0 ? 1 : cosAlpha1 * cosBeta1;
  const sigma1 = atan2(sinBeta1, outward1);
  const e = expansion(cosAlpha0);
  const series = new Float64Array(SERIES_LENGTH);

  writeDistanceSeries(e, series);
  const scale = distanceScale(e);
  const tau = sigma1 + sineSumAt(series, sigma1) + distance / (WGS84_POLAR_RADIUS * scale);
  writeReverseDistanceSeries(e, series);
  const sigma2 = tau + sineSumAt(series, tau);

  const sinSigma2 = sin(sigma2);
  const cosSigma2 = cos(sigma2);
  writeLongitudeSeries(e, THIRD_FLATTENING, series);
  const omega12 = atan2(sinAlpha0 * sinSigma2, cosSigma2) - atan2(sinAlpha0 * sinBeta1, outward1);
  const lag =
    WGS84_FLATTENING *
    sinAlpha0 *
    longitudeScale(e, THIRD_FLATTENING) *
    (sigma2 - sigma1 + sineSumAt(series, sigma2) - sineSumAt(series, sigma1));
  const sinBeta2 = cosAlpha0 * sinSigma2;
  const cosBeta2 = hypot(sinAlpha0, cosAlpha0 * cosSigma2);
  return {
    latitude: atan2(sinBeta2, (1 - WGS84_FLATTENING) * cosBeta2),
    longitude: wrapped(start.longitude + omega12 - lag),
    azimuth: atan2(sinAlpha0, cosAlpha0 * cosSigma2),
  };
}

const EPSILON = 2.220446049250313e-16;
const NEWTON_MAX = 20;
const EXCESS_MAX = 1e-13;
// Twenty Newton steps, then at most 60 halvings, which end at the resolution of the azimuth.
const ITERATIONS_MAX = 80;

interface Solved {
  readonly distance: number;
  readonly sinAlpha1: number;
  readonly cosAlpha1: number;
  readonly sinAlpha2: number;
  readonly cosAlpha2: number;
}

interface Direction {
  readonly s: number;
  readonly c: number;
}

// First guess: the great circle on the auxiliary sphere, with longitudes stretched as the
// ellipsoid does near the middle latitude.
function sphericalAzimuth(
  sinBeta1: number,
  cosBeta1: number,
  sinBeta2: number,
  cosBeta2: number,
  longitude: number,
): Direction {
  const middle = 0.5 * (cosBeta1 + cosBeta2);
  const stretch = sqrt(1 - WGS84_ECCENTRICITY_SQUARED * middle * middle);
  const omega = Math.min(longitude / stretch, Math.PI);
  const half = sin(omega / 2);
  const east = cosBeta2 * sin(omega);
  const north = sinBeta2 * cosBeta1 - cosBeta2 * sinBeta1 + 2 * cosBeta2 * sinBeta1 * half * half;
  const length = hypot(east, north);
  return length > 0 ? { s: Math.max(east / length, 1e-300), c: north / length } : { s: 1, c: 0 };
}

// Below about 6 m rounding in the longitude spoils Newton's azimuth, and the sphere is exact.
const SHORT_ANGLE_MAX = 1e-6;

function shortLine(
  sinBeta1: number,
  cosBeta1: number,
  sinBeta2: number,
  cosBeta2: number,
  longitude: number,
): Solved | null {
  const difference = sinBeta2 * cosBeta1 - cosBeta2 * sinBeta1;
  const isNear = sinBeta1 * sinBeta2 + cosBeta1 * cosBeta2 > 0;
  if (!(isNear && Math.abs(difference) < SHORT_ANGLE_MAX)) return null;
  if (longitude * cosBeta1 > SHORT_ANGLE_MAX) return null;
  const sine = sinBeta1 + sinBeta2;
  const cosine = cosBeta1 + cosBeta2;
  const middle = (sine * sine) / (sine * sine + cosine * cosine);
  const scale = sqrt(1 + WGS84_SECOND_ECCENTRICITY_SQUARED * middle);
  const omega = longitude / ((1 - WGS84_FLATTENING) * scale);
  const versine = 2 * sin(omega / 2) * sin(omega / 2);
  const east = cosBeta2 * sin(omega);
  const north = difference + sinBeta1 * cosBeta2 * versine;
  const length = hypot(east, north);
  const eastEnd = cosBeta1 * sin(omega);
  const northEnd = difference - sinBeta2 * cosBeta1 * versine;
  const lengthEnd = hypot(eastEnd, northEnd);
  // Near a pole a short line may span any longitude: leave those to the general solution.
  if (!(length < SHORT_ANGLE_MAX) || versine > 0.5) return null;
  return {
    distance: WGS84_POLAR_RADIUS * scale * length,
    sinAlpha1: length > 0 ? east / length : 0,
    cosAlpha1: length > 0 ? north / length : 1,
    sinAlpha2: lengthEnd > 0 ? eastEnd / lengthEnd : 0,
    cosAlpha2: lengthEnd > 0 ? northEnd / lengthEnd : 1,
  };
}

function solveCanonical(
  sinBeta1: number,
  cosBeta1: number,
  sinBeta2: number,
  cosBeta2: number,
  longitude: number,
): Solved {
  const start = sphericalAzimuth(sinBeta1, cosBeta1, sinBeta2, cosBeta2, longitude);
  // Directions are kept as sine and cosine: near π/2 an angle has too few digits for the cosine.
  let { s: sinAlpha, c: cosAlpha } = start;
  let [sinLower, cosLower, sinUpper, cosUpper] = [1e-300, 1, 1e-300, -1];
  let isNear = false;
  for (let iteration = 0; ; iteration += 1) {
    const line = trialLine(sinBeta1, cosBeta1, sinBeta2, cosBeta2, sinAlpha, cosAlpha);
    const excess = line.longitude - longitude;
    const width = Math.abs(sinUpper - sinLower) + Math.abs(cosUpper - cosLower);
    if (
      Math.abs(excess) <= (isNear ? 8 : 1) * EPSILON ||
      width < 4 * EPSILON ||
      iteration === ITERATIONS_MAX
    ) {
      if (!(Math.abs(excess) < EXCESS_MAX)) {
        throw new Error(`geodesic: no solution for a longitude difference of ${longitude} rad`);
      }
      return { ...line, sinAlpha1: sinAlpha, cosAlpha1: cosAlpha };
    }
    if (excess > 0) [sinUpper, cosUpper] = [sinAlpha, cosAlpha];
    else [sinLower, cosLower] = [sinAlpha, cosAlpha];
    const step = -excess / line.slope;
    const turned = turn(sinAlpha, cosAlpha, step);
    const isInside =
      Math.abs(step) < Math.PI &&
      turned.s > 0 &&
      turned.c * sinLower <= cosLower * turned.s &&
      turned.c * sinUpper >= cosUpper * turned.s;
    if (!isInside || iteration >= NEWTON_MAX) {
      isNear = false;
      const length = hypot(sinLower + sinUpper, cosLower + cosUpper);
      sinAlpha = (sinLower + sinUpper) / length;
      cosAlpha = (cosLower + cosUpper) / length;
    } else {
      isNear = Math.abs(excess) <= 16 * EPSILON;
      sinAlpha = turned.s;
      cosAlpha = turned.c;
    }
  }
}

function turn(s: number, c: number, angle: number): Direction {
  const sinAngle = sin(angle);
  const cosAngle = cos(angle);
  return { s: s * cosAngle + c * sinAngle, c: c * cosAngle - s * sinAngle };
}

function solve(
  sinBeta1: number,
  cosBeta1: number,
  sinBeta2: number,
  cosBeta2: number,
  longitude: number,
): Solved {
  const opposite = Math.PI - longitude < 1e-14;
  if (longitude === 0 || opposite) {
    // Along the meridian: due north, or over the pole. For nearly antipodal points the line over
    // the pole is not the shortest once it has passed a conjugate point.
    const cosAlpha1 = opposite ? -1 : 1;
    const line = trialLine(sinBeta1, cosBeta1, sinBeta2, cosBeta2, 0, cosAlpha1);
    if (line.reducedLength >= 0) {
      return { distance: line.distance, sinAlpha1: 0, cosAlpha1, sinAlpha2: 0, cosAlpha2: 1 };
    }
  }
  if (sinBeta1 === 0 && sinBeta2 === 0 && longitude <= (1 - WGS84_FLATTENING) * Math.PI) {
    const east = { sinAlpha1: 1, cosAlpha1: 0, sinAlpha2: 1, cosAlpha2: 0 };
    return { ...east, distance: WGS84_EQUATORIAL_RADIUS * longitude };
  }
  const short = shortLine(sinBeta1, cosBeta1, sinBeta2, cosBeta2, longitude);
  if (short !== null) return short;
  return solveCanonical(sinBeta1, cosBeta1, sinBeta2, cosBeta2, longitude);
}

/**
 * The shortest line between two points of the ellipsoid.
 *
 * Measured against Karney's program: distance to 2e-8 m, azimuths to 1e-11° in the reference
 * cases. Azimuths of a line of length zero are 0.
 *
 * @example geodesic({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 }).distance // a · 1
 */
export function geodesic(from: SurfacePoint, to: SurfacePoint): Geodesic {
  checkLatitude("geodesic", from.latitude);
  checkLatitude("geodesic", to.latitude);
  const difference = wrapped(to.longitude - from.longitude);
  if (!Number.isFinite(difference)) {
    throw new RangeError(
      `geodesic: expected finite longitudes, got ${from.longitude} and ${to.longitude}`,
    );
  }
  // Canonical position: the first point is the one farther from the equator, and in the south.
  const [fromLatitude, toLatitude] = [snapped(from.latitude), snapped(to.latitude)];
  const swapped = Math.abs(fromLatitude) < Math.abs(toLatitude);
  const first = swapped ? toLatitude : fromLatitude;
  const second = swapped ? fromLatitude : toLatitude;
  const flip = first >= 0 ? -1 : 1;
  const [sinBeta1, cosBeta1] = reducedLatitude(flip * first);
  let [sinBeta2, cosBeta2] = reducedLatitude(flip * second);
  if (Math.abs(first) === Math.abs(second)) {
    cosBeta2 = cosBeta1;
    sinBeta2 = flip * second > 0 ? -sinBeta1 : sinBeta1;
  }
  const line = solve(sinBeta1, cosBeta1, sinBeta2, cosBeta2, snapped(Math.abs(difference)));
  if (line.distance === 0) return { distance: 0, azimuthStart: 0, azimuthEnd: 0 };

  // Running a line backwards turns both components of its azimuth; so does mirroring it from west
  // to east for the sine, which leaves the sine with the sign of the longitude difference.
  const side = difference < 0 ? -1 : 1;
  const mirror = flip * (swapped ? -1 : 1);
  const start = swapped
    ? [side * line.sinAlpha2, mirror * line.cosAlpha2]
    : [side * line.sinAlpha1, mirror * line.cosAlpha1];
  const end = swapped
    ? [side * line.sinAlpha1, mirror * line.cosAlpha1]
    : [side * line.sinAlpha2, mirror * line.cosAlpha2];
  return {
    distance: line.distance,
    azimuthStart: atan2(start[0]!, start[1]!),
    azimuthEnd: atan2(end[0]!, end[1]!),
  };
}
