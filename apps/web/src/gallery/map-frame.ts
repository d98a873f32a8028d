/** A small map: what it shows, degrees to pixels, and its scale. */
import type { RaidPicture } from "../engine/message.ts";

export interface Bounds {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export type Point = readonly [number, number];

const RADIANS = Math.PI / 180;
const MARGIN = 0.18;
/** A map of one place still shows its surroundings, degrees. */
const SPAN_MIN = 2;
const KM_PER_DEGREE = 111.195;
const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Longest bar, pixels. */
const SCALE_MAX = 56;

/** What must be seen, with a margin, widened to the shape of the picture. */
export function boundsOf({ tracks, assets, units }: RaidPicture, aspect: number): Bounds {
  const points: Point[] = [
    ...tracks.flat(),
    ...assets.map(({ at }) => at),
    ...units.map(({ at }) => at),
  ];
  const xs = points.map(([lon]) => lon);
  const ys = points.map(([, lat]) => lat);
  const middleY = (Math.min(...ys) + Math.max(...ys)) / 2;
  const middleX = (Math.min(...xs) + Math.max(...xs)) / 2;
  const squeeze = Math.cos(middleY * RADIANS);
  const across = Math.max(SPAN_MIN, (Math.max(...xs) - Math.min(...xs)) * squeeze) * (1 + MARGIN);
  const up = Math.max(SPAN_MIN, Math.max(...ys) - Math.min(...ys)) * (1 + MARGIN);
  const height = Math.max(up, across / aspect);
  const width = (height * aspect) / squeeze;
  return {
    west: middleX - width / 2,
    east: middleX + width / 2,
    south: middleY - height / 2,
    north: middleY + height / 2,
  };
}

/** Degrees to pixels, rounded to a tenth. */
export function placer(
  { west, east, south, north }: Bounds,
  width: number,
  height: number,
): (point: Point) => Point {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return ([lon, lat]) => [
    round(((lon - west) / (east - west)) * width),
    round(((north - lat) / (north - south)) * height),
  ];
}

/** A round length that takes at most half of the picture: its kilometres, and its pixels. */
export function scaleBar({ south, north }: Bounds, height: number): readonly [number, number] {
  const kmPerPixel = ((north - south) * KM_PER_DEGREE) / height;
  const lengthKm = ROUND_KM.findLast((each) => each <= SCALE_MAX * kmPerPixel) ?? ROUND_KM[0]!;
  return [lengthKm, lengthKm / kmPerPixel];
}
