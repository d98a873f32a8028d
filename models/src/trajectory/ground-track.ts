/**
 * The line that a route draws on the ground: straight legs joined by turns of a stated radius.
 *
 * A turn is flown past its waypoint on the inside: a circle that touches both legs. Its line is cut
 * into nodes close enough that straight lines between them are off by less than a centimetre.
 */
import { atan2, cos, sin, sqrt, tan } from "@pavise/kernel";
import { geodesic, geodesicEnd } from "../geodesy/geodesic.ts";
import type { WorldKind } from "../geodesy/world.ts";

/** A place on the ground: latitude and longitude (radians), or east and north (m). */
export type GroundPlace = readonly [number, number];

/** What a route asks for cannot be flown; `waypoint` counts from 0. */
export class RouteError extends RangeError {
  override readonly name = "RouteError";
  readonly waypoint: number;
  /** What was expected, and what came. */
  readonly expected: string;
  readonly got: string;

  constructor(waypoint: number, expected: string, got: string) {
    super(`route waypoint ${waypoint}: expected ${expected}, got ${got}`);
    this.waypoint = waypoint;
    this.expected = expected;
    this.got = got;
  }
}

export interface GroundTrack {
  readonly count: number;
  /** Two numbers a node, as in {@link GroundPlace}; longitudes run on past ±π. */
  readonly places: Float64Array;
  /** Distance along the track, metres. */
  readonly distances: Float64Array;
  /** Node that stands for each waypoint: the middle of its turn. */
  readonly stations: Int32Array;
}

interface Line {
  readonly distance: number;
  readonly azimuthStart: number;
  readonly azimuthEnd: number;
}

interface Ground {
  line(from: GroundPlace, to: GroundPlace): Line;
  end(from: GroundPlace, azimuth: number, distance: number): GroundPlace;
}

const roundGround: Ground = {
  line: (from, to) =>
    geodesic({ latitude: from[0], longitude: from[1] }, { latitude: to[0], longitude: to[1] }),
  end: (from, azimuth, distance) => {
    const start = { latitude: from[0], longitude: from[1] };
    const { latitude, longitude } = geodesicEnd(start, azimuth, distance);
    return [latitude, longitude];
  },
};

const flatGround: Ground = {
  line: ([x, y], to) => {
    const [dx, dy] = [to[0] - x, to[1] - y];
    const azimuth = atan2(dx, dy);
    return { distance: sqrt(dx * dx + dy * dy), azimuthStart: azimuth, azimuthEnd: azimuth };
  },
  end: ([x, y], azimuth, distance) => [x + distance * sin(azimuth), y + distance * cos(azimuth)],
};

/** Nodes of a turn stand off its circle by less than this between them, metres. */
const TURN_SAGITTA = 0.005;

interface Turn {
  /** Signed change of heading, radians, positive to the right. */
  readonly change: number;
  readonly radius: number;
  /** Where the circle touches the legs, from the waypoint, metres. */
  readonly reach: number;
}

