/** One line of the inverse geodesic problem; see `geodesic.ts` for the source. */
import { atan2, hypot, sqrt } from "@pavise/kernel";
import {
  WGS84_EQUATORIAL_RADIUS,
  WGS84_FLATTENING,
  WGS84_POLAR_RADIUS,
  WGS84_SECOND_ECCENTRICITY_SQUARED,
} from "./ellipsoid.ts";
import {
  distanceScale,
  longitudeScale,
  reducedScale,
  SERIES_LENGTH,
  sineSum,
  writeDistanceSeries,
  writeLongitudeSeries,
  writeReducedSeries,
} from "./geodesic-series.ts";

/** Third flattening of WGS 84. */
export const THIRD_FLATTENING = WGS84_FLATTENING / (2 - WGS84_FLATTENING);

/** ε of the series (16) for a line that crosses the equator with cos α₀. */
export function expansion(cosAlpha0: number): number {
  const k2 = WGS84_SECOND_ECCENTRICITY_SQUARED * cosAlpha0 * cosAlpha0;
  return k2 / (2 * (1 + sqrt(1 + k2)) + k2);
}

/** A line in canonical position: from β₁ ≤ 0 in direction α₁ to the latitude of β₂, |β₂| ≤ −β₁. */
export interface Trial {
  /** Difference of longitude where the line reaches the second latitude. */
  readonly longitude: number;
  /** Its derivative by α₁. */
  readonly slope: number;
  readonly distance: number;
  /** Negative beyond the first conjugate point, where the line is no longer the shortest. */
  readonly reducedLength: number;
  readonly sinAlpha2: number;
  readonly cosAlpha2: number;
}

// Arc lengths σ and longitudes ω on the auxiliary sphere, from where the line crosses the equator.
interface Arc {
  readonly sinSigma1: number;
  readonly cosSigma1: number;
  readonly sinSigma2: number;
  readonly cosSigma2: number;
  readonly sigma12: number;
  readonly omega12: number;
}

// tan σ = sin β / (cos α cos β); tan ω = sin α₀ tan σ. Along the equator σ is taken to start at 0.
function sphericalArc(
  sinBeta1: number,
  outward1: number,
  sinBeta2: number,
  outward2: number,
  sinAlpha0: number,
): Arc {
  const norm1 = hypot(sinBeta1, outward1);
  const norm2 = hypot(sinBeta2, outward2);
  const sinSigma1 = norm1 === 0 ? 0 : sinBeta1 / norm1;
  const cosSigma1 = norm1 === 0 ? 1 : outward1 / norm1;
  const sinSigma2 = norm2 === 0 ? 0 : sinBeta2 / norm2;
  const cosSigma2 = norm2 === 0 ? 1 : outward2 / norm2;
  const sinOmega1 = sinAlpha0 * sinSigma1;
  const sinOmega2 = sinAlpha0 * sinSigma2;
  const sigma12 = atan2(
    Math.max(0, cosSigma1 * sinSigma2 - sinSigma1 * cosSigma2),
    cosSigma1 * cosSigma2 + sinSigma1 * sinSigma2,
  );
  const omega12 = atan2(
    Math.max(0, cosSigma1 * sinOmega2 - sinOmega1 * cosSigma2),
    cosSigma1 * cosSigma2 + sinOmega1 * sinOmega2,
  );
  return { sinSigma1, cosSigma1, sinSigma2, cosSigma2, sigma12, omega12 };
}

const c1 = new Float64Array(SERIES_LENGTH);
const c2 = new Float64Array(SERIES_LENGTH);
const c3 = new Float64Array(SERIES_LENGTH);

/** The line that leaves β₁ in direction α₁. */
export function trialLine(
  sinBeta1: number,
  cosBeta1: number,
  sinBeta2: number,
  cosBeta2: number,
  sinAlpha1: number,
  cosAlpha1: number,
): Trial {
  const sinAlpha0 = sinAlpha1 * cosBeta1;
  const cosAlpha0 = hypot(cosAlpha1, sinAlpha1 * sinBeta1);
  const sinAlpha2 = cosBeta2 === cosBeta1 ? sinAlpha1 : sinAlpha0 / cosBeta2;
  const gap =
    cosBeta1 < -sinBeta1
      ? (cosBeta2 - cosBeta1) * (cosBeta2 + cosBeta1)
      : (sinBeta1 - sinBeta2) * (sinBeta1 + sinBeta2);
  const cosAlpha2 =
    Math.abs(sinBeta2) === -sinBeta1
      ? Math.abs(cosAlpha1)
      : sqrt(Math.max(0, cosAlpha1 * cosBeta1 * (cosAlpha1 * cosBeta1) + gap)) / cosBeta2;

  const { sinSigma1, cosSigma1, sinSigma2, cosSigma2, sigma12, omega12 } = sphericalArc(
    sinBeta1,
    cosAlpha1 * cosBeta1,
    sinBeta2,
    cosAlpha2 * cosBeta2,
    sinAlpha0,
  );
  const e = expansion(cosAlpha0);
  writeDistanceSeries(e, c1);
  writeReducedSeries(e, c2);
  writeLongitudeSeries(e, THIRD_FLATTENING, c3);
  const a1 = distanceScale(e);
  const a2 = reducedScale(e);
  const b1 = sineSum(c1, sinSigma2, cosSigma2) - sineSum(c1, sinSigma1, cosSigma1);
  const b2 = sineSum(c2, sinSigma2, cosSigma2) - sineSum(c2, sinSigma1, cosSigma1);
  const b3 = sineSum(c3, sinSigma2, cosSigma2) - sineSum(c3, sinSigma1, cosSigma1);
  const k2 = WGS84_SECOND_ECCENTRICITY_SQUARED * cosAlpha0 * cosAlpha0;
  const j = (a1 - a2) * sigma12 + a1 * b1 - a2 * b2;
  const reducedLength =
    WGS84_POLAR_RADIUS *
    (sqrt(1 + k2 * sinSigma2 * sinSigma2) * cosSigma1 * sinSigma2 -
      sqrt(1 + k2 * sinSigma1 * sinSigma1) * sinSigma1 * cosSigma2 -
      cosSigma1 * cosSigma2 * j);
  return {
    longitude:
      omega12 - WGS84_FLATTENING * sinAlpha0 * longitudeScale(e, THIRD_FLATTENING) * (sigma12 + b3),
    slope: reducedLength / (WGS84_EQUATORIAL_RADIUS * cosAlpha2 * cosBeta2),
    distance: WGS84_POLAR_RADIUS * a1 * (sigma12 + b1),
    reducedLength,
    sinAlpha2,
    cosAlpha2,
  };
}
