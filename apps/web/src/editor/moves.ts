/** What a thing that is placed, moved or taken away changes in the text. */

import type { Desk, DeskThing, SystemChoice } from "./desk.ts";
import type { TextChange, YamlText } from "./yaml-text.ts";

/** Metres of one degree of a great circle of the sphere of maps, as the flat world is laid on it. */
const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8;

export interface Spot {
  readonly at: readonly [longitude: number, latitude: number];
  /** Metres. */
  readonly height: number;
}

/** The fields of a position: eleven metres are fine enough for a map, and short to read. */
export function positionFields(world: Desk["world"], { at, height }: Spot): Record<string, number> {
  const altitude_m = Math.round(height);
  if (world === "flat") {
    const [east_m, north_m] = at.map((degrees) => Math.round(degrees * METRES_PER_DEGREE));
    return { east_m: east_m!, north_m: north_m!, altitude_m };
  }
  const [lon_deg, lat_deg] = at.map((degrees) => Math.round(degrees * 1e4) / 1e4);
  return { lat_deg: lat_deg!, lon_deg: lon_deg!, altitude_m };
}

/** A thing at another spot. Where a name said where it stood, the position is written out. */
export function moved(
  yaml: YamlText,
  world: Desk["world"],
  { where, asset, place, hasPost }: DeskThing,
  spot: Spot,
): TextChange[] {
  const fields = positionFields(world, spot);
  if (asset !== null) {
    // It obeyed the post of that asset, and still does.
    const post: [string, unknown][] = hasPost ? [] : [["command_post", asset]];
    return yaml.replace([...where, "at"], [["position", fields], ...post]);
  }
  const isNew = (name: string): boolean => yaml.value([...where, name]) === undefined;
  const entries = Object.entries(fields);
  const changes = entries
    .filter(([name]) => place === null || !isNew(name))
    .flatMap(([name, value]) => yaml.set([...where, name], value));
  if (place === null) return changes;
  const added = entries.filter(([name]) => isNew(name));
  return [...yaml.replace([...where, "place"], added), ...changes];
}

/** An id that nothing else in the text has: `patriot_2`. */
export function freeId(text: string, stem: string): string {
  for (let number = 1; ; number++) {
    const id = `${stem}_${number}`;
    if (!new RegExp(`\\b${id}\\b`).test(text)) return id;
  }
}

/** What can be added to a scenario. */
export type Addition =
  | { readonly kind: "asset" }
  | { readonly kind: "unit" | "sensor"; readonly system: SystemChoice };

export interface Added {
  readonly changes: readonly TextChange[];
  readonly id: string;
}

/** A new thing at a spot, with everything that it needs written out for its user to change. */
export function added(
  yaml: YamlText,
  desk: Desk,
  optionIndex: number,
  addition: Addition,
  spot: Spot,
): Added {
  const position = positionFields(desk.world, spot);
  if (addition.kind === "asset") {
    const id = freeId(yaml.text, "asset");
    return { id, changes: yaml.append(["assets"], { id, ...position }) };
  }
  const { system } = addition;
  const option = ["options", optionIndex];
  const command_post = postOf(yaml, desk, option);
  if (addition.kind === "sensor") {
    const id = freeId(yaml.text, "radar");
    const sensor = { id, role: "acquisition", command_post, position, ...system.radar };
    return { id, changes: yaml.append([...option, "sensors"], sensor) };
  }
  const id = freeId(yaml.text, system.id);
  const sector = system.isNarrow ? { sector_centre_deg: 0 } : {};
  const unit = { id, system: system.id, position, command_post, load: system.load, ...sector };
  return { id, changes: yaml.append([...option, "units"], unit) };
}

/** The post of the first unit that has one, or a new one. */
function postOf(yaml: YamlText, { things }: Desk, option: readonly (string | number)[]): string {
  const units = yaml.value([...option, "units"]);
  const written = Array.isArray(units)
    ? units.map(({ command_post, at }) => command_post ?? at).find((post) => post !== undefined)
    : undefined;
  return String(written ?? things.find(({ asset }) => asset !== null)?.asset ?? "post");
}
