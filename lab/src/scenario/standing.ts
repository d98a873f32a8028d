/** What stands where in a scenario and how that is written: for maps on which things are moved. */

import type { Catalogue, DocumentPath } from "@pavise/catalogue";
import { readerOf } from "./dress.ts";
import type { Dressing } from "./dressing.ts";
import { type UnfoldedOption, unfoldedOption } from "./option.ts";
import { positionOf } from "./place.ts";
import type { WrittenGroup, WrittenPosition } from "./raid-schema.ts";
import type { Scenario } from "./scenario.ts";
import type { Position } from "./setup.ts";

/** Something of a scenario that has a place: moving it changes the fields at `where`. */
export interface Standing {
  readonly kind: "asset" | "unit" | "sensor" | "launchers";
  readonly id: string;
  readonly title: string;
  /** Path of its own mapping in the file. */
  readonly path: DocumentPath;
  /** Path of the mapping that says where it stands. */
  readonly where: DocumentPath;
  readonly position: Position;
  /** The asset it stands at, and its post if nothing else is written; null otherwise. */
  readonly at: string | null;
  /** The place of the catalogue that is named, or null. */
  readonly place: string | null;
  /** The option whose text holds it; null for an asset. */
  readonly writtenIn: string | null;
  /** Whether a post is written for it, so that it needs none from where it stands. */
  readonly hasPost: boolean;
}

/** Where threats of a group are written to go. Nothing is computed: a line through what was typed. */
export interface WrittenCourse {
  readonly id: string;
  readonly title: string;
  readonly path: DocumentPath;
  /** From the launch or the first waypoint to each aim or the last waypoint. */
  readonly lines: readonly (readonly Position[])[];
}

export interface Standings {
  readonly things: readonly Standing[];
  readonly courses: readonly WrittenCourse[];
}

/**
 * Assets, fire units, sensors and launchers of an option with their places, and the courses of the
 * raid as lines. The raid is not dressed: what cannot be played may still be moved.
 *
 * @throws InputError for a place that the catalogue does not have.
 */
export function standingsOf(
  scenario: Scenario,
  catalogue: Catalogue | null,
  optionId: string,
): Standings {
  const dressing = { scenario, catalogue, reader: readerOf({ seed: 1, draw: 0 }) };
  const assets = assetStandings(dressing);
  const option = unfoldedOption(scenario, optionId);
  return {
    things: [...assets, ...unitStandings(dressing, option, assets), ...sensors(dressing, option)],
    courses: scenario.written.raid.map((group, index) =>
      writtenCourse(dressing, group, ["raid", index], assets),
    ),
  };
}

function assetStandings(dressing: Dressing): Standing[] {
  return dressing.scenario.written.assets.map((asset, index) => {
    const path = ["assets", index];
    return {
      kind: "asset",
      id: asset.id,
      title: asset.title ?? asset.id,
      path,
      where: path,
      position: positionOf(dressing, path, asset),
      at: null,
      place: asset.place ?? null,
      writtenIn: null,
      hasPost: true,
    };
  });
}

function unitStandings(
  dressing: Dressing,
  option: UnfoldedOption,
  assets: readonly Standing[],
): Standing[] {
  const { options } = dressing.scenario.written;
  return option.units.flatMap(({ id, fields, placeOf }): Standing[] => {
    const { at, position, system, title, command_post } = fields;
    const field = position === undefined ? "at" : "position";
    const stands = assets.find((asset) => asset.id === at)?.position;
    if (position === undefined && stands === undefined) return [];
    const where = position === undefined ? placeOf(field).slice(0, -1) : placeOf(field);
    const named = dressing.catalogue?.systems.get(system ?? "")?.name;
    const unit: Standing = {
      kind: "unit",
      id,
      title: title ?? named ?? id,
      path: placeOf(""),
      where,
      position: position === undefined ? stands! : positionOf(dressing, where, position),
      at: position === undefined ? at! : null,
      place: position?.place ?? null,
      writtenIn: options[Number(where[1])]!.id,
      hasPost: command_post !== undefined,
    };
    const apart = (fields.remote_launchers ?? []).map((launchers, index): Standing => {
      const path = [...placeOf("remote_launchers"), index];
      return {
        ...unit,
        kind: "launchers",
        id: `${id}.launchers.${index + 1}`,
        path,
        where: [...path, "position"],
        position: positionOf(dressing, [...path, "position"], launchers.position),
        at: null,
        place: launchers.position.place ?? null,
      };
    });
    return [unit, ...apart];
  });
}

function sensors(dressing: Dressing, option: UnfoldedOption): Standing[] {
  const { options } = dressing.scenario.written;
  return option.sensors.map(({ id, position }, index) => {
    const path = [...option.sensorsPlace, index];
    return {
      kind: "sensor",
      id,
      title: id,
      path,
      where: [...path, "position"],
      position: positionOf(dressing, [...path, "position"], position),
      at: null,
      place: position.place ?? null,
      writtenIn: options[Number(path[1])]!.id,
      hasPost: true,
    };
  });
}

function writtenCourse(
  dressing: Dressing,
  group: WrittenGroup,
  path: DocumentPath,
  assets: readonly Standing[],
): WrittenCourse {
  // Heights of waypoints say nothing on a map, and are not always written.
  const ground = (at: DocumentPath, written: WrittenPosition): Position =>
    positionOf(dressing, at, { ...written, altitude_m: written.altitude_m ?? 0 });
  const aims = Object.keys(group.split?.assets ?? {});
  const ends = assets.filter(({ id }) => id === group.aim || aims.includes(id));
  const { id, title, launch, route = [] } = group;
  const lines =
    launch === undefined
      ? [route.map((point, index) => ground([...path, "route", index], point))]
      : ends.map(({ position }) => [ground([...path, "launch"], launch), position]);
  return { id, title: title ?? id, path, lines };
}
