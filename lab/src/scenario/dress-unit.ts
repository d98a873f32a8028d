/** Fire units of a setup. */

import type { DocumentPath } from "@pavise/catalogue";
import { secondsFromHours } from "@pavise/kernel";
import { availabilityFromUp, availabilitySteady, reliability } from "@pavise/models";
import type { WrittenComponent } from "./defence-schema.ts";
import { unitDoctrines } from "./dress-doctrine.ts";
import { dressMagazine, loadedMagazines } from "./dress-magazine.ts";
import { dressSensor, type SensorMount, sectorFromDegrees, systemSensors } from "./dress-sensor.ts";
import { type Dressing, fault, neutralRequest, writtenRequest } from "./dressing.ts";
import type { OptionUnit } from "./option.ts";
import { positionOf } from "./place.ts";
import { quantityRules as rules, type WrittenQuantity } from "./quantity.ts";
import type {
  AssetSetup,
  FireUnitSetup,
  MagazineSetup,
  Position,
  Sector,
  SensorSetup,
  ThreatClass,
} from "./setup.ts";
import { SystemUnit } from "./system-unit.ts";

/** A fire unit with its own sensors; `engagementSensor` counts within them. */
export interface DressedUnit {
  readonly unit: FireUnitSetup;
  readonly sensors: readonly SensorSetup[];
}

export interface UnitPlace {
  readonly index: number;
  readonly commandPost: number;
  readonly fallbackPost: number | undefined;
  readonly assets: readonly AssetSetup[];
  readonly classes: ReadonlySet<ThreatClass>;
}

/** Fields that only a unit of a system has, and fields that only one without has. */
const ofSystem = [
  ...["load", "reserve", "remote_launchers", "interceptors", "kill_probability"],
  ...["shots_per_threat", "radars"],
];
const ofOwn = ["magazines", "sensors"];
/** Parameters that a unit which carries everything itself may write beside its magazines. */
const sharedParameters = [
  "channels",
  "reaction_time_s",
  "launch_spacing_s",
  "assessment_time_s",
  "sector_deg",
  "common_mode_failure",
  "system_cost_usd",
];
const fieldsOfAll = [
  ...["id", "title", "system", "at", "position", "command_post", "doctrine", "ready_from_s"],
  ...["switched_off_at_s", "sector_centre_deg", "components", "doctrines"],
  ...["interceptors_per_channel", "kill_declared", "fallback_post"],
];

function refuseForeignFields(dressing: Dressing, { unit, system }: SystemUnit): void {
  const allowed = new Set([...fieldsOfAll, ...sharedParameters, ...(system === null ? ofOwn : [])]);
  for (const field of Object.keys(unit.fields)) {
    if (allowed.has(field) || (system !== null && !ofOwn.includes(field))) continue;
    const expected = ofSystem.includes(field)
      ? `no ${field} without a system`
      : system === null
        ? `no ${field} without a system: a unit of its own writes sensors and magazines`
        : `no ${field} beside the system ${system}`;
    throw fault(dressing, unit.placeOf(field), expected);
  }
  if (system === null && unit.fields.magazines === undefined) {
    throw fault(dressing, unit.placeOf(""), "either system or magazines", "neither");
  }
}

/** Reads a fire unit and its sensors. */
export function dressUnit(dressing: Dressing, option: OptionUnit, place: UnitPlace): DressedUnit {
  const unit = new SystemUnit(dressing, option);
  refuseForeignFields(dressing, unit);
  const position = unitPosition(dressing, option, place.assets);
  const mount = { fireUnit: place.index, commandPost: place.commandPost, position };
  const sector = unitSector(dressing, unit);
  const sensors = unitSensors(dressing, unit, sector, mount);
  const { reader } = dressing;
  const { fields } = option;
  const ready = neutralRequest(
    fields.ready_from_s,
    0,
    option.namesOf("ready_from_s"),
    rules.seconds,
  );
  const switchedOff = neutralRequest(
    fields.switched_off_at_s,
    "never",
    [...systemName(unit, "switched_off_at_s"), ...option.namesOf("switched_off_at_s")],
    rules.seconds,
    "never",
  );
  return {
    sensors,
    unit: {
      id: unit.id,
      system: unit.system ?? unit.id,
      commandPost: place.commandPost,
      position,
      engagementSensor: sensors.findIndex(({ role }) => role === "engagement"),
      channels: unit.number("channels"),
      reactionSeconds: unit.number("reaction_time_s"),
      launchSpacingSeconds: unit.number("launch_spacing_s"),
      assessmentSeconds: unit.number("assessment_time_s"),
      ...killDeclared(dressing, option),
      ...unitDoctrines(dressing, unit),
      ...(place.fallbackPost === undefined ? {} : { fallbackPost: place.fallbackPost }),
      sector,
      commonModeFailure: unit.numberOr("common_mode_failure", 0),
      availabilities: (fields.components ?? []).map((component, index) => {
        const path = [...option.placeOf("components"), index];
        return availabilityOf(dressing, path, component, (field) =>
          option.namesOf(`components.${component.id}.${field}`),
        );
      }),
      readyFromSeconds: reader.number(ready),
      switchedOffSeconds: reader.numberOrWord(switchedOff) ?? Number.POSITIVE_INFINITY,
      magazines: unitMagazines(dressing, unit, place.classes),
      systemCostUsd: unit.numberOr("system_cost_usd", 0),
    },
  };
}

