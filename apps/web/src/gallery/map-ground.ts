/** What lies under a small map: borders and coasts, and the names of countries where there is room. */
import { isInside, type Ring } from "@pavise/lab";
import { type Bounds, type Point, placer } from "./map-frame.ts";

export interface Label {
  readonly text: string;
  readonly at: Point;
}

export interface MapGround {
  /** Data of one path. */
  readonly outline: string;
  readonly countries: readonly Label[];
}

interface Country {
  readonly name: string;
  readonly rings: readonly Ring[];
  readonly bounds: Bounds;
}

interface Atlas {
  readonly lines: readonly (readonly (readonly number[])[])[];
  readonly countries: readonly Country[];
}

let kept: Promise<Atlas> | undefined;

/** Read once for all cards. */
function atlas(): Promise<Atlas> {
  kept ??= readAtlas();
  return kept;
}

async function readAtlas(): Promise<Atlas> {
  const [{ default: world }, { mesh, feature }] = await Promise.all([
    import("world-atlas/countries-50m.json"),
    import("topojson-client"),
  ]);
  const { features } = feature(world, world.objects.countries);
  return {
    lines: mesh(world, world.objects.countries).coordinates,
    countries: features.map(({ geometry, properties }) => {
      const { type, coordinates } = geometry as { type: string; coordinates: unknown };
      const polygons = (type === "Polygon" ? [coordinates] : coordinates) as Ring[][];
      const rings = polygons.flat();
      return { name: properties.name, rings, bounds: boundsOfRings(rings) };
    }),
  };
}

function boundsOfRings(rings: readonly Ring[]): Bounds {
  const bounds = { west: 180, east: -180, south: 90, north: -90 };
  for (const [lon, lat] of rings.flat()) {
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
}

function isTouched(a: Bounds, b: Bounds): boolean {
  return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}

/** The ground of a map; `busy` are places in pixels that a name must leave free. */
export async function mapGround(
  bounds: Bounds,
  [width, height]: Point,
  busy: readonly Point[],
): Promise<MapGround> {
  const { lines, countries } = await atlas();
  const place = placer(bounds, width, height);
  return {
    outline: outlineOf(lines, bounds, place),
    countries: labelsOf(
      countries.filter((country) => isTouched(country.bounds, bounds)),
      bounds,
      [width, height],
      busy,
    ),
  };
}

function outlineOf(lines: Atlas["lines"], bounds: Bounds, place: (point: Point) => Point): string {
  const margin = (bounds.north - bounds.south) / 2;
  const isNear = ([lon, lat]: readonly number[]): boolean =>
    lon! > bounds.west - margin &&
    lon! < bounds.east + margin &&
    lat! > bounds.south - margin &&
    lat! < bounds.north + margin;
  const runs: Point[][] = [];
  for (const line of lines) {
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

/** Places that are tried for a name, along each side. */
const TRIED = 14;
/** Of a spaced letter, pixels. */
const LETTER = 7;
/** A name keeps this far from whatever else is there, pixels. */
const CLEAR = 13;

/** Each country's name at the place that is farthest from everything else, if any is far enough. */
function labelsOf(
  countries: readonly Country[],
  { west, east, south, north }: Bounds,
  [width, height]: Point,
  busy: readonly Point[],
): Label[] {
  const names = new Map<string, Point[]>();
  for (let row = 0; row < TRIED; row++) {
    for (let column = 0; column < TRIED; column++) {
      const [across, down] = [(column + 0.5) / TRIED, (row + 0.5) / TRIED];
      const [lon, lat] = [west + across * (east - west), north - down * (north - south)];
      const found = countries.find(({ rings }) => isInside(rings, lon, lat));
      if (found === undefined) continue;
      names.set(found.name, [...(names.get(found.name) ?? []), [across * width, down * height]]);
    }
  }
  return [...names].flatMap(([text, own]) => {
    const half = (LETTER * text.length) / 2;
    const others = [...names].flatMap(([name, points]) => (name === text ? [] : points));
    const room = ([x, y]: Point): number =>
      Math.min(
        x - half + CLEAR - 4,
        width - x - half + CLEAR - 4,
        y,
        height - y - 2 * CLEAR,
        ...[...others, ...busy].map(([a, b]) =>
          Math.max(Math.abs(x - a) - half + CLEAR / 2, Math.abs(y - b)),
        ),
      );
    const best = own.toSorted((a, b) => room(b) - room(a))[0]!;
    return room(best) < CLEAR ? [] : [{ text, at: best }];
  });
}
