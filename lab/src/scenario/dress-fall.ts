/** Courses of what falls: from where to where, and how high. */

import { type DocumentPath, shownValue } from "@pavise/catalogue";
import { kilometresFromMetres, metresFromKilometres, radiansFromDegrees } from "@pavise/kernel";
import { type ApogeeWish, type BallisticPath, ballisticPath } from "@pavise/models";
import { type Dressing, fault } from "./dressing.ts";
import { groundDistance, refuseBeyondRange } from "./place.ts";
import type { WrittenGroup } from "./raid-schema.ts";
import type { CourseSetup, Position } from "./setup.ts";
import { type ThreatType, threatParameter } from "./threat-type.ts";

type FallCourse = Extract<CourseSetup, { kind: "ballistic" }>;
type WrittenApogee = Pick<WrittenGroup, "apogee" | "apogee_km" | "launch_angle_deg">;

/**
 * @param path where the launch is written
 * @param wishPath where the apogee is
 * @throws InputError for a class that does not fall, a range or a shape that is not to be had.
 */
export function dressFall(
  dressing: Dressing,
  path: DocumentPath,
  written: WrittenApogee & Pick<WrittenGroup, "launch">,
  type: ThreatType,
  launch: Position,
  aim: Position,
  wishPath: DocumentPath,
): FallCourse {
  if (type.class !== "ballistic" && type.class !== "rocket") {
    const expected = `a route: a ${type.class} does not fall from its launch to its aim`;
    throw fault(dressing, path, expected, shownValue(written.launch ?? "a fall"));
  }
  const { world } = dressing.scenario.written;
  const distance = groundDistance(world, launch, aim);
  if (!(distance > 0)) throw fault(dressing, path, "another place than the aim", "the aim");
  refuseBeyondRange(dressing, path, type, distance);
  const course: FallCourse = {
    kind: "ballistic",
    launch,
    aim,
    apogee: apogeeOf(written),
    ballisticCoefficient: threatParameter(dressing, type.id, "ballistic_coefficient_kg_m2"),
  };
  refuseUnflyable(dressing, wishPath, written, course);
  refuseOtherShape(dressing, wishPath, written, course);
  return course;
}

function apogeeOf({ apogee_km: height, launch_angle_deg: angle }: WrittenApogee): ApogeeWish {
  if (height !== undefined) return metresFromKilometres(height);
  if (angle !== undefined) return { launchElevation: radiansFromDegrees(angle) };
  return "minimum-energy";
}

function flown(course: FallCourse, apogeeHeight: ApogeeWish): BallisticPath {
  const [launch, aim] = [course.launch, course.aim].map(([latitude, longitude, height]) => {
    return { latitude, longitude, height };
  }) as [BallisticEnd, BallisticEnd];
  const { ballisticCoefficient } = course;
  return ballisticPath({ launch, aim, apogeeHeight, ballisticCoefficient, stepSeconds: 1 });
}

interface BallisticEnd {
  readonly latitude: number;
  readonly longitude: number;
  readonly height: number;
}

/** @throws InputError at the figure, if there is no path of that height, or none at all. */
function refuseUnflyable(
  dressing: Dressing,
  path: DocumentPath,
  { apogee_km: height, launch_angle_deg: angle }: WrittenApogee,
  course: FallCourse,
): void {
  if (height === undefined && angle === undefined) return;
  try {
    flown(course, course.apogee);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const field = height === undefined ? "launch_angle_deg" : "apogee_km";
    const got = height === undefined ? `${angle} degrees` : `${height} km`;
    const expected = "a height or an angle from which something can fall to the aim";
    throw fault(dressing, [...path, field], expected, got);
  }
}

/** Lofted is higher than the path of least energy, depressed is lower; what is neither is refused. */
function refuseOtherShape(
  dressing: Dressing,
  path: DocumentPath,
  { apogee, apogee_km: height, launch_angle_deg: angle }: WrittenApogee,
  course: FallCourse,
): void {
  if (apogee !== "lofted" && apogee !== "depressed") return;
  const least = flown(course, "minimum-energy").apogeeHeight;
  const top =
    typeof course.apogee === "number" ? course.apogee : flown(course, course.apogee).apogeeHeight;
  if (apogee === "lofted" ? top > least : top < least) return;
  const km = (metres: number): string => `${Math.round(kilometresFromMetres(metres))} km`;
  const field = height === undefined ? "launch_angle_deg" : "apogee_km";
  const side = apogee === "lofted" ? "above" : "below";
  const expected = `an apogee ${side} ${km(least)}, that of least energy, to be ${apogee}`;
  const got = angle === undefined ? km(top) : `${angle} degrees, ${km(top)}`;
  throw fault(dressing, [...path, field], expected, got);
}
