/** Routes of a setup: places, heights and speeds as written, and whether they can be flown at all. */

import type { DocumentPath } from "@pavise/catalogue";
import { radiansFromDegrees } from "@pavise/kernel";
import { LOWEST_GROUND, RouteError, type RouteLimits, type RoutePath } from "@pavise/models";
import { flownRouteCourse, type RouteCourse } from "../engagement/course.ts";
import { type Dressing, fault } from "./dressing.ts";
import { groundDistance, positionOf, refuseBeyondRange, terrainOf } from "./place.ts";
import type { WrittenRouteLimits, WrittenWaypoint } from "./raid-schema.ts";
import type { Position } from "./setup.ts";
import { hasThreatParameter, type ThreatType, threatParameter } from "./threat-type.ts";

/** A waypoint, where it is written, and the speed of the leg to it where it states none itself. */
export interface RoutePoint {
  readonly path: DocumentPath;
  readonly written: WrittenWaypoint | Position;
  readonly speed: number | undefined;
}

export interface RouteRequest {
  readonly points: readonly RoutePoint[];
  readonly limits: WrittenRouteLimits | undefined;
  readonly type: ThreatType;
  /** Where the route as a whole is written. */
  readonly path: DocumentPath;
  /** Smooth ground lies at the height of the place of this waypoint. */
  readonly ground: WrittenWaypoint;
}

/** The waypoints of a list. */
export function routePoints(
  path: DocumentPath,
  list: readonly WrittenWaypoint[],
  speed: number | undefined,
): RoutePoint[] {
  return list.map((written, index) => ({ path: [...path, index], written, speed }));
}

/** @throws InputError at the waypoint for what is too far, or cannot be flown. */
export function dressRoute(dressing: Dressing, request: RouteRequest): RouteCourse {
  const { points, limits, type, path, ground } = request;
  const { world } = dressing.scenario.written;
  const waypoints = points.map(({ written, path: at }) => waypointOf(dressing, at, written));
  let distance = 0;
  for (const [index, point] of waypoints.entries()) {
    if (index > 0) distance += groundDistance(world, waypoints[index - 1]!, point);
  }
  refuseBeyondRange(dressing, path, type, distance);
  const speeds = points.map(({ written, speed, path: at }, index) => {
    const stated = "speed_m_s" in written ? (written.speed_m_s ?? speed) : speed;
    if (stated !== undefined) return stated;
    return index === 0 ? 0 : cruisingSpeed(dressing, at, type);
  });
  speeds[0] = speeds[1]!;
  const course: RouteCourse = { kind: "route", waypoints, speeds };
  if (!points.some(({ written }) => isAboveGround(written)) && limits === undefined) {
    refuseGaps(dressing, points, waypoints);
    return course;
  }
  const flown: RouteCourse = {
    ...course,
    above: points.map(({ written }) => (isAboveGround(written) ? "ground" : "ellipsoid")),
    limits: limitsOf(limits),
    ground: groundOf(dressing, path, ground),
  };
  refuseUnflyable(dressing, points, flown);
  return flown;
}

/** A route without limits can be flown if no two waypoints are one place and none is below ground. */
function refuseGaps(
  dressing: Dressing,
  points: readonly RoutePoint[],
  waypoints: readonly Position[],
): void {
  const { world } = dressing.scenario.written;
  const least = world === "flat" ? 0 : LOWEST_GROUND;
  for (const [index, waypoint] of waypoints.entries()) {
    const { path } = points[index]!;
    const height = waypoint[2];
    if (height < least) {
      throw fault(dressing, path, `a height of at least ${least} m`, `${height} m`);
    }
    const before = waypoints[index - 1];
    if (before === undefined || before[2] !== height) continue;
    if (groundDistance(world, before, waypoint) > 0) continue;
    throw fault(dressing, path, "another place than the waypoint before it", "the same");
  }
}

function isWritten(point: WrittenWaypoint | Position): point is WrittenWaypoint {
  return !Array.isArray(point);
}

function isAboveGround(point: WrittenWaypoint | Position): boolean {
  return isWritten(point) && point.height_above_ground_m !== undefined;
}

function waypointOf(
  dressing: Dressing,
  path: DocumentPath,
  point: WrittenWaypoint | Position,
): Position {
  if (!isWritten(point)) return point;
  const { height_above_ground_m: height, id: _, speed_m_s: __, ...place } = point;
  return positionOf(
    dressing,
    path,
    height === undefined ? place : { ...place, altitude_m: height },
  );
}

function cruisingSpeed(dressing: Dressing, path: DocumentPath, { id }: ThreatType): number {
  if (hasThreatParameter(dressing, id, "speed_m_s")) {
    return threatParameter(dressing, id, "speed_m_s");
  }
  throw fault(dressing, path, "the field speed_m_s, here or for the group", "nothing");
}

function limitsOf(written: WrittenRouteLimits | undefined): RouteLimits {
  const { turn_radius_m, bank_max_deg, climb_rate_max_m_s } = written ?? {};
  const { descent_rate_max_m_s, acceleration_max_m_s2 } = written ?? {};
  return {
    ...(turn_radius_m === undefined ? {} : { turnRadius: turn_radius_m }),
    ...(bank_max_deg === undefined ? {} : { bankMax: radiansFromDegrees(bank_max_deg) }),
    ...(climb_rate_max_m_s === undefined ? {} : { climbRateMax: climb_rate_max_m_s }),
    ...(descent_rate_max_m_s === undefined ? {} : { descentRateMax: descent_rate_max_m_s }),
    ...(acceleration_max_m_s2 === undefined ? {} : { accelerationMax: acceleration_max_m_s2 }),
  };
}

/** Smooth ground lies at the height of the place of a waypoint, or at 0 where there is none. */
function groundOf(
  dressing: Dressing,
  path: DocumentPath,
  { place }: WrittenWaypoint,
): number | "terrain" {
  if (terrainOf(dressing) !== undefined) return "terrain";
  return place === undefined ? 0 : positionOf(dressing, path, { place })[2];
}

/** Routes known to be flyable, by what they are made of: each is flown once to see. */
const flyable = new Set<string>();
const FLYABLE_MAX = 5000;

function keyOf(dressing: Dressing, course: RouteCourse): string {
  const hash = course.ground === "terrain" ? terrainOf(dressing)?.hash : "";
  return `${dressing.scenario.written.world} ${hash ?? ""} ${JSON.stringify(course)}`;
}

function refuseUnflyable(
  dressing: Dressing,
  points: readonly RoutePoint[],
  course: RouteCourse,
): void {
  const key = keyOf(dressing, course);
  if (flyable.has(key)) return;
  try {
    flownRouteCourse(dressing.scenario.written.world, course, terrainOf(dressing));
  } catch (error) {
    if (!(error instanceof RouteError)) throw error;
    throw fault(dressing, points[error.waypoint]!.path, error.expected, error.got);
  }
  if (flyable.size >= FLYABLE_MAX) flyable.clear();
  flyable.add(key);
}

/** Paths of what releases or turns back, whose times others depend on. */
const paths = new Map<string, RoutePath>();
const PATHS_MAX = 200;

/** The path of a route that can be flown. */
export function pathOfRoute(dressing: Dressing, course: RouteCourse): RoutePath {
  const key = keyOf(dressing, course);
  let path = paths.get(key);
  if (path === undefined) {
    path = flownRouteCourse(dressing.scenario.written.world, course, terrainOf(dressing));
    if (paths.size >= PATHS_MAX) paths.clear();
    paths.set(key, path);
  }
  return path;
}
