/** The attack of a setup: assets, courses, threats. Routes, places and times are as written. */

import type { DocumentPath } from "@pavise/catalogue";
import { drawUniform, hoursFromSeconds, metresFromKilometres } from "@pavise/kernel";
import { CourseList } from "./course-list.ts";
import { dressTurnBack, dressWeapons, plannedPoints } from "./dress-branches.ts";
import { dressFall } from "./dress-fall.ts";
import { dressRoute } from "./dress-route.ts";
import { assumptionRequest, type Dressing, fault, writtenRequest } from "./dressing.ts";
import { likelyCount } from "./group-check.ts";
import { positionOf } from "./place.ts";
import { boundsOf, quantityRules } from "./quantity.ts";
import type { WrittenGroup, WrittenSplit } from "./raid-schema.ts";
import type { AssetSetup, CourseSetup, Position, ThreatClass, ThreatSetup } from "./setup.ts";
import { allotment, scaledCounts } from "./split.ts";
import { threatId } from "./threat-id.ts";
import { type ThreatType, threatType, typeFields } from "./threat-type.ts";

export interface DressedRaid {
  readonly assets: readonly AssetSetup[];
  readonly courses: readonly CourseSetup[];
  readonly threats: readonly ThreatSetup[];
  /** Classes of all types that a draw may send, whether this one does or not. */
  readonly classes: ReadonlySet<ThreatClass>;
}

/** Reads the attack. */
export function dressRaid(dressing: Dressing): DressedRaid {
  const { written } = dressing.scenario;
  const assets = written.assets.map((asset, index) => ({
    id: asset.id,
    position: positionOf(dressing, ["assets", index], asset),
    arrivalRadius: arrivalRadius(dressing, index),
    ...assetValue(dressing, index),
  }));
  const courses = new CourseList();
  const threats: ThreatSetup[] = [];
  const classes = new Set<ThreatClass>();
  for (const [index, group] of written.raid.entries()) {
    const path = ["raid", index];
    const types = typeKinds(path, group).map(({ id, path: at }) => threatType(dressing, id, at));
    for (const type of types) classes.add(type.class);
    for (const [k, release] of (group.releases ?? []).entries()) {
      classes.add(threatType(dressing, release.threat, [...path, "releases", k, "threat"]).class);
    }
    threats.push(...dressGroup(dressing, path, group, types, assets, courses, threats.length));
  }
  return { assets, courses: courses.list, threats, classes };
}

function arrivalRadius(dressing: Dressing, index: number): number {
  const asset = dressing.scenario.written.assets[index]!;
  const name = `assets.${asset.id}.arrival_radius_km`;
  const rule = quantityRules.kilometres;
  const written = writtenRequest(asset.arrival_radius_km, [name], rule);
  if (written === null && dressing.catalogue === null) {
    throw fault(dressing, ["assets", index], "the field arrival_radius_km", "nothing");
  }
  const request = written ?? assumptionRequest(dressing, "arrival_radius_km", rule, [name]);
  return metresFromKilometres(dressing.reader.number(request));
}

function assetValue(dressing: Dressing, index: number): Pick<AssetSetup, "value"> {
  const { id, value } = dressing.scenario.written.assets[index]!;
  const request = writtenRequest(value, [`assets.${id}.value`], quantityRules.weight);
  return request === null ? {} : { value: dressing.reader.number(request) };
}

interface Kind {
  readonly id: string;
  readonly path: DocumentPath;
}

function typeKinds(path: DocumentPath, { threat, split }: WrittenGroup): readonly Kind[] {
  return kindsOf(path, threat, "threat", split?.types, "types");
}

function kindsOf(
  path: DocumentPath,
  single: string | undefined,
  field: "threat" | "aim",
  split: WrittenSplit | undefined,
  splitField: "types" | "assets",
): readonly Kind[] {
  if (split === undefined) return [{ id: single!, path: [...path, field] }];
  return Object.keys(split).map((id) => ({ id, path: [...path, "split", splitField, id] }));
}

/** How many threats a group has in this draw. */
function groupSize(dressing: Dressing, group: WrittenGroup): number {
  if (group.launch_times_s !== undefined) return group.launch_times_s.length;
  const names = [`raid.${group.id}.count`];
  const request = writtenRequest(group.count ?? 1, names, quantityRules.threats)!;
  return dressing.reader.number(request);
}

