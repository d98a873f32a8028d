/** The ground as features that the map library draws. */

import { feature, mesh } from "topojson-client";
import { type GroundData, type GroundLine, groundData } from "./ground-data.ts";

const PARTS_OF_DEGREE = 100;

export interface GroundFeatures {
  readonly land: GeoJSON.FeatureCollection;
  readonly borders: GeoJSON.Geometry;
  readonly coasts: GeoJSON.Geometry;
  readonly rivers: GeoJSON.Geometry;
  readonly lakes: GeoJSON.Geometry;
  readonly countryNames: GeoJSON.FeatureCollection;
  readonly cities: GeoJSON.FeatureCollection;
}

let made: GroundFeatures | undefined;

/** Made once: the ground does not change. */
export function groundFeatures(): GroundFeatures {
  made ??= featuresOf(groundData);
  return made;
}

function featuresOf(data: GroundData): GroundFeatures {
  const { countries } = data.countries.objects;
  return {
    land: feature(data.countries, countries),
    borders: mesh(data.countries, countries, (a, b) => a !== b),
    coasts: mesh(data.countries, countries, (a, b) => a === b),
    rivers: { type: "MultiLineString", coordinates: data.rivers.map(unpacked) },
    lakes: { type: "MultiPolygon", coordinates: data.lakes.map((shore) => [unpacked(shore)]) },
    countryNames: collection(
      data.countryNames.map(([name, longitude, latitude, size]) =>
        point([longitude, latitude], { name, size }),
      ),
    ),
    cities: collection(
      data.cities.map(([name, longitude, latitude, thousands, capital]) =>
        point([longitude, latitude], { name, thousands, capital }),
      ),
    ),
  };
}

/** Degrees of a packed line. */
export function unpacked(line: GroundLine): GeoJSON.Position[] {
  const points: GeoJSON.Position[] = [];
  let [longitude, latitude] = [0, 0];
  for (let k = 0; k < line.length; k += 2) {
    longitude += line[k]!;
    latitude += line[k + 1]!;
    points.push([longitude / PARTS_OF_DEGREE, latitude / PARTS_OF_DEGREE]);
  }
  return points;
}

export function point(
  at: GeoJSON.Position,
  properties: Readonly<Record<string, unknown>>,
): GeoJSON.Feature {
  return { type: "Feature", geometry: { type: "Point", coordinates: at }, properties };
}

export function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: "FeatureCollection", features };
}

/** The flat world has no ground: a grid of squares of `stepKm` around its origin. */
export function flatGrid(stepKm: number, reachKm: number): GeoJSON.Geometry {
  const perKm = 180 / (Math.PI * 6_371.0088);
  const reach = Math.ceil(reachKm / stepKm) * stepKm;
  const lines: GeoJSON.Position[][] = [];
  for (let at = -reach; at <= reach; at += stepKm) {
    const [here, end] = [at * perKm, reach * perKm];
    lines.push(
      [
        [here, -end],
        [here, end],
      ],
      [
        [-end, here],
        [end, here],
      ],
    );
  }
  return { type: "MultiLineString", coordinates: lines };
}
