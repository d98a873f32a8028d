/** The attack of a setup: assets, courses, threats. Routes, places and times are as written. */

import { type DocumentPath, shownValue } from "@pavise/catalogue";
import { hoursFromSeconds, metresFromKilometres } from "@pavise/kernel";
import { dressRoute } from "./dress-route.ts";
import { assumptionRequest, type Dressing, fault, writtenRequest } from "./dressing.ts";
import { likelyCount } from "./group-check.ts";
import { groundDistance, positionOf, refuseBeyondRange } from "./place.ts";
import { boundsOf, quantityRules } from "./quantity.ts";
import type { WrittenGroup, WrittenSplit } from "./raid-schema.ts";
import type { AssetSetup, CourseSetup, Position, ThreatClass, ThreatSetup } from "./setup.ts";
import { allotment, scaledCounts } from "./split.ts";
import { threatId } from "./threat-id.ts";
import { type ThreatType, threatParameter, threatType } from "./threat-type.ts";

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
    threats.push(...dressGroup(dressing, path, group, types, assets, courses));
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

/** Courses without repetition. */
class CourseList {
  readonly list: CourseSetup[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(course: CourseSetup): number {
    const key = JSON.stringify(course);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.list.length);
    this.list.push(course);
    return this.list.length - 1;
  }
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
  return Array.from({ length: size }, (_, place) => {
    const type = types[allotted.types[place]!]!;
    const asset = allotted.assets[place]!;
    return {
      id: threatId(group, place),
      type: type.id,
      class: type.class,
      course: courses.indexOf(flown[allotted.types[place]!]![asset]!),
      launchSeconds: launchSeconds(dressing, path, group, place),
      asset: aimed[asset]!,
      rcs: type.rcs,
      swerling: type.swerling,
      flightReliability: type.flightReliability,
      failureFractions: type.failureFractions,
      cep: type.cep,
      unitCostUsd: type.unitCostUsd,
    };
  });
}

/** Lists when a group starts among the values read: fixed, and with the reason that was written. */
function noteLaunchTimes({ reader }: Dressing, { id, launch_times: times }: WrittenGroup): void {
  if (times === undefined) return;
  for (const field of ["start_s", "spacing_s"] as const) {
    const request = writtenRequest(
      times[field],
      [`raid.${id}.launch_times.${field}`],
      quantityRules.seconds,
    )!;
    const note = times.note ?? request.datum.note;
    reader.fixed({ ...request, datum: { ...request.datum, note } });
  }
}

/** Moments are kept in one double together with ids: a scenario may last 145 hours. */
const hoursMax = 100;

function launchSeconds(
  dressing: Dressing,
  path: DocumentPath,
  group: WrittenGroup,
  place: number,
): number {
  const { launch_times: written, launch_times_s: list } = group;
  const seconds = list?.[place] ?? written!.start_s + place * written!.spacing_s;
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
  if (group.route !== undefined) return dressRoute(dressing, path, group, type);
  if (type.class !== "ballistic" && type.class !== "rocket") {
    const expected = `a route: a ${type.class} does not fall from its launch to its aim`;
    throw fault(dressing, [...path, "launch"], expected, shownValue(group.launch));
  }
  const launch = positionOf(dressing, [...path, "launch"], group.launch!);
  const { world } = dressing.scenario.written;
  refuseBeyondRange(dressing, [...path, "launch"], type, groundDistance(world, launch, aim));
  return {
    kind: "ballistic",
    launch,
    aim,
    apogee:
      group.apogee_km === undefined ? "minimum-energy" : metresFromKilometres(group.apogee_km),
    ballisticCoefficient: threatParameter(dressing, type.id, "ballistic_coefficient_kg_m2"),
  };
}
