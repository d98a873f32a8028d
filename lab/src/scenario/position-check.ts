/** Whether a position is complete and belongs to the world of its scenario. */

import { type DocumentPath, type SourceDocument, shownValue } from "@pavise/catalogue";
import type { WrittenUnit } from "./defence-schema.ts";
import type { WrittenPosition } from "./raid-schema.ts";
import type { WrittenScenario } from "./schema.ts";

const roundFields = ["place", "lat_deg", "lon_deg"] as const;
const flatFields = ["east_m", "north_m"] as const;

/** @throws InputError unless a position is complete and of the scenario's world. */
export function checkPosition(
  document: SourceDocument,
  path: DocumentPath,
  position: WrittenPosition,
  world: WrittenScenario["world"],
): void {
  const [own, other] = world === "flat" ? [flatFields, roundFields] : [roundFields, flatFields];
  const wrong = other.find((field) => position[field] !== undefined);
  if (wrong !== undefined) {
    const known = world === "flat" ? "east_m, north_m, altitude_m" : "place, or lat_deg, lon_deg";
    const got = `the field ${shownValue(wrong)}`;
    throw document.fault([...path, wrong], `${known} in the world ${world}`, got);
  }
  const needed: readonly (keyof WrittenPosition)[] =
    world === "flat"
      ? ["east_m", "north_m", "altitude_m"]
      : position.place === undefined
        ? ["lat_deg", "lon_deg", "altitude_m"]
        : [];
  for (const field of needed) {
    if (position[field] !== undefined) continue;
    const instead = own === roundFields && position.lat_deg === undefined ? " (or a place)" : "";
    throw document.fault(path, `the field ${field}${instead}`, "nothing");
  }
  if (position.place !== undefined && position.lat_deg !== undefined) {
    throw document.fault([...path, "lat_deg"], "a place or degrees, not both", "both");
  }
}

/** @throws InputError unless launchers that stand apart have positions of the scenario's world. */
export function checkLauncherPositions(
  document: SourceDocument,
  path: DocumentPath,
  { magazines, remote_launchers }: Pick<WrittenUnit, "magazines" | "remote_launchers">,
  world: WrittenScenario["world"],
): void {
  for (const [field, list] of Object.entries({ magazines, remote_launchers })) {
    for (const [index, { position }] of (list ?? []).entries()) {
      if (position === undefined) continue;
      checkPosition(document, [...path, field, index, "position"], position, world);
    }
  }
}
