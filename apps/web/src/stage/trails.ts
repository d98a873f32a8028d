/** Lines of a replay in the arrays that layers read: courses, trails, shots, and what is below them. */

import { thinned, writePlaceAt } from "../replay/path-line.ts";
import type { Place, Replay, ReplayPath, ReplayShot } from "../replay/replay.ts";
import type { TrailData } from "./trail-layer.ts";

/** All trails together have at most about this many points; a great raid is drawn coarser. */
export const TRAIL_POINTS_MAX = 150_000;

/** A moment long before any night. */
const ALWAYS = -1e9;

/** A line in time: places and the second of the night at which it reaches each. */
interface TimedLine {
  readonly places: ArrayLike<number>;
  readonly moments: ArrayLike<number>;
}

function trailData(lines: readonly TimedLine[]): TrailData {
  const points = lines.reduce((sum, { moments }) => sum + moments.length, 0);
  const startIndices = new Uint32Array(lines.length + 1);
  const value = new Float32Array(3 * points);
  const moments = new Float32Array(points);
  let at = 0;
  for (const [index, line] of lines.entries()) {
    startIndices[index] = at;
    value.set(line.places, 3 * at);
    moments.set(line.moments, at);
    at += line.moments.length;
  }
  startIndices[lines.length] = at;
  return {
    length: lines.length,
    startIndices,
    attributes: { getPath: { value, size: 3 }, getMoments: { value: moments, size: 1 } },
  };
}

/** Every course that somebody flew, whole, from the start. */
export function courseTrails({ threats, paths }: Replay): TrailData {
  const flown = [...new Set(threats.filter(({ flew }) => flew).map(({ path }) => path))];
  return trailData(flown.map((path) => wholeLine(paths[path]!)));
}

/** The course of one threat, whole. */
export function oneCourse({ threats, paths }: Replay, threat: number): TrailData {
  return trailData([wholeLine(paths[threats[threat]!.path]!)]);
}

/** The same on the ground below: without it a height cannot be told from a distance. */
export function groundTrails({ threats, paths }: Replay): TrailData {
  const flown = [...new Set(threats.filter(({ flew }) => flew).map(({ path }) => path))];
  return trailData(
    flown.map((path) => {
      const { places, moments } = wholeLine(paths[path]!);
      return { places: Float64Array.from(places, (each, k) => (k % 3 === 2 ? 0 : each)), moments };
    }),
  );
}

function wholeLine({ places, seconds }: ReplayPath): TimedLine {
  return { places, moments: new Float64Array(seconds.length).fill(ALWAYS) };
}

/** More threats than this fly in crowds on shared courses: trails would be one blot, and slow. */
export const TRAILS_MAX = 2_000;

/** What each threat has flown, until it was gone; of a swarm only the courses are drawn. */
export function threatTrails(replay: Replay): TrailData {
  if (replay.threats.length > TRAILS_MAX) return trailData([]);
  const paths = coarseEnough(replay);
  return trailData(
    replay.threats.flatMap(({ flew, path, launchSeconds, endSeconds }) =>
      flew ? [until(paths[path]!, launchSeconds, endSeconds)] : [],
    ),
  );
}

function coarseEnough({ threats, paths }: Replay): readonly ReplayPath[] {
  let drawn = paths;
  for (let tolerance = 100; tolerance < 1e5; tolerance *= 3) {
    const points = threats.reduce((sum, { path }) => sum + drawn[path]!.seconds.length, 0);
    if (points <= TRAIL_POINTS_MAX) break;
    drawn = paths.map((path) => thinned(path, tolerance));
  }
  return drawn;
}

function until(line: ReplayPath, launchSeconds: number, endSeconds: number): TimedLine {
  const flown = endSeconds - launchSeconds;
  const before = line.seconds.findIndex((seconds) => seconds >= flown);
  const kept = before < 0 ? line.seconds.length : before;
  const places = new Float64Array(3 * (kept + 1));
  places.set(line.places.subarray(0, 3 * kept));
  writePlaceAt(line, flown, places, 3 * kept);
  const moments = new Float64Array(kept + 1);
  for (let k = 0; k < kept; k++) moments[k] = launchSeconds + line.seconds[k]!;
  moments[kept] = endSeconds;
  return { places, moments };
}

/** Interceptors from launch to intercept point: those that killed, or those that did not. */
export function shotTrails(shots: readonly ReplayShot[]): TrailData {
  return trailData(
    shots.map(({ from, to, launchSeconds, interceptSeconds }) => ({
      places: [...from, ...to],
      moments: [launchSeconds, interceptSeconds],
    })),
  );
}

/** A plumb line from each place down to the ground, drawn from its moment on. */
export function plumbLines(
  ends: readonly { readonly at: Place; readonly seconds: number }[],
): TrailData {
  return trailData(
    ends.map(({ at: [longitude, latitude, height], seconds }) => ({
      places: [longitude, latitude, height, longitude, latitude, 0],
      moments: [seconds, seconds],
    })),
  );
}
