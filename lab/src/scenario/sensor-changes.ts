/** What can change a sensor during the raid, and what surrounds it. */

import { type DocumentPath, shownValue } from "@pavise/catalogue";
import { type Dressing, fault, writtenRequest } from "./dressing.ts";
import {
  boundsOf,
  type QuantityRule,
  quantityRules as rules,
  type WrittenQuantity,
} from "./quantity.ts";
import type { WrittenCue, WrittenRadarChanges } from "./sensor-schema.ts";
import type { DetectionSetup, SensorCue, SensorLoss, SensorSetup } from "./setup.ts";

/** The fields of a sensor of which a setup without them says: nothing changes. */
export type SensorChanges = Pick<
  SensorSetup,
  "clutterHeight" | "delaySeconds" | "availability" | "loss" | "trackCapacity" | "cue"
>;

/** Where the changes of a sensor are written, and the names of its fields for `--set`. */
export interface ChangesPlace {
  readonly path: DocumentPath;
  readonly names: (field: string) => readonly string[];
}

/** Reads numbers that a scenario may leave out; what is neither written nor wished is not read. */
class OptionalNumbers {
  readonly #dressing: Dressing;
  readonly #place: ChangesPlace;

  constructor(dressing: Dressing, place: ChangesPlace) {
    this.#dressing = dressing;
    this.#place = place;
  }

  read(
    written: WrittenQuantity | string | undefined,
    field: string,
    rule: QuantityRule,
    word?: string,
  ): number | undefined {
    const { reader } = this.#dressing;
    const names = this.#place.names(field);
    const request = writtenRequest(written, names, rule, word);
    if (request !== null) return reader.numberOrWord(request) ?? undefined;
    for (const name of names) {
      const wished = reader.wished(name, rule);
      if (wished !== null) return wished;
    }
    return undefined;
  }

