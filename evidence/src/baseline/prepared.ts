/**
 * What the baseline works out before it plays: each course from each place, and the constants of
 * each radar against each threat. Nothing here decides anything about an engagement.
 */
import type { CourseSetup, Setup, ThreatSetup } from "@pavise/lab";
import {
  ecefFromGeodetic,
  type Path,
  type Site,
  type World,
  worldFlat,
  worldWgs84,
} from "@pavise/models";
import { type Chase, isEverInEnvelope } from "./chase.ts";
import { coursePath } from "./course-path.ts";
import { type SampledCourse, type Sighting, sampledCourse, sighting } from "./sighting.ts";
import { refuseUnplayed } from "./unplayed.ts";
import { blindSamples, type Watch, watchOf } from "./watch.ts";

/** A threat on one of the courses that it may fly. */
export interface PreparedCourse {
  readonly course: SampledCourse;
  /** By sensor. */
  readonly watches: readonly Watch[];
  /** By fire unit. */
  readonly chases: readonly Chase[];
}

export interface PreparedThreat extends PreparedCourse {
  readonly threat: ThreatSetup;
  /** What it flies from its launch on if it turns back there, by rising time of the turn. */
  readonly branches: readonly PreparedCourse[];
  /** Ground distance of the end of its course from its asset. */
  readonly offset: number;
  readonly arrivalRadius: number;
  /** Its course ends within the arrival radius of nothing. */
  readonly isHarmless: boolean;
}

export interface Prepared {
  readonly step: number;
  readonly threats: readonly PreparedThreat[];
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
  refuseUnplayed(setup);
  const lookout = new Lookout(setup, step, pathOf);
  const blind = new Map<string, Int32Array>();
  const everInEnvelope = new Map<string, readonly boolean[]>();
  const carriers = new Set(setup.threats.map(({ carrier }) => carrier));
  const along = (threat: ThreatSetup, flown: number): PreparedCourse => {
    const watches = setup.sensors.map((sensor) => {
      const seen = lookout.sighting(sensor.position, flown);
      return watchOf(sensor, threat, seen, lookout.site(sensor.position).height);
    });
    const chases = setup.fireUnits.map((unit, index): Chase => {
      const seen = lookout.sighting(unit.position, flown);
      const radar = unit.engagementSensor < 0 ? null : watches[unit.engagementSensor]!;
      const key = `${unit.engagementSensor} ${flown} ${threat.rcs} ${threat.swerling}`;
      if (radar !== null && !blind.has(key)) blind.set(key, blindSamples(radar));
      const blindFrom = radar === null ? null : blind.get(key)!;
      const unitHeight = lookout.site(unit.position).height;
      const sector = { azimuthCentre: unit.sector.centre, width: unit.sector.width };
      const geometry = { threat, seen, unitHeight, sector };
      const envelopeKey = `${index} ${flown} ${threat.class}`;
      const everIn =
        everInEnvelope.get(envelopeKey) ??
        unit.magazines.map((magazine) => isEverInEnvelope(geometry, magazine));
      everInEnvelope.set(envelopeKey, everIn);
      return { ...geometry, radar, blindFrom, isEverInEnvelope: everIn };
    });
    return { course: lookout.course(flown), watches, chases };
  };
  const threats = setup.threats.map((threat, index): PreparedThreat => {
    const asset = setup.assets[threat.asset]!;
    const branches = threat.turnBack?.firedUpon?.branches ?? [];
    const endsNowhere = setup.assets.every(({ position, arrivalRadius }) => {
      return lookout.sighting(position, threat.course).groundDistance.at(-1)! > arrivalRadius;
    });
    return {
      ...along(threat, threat.course),
      threat,
      branches: branches.map(({ course }) => along(threat, course)),
      offset: lookout.sighting(asset.position, threat.course).groundDistance.at(-1)!,
      arrivalRadius: asset.arrivalRadius,
      isHarmless: endsNowhere && !carriers.has(index),
    };
  });
  return { step, threats };
}
