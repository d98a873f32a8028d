/** Which threats fly so low that the ground decides when they are seen. */

import type { Setup, ThreatSetup } from "./setup.ts";

/**
 * A leg is low if both its ends are written at most this high above the ground, metres. From a mast of
 * ten metres over smooth Earth, a radar sees 500 m out to 105 km: below that, it is the ground more
 * often than the radar that ends its sight.
 */
export const LOW_FLIGHT_HEIGHT = 500;

/**
 * Does a leg of its route lie low? Heights above the ground count as written; heights above sea level
 * less the level of the ground where the route ends. A dive onto the aim alone is no low flight, and what
 * falls from a launch to an aim never is.
 */
export function isLowFlyer(setup: Setup, threat: ThreatSetup): boolean {
  const course = setup.courses[threat.course]!;
  if (course.kind !== "route") return false;
  const { waypoints, above, ground } = course;
  const level = typeof ground === "number" ? ground : setup.assets[threat.asset]!.position[2];
  const isLow = waypoints.map(([, , height], index) => {
    return (above?.[index] === "ground" ? height : height - level) <= LOW_FLIGHT_HEIGHT;
  });
  return isLow.some((low, index) => index > 0 && low && isLow[index - 1]!);
}

/** How many threats of a setup fly low. */
export function lowFlyers(setup: Setup): number {
  return setup.threats.filter((threat) => isLowFlyer(setup, threat)).length;
}
