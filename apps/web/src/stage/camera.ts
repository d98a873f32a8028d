/** Where the camera stands so that a whole raid is in the picture. Pure arithmetic on degrees. */

import type { Replay } from "../replay/replay.ts";

export const CAMERAS = ["above", "side", "globe"] as const;
export type CameraName = (typeof CAMERAS)[number];

/** What the map library needs to stand somewhere. */
export interface CameraPose {
  readonly center: [number, number];
  readonly zoom: number;
  /** Degrees from straight down. */
  readonly pitch: number;
  readonly bearing: number;
  /** Height of the point the camera looks at, metres. */
  readonly elevation: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
}

const METRES_PER_DEGREE = 111_195;
/** Of the sphere that the map is drawn on; a tile is 512 pixels wide at zoom 0. */
const CIRCUMFERENCE = 2 * Math.PI * 6_371_008.8;
const TILE = 512;
/** Share of the picture that the raid may fill. */
const FILL = 0.8;
/** A raid that rises higher than this share of its width is seen from the side at first. */
const STEEP = 0.1;
/** Nearly along the ground: the arcs are seen in their true shape, and the ground still lies flat. */
const SIDE_PITCH = 80;

type Point = readonly [east: number, north: number, up: number];

/** The raid in metres around a middle on the ground: flat, which is enough to point a camera. */
interface Extent {
  readonly middle: readonly [longitude: number, latitude: number];
  /** Every few points of each path that was flown, and everything that stands. */
  readonly points: readonly Point[];
  readonly across: number;
  readonly up: number;
  readonly highest: number;
  /** Direction in which most threats fly, degrees clockwise from north. */
  readonly course: number;
}

const POINTS_OF_PATH = 24;
/** Pixels of the picture that other things cover. */
const EDGES_ABOVE_BELOW = 144;
/** Pixels by which the raid is shown above the middle: names need room below it. */
const RISE = 16;

/** What the replay covers: paths that were flown, assets and units. */
export function extentOf({ threats, paths, assets, units }: Replay): Extent {
  const flown = [...new Set(threats.map(({ path }) => path))].map((index) => paths[index]!.places);
  const places = [...flown.flatMap(fewPlaces), ...[...assets, ...units].map(({ at }) => at)];
  if (places.length === 0) places.push([43, 32, 0], [45, 34, 0]);
  const span = (axis: 0 | 1 | 2): [number, number] => [
    places.reduce((least, place) => Math.min(least, place[axis]), Number.POSITIVE_INFINITY),
    places.reduce((most, place) => Math.max(most, place[axis]), Number.NEGATIVE_INFINITY),
  ];
  const [[west, east], [south, north]] = [span(0), span(1)];
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const perDegree = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  const points = places.map(([longitude, latitude, height]): Point => {
    return [
      (longitude - middle[0]) * perDegree,
      (latitude - middle[1]) * METRES_PER_DEGREE,
      height,
    ];
  });
  let [eastward, northward] = [0, 0];
  for (const line of flown) {
    eastward += (line.at(-3)! - line[0]!) * perDegree;
    northward += (line.at(-2)! - line[1]!) * METRES_PER_DEGREE;
  }
  return {
    middle,
    points,
    across: Math.max(2_000, (east - west) * perDegree),
    up: Math.max(2_000, (north - south) * METRES_PER_DEGREE),
    highest: span(2)[1],
    course: (Math.atan2(eastward, northward) * 180) / Math.PI,
  };
}

function fewPlaces(line: Float64Array): [number, number, number][] {
  const count = line.length / 3;
  const few = Math.min(POINTS_OF_PATH, count);
  return Array.from({ length: few }, (_, k) => {
    const at = 3 * Math.round((k * (count - 1)) / Math.max(1, few - 1));
    return [line[at]!, line[at + 1]!, line[at + 2]!];
  });
}

/** The camera a replay opens with: from the side where it rises, else from above. */
export function firstCamera(replay: Replay): CameraName {
  const { highest, across, up } = extentOf(replay);
  return highest > STEEP * Math.max(across, up) ? "side" : "above";
}

