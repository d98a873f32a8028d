/** Coverage as comma-separated values: a row for each layer, numbers in full. */

import { csvLine } from "../study/csv-line.ts";
import { type Coverage, equivalentRadius } from "./coverage.ts";

/** Rows of one or more coverages, one after the other: the same defence over other ground. */
export function coverageCsv(coverages: readonly Coverage[]): string {
  const head = ["terrain", "kind", "class", "height_above_ground_m", "rcs_m2", "area_km2"];
  const lines = coverages.flatMap(({ terrain, rcs, regions, layers }) =>
    layers.map((layer) => {
      const { kind, class: threat, height, areaKm2, shares } = layer;
      const fields = [terrain, kind, threat ?? "", height, rcs, areaKm2];
      const radiusKm = equivalentRadius(layer) / 1000;
      return csvLine([...fields, radiusKm, regions[0]?.title ?? "", shares[0] ?? Number.NaN]);
    }),
  );
  return csvLine([...head, "radius_of_same_area_km", "region", "share_of_region"]) + lines.join("");
}