function signedAngle(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

function turnsOf(lines: readonly Line[], radii: readonly number[]): Turn[] {
  const turns: Turn[] = [{ change: 0, radius: 0, reach: 0 }];
  for (let i = 1; i < lines.length; i++) {
    const change = signedAngle(lines[i]!.azimuthStart - lines[i - 1]!.azimuthEnd);
    const radius = radii[i]!;
    const isStraight = radius === 0 || Math.abs(change) < 1e-9;
    const reach = isStraight ? 0 : radius * tan(Math.abs(change) / 2);
    turns.push({ change: isStraight ? 0 : change, radius: isStraight ? 0 : radius, reach });
  }
  turns.push({ change: 0, radius: 0, reach: 0 });
  return turns;
}

const kilometres = (metres: number): string => `${Math.round(metres / 100) / 10} km`;

function refuseTightTurns(lines: readonly Line[], turns: readonly Turn[]): void {
  for (const [i, { distance }] of lines.entries()) {
    const [before, after] = [turns[i]!, turns[i + 1]!];
    if (before.reach + after.reach <= distance + 1e-6) continue;
    const at = before.reach > after.reach ? i : i + 1;
    const { change, radius } = turns[at]!;
    const changeDeg = Math.round((Math.abs(change) * 180) / Math.PI);
    const needed = kilometres(before.reach + after.reach);
    throw new RouteError(
      at,
      `legs long enough for a turn of ${changeDeg} degrees with a radius of ${kilometres(radius)}: ` +
        `${needed} from waypoint ${i} to ${i + 1}`,
      kilometres(distance),
    );
  }
}

/** Collects nodes; a node where the last one stands is not repeated. */
class Nodes {
  readonly places: number[] = [];
  readonly distances: number[] = [];
  #distance = 0;

  add([a, b]: GroundPlace, step: number, isLongitude: boolean): void {
    if (this.distances.length > 0 && step <= 1e-9) return;
    this.#distance += this.distances.length === 0 ? 0 : step;
    const before = this.places[this.places.length - 1] ?? b;
    const turns = isLongitude ? Math.round((before - b) / (2 * Math.PI)) : 0;
    this.places.push(a, b + turns * 2 * Math.PI);
    this.distances.push(this.#distance);
  }
}

/**
 * The track through waypoints with a turn radius at each (m; 0 turns on the spot; first and last
 * have none). Nodes on straight pieces are at most `spacing` metres apart: half a kilometre keeps
 * lines between them within 1 cm of the geodesic up to 60 degrees of latitude.
 *
 * @throws RouteError where two waypoints are one place, or a turn does not fit its legs.
 */
export function groundTrack(
  world: WorldKind,
  waypoints: readonly GroundPlace[],
  radii: readonly number[],
  spacing: number,
): GroundTrack {
  const ground = world === "flat" ? flatGround : roundGround;
  const isRound = world !== "flat";
  if (waypoints.length < 2) {
    throw new RouteError(0, "at least two waypoints", String(waypoints.length));
  }
  const lines = waypoints.slice(1).map((to, i) => {
    const line = ground.line(waypoints[i]!, to);
    if (line.distance > 0 && Number.isFinite(line.distance)) return line;
    throw new RouteError(i + 1, "another place than the waypoint before it", "the same");
  });
  const turns = turnsOf(lines, radii);
  refuseTightTurns(lines, turns);
  const nodes = new Nodes();
  const stations = new Int32Array(waypoints.length);
  nodes.add(waypoints[0]!, 0, isRound);
  for (const [i, line] of lines.entries()) {
    const from = turns[i]!.reach;
    const turn = turns[i + 1]!;
    const length = line.distance - from - turn.reach;
    const pieces = Math.ceil(length / spacing);
    for (let k = 1; k <= pieces; k++) {
      const isCorner = k === pieces && turn.reach === 0;
      const along = from + (k * length) / pieces;
      const place = isCorner
        ? waypoints[i + 1]!
        : ground.end(waypoints[i]!, line.azimuthStart, along);
      nodes.add(place, length / pieces, isRound);
    }
    stations[i + 1] = nodes.distances.length - 1;
    if (turn.reach === 0) continue;
    stations[i + 1] = addTurn(nodes, ground, waypoints[i + 1]!, line.azimuthEnd, turn, isRound);
  }
  return {
    count: nodes.distances.length,
    places: Float64Array.from(nodes.places),
    distances: Float64Array.from(nodes.distances),
    stations,
  };
}

/** Adds the nodes of a turn; answers with the one half way. */
function addTurn(
  nodes: Nodes,
  ground: Ground,
  waypoint: GroundPlace,
  heading: number,
  { change, radius, reach }: Turn,
  isRound: boolean,
): number {
  const angle = Math.abs(change);
  const side = change < 0 ? -1 : 1;
  const step = sqrt((8 * TURN_SAGITTA) / radius);
  const halfPieces = Math.max(1, Math.ceil(angle / (2 * step)));
  let middle = 0;
  for (let k = 1; k <= 2 * halfPieces; k++) {
    const turned = (k * angle) / (2 * halfPieces);
    const forward = radius * sin(turned) - reach;
    const aside = side * radius * (1 - cos(turned));
    const distance = sqrt(forward * forward + aside * aside);
    const place = ground.end(waypoint, heading + atan2(aside, forward), distance);
    nodes.add(place, (radius * angle) / (2 * halfPieces), isRound);
    if (k === halfPieces) middle = nodes.distances.length - 1;
  }
  return middle;
}
