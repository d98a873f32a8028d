/** From a scenario to a setup: one draw of everything nobody published. */

import { type Catalogue, type DocumentPath, InputError } from "@pavise/catalogue";
import { refuseHashCollisions } from "@pavise/kernel";
import { chainOfCommand } from "./chain-of-command.ts";
import { dressCommandPost } from "./dress-command.ts";
import { type DressedRaid, dressRaid } from "./dress-raid.ts";
import { dressSensor } from "./dress-sensor.ts";
import { supplied } from "./dress-supply.ts";
import { dressUnit } from "./dress-unit.ts";
import { type Dressing, fault, refuseUnknownChanges } from "./dressing.ts";
import { withNearNames } from "./near-name.ts";
import { type UnfoldedOption, unfoldedOption } from "./option.ts";
import type { Override } from "./override.ts";
import { positionOf, terrainOf } from "./place.ts";
import type { Scenario } from "./scenario.ts";
import { checkCues } from "./sensor-changes.ts";
import type { FireUnitSetup, SensorSetup, Setup, ThreatClass } from "./setup.ts";
import { ValueReader } from "./value-reader.ts";

/** Which setup of a scenario. */
export interface DressSettings {
  readonly option: string;
  readonly seed: number;
  /** 0 takes the likely value of everything. */
  readonly draw: number;
  readonly overrides?: readonly Override[];
  /** Values held fixed, by the path of their draw. */
  readonly pins?: ReadonlyMap<string, number>;
  /** Classes of threat that envelopes are dressed for; those of the raid where nothing is said. */
  readonly classes?: readonly ThreatClass[];
  /** The uniform behind a path in a draw, where unknowns are drawn together. */
  readonly uniform?: (path: string, draw: number) => number | undefined;
}

/**
 * The complete numbers of one option in one draw.
 *
 * @param catalogue null for a scenario that carries everything itself
 * @throws InputError where scenario and catalogue do not fit each other.
 */
export function dress(
  scenario: Scenario,
  catalogue: Catalogue | null,
  settings: DressSettings,
): Setup {
  const { option, classes } = settings;
  return dressedWith(readerOf(settings), scenario, catalogue, option, classes);
}

export function readerOf(settings: Omit<DressSettings, "option" | "classes">): ValueReader {
  const { seed, draw, overrides = [], pins = new Map(), uniform } = settings;
  const joint = uniform === undefined ? {} : { uniform };
  return new ValueReader({ seed, draw, overrides, pins, ...joint });
}

/** As {@link dress}, leaving in the reader what was read. */
export function dressedWith(
  reader: ValueReader,
  scenario: Scenario,
  catalogue: Catalogue | null,
  optionId: string,
  classes?: readonly ThreatClass[],
): Setup {
  const ids = scenario.written.options.map(({ id }) => id);
  if (!ids.includes(optionId)) {
    const expected = withNearNames(
      `an option of ${scenario.written.id}: ${ids.join(", ")}`,
      optionId,
      ids,
    );
    throw new InputError({ place: "--option", path: "", expected, got: `"${optionId}"` });
  }
  const dressing: Dressing = { scenario, catalogue, reader };
  refuseUnknownChanges(dressing);
  const raid = dressRaid(dressing);
  const option = unfoldedOption(scenario, optionId);
  const { assets, courses, threats } = raid;
  const setup = {
    world: scenario.written.world,
    seed: reader.settings.seed,
    draw: reader.settings.draw,
    ...terrainFields(dressing),
    assets,
    courses,
    threats,
    ...dressDefence(
      dressing,
      option,
      classes === undefined ? raid : { ...raid, classes: new Set(classes) },
    ),
  };
  refuseSharedLuck(dressing, setup);
  return setup;
}

function terrainFields(dressing: Dressing): Pick<Setup, "terrain"> {
  const terrain = terrainOf(dressing);
  return terrain === undefined ? {} : { terrain };
}

/** Ids are the addresses of luck: two with one hash would share it. */
function refuseSharedLuck(dressing: Dressing, setup: Setup): void {
  const entities = [...setup.threats, ...setup.fireUnits, ...setup.sensors];
  try {
    refuseHashCollisions(entities.map(({ id }) => id));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fault(dressing, ["raid"], "ids that do not share their luck", error.message);
  }
}

type Defence = Pick<Setup, "sensors" | "commandPosts" | "fireUnits">;

function dressDefence(dressing: Dressing, option: UnfoldedOption, raid: DressedRaid): Defence {
  const chain = chainOfCommand(dressing, option);
  const dressed = option.units.map((unit, index) =>
    dressUnit(dressing, unit, {
      index,
      commandPost: chain.unitPost[index]!,
      fallbackPost: chain.unitFallback[index],
      assets: raid.assets,
      classes: raid.classes,
    }),
  );
  const sensors: SensorSetup[] = [];
  const fireUnits: FireUnitSetup[] = [];
  for (const { unit, sensors: own } of dressed) {
    const engagementSensor =
      unit.engagementSensor < 0 ? -1 : unit.engagementSensor + sensors.length;
    fireUnits.push({ ...unit, engagementSensor });
    sensors.push(...own);
  }
  for (const [index, sensor] of option.sensors.entries()) {
    const path = [...option.sensorsPlace, index];
    const { command_post: _post, position, ...fields } = sensor;
    const mount = {
      fireUnit: -1,
      commandPost: chain.sensorPost[index]!,
      position: positionOf(dressing, [...path, "position"], position),
    };
    const names = (field: string): string[] => [
      `options.${option.id}.sensors.${sensor.id}.${field}`,
    ];
    sensors.push(dressSensor(dressing, path, fields, mount, names));
  }
  checkCues(dressing, sensors, (sensor) => sensorPlace(option, sensor));
  const commandPosts = chain.posts.map((plan, index) => {
    const units = dressed.filter(
      ({ unit }) => unit.commandPost === index || unit.fallbackPost === index,
    );
    return dressCommandPost(dressing, option, plan, units);
  });
  return { ...supplied(dressing, option, { sensors, fireUnits }), commandPosts };
}

/** Where a sensor stands in the file: in the list of the option, of its unit, or as a radar of a system. */
function sensorPlace(option: UnfoldedOption, { id, fireUnit, role }: SensorSetup): DocumentPath {
  const unit = option.units[fireUnit];
  if (unit === undefined) {
    return [...option.sensorsPlace, option.sensors.findIndex((sensor) => sensor.id === id)];
  }
  const index = unit.fields.sensors?.findIndex((sensor) => sensor.id === id) ?? -1;
  return index < 0 ? unit.placeOf(`radars.${role}`) : [...unit.placeOf("sensors"), index];
}
