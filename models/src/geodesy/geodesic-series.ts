/**
 * The series of the geodesic problem on an ellipsoid, to sixth order.
 *
 * Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43–55 (2013),
 * doi:10.1007/s00190-012-0578-z; numbers in brackets are its equations. ε = (√(1+k²) − 1)/(√(1+k²)
 * + 1) with k² = e'² cos²α₀, and n is the third flattening. Symbols are the paper's.
 */
import { cos, sin } from "@pavise/kernel";

/** Six Fourier coefficients; index l holds the coefficient of sin 2lσ, index 0 is not used. */
export type SineSeries = Float64Array;

export const SERIES_LENGTH = 7;

/** A₁ (17): scale between arc length on the sphere and distance. */
export function distanceScale(e: number): number {
  const q = e * e;
  return (1 + q * (1 / 4 + q * (1 / 64 + q / 256))) / (1 - e);
}

/** C₁ (18), the periodic part of the distance integral I₁. */
export function writeDistanceSeries(e: number, c: SineSeries): void {
  const q = e * e;
  c[1] = e * (-1 / 2 + q * (3 / 16 - q / 32));
  c[2] = q * (-1 / 16 + q * (1 / 32 - (9 / 2048) * q));
  c[3] = e * q * (-1 / 48 + (3 / 256) * q);
  c[4] = q * q * (-5 / 512 + (3 / 512) * q);
  c[5] = e * q * q * (-7 / 1280);
  c[6] = q * q * q * (-7 / 2048);
}

/** C'₁ (21), the reverted series: σ from distance. */
export function writeReverseDistanceSeries(e: number, c: SineSeries): void {
  const q = e * e;
  c[1] = e * (1 / 2 + q * (-9 / 32 + (205 / 1536) * q));
  c[2] = q * (5 / 16 + q * (-37 / 96 + (1335 / 4096) * q));
  c[3] = e * q * (29 / 96 - (75 / 128) * q);
  c[4] = q * q * (539 / 1536 - (2391 / 2560) * q);
  c[5] = e * q * q * (3467 / 7680);
  c[6] = q * q * q * (38081 / 61440);
}

/** A₂ (42): with C₂ the integral I₂, needed for the reduced length. */
export function reducedScale(e: number): number {
  const q = e * e;
  return (1 + q * (1 / 4 + q * (9 / 64 + (25 / 256) * q))) * (1 - e);
}

/** C₂ (43). */
export function writeReducedSeries(e: number, c: SineSeries): void {
  const q = e * e;
  c[1] = e * (1 / 2 + q * (1 / 16 + q / 32));
  c[2] = q * (3 / 16 + q * (1 / 32 + (35 / 2048) * q));
  c[3] = e * q * (5 / 48 + (5 / 256) * q);
  c[4] = q * q * (35 / 512 + (7 / 512) * q);
  c[5] = e * q * q * (63 / 1280);
  c[6] = q * q * q * (77 / 2048);
}

/** A₃ (24): scale of the longitude integral I₃. */
export function longitudeScale(e: number, n: number): number {
  return (
    1 -
    e *
      (1 / 2 -
        n / 2 +
        e *
          (1 / 4 +
            n * (1 / 8 - (3 / 8) * n) +
            e * (1 / 16 + n * (3 / 16 + n / 16) + e * (3 / 64 + n / 32 + (3 / 128) * e))))
  );
}

/** C₃ (25), the periodic part of the longitude integral; of fifth order, for sin 2σ to sin 10σ. */
export function writeLongitudeSeries(e: number, n: number, c: SineSeries): void {
  const q = e * e;
  c[1] =
    e *
    (1 / 4 -
      n / 4 +
      e *
        (1 / 8 -
          (n * n) / 8 +
          e * (3 / 64 + n * (3 / 64 - n / 64) + e * (5 / 128 + n / 64 + (3 / 128) * e))));
  c[2] =
    q *
    (1 / 16 +
      n * (-3 / 32 + n / 32) +
      e * (3 / 64 - n * (1 / 32 + (3 / 64) * n) + e * (3 / 128 + n / 128 + (5 / 256) * e)));
  c[3] =
    q *
    e *
    (5 / 192 + n * (-3 / 64 + (5 / 192) * n) + e * (3 / 128 - (5 / 192) * n + (7 / 512) * e));
  c[4] = q * q * (7 / 512 - (7 / 256) * n + (7 / 512) * e);
  c[5] = q * q * e * (21 / 2560);
  c[6] = 0;
}

/** Σ c_l sin 2lσ from the sine and cosine of σ, by Clenshaw's recurrence. */
export function sineSum(c: SineSeries, sinSigma: number, cosSigma: number): number {
  const twice = 2 * (cosSigma - sinSigma) * (cosSigma + sinSigma);
  let before = 0;
  let last = 0;
  for (let l = SERIES_LENGTH - 1; l >= 1; l -= 1) {
    const next = twice * last - before + c[l]!;
    before = last;
    last = next;
  }
  return 2 * sinSigma * cosSigma * last;
}

/** Σ c_l sin 2lσ from σ. */
export function sineSumAt(c: SineSeries, sigma: number): number {
  return sineSum(c, sin(sigma), cos(sigma));
}