/** Rule 17: an assessment is right unless the scenario gives its chances. */
function killDeclared(
  { reader }: Dressing,
  { fields, namesOf }: OptionUnit,
): Pick<FireUnitSetup, "killDeclared"> {
  const written = fields.kill_declared;
  if (written === undefined) return {};
  const chance = (field: "if_killed" | "if_missed"): number =>
    reader.number(
      writtenRequest(written[field], namesOf(`kill_declared.${field}`), rules.probability)!,
    );
  return { killDeclared: { ifKilled: chance("if_killed"), ifMissed: chance("if_missed") } };
}

function systemName({ system }: SystemUnit, name: string): readonly string[] {
  return system === null ? [] : [`systems.${system}.${name}`];
}

function unitPosition(
  dressing: Dressing,
  unit: OptionUnit,
  assets: readonly AssetSetup[],
): Position {
  const { at, position } = unit.fields;
  if ((at === undefined) === (position === undefined)) {
    const got = at === undefined ? "neither" : "both";
    throw fault(dressing, unit.placeOf(""), "either at or position", got);
  }
  if (position !== undefined) return positionOf(dressing, unit.placeOf("position"), position);
  return assets.find((asset) => asset.id === at)!.position;
}

/** The sector of a unit; a narrower one than all-round needs a direction. */
function unitSector(dressing: Dressing, unit: SystemUnit): Sector {
  const width = unit.numberOr("sector_deg", 360);
  const { sector_centre_deg: written } = unit.unit.fields;
  const own = unit.unit.namesOf("sector_centre_deg");
  const names = [...systemName(unit, "sector_centre_deg"), ...own];
  // Where a unit looks is its own: two units of one system look two ways.
  const drawPath = written === undefined ? {} : { drawPath: own[0]! };
  const request = { ...neutralRequest(written, 0, names, rules.bearing), ...drawPath };
  const centre = dressing.reader.number(request);
  const isTold = written !== undefined || dressing.reader.isWished(names);
  if (width < 360 && !isTold) {
    const expected = `the field sector_centre_deg, as the sector is ${width} degrees wide`;
    throw fault(dressing, unit.unit.placeOf(""), expected, "nothing");
  }
  return sectorFromDegrees(centre, width);
}

function unitSensors(
  dressing: Dressing,
  unit: SystemUnit,
  sector: Sector,
  mount: SensorMount,
): readonly SensorSetup[] {
  if (unit.system !== null) return systemSensors(dressing, unit, sector, mount);
  return (unit.unit.fields.sensors ?? []).map((sensor, index) =>
    dressSensor(dressing, [...unit.unit.placeOf("sensors"), index], sensor, mount, (field) =>
      unit.unit.namesOf(`sensors.${sensor.id}.${field}`),
    ),
  );
}

function unitMagazines(
  dressing: Dressing,
  unit: SystemUnit,
  classes: ReadonlySet<ThreatClass>,
): readonly MagazineSetup[] {
  if (unit.system !== null) return loadedMagazines(dressing, unit, classes);
  return unit.unit.fields.magazines!.map((magazine, index) =>
    dressMagazine(dressing, [...unit.unit.placeOf("magazines"), index], magazine, (field) =>
      unit.unit.namesOf(`magazines.${magazine.interceptor}.${field}`),
    ),
  );
}

/** Chance that a part works when the raid begins. */
function availabilityOf(
  dressing: Dressing,
  path: DocumentPath,
  component: WrittenComponent,
  names: (field: string) => readonly string[],
): number {
  const { reader } = dressing;
  const { availability, mtbf_h, mttr_h, hours_since_check_h: since } = component;
  if ((availability === undefined) === (mtbf_h === undefined)) {
    const got = mtbf_h === undefined ? "neither" : "both";
    throw fault(dressing, path, "either availability or mtbf_h", got);
  }
  const stated = writtenRequest(availability, names("availability"), rules.probability);
  if (stated !== null) return reader.number(stated);
  const hours = (written: WrittenQuantity, field: string): number =>
    reader.number(writtenRequest(written, names(field), rules.hours)!);
  const meanTimeToFailure = hours(mtbf_h!, "mtbf_h");
  if (mttr_h === undefined) {
    if (since === undefined)
      throw fault(dressing, path, "mttr_h or hours_since_check_h", "neither");
    const part = { meanTimeToFailure, meanTimeToRepair: 1 };
    return reliability(part, hours(since, "hours_since_check_h"));
  }
  const part = {
    meanTimeToFailure: secondsFromHours(meanTimeToFailure),
    meanTimeToRepair: secondsFromHours(hours(mttr_h, "mttr_h")),
  };
  if (since === undefined) return availabilitySteady(part);
  return availabilityFromUp(part, secondsFromHours(hours(since, "hours_since_check_h")));
}
