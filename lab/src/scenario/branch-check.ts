/** What releases and turning back must keep within their group. */

import { type DocumentPath, type SourceDocument, shownValue } from "@pavise/catalogue";
import { checkApogee, checkWaypoint } from "./motion-check.ts";
import { refuseUnknown } from "./near-name.ts";
import type { WrittenGroup, WrittenRelease, WrittenTurnBack } from "./raid-schema.ts";
import type { WrittenScenario } from "./schema.ts";

/** @throws InputError at the first contradiction. */
export function checkBranches(
  document: SourceDocument,
  path: DocumentPath,
  group: WrittenGroup,
  written: WrittenScenario,
): void {
  const { releases, turns_back: turns } = group;
  for (const field of ["releases", "turns_back"] as const) {
    if (group[field] === undefined || group.route !== undefined) continue;
    throw document.fault([...path, field], "a route beside it", "a launch");
  }
  const seen = new Set<string>();
  for (const [index, release] of (releases ?? []).entries()) {
    const at = [...path, "releases", index];
    if (seen.has(release.id)) {
      const got = `${shownValue(release.id)} a second time`;
      throw document.fault([...at, "id"], "an id of its own", got);
    }
    seen.add(release.id);
    checkRelease(document, at, release, group, written);
  }
  for (const [index, turn] of (turns ?? []).entries()) {
    const at = [...path, "turns_back", index];
    const isTwice = turns!.findIndex(({ when }) => when === turn.when) < index;
    if (isTwice) throw document.fault([...at, "when"], "each occasion once", turn.when);
    checkTurn(document, at, turn, group, written);
  }
}

function namedWaypoints({ route }: WrittenGroup): readonly (string | undefined)[] {
  return route!.map(({ id }) => id);
}

function checkRelease(
  document: SourceDocument,
  path: DocumentPath,
  release: WrittenRelease,
  group: WrittenGroup,
  { assets, world }: WrittenScenario,
): void {
  const names = namedWaypoints(group).filter((id) => id !== undefined);
  const noun = "a waypoint of the route";
  refuseUnknown(document, [...path, "at_waypoint"], release.at_waypoint, names, noun);
  const assetIds = assets.map(({ id }) => id);
  refuseUnknown(document, [...path, "aim"], release.aim, assetIds, "an asset");
  if (release.spacing_s !== undefined && release.count === undefined) {
    throw document.fault([...path, "spacing_s"], "a count beside spacing_s", "nothing");
  }
  if (release.route === undefined) {
    for (const field of ["speed_m_s", "limits"] as const) {
      if (release[field] === undefined) continue;
      throw document.fault([...path, field], `a route beside ${field}`, "nothing");
    }
    if (world === "flat") {
      throw document.fault(path, "a route: nothing falls on the flat world", "none");
    }
    checkApogee(document, path, release);
    return;
  }
  for (const field of ["apogee", "apogee_km", "launch_angle_deg"] as const) {
    if (release[field] === undefined) continue;
    throw document.fault([...path, field], `no ${field} beside a route`);
  }
  for (const [index, waypoint] of release.route.entries()) {
    checkWaypoint(document, [...path, "route", index], waypoint, world);
  }
}

function checkTurn(
  document: SourceDocument,
  path: DocumentPath,
  turn: WrittenTurnBack,
  group: WrittenGroup,
  { world }: WrittenScenario,
): void {
  for (const [index, waypoint] of turn.return_route.entries()) {
    checkWaypoint(document, [...path, "return_route", index], waypoint, world);
  }
  const ofFire = ["at_waypoints", "probability", "reaction_s"] as const;
  if (turn.when === "route-flown") {
    for (const field of ofFire) {
      if (turn[field] === undefined) continue;
      throw document.fault([...path, field], `no ${field} at the end of a route`);
    }
    return;
  }
  for (const field of ofFire) {
    if (turn[field] === undefined) throw document.fault(path, `the field ${field}`, "nothing");
  }
  const names = namedWaypoints(group);
  let before = 0;
  for (const [index, id] of turn.at_waypoints!.entries()) {
    const at = [...path, "at_waypoints", index];
    const noun = "a waypoint of the route";
    refuseUnknown(
      document,
      at,
      id,
      names.filter((name) => name !== undefined),
      noun,
    );
    const place = names.indexOf(id);
    if (place === 0 || place === names.length - 1) {
      throw document.fault(at, "a waypoint between the first and the last", shownValue(id));
    }
    if (place <= before) {
      throw document.fault(at, "waypoints in the order of the route, each once", shownValue(id));
    }
    before = place;
  }
}
