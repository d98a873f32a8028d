/**
 * A course seen from one place, sampled at the step of the baseline, and read between samples
 * along straight lines. Geometry only: what anybody may do with it is decided in the step loop.
 */
import {
  type Path,
  pathPosition,
  pathSpeed,
  RELATION,
  RELATION_LENGTH,
  type Site,
  type World,
} from "@pavise/models";

/** A course at the step of the baseline. */
export interface SampledCourse {
  readonly step: number;
  /** Samples; sample i is at i × step, the last one at the end of the course. */
  readonly count: number;
  readonly flightSeconds: number;
  /** Three coordinates a sample, in the world's own triple. */
  readonly positions: Float64Array;
  readonly speeds: Float64Array;
}

/** The same samples from one place. */
export interface Sighting {
  readonly course: SampledCourse;
  readonly groundDistance: Float64Array;
  readonly slantRange: Float64Array;
  readonly azimuth: Float64Array;
  readonly elevation: Float64Array;
  /** Above the ellipsoid or the plane. */
  readonly height: Float64Array;
}

/** Samples a path of any step of its own at the step of the baseline. */
export function sampledCourse(path: Path, step: number): SampledCourse {
  const count = Math.max(1, Math.ceil(path.flightSeconds / step - 1e-9)) + 1;
  const positions = new Float64Array(3 * count);
  const speeds = new Float64Array(count);
  const position = new Float64Array(3);
  for (let i = 0; i < count; i++) {
    const time = Math.min(i * step, path.flightSeconds);
    pathPosition(path, time, position);
    positions.set(position, 3 * i);
    speeds[i] = pathSpeed(path, time);
  }
  return { step, count, flightSeconds: path.flightSeconds, positions, speeds };
}

/** Looks at every sample of a course from a place. */
export function sighting(world: World, site: Site, course: SampledCourse): Sighting {
  const { count } = course;
  const seen: Sighting = {
    course,
    groundDistance: new Float64Array(count),
    slantRange: new Float64Array(count),
    azimuth: new Float64Array(count),
    elevation: new Float64Array(count),
    height: new Float64Array(count),
  };
  const relation = new Float64Array(RELATION_LENGTH);
  for (let i = 0; i < count; i++) {
    world.relate(site, course.positions, 3 * i, relation);
    seen.groundDistance[i] = relation[RELATION.groundDistance]!;
    seen.slantRange[i] = relation[RELATION.slantRange]!;
    seen.azimuth[i] = relation[RELATION.azimuth]!;
    seen.elevation[i] = relation[RELATION.elevation]!;
    seen.height[i] = relation[RELATION.height]!;
  }
  return seen;
}

/** Time of a sample, s after the start of the course. */
export function sampleSeconds(course: SampledCourse, sample: number): number {
  return Math.min(sample * course.step, course.flightSeconds);
}

/**
 * Where a time of the course lies among the samples: 12.25 is a quarter of the way from sample 12
 * to sample 13. Below the number of the last sample, so that there is always one after it.
 */
export function samplePosition(course: SampledCourse, seconds: number): number {
  const { step, count, flightSeconds } = course;
  const before = Math.max(0, Math.min(count - 2, Math.floor(seconds / step)));
  const start = before * step;
  const width = before === count - 2 ? flightSeconds - start : step;
  return before + Math.min(1 - 1e-9, (seconds - start) / width);
}

/** A sampled quantity at a position among the samples. */
export function valueAt(values: Float64Array, position: number): number {
  const before = Math.floor(position);
  return values[before]! + (values[before + 1]! - values[before]!) * (position - before);
}

/** The azimuth at a position among the samples: north is crossed the short way. */
export function azimuthAt(azimuths: Float64Array, position: number): number {
  const before = Math.floor(position);
  let turn = azimuths[before + 1]! - azimuths[before]!;
  if (turn > Math.PI) turn -= 2 * Math.PI;
  if (turn < -Math.PI) turn += 2 * Math.PI;
  return azimuths[before]! + turn * (position - before);
}
