/**
 * Sensors that something can change, as columns: each searches by itself and is played in time. What
 * nothing can change stays in a network, whose survival is one product.
 */

import { entityKey, invariant, thresholdFromProbability, ticksFromSeconds } from "@pavise/kernel";
import type { SensorSetup, Setup } from "../scenario/setup.ts";
import { Column } from "./column.ts";
import type { Columns } from "./tables.ts";
import { ticksOrNever } from "./unit-columns.ts";

/** Can anything in the setup change what this sensor does, or does another sensor wait for its word? */
export function isSearcher(sensor: SensorSetup, setup: Setup): boolean {
  const { availability = 1, loss, trackCapacity = Number.POSITIVE_INFINITY } = sensor;
  if (sensor.isCueOnly === true || availability < 1 || loss !== undefined) return true;
  if (trackCapacity < setup.threats.length || isCued(sensor, setup)) return true;
  return setup.sensors.some((other) => other.cue?.from.includes(sensor.id) === true);
}

/** Is there a sensor that tells this one where to look? */
export function isCued({ cue }: SensorSetup, { sensors }: Setup): boolean {
  return cue !== undefined && sensors.some(({ id }) => cue.from.includes(id));
}

/** A sensor that searches by itself: its place among bundles, and in the setup. */
export interface Searcher {
  readonly bundle: number;
  readonly index: number;
  readonly sensor: SensorSetup;
  /** Place of its cued survival among the modes, or −1. */
  readonly cuedMode: number;
}

export type SearcherColumns = Pick<
  Columns,
  | "searcherBundle"
  | "searcherSensor"
  | "searcherCuedMode"
  | "searcherCapacity"
  | "searcherDelay"
  | "searcherReports"
  | "searcherGuides"
  | "searcherWorks"
  | "searcherLossChance"
  | "searcherLost"
  | "searcherRestored"
  | "searcherKey"
  | "cueFirst"
  | "cueCount"
  | "cueHearer"
  | "cueDelay"
>;

/** More places than threats there can be. */
const NO_LIMIT = 0x3fffffff;

export function searcherColumns(setup: Setup, searchers: readonly Searcher[]): SearcherColumns {
  const keys = new Uint32Array(2 * searchers.length);
  const cueFirst = new Column();
  const cueCount = new Column();
  const cueHearer = new Column();
  const cueDelay = new Column();
  searchers.forEach(({ sensor }, s) => {
    entityKey(setup.seed, setup.draw, sensor.id, keys, 2 * s);
    cueFirst.push(cueHearer.length);
    searchers.forEach((hearer, h) => {
      if (hearer.sensor.cue?.from.includes(sensor.id) !== true) return;
      cueHearer.push(h);
      cueDelay.push(ticksFromSeconds(hearer.sensor.cue.delaySeconds));
    });
    cueCount.push(cueHearer.length - cueFirst.last());
  });
  const column = (value: (searcher: Searcher) => number): Int32Array =>
    Int32Array.from(searchers, value);
  const thresholds = (chance: (sensor: SensorSetup) => number): Float64Array =>
    Float64Array.from(searchers, ({ sensor }) => thresholdFromProbability(chance(sensor)));
  return {
    searcherBundle: column(({ bundle }) => bundle),
    searcherSensor: column(({ index }) => index),
    searcherCuedMode: column(({ cuedMode }) => cuedMode),
    searcherCapacity: column(({ sensor }) => capacityOf(sensor)),
    searcherDelay: column(({ sensor }) => ticksFromSeconds(sensor.delaySeconds ?? 0)),
    searcherReports: column(({ sensor }) => (sensor.isCueOnly === true ? 0 : 1)),
    searcherGuides: column(({ index }) => guidedUnit(setup, index)),
    searcherWorks: thresholds(({ availability = 1 }) => availability),
    searcherLossChance: thresholds(({ loss }) => loss?.probability ?? 0),
    searcherLost: column(({ sensor }) => ticksOrNever(lossOf(sensor).atSeconds)),
    searcherRestored: column(({ sensor }) => ticksOrNever(lossOf(sensor).restoredSeconds)),
    searcherKey: keys,
    cueFirst: cueFirst.int32(),
    cueCount: cueCount.int32(),
    cueHearer: cueHearer.int32(),
    cueDelay: cueDelay.int32(),
  };
}

function capacityOf({ id, trackCapacity = Number.POSITIVE_INFINITY }: SensorSetup): number {
  if (trackCapacity === Number.POSITIVE_INFINITY) return NO_LIMIT;
  const isCount = Number.isInteger(trackCapacity) && trackCapacity >= 0;
  invariant(isCount, `${id}: expected a count of tracks, got ${trackCapacity}`);
  return Math.min(trackCapacity, NO_LIMIT);
}

const NO_LOSS = {
  atSeconds: Number.POSITIVE_INFINITY,
  restoredSeconds: Number.POSITIVE_INFINITY,
};

function lossOf({ id, loss }: SensorSetup): Pick<typeof NO_LOSS, "atSeconds" | "restoredSeconds"> {
  if (loss === undefined) return NO_LOSS;
  const isInOrder = loss.atSeconds < loss.restoredSeconds;
  invariant(isInOrder, `${id}: it is restored before it is lost`);
  return loss;
}

/** The unit that cannot launch or guide without this sensor, or −1. */
function guidedUnit({ fireUnits }: Setup, sensor: number): number {
  return fireUnits.findIndex(({ engagementSensor }) => engagementSensor === sensor);
}
