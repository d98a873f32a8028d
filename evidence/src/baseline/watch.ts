/** A sensor against a threat: what it can see, and what it can guide a round to. */
import { pow } from "@pavise/kernel";
import type { SensorSetup, ThreatSetup } from "@pavise/lab";
import {
  type Detector,
  detector,
  isAboveHorizon,
  isInSector,
  radarConstant,
  type Sector,
} from "@pavise/models";
import { azimuthAt, type Sighting, sampleSeconds, valueAt } from "./sighting.ts";

/** Bisections that narrow a step of 0.1 s to less than a tick of 1/1,024 s. */
const BISECTIONS = 10;

/** One sensor against one threat. */
export interface Watch {
  readonly sensor: SensorSetup;
  readonly seen: Sighting;
  /** Height of the ground at the sensor, above the ellipsoid or plane. */
  readonly groundHeight: number;
  readonly sector: Sector;
  readonly detector: Detector | null;
  /** Signal-to-noise × range⁴ / cross-section of a radar. */
  readonly constant: number;
  readonly rcs: number;
  /** Slant range within which the sensor can guide, m: reference probability, or a step's range. */
  readonly reach: number;
}

/** The constants of one sensor against one threat. */
export function watchOf(
  sensor: SensorSetup,
  threat: ThreatSetup,
  seen: Sighting,
  groundHeight: number,
): Watch {
  const { detection } = sensor;
  const sector = { azimuthCentre: sensor.sector.centre, width: sensor.sector.width };
  const watch = { sensor, seen, groundHeight, sector, rcs: threat.rcs };
  if (detection.kind === "step") {
    return { ...watch, detector: null, constant: 0, reach: detection.range };
  }
  const decides = detector(threat.swerling, 1, detection.falseAlarmProbability);
  const constant = radarConstant(decides, {
    range: detection.referenceRange,
    rcs: detection.referenceRcs,
    detectionProbability: detection.referenceProbability,
  });
  const reach = detection.referenceRange * pow(threat.rcs / detection.referenceRcs, 0.25);
  return { ...watch, detector: decides, constant, reach };
}

/** Whether a sensor could detect a threat at a position of its course, if it scanned then. */
export function isInView(watch: Watch, position: number): boolean {
  const { sensor, seen } = watch;
  const rangeLimit =
    sensor.detection.kind === "radar" ? sensor.detection.rangeInstrumented : sensor.detection.range;
  if (valueAt(seen.slantRange, position) > rangeLimit) return false;
  const elevation = valueAt(seen.elevation, position);
  if (elevation < sensor.elevationMin || elevation > sensor.elevationMax) return false;
  if (!isInSector(watch.sector, azimuthAt(seen.azimuth, position))) return false;
  const height = valueAt(seen.height, position) - watch.groundHeight;
  if (height < (sensor.clutterHeight ?? Number.NEGATIVE_INFINITY)) return false;
  return isAboveHorizon(sensor.mastHeight, height, valueAt(seen.groundDistance, position));
}

/** Whether an engagement radar can follow a threat at a position of its course. */
export function isFollowed(watch: Watch, position: number): boolean {
  return valueAt(watch.seen.slantRange, position) <= watch.reach && isInView(watch, position);
}

const sightEnds = new WeakMap<Watch, number>();

/** When a course leaves the view of a sensor for the last time, s of the course; −Infinity if never in it. */
export function sightEndSeconds(watch: Watch): number {
  const known = sightEnds.get(watch);
  if (known !== undefined) return known;
  const { course } = watch.seen;
  const last = course.count - 1;
  let sample = last;
  while (sample >= 0 && !isInView(watch, Math.min(sample, last - 1e-9))) sample--;
  let end = sample < 0 ? Number.NEGATIVE_INFINITY : sampleSeconds(course, sample);
  if (sample >= 0 && sample < last) {
    let [seen, unseen] = [sample, sample + 1 - 1e-9];
    for (let i = 0; i < BISECTIONS; i++) {
      const middle = (seen + unseen) / 2;
      if (isInView(watch, middle)) seen = middle;
      else unseen = middle;
    }
    end = seen * course.step;
  }
  sightEnds.set(watch, end);
  return end;
}

/** For each sample of the course, the first sample from there on at which the radar is blind. */
export function blindSamples(watch: Watch): Int32Array {
  const { course } = watch.seen;
  const blindFrom = new Int32Array(course.count);
  let blind = course.count;
  for (let sample = course.count - 1; sample >= 0; sample--) {
    if (!isFollowed(watch, Math.min(sample, course.count - 1 - 1e-9))) blind = sample;
    blindFrom[sample] = blind;
  }
  return blindFrom;
}
