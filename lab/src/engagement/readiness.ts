/** What is decided before anything moves: which units are out for the raid. */

import type { EventQueue } from "@pavise/kernel";
import { KIND } from "./event-kind.ts";
import type { FireUnits } from "./fire-unit.ts";
import type { Luck } from "./luck.ts";
import type { Tables } from "./tables.ts";
import { type Listener, RECORD } from "./tally.ts";
import { NEVER } from "./ticks.ts";

/** Rule 14: draws for each unit whether it and all of its parts work, and tells what is out or will be. */
export function drawReadiness(
  tables: Tables,
  luck: Luck,
  units: FireUnits,
  listener: Listener | null,
): void {
  const { unitCount, unitFailure, partFirst, partCount, parts, unitOff } = tables;
  for (let unit = 0; unit < unitCount; unit++) {
    const failure = unitFailure[unit]!;
    let fails = failure > 0 && luck.commonMode(unit) >>> 0 < failure;
    for (let k = 0; k < partCount[unit]!; k++) {
      if (luck.part(unit, k) >>> 0 >= parts[partFirst[unit]! + k]!) fails = true;
    }
    if (fails) {
      units.fail(unit);
      listener?.record(RECORD["unit-failed"], 0, -1, unit, -1);
    } else if (unitOff[unit]! < NEVER) {
      listener?.record(RECORD["unit-switched-off"], unitOff[unit]!, -1, unit, -1);
    }
  }
}

/** Rule 13b: every unit in service notices when its post is lost. */
export function scheduleLostPosts(tables: Tables, units: FireUnits, queue: EventQueue): void {
  const { unitCount, unitPost, unitOff, postLost } = tables;
  for (let unit = 0; unit < unitCount; unit++) {
    const lost = postLost[unitPost[unit]!]!;
    const isMet = lost < unitOff[unit]! && !units.hasFailed(unit);
    if (isMet) queue.schedule(lost, KIND.postLost, 0, unit);
  }
}
