/** Sensors of a setup: radars of a system of the catalogue, or sensors as written. */

import type { DocumentPath } from "@pavise/catalogue";
import { metresFromKilometres, radiansFromDegrees, TURN } from "@pavise/kernel";
import {
  assumptionRequest,
  type Dressing,
  fault,
  neutralRequest,
  writtenRequest,
} from "./dressing.ts";
import { type QuantityRule, quantityRules as rules, type WrittenQuantity } from "./quantity.ts";
import { type ChangesPlace, inNoise, sensorChanges } from "./sensor-changes.ts";
import type { WrittenRadarChanges, WrittenSensor } from "./sensor-schema.ts";
import type { DetectionSetup, Position, Sector, SensorSetup } from "./setup.ts";
import type { SystemUnit } from "./system-unit.ts";

/** Where a sensor stands and who hears it. */
export interface SensorMount {
  readonly fireUnit: number;
  readonly commandPost: number;
  readonly position: Position;
}

/** Reads a sensor that is written out; `names` makes names for `--set` from a field. */
export function dressSensor(
  dressing: Dressing,
  path: DocumentPath,
  sensor: WrittenSensor,
  mount: SensorMount,
  names: (field: string) => readonly string[],
): SensorSetup {
  const { reader } = dressing;
  const number = (
    written: WrittenQuantity | undefined,
    field: string,
    rule: QuantityRule,
    neutral: number,
  ): number => reader.number(neutralRequest(written, neutral, names(field), rule));
  const initiationM = number(sensor.initiation_m, "initiation_m", rules.scans, 1);
  const initiationN = number(sensor.initiation_n, "initiation_n", rules.scans, initiationM);
  if (initiationM > initiationN) {
    const expected = `at least initiation_m, ${initiationM}`;
    throw fault(dressing, [...path, "initiation_n"], expected, String(initiationN));
  }
  const phase = neutralRequest(
    sensor.phase_s,
    "uniform",
    names("phase_s"),
    rules.seconds,
    "uniform",
  );
  const width = number(sensor.sector_deg, "sector_deg", rules.sector, 360);
  const centre = number(sensor.sector_centre_deg, "sector_centre_deg", rules.bearing, 0);
  const place = { path, names };
  const scanPeriod = reader.number(
    writtenRequest(sensor.period_s, names("period_s"), { ...rules.seconds, least: 0.001 })!,
  );
  return {
    id: sensor.id,
    role: sensor.role,
    ...mount,
    mastHeight: number(sensor.mast_height_m, "mast_height_m", rules.metres, 0),
    detection: inNoise(dressing, sensor, place, detectionOf(dressing, path, sensor, names)),
    scanPeriod,
    scanPhase: reader.numberOrWord(phase) ?? "uniform",
    initiationM,
    initiationN,
    elevationMin: radiansFromDegrees(
      number(sensor.elevation_min_deg, "elevation_min_deg", rules.elevation, -90),
    ),
    elevationMax: radiansFromDegrees(
      number(sensor.elevation_max_deg, "elevation_max_deg", rules.elevation, 90),
    ),
    sector: sectorFromDegrees(centre, width),
    ...sensorChanges(dressing, sensor, place, scanPeriod),
    ...(sensor.gives === "cue" ? { isCueOnly: true } : {}),
  };
}

function detectionOf(
  dressing: Dressing,
  path: DocumentPath,
  { step, radar }: WrittenSensor,
  names: (field: string) => readonly string[],
): DetectionSetup {
  const number = (written: WrittenQuantity, field: string, rule: QuantityRule): number =>
    dressing.reader.number(writtenRequest(written, names(field), rule)!);
  if ((step === undefined) === (radar === undefined)) {
    const got = step === undefined ? "neither" : "both";
    throw fault(dressing, path, "either step or radar", got);
  }
  if (step !== undefined) {
    return {
      kind: "step",
      range: metresFromKilometres(number(step.range_km, "step.range_km", rules.kilometres)),
      probability: number(
        step.detection_probability,
        "step.detection_probability",
        rules.probability,
      ),
    };
  }
  const { range_km, rcs_m2, detection_probability, false_alarm_probability, instrumented_km } =
    radar!;
  const chance = (written: WrittenQuantity, field: string): number =>
    number(written, `radar.${field}`, rules.probability);
  return {
    kind: "radar",
    referenceRange: metresFromKilometres(number(range_km, "radar.range_km", rules.kilometres)),
    referenceRcs: number(rcs_m2, "radar.rcs_m2", rules.crossSection),
    referenceProbability: chance(detection_probability, "detection_probability"),
    falseAlarmProbability: chance(false_alarm_probability, "false_alarm_probability"),
    rangeInstrumented: metresFromKilometres(
      number(instrumented_km, "radar.instrumented_km", rules.kilometres),
    ),
  };
}

