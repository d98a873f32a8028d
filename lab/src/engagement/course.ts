/** Courses become paths here, once per draw, whatever the number of options. */

import type { TerrainWindow } from "@pavise/catalogue";
import { invariant } from "@pavise/kernel";
import {
  ballisticPath,
  ecefFromGeodetic,
  flatRoutePath,
  flownRoutePath,
  type Path,
  type RoutePath,
  routePath,
  type Site,
  type World,
  worldFlat,
  worldWgs84,
} from "@pavise/models";
import type { CourseSetup, Position, Setup } from "../scenario/setup.ts";
import { surfaceOf } from "./terrain-sight.ts";

type WorldName = Setup["world"];
export type RouteCourse = Extract<CourseSetup, { kind: "route" }>;

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

  /** @param terrain of the setup, for routes that follow it */
  pathOf(world: WorldName, course: CourseSetup, terrain?: TerrainWindow): Path {
    const follows = course.kind === "route" && course.ground === "terrain";
    const ground = follows ? (terrain?.hash ?? "") : "";
    const key = `${world} ${ground} ${JSON.stringify(course)}`;
    let path = this.#paths.get(key);
    if (path === undefined) {
      path = flownCourse(world, course, terrain);
      this.#paths.set(key, path);
    }
    return path;
  }
}

/**
 * The path of a course.
 *
 * @throws RouteError, with the waypoint, for a route that cannot be flown.
 */
export function flownCourse(world: WorldName, course: CourseSetup, terrain?: TerrainWindow): Path {
  if (course.kind === "route") return flownRouteCourse(world, course, terrain);
  return ballisticPath({
    launch: geodetic(course.launch),
    aim: geodetic(course.aim),
    apogeeHeight: course.apogee,
    ballisticCoefficient: course.ballisticCoefficient,
    stepSeconds: STEP_SECONDS,
  });
}

/** The path of a course over waypoints, with when and where each is passed. */
export function flownRouteCourse(
  world: WorldName,
  course: RouteCourse,
  terrain?: TerrainWindow,
): RoutePath {
  const isPlain = course.above === undefined && course.limits === undefined;
  return isPlain ? route(world, course) : flownRoute(world, course, terrain);
}

function geodetic([latitude, longitude, height]: Position): {
  latitude: number;
  longitude: number;
  height: number;
} {
  return { latitude, longitude, height };
}

function flownRoute(
  world: WorldName,
  { waypoints, speeds, above, limits, ground = 0 }: RouteCourse,
  terrain: TerrainWindow | undefined,
): RoutePath {
  const isOverTerrain = ground === "terrain";
  invariant(!isOverTerrain || terrain !== undefined, "a route over terrain that is not there");
  const surface = isOverTerrain ? surfaceOf(terrain!) : null;
  return flownRoutePath({
    world,
    waypoints: waypoints.map(([first, second, height], index) => ({
      place: [first, second],
      height,
      above: above?.[index] ?? "ellipsoid",
      speed: speeds[index + 1] ?? speeds[index]!,
    })),
    limits: limits ?? {},
    ground: surface === null ? () => ground as number : surface.height,
    stepSeconds: STEP_SECONDS,
    // Four looks between two posts see every slope of a bilinear ground.
    ...(surface === null ? {} : { spacing: Math.min(500, surface.postSpacing / 4) }),
  });
}

/** Speeds belong to the leg that ends at a waypoint here, to the leg that starts there in models. */
function route(world: WorldName, course: RouteCourse): RoutePath {
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
