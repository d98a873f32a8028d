/**
 * What the baseline works out before it plays: each course from each place, and the constants of
 * each radar against each threat. Nothing here decides anything about an engagement.
 */
import { pow } from "@pavise/kernel";
import type { CourseSetup, FireUnitSetup, SensorSetup, Setup, ThreatSetup } from "@pavise/lab";
import {
  type Detector,
  detector,
  ecefFromGeodetic,
  isAboveHorizon,
  isInSector,
  type Path,
  radarConstant,
  type Sector,
  type Site,
  type World,
  worldFlat,
  worldWgs84,
} from "@pavise/models";
import { coursePath } from "./course-path.ts";
import {
  azimuthAt,
  type SampledCourse,
  type Sighting,
  sampledCourse,
  sighting,
  valueAt,
} from "./sighting.ts";

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

/** One fire unit against one threat. */
export interface Chase {
  readonly unit: FireUnitSetup;
  readonly threat: ThreatSetup;
  readonly seen: Sighting;
  readonly unitHeight: number;
  readonly sector: Sector;
  /** The engagement radar against this threat, or null where the unit needs none. */
  readonly radar: Watch | null;
  /** For each sample, the first sample from there on at which the radar is blind. */
  readonly blindFrom: Int32Array | null;
}

export interface PreparedThreat {
  readonly threat: ThreatSetup;
  readonly course: SampledCourse;
  /** Ground distance of the end of its course from its asset. */
  readonly offset: number;
  readonly arrivalRadius: number;
  /** By sensor. */
  readonly watches: readonly Watch[];
  /** By fire unit. */
  readonly chases: readonly Chase[];
}

export interface Prepared {
  readonly step: number;
  readonly threats: readonly PreparedThreat[];
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
  return isAboveHorizon(sensor.mastHeight, height, valueAt(seen.groundDistance, position));
}

/** Whether an engagement radar can follow a threat at a position of its course. */
export function isFollowed(watch: Watch, position: number): boolean {
  return valueAt(watch.seen.slantRange, position) <= watch.reach && isInView(watch, position);
}

function watchOf(
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

function blindSamples(watch: Watch): Int32Array {
  const { course } = watch.seen;
  const blindFrom = new Int32Array(course.count);
  let blind = course.count;
  for (let sample = course.count - 1; sample >= 0; sample--) {
    if (!isFollowed(watch, Math.min(sample, course.count - 1 - 1e-9))) blind = sample;
    blindFrom[sample] = blind;
  }
  return blindFrom;
}

/** Remembers sightings, so that threats on one course share them. */
class Lookout {
  readonly #world: World;
  readonly #step: number;
  readonly #courses = new Map<CourseSetup, SampledCourse>();
  readonly #sites = new Map<string, Site>();
  readonly #sightings = new Map<string, Sighting>();
  readonly #setup: Setup;
  readonly #pathOf: (setup: Setup, course: CourseSetup) => Path;

  constructor(setup: Setup, step: number, pathOf: (s: Setup, c: CourseSetup) => Path) {
    this.#setup = setup;
    this.#world = setup.world === "flat" ? worldFlat : worldWgs84;
    this.#step = step;
    this.#pathOf = pathOf;
  }

  course(index: number): SampledCourse {
    const setup = this.#setup.courses[index]!;
    const known = this.#courses.get(setup);
    if (known !== undefined) return known;
    const course = sampledCourse(this.#pathOf(this.#setup, setup), this.#step);
    this.#courses.set(setup, course);
    return course;
  }

  site(position: readonly [number, number, number]): Site {
    const key = position.join();
    const known = this.#sites.get(key);
    if (known !== undefined) return known;
    const site = this.#world.site(this.#coordinates(position));
    this.#sites.set(key, site);
    return site;
  }

  #coordinates(position: readonly [number, number, number]): readonly [number, number, number] {
    if (this.#world.kind === "flat") return position;
    const { x, y, z } = ecefFromGeodetic(...position);
    return [x, y, z];
  }

  sighting(position: readonly [number, number, number], index: number): Sighting {
    const key = `${index} ${position.join()}`;
    const known = this.#sightings.get(key);
    if (known !== undefined) return known;
    const seen = sighting(this.#world, this.site(position), this.course(index));
    this.#sightings.set(key, seen);
    return seen;
  }
}

/**
 * Prepares a setup for a step length in seconds. `pathOf` may be given where the courses of
 * several setups are known to be the same and were computed before.
 */
export function prepared(
  setup: Setup,
  step: number,
  pathOf: (setup: Setup, course: CourseSetup) => Path = coursePath,
): Prepared {
  if (!(step > 0)) throw new RangeError(`prepared step: expected a positive time, got ${step}`);
  const lookout = new Lookout(setup, step, pathOf);
  const blind = new Map<string, Int32Array>();
  const threats = setup.threats.map((threat): PreparedThreat => {
    const watches = setup.sensors.map((sensor) => {
      const seen = lookout.sighting(sensor.position, threat.course);
      return watchOf(sensor, threat, seen, lookout.site(sensor.position).height);
    });
    const chases = setup.fireUnits.map((unit): Chase => {
      const seen = lookout.sighting(unit.position, threat.course);
      const radar = unit.engagementSensor < 0 ? null : watches[unit.engagementSensor]!;
      const key = `${unit.engagementSensor} ${threat.course} ${threat.rcs} ${threat.swerling}`;
      if (radar !== null && !blind.has(key)) blind.set(key, blindSamples(radar));
      const blindFrom = radar === null ? null : blind.get(key)!;
      const unitHeight = lookout.site(unit.position).height;
      const sector = { azimuthCentre: unit.sector.centre, width: unit.sector.width };
      return { unit, threat, seen, unitHeight, sector, radar, blindFrom };
    });
    const asset = setup.assets[threat.asset]!;
    return {
      threat,
      course: lookout.course(threat.course),
      offset: lookout.sighting(asset.position, threat.course).groundDistance.at(-1)!,
      arrivalRadius: asset.arrivalRadius,
      watches,
      chases,
    };
  });
  return { step, threats };
}
