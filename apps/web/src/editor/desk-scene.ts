/** The things of a desk as marks of a map, in rows above their places. */

import type { DeskMark, DeskScene } from "../stage/desk-map.ts";
import { laterTexts } from "../texts/later-texts.ts";
import type { Desk, DeskThing } from "./desk.ts";

const PITCH = 32;
const ROW = 30;
const IN_ROW = 5;
const LIFT = 6;

export type DeskKey = string;

export function keyOf({ kind, id }: Pick<DeskThing, "kind" | "id">): DeskKey {
  return `${kind}:${id}`;
}

/** A place as people say it: `33.79° N, 42.44° E`. */
export function placeText(
  world: Desk["world"],
  [longitude, latitude]: readonly [number, number],
): string {
  const words = laterTexts.editor;
  if (world === "flat") {
    const km = (degrees: number): string => Math.abs(degrees * 111.195).toFixed(1);
    return words.flatPlace(km(latitude), latitude >= 0, km(longitude), longitude >= 0);
  }
  const figure = (degrees: number): string => Math.abs(degrees).toFixed(3);
  return words.place(figure(latitude), latitude >= 0, figure(longitude), longitude >= 0);
}

/** A name up to its first bracket or comma: a map has little room. */
function shortName(name: string): string {
  return name.split(/ \(|, /)[0] ?? name;
}

export function sceneOf(
  desk: Desk,
  chosen: DeskKey | null,
  isFixed: boolean,
  onTheirWay: ReadonlyMap<DeskKey, readonly [number, number]>,
): DeskScene {
  const rows = new Map<string, DeskThing[]>();
  for (const thing of desk.things) {
    const key = thing.at.map((degrees) => degrees.toFixed(3)).join(" ");
    rows.set(key, [...(rows.get(key) ?? []), thing]);
  }
  const marks = [...rows.values()].flatMap((row) =>
    row.map((thing, index): DeskMark => {
      const line = Math.floor(index / IN_ROW);
      const inLine = Math.min(IN_ROW, row.length - line * IN_ROW);
      const right = ((index % IN_ROW) - (inLine - 1) / 2) * PITCH;
      const at = onTheirWay.get(keyOf(thing)) ?? thing.at;
      const name = shortName(thing.title);
      return {
        key: keyOf(thing),
        symbol: thing.kind === "launchers" ? "unit" : thing.kind,
        name: thing.kind === "launchers" ? laterTexts.editor.launchersOf(name) : name,
        told: laterTexts.editor.mark(
          laterTexts.editor.kinds[thing.kind],
          thing.title,
          placeText(desk.world, at),
        ),
        at,
        offset: [right, -LIFT - line * ROW],
      };
    }),
  );
  const lines = desk.courses.flatMap(({ title, lines: all }) =>
    all.map((points) => ({ name: title, points })),
  );
  return { world: desk.world, marks, lines, chosen, isFixed };
}