/** Counts by kind in this draw, as written for the likely size of the group. */
function splitCounts(
  dressing: Dressing,
  group: WrittenGroup,
  split: WrittenSplit | undefined,
  field: "types" | "assets",
): number[] {
  const size = likelyCount(group);
  if (split === undefined) return [size];
  let sum = 0;
  const counts = Object.entries(split).map(([id, written]) => {
    if (written === "rest") return -1;
    const [least, greatest] = boundsOf(written);
    // An unknown may be moved within what was written of it; beyond, it would be another attack.
    const rule = { unit: "threats", least, greatest, isCount: true };
    const name = `raid.${group.id}.split.${field}.${id}`;
    const count = dressing.reader.number(writtenRequest(written, [name], rule)!);
    sum += count;
    return count;
  });
  return counts.map((count) => (count < 0 ? size - sum : count));
}

function dressGroup(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  types: readonly ThreatType[],
  assets: readonly AssetSetup[],
  courses: CourseList,
  first: number,
): ThreatSetup[] {
  const { split } = group;
  const assetKinds = kindsOf(path, group.aim, "aim", split?.assets, "assets");
  const aimed = assetKinds.map(({ id }) => assets.findIndex((asset) => asset.id === id));
  const size = groupSize(dressing, group);
  const writtenSize = likelyCount(group);
  noteLaunchTimes(dressing, group);
  const allotted = allotment(
    scaledCounts(splitCounts(dressing, group, split?.types, "types"), writtenSize, size),
    scaledCounts(splitCounts(dressing, group, split?.assets, "assets"), writtenSize, size),
  );
  // All combinations, whatever this draw allots: each is checked and each unknown is read.
  const flown = types.map((type) =>
    aimed.map((asset) => courseOf(dressing, path, group, type, assets[asset]!.position)),
  );
  const turns = types.map((type, k) => {
    const [course] = flown[k]!;
    return dressTurnBack(dressing, path, group, type, course!, courses);
  });
  const threats: ThreatSetup[] = [];
  for (let place = 0; place < size; place++) {
    const type = types[allotted.types[place]!]!;
    const asset = allotted.assets[place]!;
    const course = flown[allotted.types[place]!]![asset]!;
    const turnBack = turns[allotted.types[place]!];
    const carrier: ThreatSetup = {
      id: threatId(group, place),
      ...typeFields(type),
      course: courses.indexOf(course),
      launchSeconds: launchSeconds(dressing, path, group, place, size),
      asset: aimed[asset]!,
      ...(turnBack === undefined ? {} : { turnBack }),
    };
    const at = first + threats.length;
    threats.push(carrier);
    threats.push(...dressWeapons(dressing, path, group, { carrier, at, course, assets, courses }));
  }
  return threats;
}

/** Lists when a group starts among the values read: fixed, and with the reason that was written. */
function noteLaunchTimes({ reader }: Dressing, { id, launch_times: times }: WrittenGroup): void {
  if (times === undefined) return;
  for (const field of ["start_s", "spacing_s", "within_s"] as const) {
    const written = times[field];
    if (written === undefined) continue;
    const request = writtenRequest(
      written,
      [`raid.${id}.launch_times.${field}`],
      quantityRules.seconds,
    )!;
    const note = times.note ?? request.datum.note;
    reader.fixed({ ...request, datum: { ...request.datum, note } });
  }
}

/**
 * When a threat starts. Within a stretch of time nobody knows when: evenly spread in draw 0, drawn in
 * others, each threat by itself.
 */
function timeOf({ reader }: Dressing, group: WrittenGroup, place: number, size: number): number {
  const { start_s: start, spacing_s: spacing, within_s: within } = group.launch_times!;
  if (within === undefined) return start + place * spacing!;
  const { seed, draw } = reader.settings;
  if (draw === 0) return start + ((place + 0.5) * within) / size;
  const path = `raid.${group.id}.launch_times.${threatId(group, place)}`;
  return start + drawUniform(seed, draw, path) * within;
}

/** Moments are kept in one double together with ids: a scenario may last 145 hours. */
const hoursMax = 100;

function launchSeconds(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  place: number,
  size: number,
): number {
  const { launch_times_s: list } = group;
  const seconds = list?.[place] ?? timeOf(dressing, group, place, size);
  if (hoursFromSeconds(seconds) <= hoursMax) return seconds;
  const field = list === undefined ? "launch_times" : "launch_times_s";
  const got = `${seconds} s for threat ${place + 1}`;
  throw fault(dressing, [...path, field], `launches within ${hoursMax} hours`, got);
}

function courseOf(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  type: ThreatType,
  aim: Position,
): CourseSetup {
  const { route, limits } = group;
  if (route !== undefined) {
    const points = plannedPoints(path, group);
    const at = [...path, "route"];
    return dressRoute(dressing, { points, limits, type, path: at, ground: route.at(-1)! });
  }
  const launch = positionOf(dressing, [...path, "launch"], group.launch!);
  return dressFall(dressing, [...path, "launch"], group, type, launch, aim, path);
}
