/** Where things stand on a map, in degrees, from the positions of the engine. */

import { degreesFromRadians } from "@pavise/kernel";
import type { Setup } from "@pavise/lab";
import { geodeticFromEcef } from "@pavise/models";
import type { Place } from "./replay.ts";

/** Metres of one degree of a great circle of the sphere of maps, radius 6,371,008.8 m. */
const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8;

/**
 * Positions of the setup (radians, or metres on the flat world) and points of paths as places. The
 * flat world has no place on Earth: its plane is laid around 0°, 0°, where a degree is as long
 * northwards as eastwards, so that distances on the map are right to 0.1 % within 280 km.
 */
export interface Placement {
  place(position: Setup["assets"][number]["position"]): Place;
  /** Of the three numbers of a path's sample that begin at `offset`. */
  point(positions: ArrayLike<number>, offset: number): Place;
}

function flatPlace(east: number, north: number, up: number): Place {
  return [east / METRES_PER_DEGREE, north / METRES_PER_DEGREE, up];
}

const flat: Placement = {
  place: ([east, north, up]) => flatPlace(east, north, up),
  point: (from, at) => flatPlace(from[at]!, from[at + 1]!, from[at + 2]!),
};

const wgs84: Placement = {
  place: ([latitude, longitude, height]) => [
    degreesFromRadians(longitude),
    degreesFromRadians(latitude),
    height,
  ],
  point: (from, at) => {
    const point = { x: from[at]!, y: from[at + 1]!, z: from[at + 2]! };
    const { latitude, longitude, height } = geodeticFromEcef(point);
    return [degreesFromRadians(longitude), degreesFromRadians(latitude), height];
  },
};

export function placementOf(world: Setup["world"]): Placement {
  return world === "flat" ? flat : wgs84;
}
