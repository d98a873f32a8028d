/** What a group may do on its way: the weapons it releases, and where it turns back. */

import type { DocumentPath } from "@pavise/catalogue";
import { geodeticFromEcef, partingSeconds, pathPosition, type RoutePath } from "@pavise/models";
import type { RouteCourse } from "../engagement/course.ts";
import type { CourseList } from "./course-list.ts";
import { dressFall } from "./dress-fall.ts";
import { dressRoute, pathOfRoute, type RoutePoint, routePoints } from "./dress-route.ts";
import { type Dressing, fault, writtenRequest } from "./dressing.ts";
import { boundsOf, type WrittenQuantity } from "./quantity.ts";
import type { WrittenGroup, WrittenRelease, WrittenTurnBack } from "./raid-schema.ts";
import type {
  AssetSetup,
  CourseSetup,
  Position,
  ThreatSetup,
  TurnBackSetup,
  TurnBranch,
} from "./setup.ts";
import { weaponId } from "./threat-id.ts";
import { type ThreatType, threatType, typeFields } from "./threat-type.ts";

/** A branch and the course it leaves are apart by more than this after the turn, metres. */
const PARTING = 1;

function turnOf(group: WrittenGroup, when: WrittenTurnBack["when"]): number {
  return (group.turns_back ?? []).findIndex((turn) => turn.when === when);
}

/** The waypoints of a group up to one of its route, and home from there by one of its ways back. */
function pointsHome(
  path: DocumentPath,
  group: WrittenGroup,
  count: number,
  turn: number,
): RoutePoint[] {
  const there = routePoints([...path, "route"], group.route!.slice(0, count), group.speed_m_s);
  if (turn < 0) return there;
  const { return_route: list, speed_m_s: speed } = group.turns_back![turn]!;
  const at = [...path, "turns_back", turn, "return_route"];
  return [...there, ...routePoints(at, list, speed ?? group.speed_m_s)];
}

/** The waypoints a group flies if nothing happens to it, its way home included. */
export function plannedPoints(path: DocumentPath, group: WrittenGroup): RoutePoint[] {
  return pointsHome(path, group, group.route!.length, turnOf(group, "route-flown"));
}

/** How threats of a type give up their errand; undefined if they do not. */
export function dressTurnBack(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  type: ThreatType,
  planned: CourseSetup,
  courses: CourseList,
): TurnBackSetup | undefined {
  if (group.turns_back === undefined || planned.kind !== "route") return undefined;
  const turn = turnOf(group, "fired-upon");
  const home = turnOf(group, "route-flown");
  const flown = pathOfRoute(dressing, planned);
  return {
    ...(home < 0 ? {} : { homeSeconds: flown.passages[group.route!.length - 1]!.seconds }),
    ...(turn < 0
      ? {}
      : { firedUpon: firedUpon(dressing, path, group, type, turn, flown, courses) }),
  };
}

function firedUpon(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  type: ThreatType,
  turn: number,
  planned: RoutePath,
  courses: CourseList,
): NonNullable<TurnBackSetup["firedUpon"]> {
  const { probability, reaction_s: reaction, at_waypoints: names } = group.turns_back![turn]!;
  const at = [...path, "turns_back", turn];
  let before = 0;
  const branches = names!.map((name, index): TurnBranch => {
    const count = group.route!.findIndex(({ id }) => id === name) + 1;
    const course = dressRoute(dressing, {
      points: pointsHome(path, group, count, turn),
      limits: group.limits,
      type,
      path: at,
      ground: group.route!.at(-1)!,
    });
    const turnSeconds = partingSeconds(planned, pathOfRoute(dressing, course), PARTING);
    if (turnSeconds <= before) {
      const expected = "a turn at least a second after the start and after the turn before it";
      throw fault(dressing, [...at, "at_waypoints", index], expected, `${turnSeconds} s`);
    }
    before = turnSeconds;
    return { turnSeconds, course: courses.indexOf(course) };
  });
  return {
    probability: unknown(dressing, group, "probability", "fraction", probability!),
    reactionSeconds: unknown(dressing, group, "reaction_s", "s", reaction!),
    branches,
  };
}

