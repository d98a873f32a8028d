/** The ground that the map draws: laid in by the build (`build/ground-map.ts`). */

import type { GeometryCollection, Topology } from "topojson-specification";

/** Longitude and latitude in hundredths of a degree: the first point, then steps. */
export type GroundLine = readonly number[];

export interface GroundData {
  readonly countries: Topology<{ countries: GeometryCollection<{ name: string }> }>;
  /** Name, longitude, latitude, and size in square degrees. */
  readonly countryNames: readonly (readonly [string, number, number, number])[];
  readonly rivers: readonly GroundLine[];
  /** Shores. */
  readonly lakes: readonly GroundLine[];
  /** Name, longitude, latitude, thousands of people, 1 for a capital; largest first. */
  readonly cities: readonly (readonly [string, number, number, number, number])[];
}

/** Empty until the build fills it: tests and type checks need no map. */
export const groundData: GroundData = {
  countries: {
    type: "Topology",
    arcs: [],
    objects: { countries: { type: "GeometryCollection", geometries: [] } },
  },
  countryNames: [],
  rivers: [],
  lakes: [],
  cities: [],
};
