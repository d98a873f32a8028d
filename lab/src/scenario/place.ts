/** From positions as written to positions in radians and metres. */

import type { DocumentPath, TerrainWindow } from "@pavise/catalogue";
import { metresFromKilometres, radiansFromDegrees } from "@pavise/kernel";
import { geodesic } from "@pavise/models";
import { surfaceOf } from "../engagement/terrain-sight.ts";
import { type Dressing, fault, parameterRequest, unknownEntry } from "./dressing.ts";
import type { WrittenPosition } from "./raid-schema.ts";
import type { Position } from "./setup.ts";

/** A value of a place, never moved by a wish or a draw: where things stand is written down. */
function placeValue(dressing: Dressing, place: string, name: string): number | null {
  const path = `places.${place}.${name}`;
  const parameter = dressing.catalogue?.parameters.get(path);
  if (parameter === undefined) return null;
  return dressing.reader.fixed(parameterRequest(parameter, [path]));
}

function coordinates(
  dressing: Dressing,
  path: DocumentPath,
  place: string,
): readonly [latitudeDeg: number, longitudeDeg: number] {
  const latitudeDeg = placeValue(dressing, place, "lat");
  const longitudeDeg = placeValue(dressing, place, "lon");
  if (latitudeDeg !== null && longitudeDeg !== null) return [latitudeDeg, longitudeDeg];
  const known = dressing.catalogue?.places.keys() ?? [];
  throw unknownEntry(dressing, [...path, "place"], "a place", place, known);
}

/** The ground of a scenario, or none where it is smooth. */
export function terrainOf({ scenario, catalogue }: Dressing): TerrainWindow | undefined {
  if (scenario.written.terrain !== "coarse") return undefined;
  const terrain = catalogue?.terrain;
  if (terrain !== undefined) return terrain();
  throw scenario.document.fault(["terrain"], "smooth, as this catalogue has no ground heights");
}

/** Height of the terrain at a place; null where the Earth is smooth. */
function groundHeight(
  dressing: Dressing,
  path: DocumentPath,
  latitudeDeg: number,
  longitudeDeg: number,
): number | null {
  const terrain = terrainOf(dressing);
  if (terrain === undefined) return null;
  const place = [radiansFromDegrees(latitudeDeg), radiansFromDegrees(longitudeDeg)] as const;
  const height = surfaceOf(terrain).height(...place);
  if (Number.isFinite(height)) return height;
  const { southDeg, westDeg, northDeg, eastDeg } = terrain.grid;
  const limits = `${southDeg}, ${westDeg} to ${northDeg}, ${eastDeg}`;
  const expected = `a place inside the terrain ${terrain.id} (${limits} degrees), or altitude_m`;
  throw fault(dressing, path, expected, `${latitudeDeg}, ${longitudeDeg}`);
}

/** What the heights that come with the catalogue say of a place, or null where they know nothing. */
function shippedHeight(
  { catalogue }: Dressing,
  latitudeDeg: number,
  longitudeDeg: number,
): number | null {
  if (catalogue?.terrain === undefined) return null;
  const place = [radiansFromDegrees(latitudeDeg), radiansFromDegrees(longitudeDeg)] as const;
  const height = surfaceOf(catalogue.terrain()).height(...place);
  return Number.isFinite(height) ? height : null;
}

/** The position that a scenario writes at `path`. */
export function positionOf(
  dressing: Dressing,
  path: DocumentPath,
  written: WrittenPosition,
): Position {
  if (dressing.scenario.written.world === "flat") {
    return [written.east_m!, written.north_m!, written.altitude_m!];
  }
  const [latitudeDeg, longitudeDeg] =
    written.place === undefined
      ? [written.lat_deg!, written.lon_deg!]
      : coordinates(dressing, path, written.place);
  let height = written.altitude_m ?? null;
  if (height === null) height = groundHeight(dressing, path, latitudeDeg, longitudeDeg);
  if (height === null && written.place !== undefined) {
    height = placeValue(dressing, written.place, "elevation_m");
  }
  // Over smooth Earth too, the level of a place may be known from the heights of the ground alone.
  if (height === null) height = shippedHeight(dressing, latitudeDeg, longitudeDeg);
  if (height === null) {
    const expected = `the field altitude_m, as the catalogue gives no height of ${written.place}`;
    throw fault(dressing, path, expected, "nothing");
  }
  return [radiansFromDegrees(latitudeDeg), radiansFromDegrees(longitudeDeg), height];
}

/** Ground distance between two positions, metres. */
export function groundDistance(world: "wgs84" | "flat", from: Position, to: Position): number {
  if (world === "flat") {
    const [east, north] = [to[0] - from[0], to[1] - from[1]];
    return Math.sqrt(east * east + north * north);
  }
  return geodesic({ latitude: from[0], longitude: from[1] }, { latitude: to[0], longitude: to[1] })
    .distance;
}

/**
 * @throws InputError if a type is sent farther than its greatest published range.
 */
export function refuseBeyondRange(
  dressing: Dressing,
  path: DocumentPath,
  type: { readonly id: string; readonly rangeMaxKm: number },
  distance: number,
): void {
  if (distance <= metresFromKilometres(type.rangeMaxKm)) return;
  const expected = `at most ${type.rangeMaxKm} km, the greatest range published for ${type.id}`;
  throw fault(dressing, path, expected, `${Math.round(distance / 1000)} km`);
}
