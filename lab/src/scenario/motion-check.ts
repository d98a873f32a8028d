/** Whether a waypoint is complete, and whether it is said how high something falls from. */

import type { DocumentPath, SourceDocument } from "@pavise/catalogue";
import { checkPosition } from "./position-check.ts";
import type { WrittenGroup, WrittenWaypoint } from "./raid-schema.ts";
import type { WrittenScenario } from "./schema.ts";

/** @throws InputError unless a waypoint has one height and lies in the world. */
export function checkWaypoint(
  document: SourceDocument,
  path: DocumentPath,
  { id: _, speed_m_s: __, height_above_ground_m: height, ...position }: WrittenWaypoint,
  world: WrittenScenario["world"],
): void {
  if (height !== undefined && position.altitude_m !== undefined) {
    const field = "height_above_ground_m";
    throw document.fault([...path, field], "altitude_m or height_above_ground_m, not both", "both");
  }
  const altitude = position.altitude_m ?? height;
  const placed = altitude === undefined ? position : { ...position, altitude_m: altitude };
  checkPosition(document, path, placed, world);
}

type Apogee = Pick<WrittenGroup, "apogee" | "apogee_km" | "launch_angle_deg">;

/**
 * @throws InputError unless exactly one thing says how high it goes. Lofted and depressed say which of
 *   two shapes is meant and need a figure.
 */
export function checkApogee(document: SourceDocument, path: DocumentPath, group: Apogee): void {
  const { apogee, apogee_km: height, launch_angle_deg: angle } = group;
  if (height !== undefined && angle !== undefined) {
    throw document.fault([...path, "launch_angle_deg"], "apogee_km or launch_angle_deg", "both");
  }
  const hasFigure = height !== undefined || angle !== undefined;
  if (apogee === undefined && !hasFigure) {
    throw document.fault(path, "either apogee, apogee_km or launch_angle_deg", "nothing");
  }
  if (apogee === "minimum-energy" && hasFigure) {
    const field = height === undefined ? "launch_angle_deg" : "apogee_km";
    throw document.fault([...path, field], `no ${field} beside minimum-energy`);
  }
  if (apogee !== undefined && apogee !== "minimum-energy" && !hasFigure) {
    const expected = `apogee_km or launch_angle_deg beside ${apogee}`;
    throw document.fault([...path, "apogee"], expected, "nothing");
  }
}
