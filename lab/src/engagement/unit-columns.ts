/** Fire units and their magazines as columns. */

import { entityKey, invariant, thresholdFromProbability, ticksFromSeconds } from "@pavise/kernel";
import {
  type Doctrine,
  type FireUnitSetup,
  type Setup,
  THREAT_CLASSES,
} from "../scenario/setup.ts";
import { Column } from "./column.ts";
import type { Columns } from "./tables.ts";
import { NEVER } from "./ticks.ts";

export type UnitColumns = Pick<
  Columns,
  | "unitPost"
  | "unitChannels"
  | "unitReaction"
  | "unitSpacing"
  | "unitAssessment"
  | "unitDeclaresKill"
  | "unitDeclaresMiss"
  | "unitFallback"
  | "looksMax"
  | "unitReadyFrom"
  | "unitOff"
  | "unitFailure"
  | "unitKey"
  | "unitSlotFirst"
  | "unitSlotCount"
  | "salvoFirst"
  | "salvoCount"
  | "salvo"
  | "partFirst"
  | "partCount"
  | "parts"
  | "slotReload"
  | "slotRoundsPerLauncher"
  | "slotStock"
  | "slotLauncherFirst"
  | "slotLauncherCount"
  | "launcherRounds"
>;

/** A count that may be without limit. */
const COUNT_MAX = 0x3fffffff;

function count(value: number, what: string): number {
  if (value === Number.POSITIVE_INFINITY) return COUNT_MAX;
  invariant(Number.isInteger(value) && value >= 0, `${what}: expected a count, got ${value}`);
  return Math.min(value, COUNT_MAX);
}

/** Ticks of a moment that may never come. */
export function ticksOrNever(seconds: number): number {
  return seconds === Number.POSITIVE_INFINITY ? NEVER : ticksFromSeconds(seconds);
}

export function unitColumns(setup: Setup): UnitColumns {
  const { fireUnits } = setup;
  const magazines = fireUnits.flatMap((unit) => unit.magazines);
  const keys = new Uint32Array(2 * fireUnits.length);
  fireUnits.forEach((unit, u) => {
    entityKey(setup.seed, setup.draw, unit.id, keys, 2 * u);
  });
  const slots = runs(fireUnits.map((unit) => unit.magazines));
  const doctrines = fireUnits.flatMap((unit) =>
    THREAT_CLASSES.map((name): Doctrine => unit.doctrines?.[name] ?? unit),
  );
  const salvo = runs(doctrines.map((doctrine) => doctrine.salvoPerLook));
  const parts = runs(fireUnits.map((unit) => unit.availabilities.map(thresholdFromProbability)));
  const launchers = runs(magazines.map((magazine) => magazine.launchers));
  const column = (value: (unit: FireUnitSetup) => number): Int32Array =>
    Int32Array.from(fireUnits, value);
  const thresholds = (chance: (unit: FireUnitSetup) => number): Float64Array =>
    Float64Array.from(fireUnits, (unit) => thresholdFromProbability(chance(unit)));
  return {
    unitPost: column((unit) => unit.commandPost),
    unitChannels: column((unit) => count(unit.channels, `${unit.id} channels`)),
    unitReaction: column((unit) => ticksFromSeconds(unit.reactionSeconds)),
    unitSpacing: column((unit) => ticksFromSeconds(unit.launchSpacingSeconds)),
    unitAssessment: column((unit) => ticksFromSeconds(unit.assessmentSeconds)),
    unitDeclaresKill: thresholds((unit) => unit.killDeclared?.ifKilled ?? 1),
    unitDeclaresMiss: thresholds((unit) => unit.killDeclared?.ifMissed ?? 0),
    unitFallback: column((unit) => unit.fallbackPost ?? -1),
    looksMax: Int32Array.from(doctrines, (doctrine) => count(doctrine.looksMax, "looks")),
    unitReadyFrom: column((unit) => ticksOrNever(unit.readyFromSeconds)),
    unitOff: column((unit) => ticksOrNever(unit.switchedOffSeconds)),
    unitFailure: thresholds((unit) => unit.commonModeFailure),
    unitKey: keys,
    unitSlotFirst: slots.first,
    unitSlotCount: slots.count,
    salvoFirst: salvo.first,
    salvoCount: salvo.count,
    salvo: Int32Array.from(salvo.values),
    partFirst: parts.first,
    partCount: parts.count,
    parts: Float64Array.from(parts.values),
    slotReload: Int32Array.from(magazines, (magazine) => ticksFromSeconds(magazine.reloadSeconds)),
    slotRoundsPerLauncher: Int32Array.from(magazines, (magazine) => magazine.roundsPerLauncher),
    slotStock: Int32Array.from(magazines, (magazine) => count(magazine.stock, "stock")),
    slotLauncherFirst: launchers.first,
    slotLauncherCount: launchers.count,
    launcherRounds: Int32Array.from(launchers.values, (rounds) => count(rounds, "ready rounds")),
  };
}

/** Lists laid end to end, with where each begins and how long it is. */
function runs<T>(lists: readonly (readonly T[])[]): {
  first: Int32Array;
  count: Int32Array;
  values: T[];
} {
  const first = new Column();
  const counts = new Column();
  const values: T[] = [];
  for (const list of lists) {
    first.push(values.length);
    counts.push(list.length);
    values.push(...list);
  }
  return { first: first.int32(), count: counts.int32(), values };
}
