/** Courses become paths here, once per draw, whatever the number of options. */

import {
  ballisticPath,
  ecefFromGeodetic,
  flatRoutePath,
  type Path,
  routePath,
  type Site,
  type World,
  worldFlat,
  worldWgs84,
} from "@pavise/models";
import type { CourseSetup, Position, Setup } from "../scenario/setup.ts";

type WorldName = Setup["world"];

/** Samples of a path are this far apart in time. */
export const STEP_SECONDS = 1;

export function worldOf(name: WorldName): World {
  return name === "flat" ? worldFlat : worldWgs84;
}

export function siteOf(name: WorldName, position: Position): Site {
  if (name === "flat") return worldFlat.site(position);
  const { x, y, z } = ecefFromGeodetic(...position);
  return worldWgs84.site([x, y, z]);
}

/** Paths by course. A path depends on nothing but its course, so options of a draw share it. */
export class CourseCache {
  readonly #paths = new Map<string, Path>();

  pathOf(world: WorldName, course: CourseSetup): Path {
    const key = `${world} ${JSON.stringify(course)}`;
    let path = this.#paths.get(key);
    if (path === undefined) {
      path = flown(world, course);
      this.#paths.set(key, path);
    }
    return path;
  }
}

function flown(world: WorldName, course: CourseSetup): Path {
  if (course.kind === "route") return route(world, course);
  return ballisticPath({
    launch: geodetic(course.launch),
    aim: geodetic(course.aim),
    apogeeHeight: course.apogee,
    ballisticCoefficient: course.ballisticCoefficient,
    stepSeconds: STEP_SECONDS,
  });
}

function geodetic([latitude, longitude, height]: Position): {
  latitude: number;
  longitude: number;
  height: number;
} {
  return { latitude, longitude, height };
}

/** Speeds belong to the leg that ends at a waypoint here, to the leg that starts there in models. */
function route(world: WorldName, course: Extract<CourseSetup, { kind: "route" }>): Path {
  const speedAfter = (index: number): number => course.speeds[index + 1] ?? course.speeds[index]!;
  if (world === "wgs84") {
    const waypoints = course.waypoints.map((place, index) => ({
      ...geodetic(place),
      speed: speedAfter(index),
    }));
    return routePath(waypoints, STEP_SECONDS);
  }
  const waypoints = course.waypoints.map(([x, y, z], index) => ({
    x,
    y,
    z,
    speed: speedAfter(index),
  }));
  return flatRoutePath(waypoints, STEP_SECONDS);
}