  fault(field: string, expected: string, got: string): Error {
    return fault(this.#dressing, [...this.#place.path, ...field.split(".")], expected, got);
  }
}

/** The changes of one sensor; its own scan rules stand where a cue leaves them out. */
export function sensorChanges(
  dressing: Dressing,
  written: WrittenRadarChanges,
  place: ChangesPlace,
  scanPeriod: number,
): SensorChanges {
  const numbers = new OptionalNumbers(dressing, place);
  const clutterHeight =
    numbers.read(written.clutter_height_m, "clutter_height_m", rules.metres) ??
    environment(dressing, "clutter_height_m", rules.metres);
  const delaySeconds = numbers.read(written.delay_s, "delay_s", rules.seconds);
  const availability = numbers.read(written.availability, "availability", rules.probability);
  const loss = lossOf(numbers, written);
  const trackCapacity = numbers.read(
    written.track_capacity,
    "track_capacity",
    rules.tracks,
    "unlimited",
  );
  const cue = cueOf(numbers, written.cue, scanPeriod);
  return {
    ...(clutterHeight === undefined ? {} : { clutterHeight }),
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
    ...(availability === undefined ? {} : { availability }),
    ...(loss === undefined ? {} : { loss }),
    ...(trackCapacity === undefined ? {} : { trackCapacity }),
    ...(cue === undefined ? {} : { cue }),
  };
}

function lossOf(numbers: OptionalNumbers, written: WrittenRadarChanges): SensorLoss | undefined {
  const { lost_at_s, lost_probability, restored_at_s } = written;
  const atSeconds = numbers.read(lost_at_s, "lost_at_s", rules.seconds, "never");
  const probability = numbers.read(lost_probability, "lost_probability", rules.probability);
  const restored = numbers.read(restored_at_s, "restored_at_s", rules.seconds, "never");
  if (atSeconds === undefined) {
    if (lost_at_s !== undefined || (probability ?? restored) === undefined) return undefined;
    const field = probability === undefined ? "restored_at_s" : "lost_probability";
    throw numbers.fault(field, `the field lost_at_s beside ${field}`, "nothing");
  }
  const restoredSeconds = restored ?? Number.POSITIVE_INFINITY;
  // In every draw: ranges that overlap would contradict themselves in some of them.
  const last = bound(lost_at_s, 1) ?? atSeconds;
  const first = bound(restored_at_s, 0) ?? restoredSeconds;
  if (atSeconds >= restoredSeconds || last >= first) {
    const expected = `later than lost_at_s, ${last} s`;
    throw numbers.fault("restored_at_s", expected, `${Math.min(first, restoredSeconds)}`);
  }
  return { atSeconds, probability: probability ?? 1, restoredSeconds };
}

function bound(written: WrittenQuantity | string | undefined, end: 0 | 1): number | undefined {
  if (written === undefined || typeof written === "string") return undefined;
  return boundsOf(written)[end];
}

function cueOf(
  numbers: OptionalNumbers,
  written: WrittenCue | undefined,
  period: number,
): SensorCue | undefined {
  if (written === undefined) return undefined;
  const initiationM = numbers.read(written.initiation_m, "cue.initiation_m", rules.scans)!;
  const initiationN =
    numbers.read(written.initiation_n, "cue.initiation_n", rules.scans) ?? initiationM;
  if (initiationM > initiationN || initiationN > SCANS_MAX) {
    const expected = `a whole number from initiation_m, ${initiationM}, to ${SCANS_MAX}`;
    throw numbers.fault("cue.initiation_n", expected, String(initiationN));
  }
  return {
    from: written.from,
    delaySeconds: numbers.read(written.delay_s, "cue.delay_s", rules.seconds) ?? 0,
    scanPeriod: numbers.read(written.period_s, "cue.period_s", rules.seconds) ?? period,
    initiationM,
    initiationN,
  };
}

/** The longest window of M of N that a survival table carries. */
const SCANS_MAX = 8;

/** What surrounds every sensor, where the sensor says nothing of its own. */
function environment(
  { scenario, reader }: Dressing,
  field: "burn_through_factor" | "clutter_height_m",
  rule: QuantityRule,
): number | undefined {
  const name = `environment.${field}`;
  const request = writtenRequest(scenario.written.environment?.[field], [name], rule);
  if (request !== null) return reader.number(request);
  return reader.wished(name, rule) ?? undefined;
}

/**
 * Detection in the noise that surrounds a sensor: its range is the stated factor times the range
 * without it. Nothing else is said of the noise, its source or its direction.
 */
export function inNoise(
  dressing: Dressing,
  written: WrittenRadarChanges,
  place: ChangesPlace,
  detection: DetectionSetup,
): DetectionSetup {
  const numbers = new OptionalNumbers(dressing, place);
  const factor =
    numbers.read(written.burn_through_factor, "burn_through_factor", rules.rangeFactor) ??
    environment(dressing, "burn_through_factor", rules.rangeFactor);
  if (factor === undefined) return detection;
  if (detection.kind === "step") return { ...detection, range: factor * detection.range };
  return { ...detection, referenceRange: factor * detection.referenceRange };
}

/** @throws InputError for a cue from a sensor that the option does not have, and one that nobody takes. */
export function checkCues(
  dressing: Dressing,
  sensors: readonly SensorSetup[],
  placeOf: (sensor: SensorSetup) => DocumentPath,
): void {
  const known = sensors.map(({ id }) => id);
  for (const sensor of sensors) {
    const path = placeOf(sensor);
    for (const [index, id] of (sensor.cue?.from ?? []).entries()) {
      if (known.includes(id) && id !== sensor.id) continue;
      const others = known.filter((other) => other !== sensor.id);
      const expected = `another sensor of the option: ${others.join(", ")}`;
      throw fault(dressing, [...path, "cue", "from", index], expected, shownValue(id));
    }
    if (sensor.isCueOnly !== true) continue;
    if (sensors.some(({ cue }) => cue?.from.includes(sensor.id) === true)) continue;
    const expected = `track, or a sensor of the option with ${sensor.id} in its cue`;
    throw fault(dressing, [...path, "gives"], expected, "cue");
  }
}
