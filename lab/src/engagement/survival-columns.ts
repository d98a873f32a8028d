/** Bundles of sensors, and their survival tables as columns. */

import { hash32, invariant, ticksFromSeconds } from "@pavise/kernel";
import { type SurvivalTable, survivalProduct } from "@pavise/models";
import type { SensorSetup, Setup, ThreatSetup } from "../scenario/setup.ts";
import { Column } from "./column.ts";
import { survivalGuide } from "./detection.ts";
import { isCued, isSearcher, type Searcher } from "./searcher-columns.ts";
import { delayed, type Sight, spansInSight, survivalOf } from "./sight.ts";
import type { Span, View } from "./view.ts";

/** Sensors that live and die together and report to one command post; or one that can change. */
export interface Bundle {
  /** The unit's identifier, or the post's for sensors that belong to no unit; a searcher's own. */
  readonly id: string;
  readonly commandPost: number;
  /** Index of the owning unit, or −1. */
  readonly fireUnit: number;
  readonly sensors: readonly { readonly index: number; readonly sensor: SensorSetup }[];
  /** Which of a threat's track draws is this bundle's. */
  readonly drawIndex: number;
  /** One sensor that something can change. */
  readonly isSearcher: boolean;
}

const TRACK_DRAWS = 0x10000;

export function bundlesOf(setup: Setup): Bundle[] {
  const groups = new Map<string, { index: number; sensor: SensorSetup }[]>();
  setup.sensors.forEach((sensor, index) => {
    const key = isSearcher(sensor, setup) ? `sensor/${index}` : networkKey(sensor);
    const group = groups.get(key) ?? [];
    group.push({ index, sensor });
    groups.set(key, group);
  });
  const bundles = [...groups].map(([key, sensors]): Bundle => {
    const { id: sensorId, commandPost, fireUnit } = sensors[0]!.sensor;
    const post = setup.commandPosts[commandPost];
    invariant(post !== undefined, `sensor ${sensorId} has no command post`);
    const isAlone = key !== networkKey(sensors[0]!.sensor);
    const id = isAlone ? sensorId : (setup.fireUnits[fireUnit]?.id ?? post.id);
    const drawIndex = hash32(id) % TRACK_DRAWS;
    return { id, commandPost, fireUnit, sensors, drawIndex, isSearcher: isAlone };
  });
  const seen = new Map<number, string>();
  for (const { id, drawIndex } of bundles) {
    const other = seen.get(drawIndex);
    invariant(other === undefined, `${other} and ${id} would share their luck: rename one of them`);
    seen.set(drawIndex, id);
  }
  return bundles;
}

/** Sensors of one unit form one network; those that belong to none, one for each command post. */
function networkKey({ fireUnit, commandPost }: SensorSetup): string {
  return fireUnit < 0 ? `post/${commandPost}` : `unit/${fireUnit}`;
}

const WORDS = 2 * 0x80000000;

/** Bundles that search by themselves, with the places of their cued modes after those of all bundles. */
export function searchersOf(setup: Setup, bundles: readonly Bundle[]): Searcher[] {
  let modes = bundles.length;
  return bundles.flatMap((bundle, place): Searcher[] => {
    if (!bundle.isSearcher) return [];
    const { index, sensor } = bundle.sensors[0]!;
    return [{ bundle: place, index, sensor, cuedMode: isCued(sensor, setup) ? modes++ : -1 }];
  });
}

/**
 * Below this a searcher's survival counts as none. What it goes on from after a standstill is a ratio
 * of survivals, so its table goes on where that of a network has long ended.
 */
const SEARCHER_NEGLIGIBLE = 1e-200;

/** A course as one sensor sees it. */
export interface Seen {
  readonly view: View;
  readonly sight: Sight;
}

/** Survival tables of row × mode, appended in that order. */
export class SurvivalColumns {
  readonly first = new Column();
  readonly count = new Column();
  readonly linear = new Column();
  readonly ticks = new Column();
  readonly level = new Column();
  readonly guide = new Column();
  readonly sightEnd = new Column();
  readonly #bundles: readonly Bundle[];
  readonly #searchers: readonly Searcher[];

  constructor(setup: Setup, bundles: readonly Bundle[]) {
    this.#bundles = bundles;
    this.#searchers = searchersOf(setup, bundles);
  }

  /** One row: the course of a threat, as each sensor by its index sees it. */
  appendRow(threat: ThreatSetup, seenBy: (index: number) => Seen): void {
    for (const bundle of this.#bundles) {
      const tables = bundle.sensors.map(({ index, sensor }) => {
        const { view, sight } = seenBy(index);
        const spans = spansInSight(view, sight);
        if (!bundle.isSearcher) return delayedSurvival(sensor, threat, view, spans);
        const last = spans[spans.length - 1];
        this.sightEnd.push(last === undefined ? 0 : ticksFromSeconds(last.end));
        return survivalOf(sensor, threat, view, spans, sensor, SEARCHER_NEGLIGIBLE);
      });
      this.#append(tables.filter((table) => table !== null));
    }
    for (const { index, sensor, cuedMode } of this.#searchers) {
      if (cuedMode < 0) continue;
      const { view, sight } = seenBy(index);
      const spans = spansInSight(view, sight);
      const cued = survivalOf(sensor, threat, view, spans, sensor.cue, SEARCHER_NEGLIGIBLE);
      this.#append(cued === null ? [] : [cued]);
    }
  }

  #append(tables: readonly SurvivalTable[]): void {
    this.first.push(this.ticks.length);
    if (tables.length === 0) {
      this.count.push(0);
      this.linear.push(0);
      this.guide.pushAll(survivalGuide([]));
      return;
    }
    const table = tables.length === 1 ? tables[0]! : survivalProduct(tables);
    this.count.push(table.times.length);
    this.linear.push(table.interpolation === "linear" ? 1 : 0);
    const levels = Array.from(table.survival, (survival) => survival * WORDS);
    this.ticks.pushAll(table.times.map(ticksFromSeconds));
    this.level.pushAll(levels);
    this.guide.pushAll(survivalGuide(levels));
  }
}

/** In a network, a track counts from its report. */
function delayedSurvival(
  sensor: SensorSetup,
  threat: ThreatSetup,
  view: View,
  spans: readonly Span[],
): SurvivalTable | null {
  const table = survivalOf(sensor, threat, view, spans);
  return table === null ? null : delayed(table, sensor.delaySeconds ?? 0);
}
