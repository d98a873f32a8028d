/**
 * Routes: legs between waypoints at constant speed.
 *
 * Legs are geodesics on WGS-84 and straight lines on the flat world; height changes evenly along a
 * leg. Limits: turns are instantaneous and speed changes at once at a waypoint; on WGS-84 the
 * length of a leg is that of its ground track, which is short by height/6,371 km (0.16 % at 10 km).
 */
import { sqrt } from "@pavise/kernel";
import { ecefFromGeodetic } from "../geodesy/ellipsoid.ts";
import { geodesic, geodesicEnd } from "../geodesy/geodesic.ts";
import type { WorldKind } from "../geodesy/world.ts";
import { type Passage, type Path, type RoutePath, sampleCount } from "./path.ts";

/** A waypoint on WGS-84 (radians, metres above the ellipsoid) and the speed of the leg after it. */
export interface Waypoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly height: number;
  /** Metres per second, along the leg that starts here; of no effect at the last waypoint. */
  readonly speed: number;
}

/** A waypoint on the flat world: east, north, up in metres, and the speed of the leg after it. */
export interface FlatWaypoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly speed: number;
}

// A leg knows its length and can say where it is at a share of it.
interface Leg {
  readonly length: number;
  readonly speed: number;
  readonly write: (share: number, positions: Float64Array, at: number) => number;
}

type PassedPlace = Omit<Passage, "seconds">;

function pathFromLegs(
  world: WorldKind,
  legs: readonly Leg[],
  waypoints: readonly PassedPlace[],
  stepSeconds: number,
): RoutePath {
  const starts: number[] = [];
  let flightSeconds = 0;
  for (const [index, leg] of legs.entries()) {
    if (!(leg.speed > 0 && Number.isFinite(leg.speed))) {
      throw new RangeError(
        `route waypoint ${index}: expected a speed above 0 m/s, got ${leg.speed}`,
      );
    }
    if (!(leg.length > 0 && Number.isFinite(leg.length))) {
      throw new RangeError(
        `route waypoint ${index + 1}: expected another place than the waypoint before it`,
      );
    }
    starts.push(flightSeconds);
    flightSeconds += leg.length / leg.speed;
  }
  if (legs.length === 0) throw new RangeError("route: expected at least two waypoints");
  const count = sampleCount(flightSeconds, stepSeconds);
  const positions = new Float64Array(3 * count);
  const heights = new Float64Array(count);
  const speeds = new Float64Array(count);
  let current = 0;
  for (let k = 0; k < count; k += 1) {
    const isLast = k === count - 1;
    const seconds = isLast ? flightSeconds : k * stepSeconds;
    while (current + 1 < legs.length && (isLast || starts[current + 1]! <= seconds)) current += 1;
    const leg = legs[current]!;
    const share = isLast ? 1 : ((seconds - starts[current]!) * leg.speed) / leg.length;
    heights[k] = leg.write(share, positions, 3 * k);
    speeds[k] = leg.speed;
  }
  const passages = waypoints.map((waypoint, index) => ({
    seconds: starts[index] ?? flightSeconds,
    ...waypoint,
  }));
  return { world, stepSeconds, count, positions, heights, speeds, flightSeconds, passages };
}

function geodesicLeg(from: Waypoint, to: Waypoint): Leg {
  const line = geodesic(from, to);
  const climb = to.height - from.height;
  return {
    length: sqrt(line.distance * line.distance + climb * climb),
    speed: from.speed,
    write: (share, positions, at) => {
      const point = geodesicEnd(from, line.azimuthStart, share * line.distance);
      const height = from.height + share * climb;
      const { x, y, z } = ecefFromGeodetic(point.latitude, point.longitude, height);
      positions[at] = x;
      positions[at + 1] = y;
      positions[at + 2] = z;
      return height;
    },
  };
}

function straightLeg(from: FlatWaypoint, to: FlatWaypoint): Leg {
  const [dx, dy, dz] = [to.x - from.x, to.y - from.y, to.z - from.z];
  return {
    length: sqrt(dx * dx + dy * dy + dz * dz),
    speed: from.speed,
    write: (share, positions, at) => {
      const height = share === 1 ? to.z : from.z + share * dz;
      positions[at] = share === 1 ? to.x : from.x + share * dx;
      positions[at + 1] = share === 1 ? to.y : from.y + share * dy;
      positions[at + 2] = height;
      return height;
    },
  };
}

/** The path over waypoints on WGS-84, sampled every `stepSeconds`. */
export function routePath(waypoints: readonly Waypoint[], stepSeconds: number): RoutePath {
  const legs = waypoints.slice(1).map((to, i) => geodesicLeg(waypoints[i]!, to));
  const places = waypoints.map(({ latitude, longitude, height }): PassedPlace => {
    return { place: [latitude, longitude], height };
  });
  return pathFromLegs("wgs84", legs, places, stepSeconds);
}

/** The path over waypoints on the flat world, sampled every `stepSeconds`. Exact. */
export function flatRoutePath(waypoints: readonly FlatWaypoint[], stepSeconds: number): RoutePath {
  const legs = waypoints.slice(1).map((to, i) => straightLeg(waypoints[i]!, to));
  const places = waypoints.map(({ x, y, z }): PassedPlace => ({ place: [x, y], height: z }));
  return pathFromLegs("flat", legs, places, stepSeconds);
}

/** A straight line flown at constant speed over the flat world. */
export interface FlatPathRequest {
  readonly from: { readonly x: number; readonly y: number; readonly z: number };
  readonly to: { readonly x: number; readonly y: number; readonly z: number };
  /** Along the line, metres per second. */
  readonly speed: number;
  readonly stepSeconds: number;
}

/**
 * The straight path between two points of the flat world at constant speed: no gravity, no drag,
 * no turn. Exact.
 *
 * @example flatPath({ from: { x: 0, y: 300e3, z: 0 }, to: { x: 0, y: 0, z: 0 }, speed: 1500,
 *   stepSeconds: 1 }).flightSeconds // 200
 */
export function flatPath({ from, to, speed, stepSeconds }: FlatPathRequest): Path {
  return flatRoutePath(
    [
      { ...from, speed },
      { ...to, speed },
    ],
    stepSeconds,
  );
}
