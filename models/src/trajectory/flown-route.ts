/**
 * Routes as something flies them: turns of a stated radius, heights above the ground or the
 * ellipsoid, and climbs and changes of speed within stated limits.
 *
 * A waypoint that is turned at is passed on the inside, radius × (1/cos(turn/2) − 1) away. Height
 * changes evenly along a leg. A leg between two heights above ground follows the terrain: it keeps
 * at least that height, and where the limits on climb and descent forbid to follow, it flies above.
 * Speed changes from the waypoint on, evenly in time. Limits: climb and bank set in at once; the
 * length of a leg is that of its ground track (short by height/6,371 km).
 */
import { STANDARD_GRAVITY, sqrt, tan } from "@pavise/kernel";
import { ecefFromGeodetic } from "../geodesy/ellipsoid.ts";
import type { WorldKind } from "../geodesy/world.ts";
import { type GroundTrack, groundTrack, RouteError } from "./ground-track.ts";
import { type RoutePath, sampleCount } from "./path.ts";

/** A waypoint: latitude and longitude (radians), or east and north (m) on the flat world. */
export interface FlownWaypoint {
  readonly place: readonly [number, number];
  /** Metres above what `above` says. */
  readonly height: number;
  readonly above: "ellipsoid" | "ground";
  /** m/s over the ground track on the leg that starts here; of no effect at the last waypoint. */
  readonly speed: number;
}

/** What a threat can do; whatever is left out has no limit. */
export interface RouteLimits {
  /** Radius of every turn, m. Without it and without a bank, turns are made on the spot. */
  readonly turnRadius?: number;
  /** Greatest bank, radians: a turn has the radius v²/(g · tan bank) of the faster of its legs. */
  readonly bankMax?: number;
  /** m/s, > 0. */
  readonly climbRateMax?: number;
  /** m/s, > 0. */
  readonly descentRateMax?: number;
  /** m/s², > 0, faster or slower. */
  readonly accelerationMax?: number;
}

export interface FlownRouteRequest {
  readonly world: WorldKind;
  readonly waypoints: readonly FlownWaypoint[];
  readonly limits: RouteLimits;
  /** Height of the ground at a place, m, in the order of `place`. */
  readonly ground: (first: number, second: number) => number;
  readonly stepSeconds: number;
  /** Metres along the track between looks at the ground; 500 where nothing is said. */
  readonly spacing?: number;
}

/** The lowest dry ground there is, the shore of the Dead Sea, metres above the ellipsoid. */
export const LOWEST_GROUND = -450;

/**
 * The path over a route.
 *
 * Measured against the same flight integrated at a hundredth of the step: position within 1 cm,
 * and the route ends at its last waypoint within a micrometre.
 *
 * @throws RouteError, with the waypoint, for a turn that does not fit its legs, a climb or a change
 *   of speed beyond the limits, a height below the ground, or two waypoints at one place.
 */
export function flownRoutePath(request: FlownRouteRequest): RoutePath {
  const { world, waypoints, limits, ground } = request;
  checkLimits(limits);
  for (const [index, waypoint] of waypoints.entries()) checkWaypoint(waypoint, index, world);
  const radii = waypoints.map((_, index) => turnRadius(waypoints, index, limits));
  const places = waypoints.map(({ place }) => place);
  const track = groundTrack(world, places, radii, request.spacing ?? 500);
  const heights = trackHeights(track, waypoints, limits, ground);
  return sampled(request, track, heights);
}

function checkLimits(limits: RouteLimits): void {
  for (const [name, value] of Object.entries(limits)) {
    if (!(value > 0)) throw new RangeError(`route: expected ${name} above 0, got ${value}`);
  }
  if (limits.bankMax !== undefined && limits.bankMax >= Math.PI / 2) {
    throw new RangeError(`route: expected bankMax below a right angle, got ${limits.bankMax}`);
  }
}

function checkWaypoint(
  { place, height, above, speed }: FlownWaypoint,
  at: number,
  world: WorldKind,
) {
  if (!place.every(Number.isFinite)) throw new RouteError(at, "a place", place.join(", "));
  if (!(speed > 0 && Number.isFinite(speed))) {
    throw new RouteError(at, "a speed above 0 m/s", `${speed}`);
  }
  const least = above === "ground" || world === "flat" ? 0 : LOWEST_GROUND;
  if (height >= least && Number.isFinite(height)) return;
  throw new RouteError(at, `a height of at least ${least} m above the ${above}`, `${height} m`);
}

function turnRadius(
  waypoints: readonly FlownWaypoint[],
  index: number,
  { turnRadius: stated, bankMax }: RouteLimits,
): number {
  if (index === 0 || index === waypoints.length - 1) return 0;
  if (stated !== undefined) return stated;
  if (bankMax === undefined) return 0;
  const speed = Math.max(waypoints[index - 1]!.speed, waypoints[index]!.speed);
  return (speed * speed) / (STANDARD_GRAVITY * tan(bankMax));
}

