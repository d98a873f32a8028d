/** Routes of a setup: places, heights and speeds as written, and whether they can be flown at all. */

import type { DocumentPath } from "@pavise/catalogue";
import { radiansFromDegrees } from "@pavise/kernel";
import { RouteError, type RouteLimits } from "@pavise/models";
import { flownCourse } from "../engagement/course.ts";
import { type Dressing, fault } from "./dressing.ts";
import { groundDistance, positionOf, refuseBeyondRange, terrainOf } from "./place.ts";
import type { WrittenGroup } from "./raid-schema.ts";
import type { CourseSetup, Position } from "./setup.ts";
import { hasThreatParameter, type ThreatType, threatParameter } from "./threat-type.ts";

type RouteCourse = Extract<CourseSetup, { kind: "route" }>;

/** @throws InputError at the waypoint for what is too far, or cannot be flown. */
export function dressRoute(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  type: ThreatType,
): CourseSetup {
  const route = group.route!;
  const { world } = dressing.scenario.written;
  const waypoints = route.map(({ height_above_ground_m: height, ...point }, index) => {
    const at = [...path, "route", index];
    return positionOf(
      dressing,
      at,
      height === undefined ? point : { ...point, altitude_m: height },
    );
  });
  let distance = 0;
  for (const [index, point] of waypoints.entries()) {
    if (index > 0) distance += groundDistance(world, waypoints[index - 1]!, point);
  }
  refuseBeyondRange(dressing, [...path, "route"], type, distance);
  const speeds = route.map((point, index) => {
    const written = point.speed_m_s ?? group.speed_m_s;
    if (written !== undefined) return written;
    if (index === 0) return 0;
    return cruisingSpeed(dressing, [...path, "route", index], type);
  });
  speeds[0] = speeds[1]!;
  const course: RouteCourse = { kind: "route", waypoints, speeds };
  const isOverGround = route.some((point) => point.height_above_ground_m !== undefined);
  if (!isOverGround && group.limits === undefined) return course;
  const flown: RouteCourse = {
    ...course,
    above: route.map(({ height_above_ground_m: height }) =>
      height === undefined ? "ellipsoid" : "ground",
    ),
    limits: limitsOf(group.limits),
    ground: groundOf(dressing, path, route.at(-1)!),
  };
  refuseUnflyable(dressing, path, flown);
  return flown;
}

function cruisingSpeed(dressing: Dressing, path: DocumentPath, { id }: ThreatType): number {
  if (hasThreatParameter(dressing, id, "speed_m_s")) {
    return threatParameter(dressing, id, "speed_m_s");
  }
  throw fault(dressing, path, "the field speed_m_s, here or for the group", "nothing");
}

function limitsOf(written: WrittenGroup["limits"]): RouteLimits {
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

/** Smooth ground lies at the height of the place where the route ends, or at 0 where there is none. */
function groundOf(
  dressing: Dressing,
  path: DocumentPath,
  last: NonNullable<WrittenGroup["route"]>[number],
): number | "terrain" {
  if (terrainOf(dressing) !== undefined) return "terrain";
  if (last.place === undefined) return 0;
  const { altitude_m: _, height_above_ground_m: __, speed_m_s: ___, ...place } = last;
  const ground: Position = positionOf(dressing, path, place);
  return ground[2];
}

/** Routes known to be flyable, by what they are made of: each is flown once to see. */
const flyable = new Set<string>();
const FLYABLE_MAX = 5000;

function refuseUnflyable(dressing: Dressing, path: DocumentPath, course: RouteCourse): void {
  const terrain = terrainOf(dressing);
  const { world } = dressing.scenario.written;
  const key = `${world} ${terrain?.hash ?? ""} ${JSON.stringify(course)}`;
  if (flyable.has(key)) return;
  try {
    flownCourse(world, course, terrain);
  } catch (error) {
    if (!(error instanceof RouteError)) throw error;
    throw fault(dressing, [...path, "route", error.waypoint], error.expected, error.got);
  }
  if (flyable.size >= FLYABLE_MAX) flyable.clear();
  flyable.add(key);
}
