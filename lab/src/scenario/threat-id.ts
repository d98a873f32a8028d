/** What the threats of a group are called. */

import type { WrittenGroup, WrittenRelease } from "./raid-schema.ts";

/**
 * t01, t02, … t100: a threat keeps its name, and so its luck, in a raid of another size. A group
 * without a count is one threat and lends it its own id.
 */
export function threatId(group: WrittenGroup, place: number): string {
  const isAlone = group.count === undefined && group.launch_times_s === undefined;
  if (isAlone && place === 0 && group.threat_prefix === undefined) return group.id;
  const prefix = group.threat_prefix ?? `${group.id}_`;
  return `${prefix}${String(place + 1).padStart(2, "0")}`;
}

/** aircraft_bomb, or aircraft_bomb_01, aircraft_bomb_02, … where it releases several. */
export function weaponId(
  carrier: string,
  { id, count }: Pick<WrittenRelease, "id" | "count">,
  number: number,
): string {
  if (count === undefined) return `${carrier}_${id}`;
  return `${carrier}_${id}_${String(number + 1).padStart(2, "0")}`;
}

/** Does the group's only threat bear the id of the group? */
export function lendsItsId(group: WrittenGroup): boolean {
  return threatId(group, 0) === group.id;
}