/** A sector from its centre, clockwise from north, and its width. */
export function sectorFromDegrees(centreDeg: number, widthDeg: number): Sector {
  const turns = centreDeg / 360;
  return {
    centre: radiansFromDegrees((turns - Math.floor(turns)) * 360),
    width: widthDeg >= 360 ? TURN : radiansFromDegrees(widthDeg),
  };
}

/**
 * Radars of a unit of a system: the engagement radar, and the acquisition radar where the system
 * has one of its own. Both stand with the unit; the acquisition radar looks all around.
 */
export function systemSensors(
  dressing: Dressing,
  unit: SystemUnit,
  sector: Sector,
  mount: SensorMount,
): readonly SensorSetup[] {
  const { reader } = dressing;
  const referenceProbability = reader.number(
    assumptionRequest(dressing, "radar_detection_probability", rules.probability),
  );
  const falseAlarmProbability = reader.number(
    assumptionRequest(dressing, "radar_false_alarm_probability", rules.probability),
  );
  const shared = {
    ...mount,
    mastHeight: unit.number("antenna_height_m"),
    scanPhase: "uniform",
    initiationM: unit.number("initiation_m"),
    initiationN: unit.number("initiation_n"),
    // Nobody publishes a least elevation; on a smooth Earth the horizon alone is what limits it.
    elevationMin: -Math.PI / 2,
    elevationMax: radiansFromDegrees(unit.number("elevation_max_deg")),
  } as const;
  const changes = (radar: SystemRadar): WrittenRadarChanges =>
    unit.unit.fields.radars?.[radar] ?? {};
  const placeOf = (radar: SystemRadar): ChangesPlace => systemRadarPlace(unit, radar);
  const detection = (name: "radar" | "acquisition", radar: SystemRadar): DetectionSetup =>
    inNoise(dressing, changes(radar), placeOf(radar), {
      kind: "radar",
      referenceRange: metresFromKilometres(unit.number(`${name}_range_km`)),
      referenceRcs: unit.number(`${name}_rcs_m2`),
      referenceProbability,
      falseAlarmProbability,
      rangeInstrumented: metresFromKilometres(unit.number(`${name}_instrumented_km`)),
    });
  const scans = (name: "radar" | "acquisition", radar: SystemRadar) => {
    const scanPeriod = unit.number(`${name}_period_s`);
    return { scanPeriod, ...sensorChanges(dressing, changes(radar), placeOf(radar), scanPeriod) };
  };
  const engagement: SensorSetup = {
    id: `${unit.id}.engagement`,
    role: "engagement",
    ...shared,
    detection: detection("radar", "engagement"),
    ...scans("radar", "engagement"),
    sector,
  };
  if (!unit.has("acquisition_range_km")) {
    if (unit.unit.fields.radars?.acquisition === undefined) return [engagement];
    const expected = `no acquisition here: ${unit.system} has no acquisition radar of its own`;
    throw fault(dressing, placeOf("acquisition").path, expected);
  }
  const acquisition: SensorSetup = {
    id: `${unit.id}.acquisition`,
    role: "acquisition",
    ...shared,
    detection: detection("acquisition", "acquisition"),
    ...scans("acquisition", "acquisition"),
    sector: { centre: 0, width: TURN },
  };
  return [engagement, acquisition];
}

type SystemRadar = "engagement" | "acquisition";

/** Where the changes of a radar of a system stand in the file. */
export function systemRadarPlace({ unit }: SystemUnit, radar: SystemRadar): ChangesPlace {
  return {
    path: unit.placeOf(`radars.${radar}`),
    names: (field) => unit.namesOf(`radars.${radar}.${field}`),
  };
}