export function cameraPose(replay: Replay, camera: CameraName, picture: Picture): CameraPose {
  const extent = extentOf(replay);
  const { middle, across, up } = extent;
  if (camera === "side") return sidePose(extent, picture);
  // Buttons stand above the map and words below it, and names below what they name.
  const height = Math.max(120, picture.height - EDGES_ABOVE_BELOW);
  const perPixel = Math.max(across / (0.72 * picture.width), up / (FILL * height));
  const zoom = zoomOf(perPixel, middle[1]);
  const center: [number, number] = [...middle];
  if (camera === "above") return { center, zoom, pitch: 0, bearing: 0, elevation: 0 };
  // The whole Earth, turned to the raid: a globe of about three quarters of the picture.
  const radius = 0.38 * Math.min(picture.width, picture.height);
  const globeZoom = zoomOf(CIRCUMFERENCE / (2 * Math.PI * radius), middle[1]);
  return { center, zoom: Math.min(zoom, globeZoom), pitch: 0, bearing: 0, elevation: 0 };
}

/** What a camera shows: the box around the raid in pixels from the middle, right and up. */
interface Seen {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The camera of the map stands this many heights of the picture away from what it looks at. */
const DISTANCE = 1.5;
const ROUNDS = 24;

/**
 * Across the direction of flight, looking to the north rather than to the south. Where the camera
 * must look, and from how near, is found by looking: near things are larger than far ones.
 */
function sidePose({ middle, points, highest, course, across, up }: Extent, picture: Picture) {
  const left = wrapped(course - 90);
  const bearing = Math.abs(left) <= 90 ? left : wrapped(course + 90);
  const turn = (bearing * Math.PI) / 180;
  let metres = Math.max(across, up, 3 * highest) / picture.width;
  let [aside, elevation] = [0, highest / 3];
  for (let round = 0; round < ROUNDS; round++) {
    const seen = seenFrom(points, { turn, aside, elevation, metres }, picture);
    aside += ((seen.left + seen.right) / 2) * metres;
    elevation += ((seen.bottom + seen.top) / 2 - RISE) * metres;
    metres *= Math.max(
      (seen.right - seen.left) / (FILL * picture.width),
      (seen.top - seen.bottom) / Math.max(120, picture.height - EDGES_ABOVE_BELOW),
    );
  }
  const [east, north] = [aside * Math.cos(turn), -aside * Math.sin(turn)];
  const latitude = middle[1] + north / METRES_PER_DEGREE;
  const perDegree = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  return {
    center: [middle[0] + east / perDegree, latitude] as [number, number],
    zoom: zoomOf(metres, latitude),
    pitch: SIDE_PITCH,
    bearing,
    elevation,
  };
}

interface Stand {
  /** Bearing, radians. */
  readonly turn: number;
  /** Metres to the right of the middle of the raid. */
  readonly aside: number;
  readonly elevation: number;
  /** Of a pixel where the camera looks. */
  readonly metres: number;
}

function seenFrom(points: readonly Point[], stand: Stand, { height }: Picture): Seen {
  const { turn, aside, elevation, metres } = stand;
  const pitch = (SIDE_PITCH * Math.PI) / 180;
  const away = DISTANCE * height * metres;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [east, north, up] of points) {
    const x = east * Math.cos(turn) - north * Math.sin(turn) - aside;
    const ahead = east * Math.sin(turn) + north * Math.cos(turn);
    const rise = up - elevation;
    const depth = Math.max(0.2 * away, away + ahead * Math.sin(pitch) - rise * Math.cos(pitch));
    const scale = away / depth / metres;
    const y = (ahead * Math.cos(pitch) + rise * Math.sin(pitch)) * scale;
    [left, right] = [Math.min(left, x * scale), Math.max(right, x * scale)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return { left, right, bottom, top };
}

function wrapped(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}

/** The zoom at which a pixel is so many metres at a latitude. */
export function zoomOf(metresPerPixel: number, latitude: number): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  return Math.log2((CIRCUMFERENCE * shrink) / (TILE * metresPerPixel));
}

/** Metres of a pixel in the middle of the picture. */
export function metresPerPixel(zoom: number, latitude: number): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  return (CIRCUMFERENCE * shrink) / (TILE * 2 ** zoom);
}