/** A part of the attack that may be unknown: drawn, and moved within what is written of it only. */
function unknown(
  { reader }: Dressing,
  group: WrittenGroup,
  field: "probability" | "reaction_s",
  unit: string,
  written: WrittenQuantity,
): number {
  const [least, greatest] = boundsOf(written);
  const name = `raid.${group.id}.turns_back.${field}`;
  return reader.number(writtenRequest(written, [name], { unit, least, greatest, isCount: false })!);
}

export interface Carrier {
  readonly carrier: ThreatSetup;
  /** Its index among the threats. */
  readonly at: number;
  readonly course: CourseSetup;
  readonly assets: readonly AssetSetup[];
  readonly courses: CourseList;
}

/** What a threat releases, in the order of the scenario. */
export function dressWeapons(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  from: Carrier,
): ThreatSetup[] {
  return (group.releases ?? []).flatMap((release, index) => {
    const at = [...path, "releases", index];
    const type = threatType(dressing, release.threat, [...at, "threat"]);
    return Array.from({ length: release.count ?? 1 }, (_, number) =>
      dressWeapon(dressing, at, group, release, number, type, from),
    );
  });
}

function dressWeapon(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  release: WrittenRelease,
  number: number,
  type: ThreatType,
  { carrier, at, course: carried, assets, courses }: Carrier,
): ThreatSetup {
  const asset = assets.findIndex(({ id }) => id === release.aim);
  const { seconds, place } = releasePoint(dressing, path, group, release, number, carried);
  const course = weaponCourse(dressing, path, release, type, place, assets[asset]!.position);
  return {
    id: weaponId(carrier.id, release, number),
    ...typeFields(type),
    course: courses.indexOf(course),
    launchSeconds: carrier.launchSeconds + seconds,
    asset,
    carrier: at,
  };
}

/** When and where a weapon is released, after the launch of its carrier. */
function releasePoint(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  release: WrittenRelease,
  number: number,
  carried: CourseSetup,
): { readonly seconds: number; readonly place: Position } {
  const flown = pathOfRoute(dressing, carried as RouteCourse);
  const waypoint = group.route!.findIndex(({ id }) => id === release.at_waypoint);
  const passage = flown.passages[waypoint]!;
  const seconds = passage.seconds + number * (release.spacing_s ?? 0);
  if (seconds === passage.seconds) return { seconds, place: [...passage.place, passage.height] };
  if (seconds > flown.flightSeconds) {
    const expected = "releases before the end of the course";
    const got = `the last ${seconds - flown.flightSeconds} s after it`;
    throw fault(dressing, [...path, "spacing_s"], expected, got);
  }
  const [x, y, z] = pathPosition3(flown, seconds);
  if (dressing.scenario.written.world === "flat") return { seconds, place: [x, y, z] };
  const { latitude, longitude, height } = geodeticFromEcef({ x, y, z });
  return { seconds, place: [latitude, longitude, height] };
}

function pathPosition3(path: RoutePath, seconds: number): readonly [number, number, number] {
  const position = new Float64Array(3);
  pathPosition(path, seconds, position);
  return [position[0]!, position[1]!, position[2]!];
}

function weaponCourse(
  dressing: Dressing,
  path: DocumentPath,
  release: WrittenRelease,
  type: ThreatType,
  place: Position,
  aim: Position,
): CourseSetup {
  const { route, limits, speed_m_s: speed } = release;
  if (route === undefined) return dressFall(dressing, path, release, type, place, aim, path);
  const at = [...path, "route"];
  return dressRoute(dressing, {
    points: [{ path, written: place, speed }, ...routePoints(at, route, speed)],
    limits,
    type,
    path: at,
    ground: route.at(-1)!,
  });
}