/** Greatest height gained per metre of track at a speed and a rate. */
function gradient(rate: number | undefined, speed: number): number {
  if (rate === undefined || rate >= speed) return Number.POSITIVE_INFINITY;
  return rate / sqrt(speed * speed - rate * rate);
}

function trackHeights(
  track: GroundTrack,
  waypoints: readonly FlownWaypoint[],
  limits: RouteLimits,
  ground: FlownRouteRequest["ground"],
): Float64Array {
  const { count, distances, places, stations } = track;
  const heights = new Float64Array(count);
  const isFollowing = new Uint8Array(count);
  const climbs = new Float64Array(count);
  const descents = new Float64Array(count);
  const groundAt = (node: number, waypoint: number): number => {
    const height = ground(places[2 * node]!, places[2 * node + 1]!);
    if (Number.isFinite(height)) return height;
    throw new RouteError(waypoint, "known ground below the leg to this waypoint", "a gap in it");
  };
  const plain = (index: number): number => {
    const { above, height } = waypoints[index]!;
    return above === "ground" ? height + groundAt(stations[index]!, index) : height;
  };
  for (let leg = 0; leg + 1 < waypoints.length; leg++) {
    const [first, last] = [stations[leg]!, stations[leg + 1]!];
    const [from, to] = [waypoints[leg]!, waypoints[leg + 1]!];
    const follows = from.above === "ground" && to.above === "ground";
    const speed = Math.max(from.speed, leg > 0 ? waypoints[leg - 1]!.speed : 0);
    const [start, end] = follows ? [from.height, to.height] : [plain(leg), plain(leg + 1)];
    const length = distances[last]! - distances[first]!;
    for (let k = first; k <= last; k++) {
      const share = (distances[k]! - distances[first]!) / length;
      const height = share === 1 ? end : start + share * (end - start);
      heights[k] = follows ? height + groundAt(k, leg + 1) : height;
      if (k === first) continue;
      if (follows) isFollowing[k] = 1;
      climbs[k] = gradient(limits.climbRateMax, speed);
      descents[k] = gradient(limits.descentRateMax, speed);
    }
    if (!follows) refuseSteepLeg(leg + 1, end - start, length, climbs[last]!, descents[last]!);
  }
  return eased(track, heights, isFollowing, climbs, descents);
}

function refuseSteepLeg(
  waypoint: number,
  rise: number,
  length: number,
  climb: number,
  descent: number,
): void {
  const greatest = length * (rise > 0 ? climb : descent);
  if (Math.abs(rise) <= greatest + 1e-6) return;
  const what = rise > 0 ? "a climb" : "a descent";
  const limit = Math.floor(greatest);
  throw new RouteError(
    waypoint,
    `${what} of at most ${limit} m on the leg to it, by the limit on its rate`,
    `${Math.round(Math.abs(rise))} m`,
  );
}

/**
 * The lowest line that is nowhere below the heights asked for and nowhere steeper than the limits:
 * two sweeps, one each way. Only legs that follow the terrain may be lifted.
 */
function eased(
  { count, distances, stations }: GroundTrack,
  asked: Float64Array,
  isFollowing: Uint8Array,
  climbs: Float64Array,
  descents: Float64Array,
): Float64Array {
  const heights = asked.slice();
  for (let k = 1; k < count; k++) {
    const fall = descents[k]! * (distances[k]! - distances[k - 1]!);
    heights[k] = Math.max(heights[k]!, heights[k - 1]! - fall);
  }
  for (let k = count - 1; k > 0; k--) {
    const rise = climbs[k]! * (distances[k]! - distances[k - 1]!);
    heights[k - 1] = Math.max(heights[k - 1]!, heights[k]! - rise);
  }
  for (let k = 0; k < count; k++) {
    const isEnd = k === 0 || k === count - 1;
    const lifted = heights[k]! - asked[k]!;
    // A node between two legs belongs to the first; it may move only if both may.
    const isFree = !isEnd && isFollowing[k] === 1 && isFollowing[k + 1] === 1;
    if (isFree || lifted <= 1e-6) continue;
    const waypoint = Math.max(
      1,
      stations.findIndex((station) => station >= k),
    );
    throw new RouteError(
      waypoint,
      "heights that the limits on climb and descent allow over this terrain",
      `one that would have to be ${Math.ceil(lifted)} m higher`,
    );
  }
  return heights;
}

/** One leg in time: speed changes evenly up to `changeLength`, then stays. */
interface LegTiming {
  readonly startSeconds: number;
  readonly seconds: number;
  readonly speedStart: number;
  readonly speedEnd: number;
  readonly acceleration: number;
  readonly changeSeconds: number;
  readonly changeLength: number;
}

