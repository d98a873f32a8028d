/** Height against ground distance of one threat, with what met it: the numbers of the side view. */

import type { Place, Replay, ReplayShot } from "../replay/replay.ts";

export interface ProfilePoint {
  /** Ground distance from the asset, kilometres. */
  readonly rangeKm: number;
  readonly heightKm: number;
  /** Second of the night. */
  readonly seconds: number;
}

export interface SideProfile {
  readonly threat: number;
  /** From launch to where it was gone. */
  readonly flown: readonly ProfilePoint[];
  /** From there to where it would have come down. */
  readonly unflown: readonly ProfilePoint[];
  readonly shots: readonly {
    readonly shot: ReplayShot;
    readonly from: ProfilePoint;
    readonly to: ProfilePoint;
  }[];
  readonly units: readonly {
    readonly name: string;
    readonly rangeKm: number;
    readonly reachKm: number;
  }[];
  readonly longestKm: number;
  readonly highestKm: number;
}

const EARTH_RADIUS_KM = 6_371.0088;

/** Great-circle distance; within 0.6 % of the engine's ellipsoid, for a drawing. */
export function groundKm(a: Place, b: Place): number {
  const radians = Math.PI / 180;
  const [phi, psi] = [a[1] * radians, b[1] * radians];
  const half = (angle: number): number => Math.sin((angle * radians) / 2) ** 2;
  const h = half(b[1] - a[1]) + Math.cos(phi) * Math.cos(psi) * half(b[0] - a[0]);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function sideProfile(replay: Replay, threat: number): SideProfile {
  const { path, launchSeconds, endSeconds, asset, shots } = replay.threats[threat]!;
  const { seconds, places } = replay.paths[path]!;
  const at = replay.assets[asset]!.at;
  const pointOf = (place: Place, moment: number): ProfilePoint => {
    return { rangeKm: groundKm(place, at), heightKm: place[2] / 1000, seconds: moment };
  };
  const points = Array.from(seconds, (flown, k) => {
    const [longitude, latitude, height] = places.subarray(3 * k, 3 * k + 3);
    return pointOf([longitude!, latitude!, height!], launchSeconds + flown);
  });
  const end = pointOf(replay.threats[threat]!.end, endSeconds);
  const drawn = shots.map((index) => {
    const shot = replay.shots[index]!;
    const from = pointOf(shot.from, shot.launchSeconds);
    return { shot, from, to: pointOf(shot.to, shot.interceptSeconds) };
  });
  const units = replay.units.flatMap(({ id, at: place, reach, outSeconds }) => {
    const rangeKm = groundKm(place, at);
    const reachKm = outSeconds <= 0 ? 0 : reach / 1000;
    return rangeKm < Math.max(60, 1.5 * reachKm) ? [{ name: id, rangeKm, reachKm }] : [];
  });
  const all = [...points, end, ...drawn.map(({ to }) => to)];
  return {
    threat,
    flown: [...points.filter((each) => each.seconds < endSeconds), end],
    unflown: [end, ...points.filter((each) => each.seconds > endSeconds)],
    shots: drawn,
    units,
    longestKm: Math.max(1, ...all.map(({ rangeKm }) => rangeKm)),
    highestKm: Math.max(0.1, ...all.map(({ heightKm }) => heightKm)),
  };
}
