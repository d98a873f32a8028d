/** Outlines of countries as regions of coverage, from Natural Earth 1:50m (public domain). */

import { type CoverageRegion, coverageRegion, type Ring } from "@pavise/lab";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };

/** Names of all countries that the atlas knows. */
export function countryNamesKnown(): string[] {
  const { features } = feature(atlas, atlas.objects.countries);
  return features.map(({ properties }) => properties.name).sort();
}

/** The outline of a country by its name in the atlas, or null if there is none. */
export function countryRegion(name: string): CoverageRegion | null {
  const wanted = name.toLowerCase();
  const found = feature(atlas, atlas.objects.countries).features.find(
    ({ properties }) => properties.name.toLowerCase() === wanted,
  );
  if (found === undefined) return null;
  const { type, coordinates } = found.geometry as { type: string; coordinates: unknown };
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as number[][][][];
  const rings = polygons.flat().map((ring): Ring => {
    // The atlas repeats the first point at the end.
    return ring.slice(0, -1).map(([longitude, latitude]) => [longitude!, latitude!] as const);
  });
  return coverageRegion(wanted.replaceAll(/[^a-z0-9]+/g, "-"), found.properties.name, rings);
}