function legTimings(
  waypoints: readonly FlownWaypoint[],
  lengths: readonly number[],
  accelerationMax: number | undefined,
): LegTiming[] {
  let startSeconds = 0;
  return lengths.map((length, leg) => {
    const speedEnd = waypoints[leg]!.speed;
    const before = leg === 0 ? speedEnd : waypoints[leg - 1]!.speed;
    const speedStart = accelerationMax === undefined ? speedEnd : before;
    const change = speedEnd - speedStart;
    const acceleration = change === 0 ? 0 : Math.sign(change) * accelerationMax!;
    const changeSeconds = change === 0 ? 0 : change / acceleration;
    const changeLength = ((speedStart + speedEnd) / 2) * changeSeconds;
    if (changeLength > length + 1e-6) {
      throw new RouteError(
        leg + 1,
        `a leg of at least ${kilometres(changeLength)} to it, to change from ${speedStart} to ` +
          `${speedEnd} m/s`,
        kilometres(length),
      );
    }
    const seconds = changeSeconds + (length - changeLength) / speedEnd;
    const shared = { speedStart, speedEnd, acceleration, changeSeconds, changeLength };
    const timing = { startSeconds, seconds, ...shared };
    startSeconds += seconds;
    return timing;
  });
}

const kilometres = (metres: number): string => `${Math.ceil(metres / 100) / 10} km`;

function sampled(
  { world, waypoints, limits, stepSeconds }: FlownRouteRequest,
  track: GroundTrack,
  trackHeight: Float64Array,
): RoutePath {
  const lengths = flownLengths(track, trackHeight);
  const legLengths = [...track.stations]
    .slice(1)
    .map((station, leg) => lengths[station]! - lengths[track.stations[leg]!]!);
  const timings = legTimings(waypoints, legLengths, limits.accelerationMax);
  const end = timings[timings.length - 1]!;
  const flightSeconds = end.startSeconds + end.seconds;
  const count = sampleCount(flightSeconds, stepSeconds);
  const positions = new Float64Array(3 * count);
  const heights = new Float64Array(count);
  const speeds = new Float64Array(count);
  let leg = 0;
  let node = 0;
  for (let k = 0; k < count; k++) {
    const isLast = k === count - 1;
    const seconds = isLast ? flightSeconds : k * stepSeconds;
    while (leg + 1 < timings.length && timings[leg + 1]!.startSeconds <= seconds) leg++;
    const timing = timings[leg]!;
    const into = seconds - timing.startSeconds;
    const changing = Math.min(into, timing.changeSeconds);
    speeds[k] = timing.speedStart + timing.acceleration * changing;
    if (into >= timing.changeSeconds) speeds[k] = timing.speedEnd;
    const along =
      lengths[track.stations[leg]!]! +
      timing.speedStart * changing +
      (timing.acceleration / 2) * changing * changing +
      timing.speedEnd * (into - changing);
    while (node + 2 < track.count && lengths[node + 1]! <= along) node++;
    const share = isLast ? 1 : (along - lengths[node]!) / (lengths[node + 1]! - lengths[node]!);
    if (isLast) node = track.count - 2;
    heights[k] = writePlace(world, track, trackHeight, node, share, positions, 3 * k);
  }
  const passages = [...track.stations].map((station, index) => ({
    seconds: timings[index]?.startSeconds ?? flightSeconds,
    place: [track.places[2 * station]!, track.places[2 * station + 1]!] as const,
    height: trackHeight[station]!,
  }));
  return { world, stepSeconds, count, positions, heights, speeds, flightSeconds, passages };
}

/** Length of the flown line up to each node. */
function flownLengths({ count, distances }: GroundTrack, heights: Float64Array): Float64Array {
  const lengths = new Float64Array(count);
  for (let k = 1; k < count; k++) {
    const step = distances[k]! - distances[k - 1]!;
    const rise = heights[k]! - heights[k - 1]!;
    lengths[k] = lengths[k - 1]! + sqrt(step * step + rise * rise);
  }
  return lengths;
}

function writePlace(
  world: WorldKind,
  { places }: GroundTrack,
  heights: Float64Array,
  node: number,
  share: number,
  positions: Float64Array,
  at: number,
): number {
  const mixed = (from: number, to: number): number =>
    share === 1 ? to : from + share * (to - from);
  const first = mixed(places[2 * node]!, places[2 * node + 2]!);
  const second = mixed(places[2 * node + 1]!, places[2 * node + 3]!);
  const height = mixed(heights[node]!, heights[node + 1]!);
  if (world === "flat") {
    positions[at] = first;
    positions[at + 1] = second;
    positions[at + 2] = height;
  } else {
    const { x, y, z } = ecefFromGeodetic(first, second, height);
    positions[at] = x;
    positions[at + 1] = y;
    positions[at + 2] = z;
  }
  return height;
}
