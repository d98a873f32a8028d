/** A small map: degrees to pixels, and the outlines of countries inside it. */
import type { RaidPicture } from "../engine/message.ts";

export interface Bounds {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

type Point = readonly [number, number];

const RADIANS = Math.PI / 180;
const MARGIN = 0.18;
/** A map of one place still shows its surroundings, degrees. */
const SPAN_MIN = 2;

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

/** Lines of borders and coasts that touch the bounds, as the data of one path. */
export async function outlinePath(bounds: Bounds, width: number, height: number): Promise<string> {
  const [{ default: atlas }, { mesh }] = await Promise.all([
    import("world-atlas/countries-110m.json"),
    import("topojson-client"),
  ]);
  const place = placer(bounds, width, height);
  const margin = (bounds.north - bounds.south) / 2;
  const isNear = ([lon, lat]: readonly number[]): boolean =>
    lon! > bounds.west - margin &&
    lon! < bounds.east + margin &&
    lat! > bounds.south - margin &&
    lat! < bounds.north + margin;
  const runs: Point[][] = [];
  for (const line of mesh(atlas, atlas.objects.countries).coordinates) {
    let run: Point[] = [];
    for (const point of line) {
      if (isNear(point)) run.push(place([point[0]!, point[1]!]));
      else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
    runs.push(run);
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => run.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join(""))
    .join("");
}
