/** Outlines of countries as regions of coverage, from Natural Earth 1:50m (public domain). */

import { type CoverageRegion, coverageRegion, isInside, type Ring } from "@pavise/lab";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };

type Country = ReturnType<typeof everyCountry>[number];

const everyCountry = () => feature(atlas, atlas.objects.countries).features;

/** Names of all countries that the atlas knows. */
export function countryNamesKnown(): string[] {
  return everyCountry()
    .map(({ properties }) => properties.name)
    .sort();
}

/** The outline of a country by its name in the atlas, or null if there is none. */
export function countryRegion(name: string): CoverageRegion | null {
  const wanted = name.toLowerCase();
  const found = everyCountry().find(({ properties }) => properties.name.toLowerCase() === wanted);
  return found === undefined ? null : regionOf(found);
}

/** The country at a place (degrees), or null at sea. */
export function countryAt(latitudeDeg: number, longitudeDeg: number): CoverageRegion | null {
  for (const country of everyCountry()) {
    const region = regionOf(country);
    if (isInside(region.rings, longitudeDeg, latitudeDeg)) return region;
  }
  return null;
}

function regionOf(found: Country): CoverageRegion {
  const { type, coordinates } = found.geometry as { type: string; coordinates: unknown };
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as number[][][][];
  const rings = polygons.flat().map((ring): Ring => {
    // The atlas repeats the first point at the end.
    return ring.slice(0, -1).map(([longitude, latitude]) => [longitude!, latitude!] as const);
  });
  const name = found.properties.name;
  const id = name.toLowerCase();
  return coverageRegion(id.replaceAll(/[^a-z0-9]+/g, "-"), name, rings);
}
