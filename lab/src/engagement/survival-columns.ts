/** Bundles of sensors, and their survival tables as columns. */

import { hash32, invariant, ticksFromSeconds } from "@pavise/kernel";
import { type SurvivalTable, survivalProduct } from "@pavise/models";
import type { SensorSetup, Setup } from "../scenario/setup.ts";
import { Column } from "./column.ts";
import { survivalGuide } from "./detection.ts";

/** Sensors that live and die together and report to one command post. */
export interface Bundle {
  /** The unit's identifier, or the post's for sensors that belong to no unit. */
  readonly id: string;
  readonly commandPost: number;
  /** Index of the owning unit, or −1. */
  readonly fireUnit: number;
  readonly sensors: readonly { readonly index: number; readonly sensor: SensorSetup }[];
  /** Which of a threat's track draws is this bundle's. */
  readonly drawIndex: number;
}

const TRACK_DRAWS = 0x10000;

export function bundlesOf(setup: Setup): Bundle[] {
  const groups = new Map<string, { index: number; sensor: SensorSetup }[]>();
  setup.sensors.forEach((sensor, index) => {
    const owner = setup.fireUnits[sensor.fireUnit];
    const key = owner === undefined ? `post/${sensor.commandPost}` : `unit/${sensor.fireUnit}`;
    const group = groups.get(key) ?? [];
    group.push({ index, sensor });
    groups.set(key, group);
  });
  const bundles = [...groups.values()].map((sensors): Bundle => {
    const { commandPost, fireUnit } = sensors[0]!.sensor;
    const post = setup.commandPosts[commandPost];
    invariant(post !== undefined, `sensor ${sensors[0]!.sensor.id} has no command post`);
    const id = setup.fireUnits[fireUnit]?.id ?? post.id;
    return { id, commandPost, fireUnit, sensors, drawIndex: hash32(id) % TRACK_DRAWS };
  });
  const seen = new Map<number, string>();
  for (const { id, drawIndex } of bundles) {
    const other = seen.get(drawIndex);
    invariant(other === undefined, `${other} and ${id} would share their luck: rename one of them`);
    seen.set(drawIndex, id);
  }
  return bundles;
}

const WORDS = 2 * 0x80000000;

/** Survival tables of row × bundle, appended in that order. */
export class SurvivalColumns {
  readonly first = new Column();
  readonly count = new Column();
  readonly linear = new Column();
  readonly ticks = new Column();
  readonly level = new Column();
  readonly guide = new Column();

  append(tables: readonly SurvivalTable[]): void {
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
