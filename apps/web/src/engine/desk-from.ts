/** What the editor asks the engine: what stands where, and what may be written. */
import type { Catalogue, Value } from "@pavise/catalogue";
import {
  type Position,
  type StudySource,
  scenarioFromText,
  scenarioJsonSchema,
  standingsOf,
} from "@pavise/lab";
import type { Desk, FieldPath, FormGuide, SystemChoice } from "../editor/desk.ts";
import { placementOf } from "../replay/placement.ts";
import { ownCatalogue } from "./opened.ts";

/**
 * Reads where everything stands. The raid is not dressed: what cannot be played may still be moved.
 *
 * @throws InputError for a text that is no scenario.
 */
export function deskOf(source: StudySource, asked: string | null): Desk {
  const scenario = scenarioFromText(source.scenarioText, source.scenarioName);
  const { options, world } = scenario.written;
  const chosen =
    options.find(({ id }) => id === asked) ??
    options.find(({ units, same_as }) => (units?.length ?? 0) > 0 || same_as !== undefined) ??
    options[0]!;
  const { things, courses } = standingsOf(scenario, ownCatalogue(), chosen.id);
  const { place } = placementOf(world);
  const ground = (position: Position): [number, number] => {
    const [longitude, latitude] = place(position);
    return [longitude, latitude];
  };
  return {
    world,
    option: chosen.id,
    options: options.map(({ id, title }) => ({ id, title: title ?? id })),
    things: things.map(({ at, place: named, path, where, position, ...thing }) => ({
      ...thing,
      path: path as FieldPath,
      where: where as FieldPath,
      at: ground(position),
      height: position[2],
      asset: at,
      place: named,
    })),
    courses: courses.map(({ id, title, path, lines }) => ({
      id,
      title,
      path: path as FieldPath,
      lines: lines.map((line) => line.map(ground)),
    })),
  };
}

export function formGuide(catalogue: Catalogue): FormGuide {
  const byName = <T extends { readonly name: string }>(all: readonly T[]): T[] =>
    all.toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    schema: scenarioJsonSchema(),
    systems: byName([...catalogue.systems.keys()].map((id) => systemChoice(catalogue, id))),
    threats: byName([...catalogue.threats.values()].map(({ id, name }) => ({ id, name }))),
    places: byName([...catalogue.places.values()].map(({ id, name }) => ({ id, name }))),
  };
}

function systemChoice(catalogue: Catalogue, id: string): SystemChoice {
  const { name, interceptors, default_interceptor } = catalogue.systems.get(id)!;
  const published = (field: string): Value | undefined =>
    catalogue.parameters.get(`systems.${id}.${field}`)?.datum.value;
  const likely = (field: string): number => {
    const value = published(field);
    const range = Array.isArray(value) ? value : [value];
    return Math.round(Number(range[Math.floor(range.length / 2)]));
  };
  const search = published("acquisition_range_km") === undefined ? "radar" : "acquisition";
  const assumed = (row: string): Value | undefined => catalogue.assumptions.get(row)?.value;
  return {
    id,
    name,
    interceptors: Object.entries(interceptors).map(([own, each]) => ({ id: own, name: each.name })),
    load: { [default_interceptor]: likely("magazine") },
    isNarrow: likely("sector_deg") < 360,
    radar: {
      mast_height_m: published("antenna_height_m"),
      radar: {
        range_km: published(`${search}_range_km`),
        rcs_m2: published(`${search}_rcs_m2`),
        detection_probability: assumed("radar_detection_probability"),
        false_alarm_probability: assumed("radar_false_alarm_probability"),
        instrumented_km: published(`${search}_instrumented_km`),
      },
      period_s: published(`${search}_period_s`),
      initiation_m: published("initiation_m"),
      initiation_n: published("initiation_n"),
    },
  };
}
