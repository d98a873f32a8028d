/** What a group of threats must keep within itself. */

import { type DocumentPath, type SourceDocument, shownValue } from "@pavise/catalogue";
import { checkBranches } from "./branch-check.ts";
import { checkApogee, checkWaypoint } from "./motion-check.ts";
import { refuseUnknown } from "./near-name.ts";
import { checkPosition } from "./position-check.ts";
import { boundsOf, figuresOf } from "./quantity.ts";
import type { WrittenGroup, WrittenSplit, WrittenWaypoint } from "./raid-schema.ts";
import type { WrittenScenario } from "./schema.ts";

type Fields = readonly (keyof WrittenGroup)[];

/** @throws InputError unless exactly one of the fields is written. */
function refuseUnlessOne(
  document: SourceDocument,
  path: DocumentPath,
  group: WrittenGroup,
  fields: Fields,
): void {
  const present = fields.filter((field) => group[field] !== undefined);
  if (present.length === 1) return;
  const expected = fields.length === 1 ? `the field ${fields[0]}` : `either ${fields.join(" or ")}`;
  const at = present.length > 1 ? [...path, present[1]!] : path;
  throw document.fault(at, expected, present.length === 0 ? "nothing" : present.join(" and "));
}

function refuseBoth(
  document: SourceDocument,
  path: DocumentPath,
  group: WrittenGroup,
  field: keyof WrittenGroup,
  beside: string,
): void {
  if (group[field] === undefined) return;
  throw document.fault([...path, field], `no ${field} beside ${beside}`);
}

/** @throws InputError at the first contradiction in a group. */
export function checkGroup(
  document: SourceDocument,
  path: DocumentPath,
  group: WrittenGroup,
  written: WrittenScenario,
): void {
  checkMix(document, path, group, written);
  checkMotion(document, path, group, written);
  checkBranches(document, path, group, written);
  checkLaunchTimes(document, path, group);
  refuseUnlessOne(document, path, group, ["launch_times", "launch_times_s"]);
  const times = group.launch_times_s;
  if (times === undefined) return;
  const [least, greatest] = boundsOf(group.count ?? times.length);
  if (least !== times.length || greatest !== times.length) {
    const expected = `${times.length}, as many as launch_times_s holds`;
    throw document.fault([...path, "count"], expected);
  }
}

/** Who is sent where: one type or a split of types, one asset or a split of assets. */
function checkMix(
  document: SourceDocument,
  path: DocumentPath,
  group: WrittenGroup,
  written: WrittenScenario,
): void {
  const assetIds = written.assets.map(({ id }) => id);
  const { types, assets } = group.split ?? {};
  if (types === undefined) refuseUnlessOne(document, path, group, ["threat"]);
  else {
    refuseBoth(document, path, group, "threat", "split.types");
    checkSplit(document, [...path, "split", "types"], types, group);
  }
  if (assets === undefined) {
    refuseUnlessOne(document, path, group, ["aim"]);
    refuseUnknown(document, [...path, "aim"], group.aim!, assetIds, "an asset");
    return;
  }
  refuseBoth(document, path, group, "aim", "split.assets");
  checkSplit(document, [...path, "split", "assets"], assets, group);
  for (const id of Object.keys(assets)) {
    refuseUnknown(document, [...path, "split", "assets", id], id, assetIds, "an asset");
  }
  if (group.route !== undefined) {
    throw document.fault([...path, "split", "assets"], "one aim for a route", "a split");
  }
}

function checkSplit(
  document: SourceDocument,
  path: DocumentPath,
  split: WrittenSplit,
  group: WrittenGroup,
): void {
  const rests = Object.entries(split).filter(([, count]) => count === "rest");
  if (rests.length !== 1) {
    const got = rests.length === 0 ? "none" : rests.map(([id]) => id).join(" and ");
    throw document.fault(path, "exactly one that takes the rest", got);
  }
  let sum = 0;
  for (const [id, count] of Object.entries(split)) {
    if (count === "rest") continue;
    const [, greatest] = boundsOf(count);
    sum += greatest;
    const size = likelyCount(group);
    if (sum > size) {
      const expected = `counts that cannot exceed ${size}, the count of ${group.id}`;
      throw document.fault([...path, id], expected, shownValue(figuresOf(count)));
    }
  }
}

/** The count a split is written under: the likely one, where the count is a range. */
export function likelyCount(group: WrittenGroup): number {
  const count = group.count;
  if (count === undefined) return group.launch_times_s?.length ?? 1;
  const value = figuresOf(count);
  if (typeof value === "number") return value;
  return value.length === 3 ? value[1] : Math.round((value[0] + value[1]) / 2);
}

/** Launches follow one another at a spacing, or lie within a stretch of time. */
function checkLaunchTimes(
  document: SourceDocument,
  path: DocumentPath,
  { launch_times: times }: WrittenGroup,
): void {
  if (times === undefined) return;
  const { spacing_s: spacing, within_s: within } = times;
  const at = [...path, "launch_times"];
  if (spacing !== undefined && within !== undefined) {
    throw document.fault([...at, "within_s"], "either spacing_s or within_s", "both");
  }
  if (spacing === undefined && within === undefined) {
    throw document.fault(at, "either spacing_s or within_s", "nothing");
  }
}

/** Waypoints that are meant by their ids have each its own. */
function refuseTwiceNamed(
  document: SourceDocument,
  path: DocumentPath,
  route: readonly WrittenWaypoint[],
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of route.entries()) {
    if (id === undefined) continue;
    if (seen.has(id)) {
      const got = `${shownValue(id)} a second time`;
      throw document.fault([...path, "route", index, "id"], "an id of its own", got);
    }
    seen.add(id);
  }
}

function checkMotion(
  document: SourceDocument,
  path: DocumentPath,
  group: WrittenGroup,
  { world }: WrittenScenario,
): void {
  refuseUnlessOne(document, path, group, ["launch", "route"]);
  if (group.route !== undefined) {
    for (const field of ["apogee", "apogee_km", "launch_angle_deg"] as const) {
      refuseBoth(document, path, group, field, "a route");
    }
    refuseTwiceNamed(document, path, group.route);
    for (const [index, waypoint] of group.route.entries()) {
      checkWaypoint(document, [...path, "route", index], waypoint, world);
    }
    return;
  }
  refuseBoth(document, path, group, "limits", "a launch: only routes have limits");
  refuseBoth(document, path, group, "speed_m_s", "a launch: only routes have a speed");
  if (world === "flat") {
    const got = shownValue(group.launch);
    throw document.fault([...path, "launch"], "a route: nothing falls on the flat world", got);
  }
  checkApogee(document, path, group);
  checkPosition(document, [...path, "launch"], group.launch!, world);
}
