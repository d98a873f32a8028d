/** A path of the engine as a line of few points in time, for drawing. */

import type { Path } from "@pavise/models";
import { sampleSeconds } from "@pavise/models";
import type { Placement } from "./placement.ts";
import type { ReplayPath } from "./replay.ts";

/** How far a line may be from the path at the path's own samples, metres. */
export const PATH_TOLERANCE = 25;

const METRES_PER_DEGREE = 111_320;

/**
 * Points of a path, so chosen that straight flight between them (in degrees and metres, as a map
 * draws it) is within `tolerance` metres of every sample at its own time. Douglas and Peucker's
 * halving, with distance measured at equal times.
 */
export function pathLine(
  path: Path,
  placement: Placement,
  tolerance: number = PATH_TOLERANCE,
): ReplayPath {
  const places = samplePlaces(path, placement);
  const seconds = Float64Array.from({ length: path.count }, (_, k) => sampleSeconds(path, k));
  return thinned({ seconds, places }, tolerance);
}

/** The same line with fewer points, within `tolerance` metres of those it leaves out. */
export function thinned({ seconds, places }: ReplayPath, tolerance: number): ReplayPath {
  const count = seconds.length;
  const keeps = new Uint8Array(count);
  keeps[0] = 1;
  keeps[count - 1] = 1;
  const open: [number, number][] = [[0, count - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const farthest = farthestBetween(seconds, places, ...span);
    if (farthest === null || farthest.metres <= tolerance) continue;
    keeps[farthest.at] = 1;
    open.push([span[0], farthest.at], [farthest.at, span[1]]);
  }
  const kept = [...keeps.keys()].filter((k) => keeps[k] === 1);
  return {
    seconds: Float64Array.from(kept, (k) => seconds[k]!),
    places: Float64Array.from(kept.flatMap((k) => [...places.subarray(3 * k, 3 * k + 3)])),
  };
}

/** Places of all samples; longitudes never jump, so a line may leave the range of ±180°. */
function samplePlaces(path: Path, placement: Placement): Float64Array {
  const places = new Float64Array(3 * path.count);
  for (let k = 0; k < path.count; k++) {
    const [longitude, latitude, height] = placement.point(path.positions, 3 * k);
    const before = k === 0 ? longitude : places[3 * k - 3]!;
    places[3 * k] = longitude + 360 * Math.round((before - longitude) / 360);
    places[3 * k + 1] = latitude;
    places[3 * k + 2] = height;
  }
  return places;
}

function farthestBetween(
  seconds: Float64Array,
  places: Float64Array,
  first: number,
  last: number,
): { readonly at: number; readonly metres: number } | null {
  let at = -1;
  let most = -1;
  const span = seconds[last]! - seconds[first]!;
  for (let k = first + 1; k < last; k++) {
    const part = (seconds[k]! - seconds[first]!) / span;
    const away = (axis: number): number => {
      const from = places[3 * first + axis]!;
      return from + part * (places[3 * last + axis]! - from) - places[3 * k + axis]!;
    };
    const north = away(1) * METRES_PER_DEGREE;
    const east = away(0) * METRES_PER_DEGREE * Math.cos((places[3 * k + 1]! * Math.PI) / 180);
    const metres = Math.hypot(east, north, away(2));
    if (metres > most) {
      most = metres;
      at = k;
    }
  }
  return at < 0 ? null : { at, metres: most };
}

/** Where a line is at a time of its flight, clamped to its ends, into `out[at … at + 2]`. */
export function writePlaceAt(
  line: ReplayPath,
  seconds: number,
  out: Float32Array | Float64Array,
  at: number,
): void {
  const { seconds: times, places } = line;
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= seconds) low = middle;
    else high = middle;
  }
  const span = times[high]! - times[low]!;
  const part = span > 0 ? Math.min(1, Math.max(0, (seconds - times[low]!) / span)) : 0;
  for (let axis = 0; axis < 3; axis++) {
    const from = places[3 * low + axis]!;
    out[at + axis] = from + part * (places[3 * high + axis]! - from);
  }
}
