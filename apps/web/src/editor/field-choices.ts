/** Names that may stand in a field: of the catalogue, and of the scenario itself. */

import type { Choice, FieldPath, FormGuide } from "./desk.ts";
import { type JsonSchema, schemaAt, shapeOf } from "./schema-shape.ts";

type Value = Readonly<Record<string, unknown>>;

function mapping(value: unknown): Value {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Value)
    : {};
}

function listOf(value: unknown): readonly Value[] {
  return Array.isArray(value) ? value.map(mapping) : [];
}

function valueAt(root: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : mapping(value)[String(step)]),
    root,
  );
}

const own = (ids: readonly unknown[]): Choice[] =>
  [...new Set(ids.filter((id) => typeof id === "string"))].map((id) => ({ id, name: "" }));

/** Fields whose value is the id of an interceptor, and mappings whose keys are. */
const BY_INTERCEPTOR = ["load", "reserve", "interceptors"];

/**
 * What may be named at a path, or null where anything may be typed. Of the raid, only types of
 * threat and what is defended are offered: no place to launch from and no waypoint is suggested.
 */
export function choicesAt(
  path: FieldPath,
  scenario: unknown,
  guide: FormGuide,
): readonly Choice[] | null {
  const last = path.at(-1);
  const [room, index] = path;
  const options = listOf(valueAt(scenario, ["options"]));
  const option = room === "options" ? mapping(options[Number(index)]) : {};
  if (last === "system") return guide.systems;
  if (last === "threat") {
    return [...own(Object.keys(mapping(valueAt(scenario, ["threats"])))), ...guide.threats];
  }
  if (last === "aim" || last === "at") {
    return own(listOf(valueAt(scenario, ["assets"])).map(({ id }) => id));
  }
  if (last === "place") return room === "raid" ? null : guide.places;
  if (last === "same_as" || last === "option") return own(options.map(({ id }) => id));
  if (last === "command_post" || last === "fallback_post") {
    const units = listOf(option.units);
    const posts = listOf(option.command_posts).map(({ id }) => id);
    return own([...posts, ...units.map(({ command_post, at }) => command_post ?? at)]);
  }
  if (last === "interceptor") return interceptorsAt(path, scenario, guide);
  return null;
}

/** Names that may be keys of the mapping at a path, or null where anything may be typed. */
export function keysAt(
  path: FieldPath,
  scenario: unknown,
  guide: FormGuide,
): readonly Choice[] | null {
  const last = String(path.at(-1));
  if (BY_INTERCEPTOR.includes(last)) return interceptorsAt(path, scenario, guide);
  if (path.at(-2) === "split") {
    return last === "types"
      ? choicesAt(["raid", 0, "threat"], scenario, guide)
      : choicesAt(["raid", 0, "aim"], scenario, guide);
  }
  if (path.length === 1 && last === "systems") return guide.systems;
  return null;
}

/** The interceptors of the nearest unit, or of the system whose changes are written. */
function interceptorsAt(path: FieldPath, scenario: unknown, guide: FormGuide) {
  const unit = path.indexOf("units");
  const system =
    path[0] === "systems"
      ? path[1]
      : unit < 0
        ? undefined
        : mapping(valueAt(scenario, path.slice(0, unit + 2))).system;
  const found = guide.systems.find(({ id }) => id === system);
  return found?.interceptors ?? guide.systems.flatMap(({ interceptors }) => interceptors);
}

/** Fields that may be written in the mapping at a path. */
export function fieldsAt(schema: JsonSchema, path: FieldPath): readonly string[] {
  const here = schemaAt(schema, path);
  const shape = here === null ? null : shapeOf(here);
  return shape?.kind === "group" ? shape.fields : [];
}
