/** Assets, units and sensors as features: symbols in a row above each place, names below it. */

import type { Place, Replay } from "../replay/replay.ts";
import { point } from "./ground-features.ts";
import type { SymbolName } from "./symbol-drawings.ts";

/** Things nearer to each other than this share one row of symbols, metres. */
const NEAR = 3_000;
/** Places of symbols in a row, CSS pixels. */
const PITCH = 34;
/** Symbols stand this far above their place. */
const LIFT = 6;

/** What stands on a map: of a replay, or of a defence alone. */
export type Standings = Pick<Replay, "assets" | "units" | "sensors">;

interface Standing {
  readonly symbol: SymbolName;
  readonly name: string;
  readonly at: Place;
  readonly isOut: boolean;
}

/** A name up to its first bracket or comma: a map has little room. */
function shortName(name: string): string {
  return name.split(/ \(|, /)[0] ?? name;
}

function standings({ assets, units, sensors }: Standings): Standing[] {
  return [
    ...assets.map(({ name, at }): Standing => ({ symbol: "asset", name, at, isOut: false })),
    ...units.map(({ system, at, outSeconds }): Standing => {
      return { symbol: "unit", name: shortName(system), at, isOut: outSeconds <= 0 };
    }),
    ...sensors.map(({ at, unit }): Standing => {
      const isOut = (units[unit]?.outSeconds ?? Number.POSITIVE_INFINITY) <= 0;
      return { symbol: "sensor", name: "", at, isOut };
    }),
  ];
}

function metresBetween(a: Place, b: Place): number {
  const east = (a[0] - b[0]) * 111_195 * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(east, (a[1] - b[1]) * 111_195);
}

function isNear(a: Place, b: Place): boolean {
  return metresBetween(a, b) < NEAR;
}

/** Symbols of one place: each kind once, in use before out of use, assets first. */
function rowOf(there: readonly Standing[]): readonly Standing[] {
  const seen = new Map<string, Standing>();
  for (const each of there) {
    const key = `${each.symbol} ${each.isOut}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

/** `Ain al-Asad · S-400 · 2 × Pantsir-S1`, without repeating a name. */
function nameOf(there: readonly Standing[]): string {
  const counts = new Map<string, number>();
  for (const { name } of there) {
    if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} × ${name}`)).join("\n");
}

/** Everything that stands, by place. */
function groupsOf(replay: Standings): Standing[][] {
  const groups: Standing[][] = [];
  for (const each of standings(replay)) {
    const group = groups.find(([first]) => isNear(first!.at, each.at));
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  return groups;
}

/** Metres of a pixel at which two rows of symbols begin to cover each other. */
export function crowdedScale(replay: Standings): number {
  const groups = groupsOf(replay);
  let nearest = Number.POSITIVE_INFINITY;
  for (const [index, [first]] of groups.entries()) {
    for (const [other] of groups.slice(index + 1)) {
      nearest = Math.min(nearest, metresBetween(first!.at, other!.at));
    }
  }
  const widest = Math.max(1, ...groups.map((there) => rowOf(there).length));
  return nearest / (0.6 * widest * PITCH);
}

export function fixedFeatures(replay: Standings): GeoJSON.Feature[] {
  return groupsOf(replay).flatMap((there) => {
    const [longitude, latitude] = there[0]!.at;
    const at = [longitude, latitude];
    const row = rowOf(there);
    const symbols = row.map(({ symbol, isOut }, index) => {
      const offset = [(index - (row.length - 1) / 2) * PITCH, -LIFT];
      return point(at, { part: "symbol", icon: symbol, offset, isOut });
    });
    return [...symbols, point(at, { part: "place", name: nameOf(there) })];
  });
}

/** Circles of what each unit reaches on the ground, as lines of degrees. */
export function reachFeatures({ units }: Replay): GeoJSON.Feature[] {
  const seen = new Set<string>();
  return units.flatMap(({ at, reach, outSeconds }) => {
    const key = `${at.join(" ")} ${reach}`;
    if (reach <= 0 || outSeconds <= 0 || seen.has(key)) return [];
    seen.add(key);
    const coordinates = circle(at, reach);
    return [{ type: "Feature", geometry: { type: "LineString", coordinates }, properties: {} }];
  });
}

/** A circle on the sphere: exact enough for a line of a pixel. */
function circle([longitude, latitude]: Place, radius: number): [number, number][] {
  const angle = radius / 6_371_008.8;
  const phi = (latitude * Math.PI) / 180;
  return Array.from({ length: 97 }, (_, k) => {
    const azimuth = (k * 2 * Math.PI) / 96;
    const sine =
      Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(azimuth);
    const turn = Math.atan2(
      Math.sin(azimuth) * Math.sin(angle) * Math.cos(phi),
      Math.cos(angle) - Math.sin(phi) * sine,
    );
    return [longitude + (turn * 180) / Math.PI, (Math.asin(sine) * 180) / Math.PI];
  });
}
