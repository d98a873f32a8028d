/** From a scenario to a setup: one draw of everything nobody published. */

import { type Catalogue, InputError } from "@pavise/catalogue";
import { refuseHashCollisions } from "@pavise/kernel";
import { type DressedRaid, dressRaid } from "./dress-raid.ts";
import { dressSensor } from "./dress-sensor.ts";
import { type DressedUnit, dressUnit } from "./dress-unit.ts";
import {
  assumptionRequest,
  type Dressing,
  fault,
  neutralRequest,
  refuseUnknownChanges,
} from "./dressing.ts";
import { withNearNames } from "./near-name.ts";
import { type OptionUnit, type UnfoldedOption, unfoldedOption } from "./option.ts";
import type { Override } from "./override.ts";
import { positionOf, terrainOf } from "./place.ts";
import { quantityRules } from "./quantity.ts";
import type { Scenario } from "./scenario.ts";
import type { CommandPostSetup, FireUnitSetup, SensorSetup, Setup } from "./setup.ts";
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
  return dressedWith(readerOf(settings), scenario, catalogue, settings.option);
}

export function readerOf(settings: Omit<DressSettings, "option">): ValueReader {
  const { seed, draw, overrides = [], pins = new Map() } = settings;
  return new ValueReader({ seed, draw, overrides, pins });
}

/** As {@link dress}, leaving in the reader what was read. */
export function dressedWith(
  reader: ValueReader,
  scenario: Scenario,
  catalogue: Catalogue | null,
  optionId: string,
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
    ...dressDefence(dressing, option, raid),
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
  const posts = option.units.map((unit) => postOf(dressing, unit));
  const postIds = [
    ...option.commandPosts.map(({ id }) => id),
    ...posts,
    ...option.sensors.map(({ command_post }) => command_post),
  ];
  const unique = [...new Set(postIds)];
  const dressed = option.units.map((unit, index) =>
    dressUnit(dressing, unit, {
      index,
      commandPost: unique.indexOf(posts[index]!),
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
    const { command_post, position, ...fields } = sensor;
    const mount = {
      fireUnit: -1,
      commandPost: unique.indexOf(command_post),
      position: positionOf(dressing, [...path, "position"], position),
    };
    const names = (field: string): string[] => [
      `options.${option.id}.sensors.${sensor.id}.${field}`,
    ];
    sensors.push(dressSensor(dressing, path, fields, mount, names));
  }
  const commandPosts = unique.map((id, index) => {
    const units = dressed.filter(({ unit }) => unit.commandPost === index);
    return commandPost(dressing, option, { id, units });
  });
  return { sensors, commandPosts, fireUnits };
}

/** The command post of a unit: as written, else that of the asset where it stands. */
function postOf(dressing: Dressing, unit: OptionUnit): string {
  const post = unit.fields.command_post ?? unit.fields.at;
  if (post !== undefined) return post;
  const expected = "the field command_post, as the unit stands at no asset";
  throw fault(dressing, unit.placeOf(""), expected, "nothing");
}

/**
 * A command post. How long a track outlives its threat: as written; else so many periods of the
 * slowest engagement radar under it, where its units are of systems of the catalogue; else no time.
 */
function commandPost(
  dressing: Dressing,
  option: UnfoldedOption,
  post: { readonly id: string; readonly units: readonly DressedUnit[] },
): CommandPostSetup {
  const written = option.commandPosts.find(({ id }) => id === post.id)?.drop_time_s;
  const names = [`options.${option.id}.command_posts.${post.id}.drop_time_s`];
  const { reader } = dressing;
  const isOwn = post.units.every(({ unit }) => unit.system === unit.id);
  if (written !== undefined || isOwn) {
    const request = neutralRequest(written, 0, names, quantityRules.seconds);
    return { id: post.id, dropSeconds: reader.number(request) };
  }
  const row = assumptionRequest(dressing, "track_drop_scans", quantityRules.scans);
  const scans = reader.number(row);
  const periods = post.units.flatMap(({ unit, sensors }) => {
    const engagement = sensors[unit.engagementSensor];
    return engagement === undefined ? [] : [engagement.scanPeriod];
  });
  return { id: post.id, dropSeconds: scans * Math.max(0, ...periods) };
}
