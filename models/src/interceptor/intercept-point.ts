/** Where an interceptor of constant speed meets a threat of constant velocity. */
import { difference, dot, scaled, sqrt, sum, type Vector3 } from "@pavise/kernel";

/** A threat in straight flight and an interceptor that will be launched at it. */
export interface InterceptTriangle<F extends string> {
  /** Of the threat at time 0, m. */
  readonly threatPosition: Vector3<F>;
  /** m/s. */
  readonly threatVelocity: Vector3<F>;
  /** Of the launcher, m. */
  readonly launcherPosition: Vector3<F>;
  /** m/s, > 0. */
  readonly interceptorSpeed: number;
  /** When the interceptor leaves, s after time 0. */
  readonly launchTime: number;
}

/** The earliest meeting. */
export interface InterceptPoint<F extends string> {
  /** s after time 0. */
  readonly time: number;
  readonly position: Vector3<F>;
  /** Straight distance flown by the interceptor, m. */
  readonly distance: number;
}

/**
 * The earliest meeting at or after launch, or null when the interceptor never catches the threat:
 * the smaller root of |P + V·t − S| = v·(t − t₀). Closed form, exact to rounding.
 */
export function interceptPoint<F extends string>(
  triangle: InterceptTriangle<F>,
): InterceptPoint<F> | null {
  const { threatPosition, threatVelocity, launcherPosition, interceptorSpeed, launchTime } =
    triangle;
  if (!(interceptorSpeed > 0)) {
    throw new RangeError(
      `interceptPoint interceptorSpeed: expected a positive speed, got ${interceptorSpeed}`,
    );
  }
  // Seen from the launcher at the moment of launch, and counted from then.
  const atLaunch = sum(threatPosition, scaled(threatVelocity, launchTime));
  const offset = difference(atLaunch, launcherPosition);
  const flight = earliestFlight(
    dot(threatVelocity, threatVelocity) - interceptorSpeed * interceptorSpeed,
    dot(offset, threatVelocity),
    dot(offset, offset),
  );
  if (flight === null) return null;
  const position = sum(atLaunch, scaled(threatVelocity, flight));
  return { time: launchTime + flight, position, distance: interceptorSpeed * flight };
}

/** Least root ≥ 0 of quadratic·t² + 2·half·t + constant = 0, with constant ≥ 0, or null. */
function earliestFlight(quadratic: number, half: number, constant: number): number | null {
  if (constant === 0) return 0;
  const discriminant = half * half - quadratic * constant;
  if (discriminant < 0) return null;
  const root = sqrt(discriminant);
  // Each form adds numbers of one sign, so nothing cancels; equal speeds need no case of their own.
  if (half <= 0) return root > half ? constant / (root - half) : null;
  return quadratic < 0 ? (half + root) / -quadratic : null;
}
