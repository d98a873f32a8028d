/** What a picture of coverage shows: names, places, the headline. */

import { degreesFromRadians } from "@pavise/kernel";
import type { Coverage, CoverageRegion, OpenedStudy, Position, Setup } from "@pavise/lab";
import { countryAt } from "./country.ts";
import type { CoveragePicture } from "./layers.ts";

/** The country where the first unit or sensor stands; null where there is none. */
export function homeRegion({ fireUnits, sensors }: Setup): CoverageRegion | null {
  const first = fireUnits[0] ?? sensors[0];
  return first === undefined ? null : countryAt(...degreesOf(first.position));
}

/** A position on the ground, degrees. */
function degreesOf([latitude, longitude]: Position): readonly [number, number] {
  return [degreesFromRadians(latitude), degreesFromRadians(longitude)];
}

export function coveragePicture(
  { scenario, catalogue, subject }: OpenedStudy,
  option: string,
  setup: Setup,
  [coverage, other]: readonly Coverage[],
  { rcs, region }: { readonly rcs: number; readonly region: CoverageRegion | null },
): CoveragePicture {
  const first = setup.fireUnits[0] ?? setup.sensors[0]!;
  const units = setup.fireUnits.map((unit) => ({
    name: catalogue.systems.get(unit.system)?.name ?? unit.system,
    at: degreesOf(unit.position),
  }));
  const assets = setup.assets.map(({ id, position }) => ({
    name: scenario.written.assets.find((asset) => asset.id === id)?.title ?? id,
    at: degreesOf(position),
  }));
  const cities = ["baghdad_city", "erbil", "najaf_airport", "kirkuk_k1"].flatMap((id) => {
    const place = catalogue.places.get(id);
    if (place === undefined) return [];
    const name = place.name.split(/[ ,(]/)[0]!;
    return [{ name, at: [Number(place.lat.value), Number(place.lon.value)] as const }];
  });
  const title = subject.options.find(({ id }) => id === option)?.title ?? option;
  const ground = coverage!.terrain === "smooth" ? "over smooth ground" : "over coarse terrain";
  return {
    title,
    lead: [
      `What its interceptors reach and its own radar sees (${rcs} m²), ${ground}.`,
      "Blue: against aircraft, by height above the ground. Red: ballistic missiles. Dashed: as told.",
    ],
    region,
    centre: degreesOf(first.position),
    units,
    places: [...assets, ...cities],
    headline: headlineOf(catalogue, setup),
    coverage: coverage!,
    other: other ?? null,
  };
}

/** The greatest range told of any interceptor of the first unit's system. */
function headlineOf(
  catalogue: OpenedStudy["catalogue"],
  setup: Setup,
): CoveragePicture["headline"] {
  const id = setup.fireUnits[0]?.system ?? "";
  const system = catalogue.systems.get(id);
  let widest: CoveragePicture["headline"] = null;
  for (const [interceptor, { name }] of Object.entries(system?.interceptors ?? {})) {
    const path = `systems.${id}.interceptors.${interceptor}.aerodynamic.range_max_km`;
    const value = catalogue.parameters.get(path)?.datum.value;
    const rangeKm = Math.max(...[value ?? 0].flat().map(Number));
    if (rangeKm > (widest?.rangeKm ?? 0)) widest = { rangeKm, words: `headline, ${name}` };
  }
  return widest;
}
