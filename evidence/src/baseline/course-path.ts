/** The path of a course, by the models' own flight. */
import type { CourseSetup, Position, Setup } from "@pavise/lab";
import {
  ballisticPath,
  flatRoutePath,
  flownRoutePath,
  type Geodetic,
  type Path,
  routePath,
} from "@pavise/models";

/** Samples of a path, s; between them the models' cubic is good to half a metre. */
const STEP = 1;

function geodetic([latitude, longitude, height]: Position): Geodetic {
  return { latitude, longitude, height };
}

function routeCoursePath(
  world: Setup["world"],
  { waypoints, speeds, above, limits, ground }: Extract<CourseSetup, { kind: "route" }>,
): Path {
  // The setup gives the speed of the leg that ends at a waypoint, the models that of the next leg.
  const speedAfter = (index: number): number => speeds[Math.min(index + 1, speeds.length - 1)]!;
  if (above !== undefined || limits !== undefined) {
    if (ground === "terrain") throw new RangeError("baseline: expected a route over smooth ground");
    return flownRoutePath({
      world,
      waypoints: waypoints.map(([first, second, height], index) => ({
        place: [first, second],
        height,
        above: above?.[index] ?? "ellipsoid",
        speed: speedAfter(index),
      })),
      limits: limits ?? {},
      ground: () => ground ?? 0,
      stepSeconds: STEP,
    });
  }
  if (world === "flat") {
    const flown = waypoints.map(([x, y, z], index) => ({ x, y, z, speed: speedAfter(index) }));
    return flatRoutePath(flown, STEP);
  }
  const flown = waypoints.map((waypoint, index) => ({
    ...geodetic(waypoint),
    speed: speedAfter(index),
  }));
  return routePath(flown, STEP);
}

/** Flies a course; threats on one course fly it alike. */
export function coursePath(setup: Setup, course: CourseSetup): Path {
  if (course.kind === "route") return routeCoursePath(setup.world, course);
  return ballisticPath({
    launch: geodetic(course.launch),
    aim: geodetic(course.aim),
    apogeeHeight: course.apogee,
    ballisticCoefficient: course.ballisticCoefficient,
    stepSeconds: STEP,
  });
}
