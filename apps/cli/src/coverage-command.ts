/** `pavise coverage`: where a defence sees and reaches, by height, as table, GeoJSON and SVG. */

import { InputError, type TerrainWindow } from "@pavise/catalogue";
import { degreesFromRadians } from "@pavise/kernel";
import {
  type Coverage,
  type CoverageRegion,
  coverageClasses,
  coverageGeoJson,
  coverageLines,
  coverageOf,
  type Scenario,
  type Setup,
  scenarioSubject,
} from "@pavise/lab";
import {
  type CoveragePicture,
  countryNamesKnown,
  countryRegion,
  coverageSvg,
} from "@pavise/report";
import { OutputFolder } from "./output-folder.ts";
import { type OpenedStudy, openedStudy, type StudySource } from "./study-source.ts";
import { note, print, printTable } from "./terminal.ts";
import { readTerrain } from "./terrain-file.ts";

export interface CoverageCommand {
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly rcs: number;
  /** Metres above the ground. */
  readonly heights: readonly number[];
  /** `smooth`, `coarse` or a file; what the scenario says where nothing is asked for. */
  readonly terrain: string | undefined;
  readonly country: string;
  readonly spacingKm: number;
  readonly json: boolean;
  readonly out: string | null;
}

type Ground = Scenario["written"]["terrain"];

export async function coverage(command: CoverageCommand): Promise<void> {
  const { rcs, heights, spacingKm, json, out } = command;
  const folder = out === null ? null : new OutputFolder(out);
  folder?.check();
  const study = openedStudy(command.source);
  const option = chosenOption(study, command.option);
  const asked = command.terrain ?? study.scenario.written.terrain ?? "smooth";
  const isFile = asked !== "smooth" && asked !== "coarse";
  const window = isFile ? await readTerrain(asked) : undefined;
  const regions = [regionOf(command.country)];
  const over = (ground: Ground): { setup: Setup; coverage: Coverage } => {
    const setup = setupOver(study, command.source, option, ground, window);
    const request = { setup, rcs, heights, regions, spacing: 1000 * spacingKm };
    return { setup, coverage: coverageOf({ ...request, classes: classesOf(setup) }) };
  };
  const chosen = over(asked === "smooth" ? "smooth" : "coarse");
  // The other ground stands beside it: the difference is doubt about terrain.
  const other = over(asked === "smooth" ? "coarse" : "smooth");
  const both = [chosen.coverage, other.coverage];
  const geoJson = `${JSON.stringify(coverageGeoJson(chosen.coverage))}\n`;
  if (json) print(geoJson.trimEnd());
  else {
    const { id } = study.scenario.written;
    print(
      `${id} · option ${option} · ${rcs} m² · heights above the ground · places ${spacingKm} km apart`,
    );
    print(
      `radius: of a circle of the same area, km; share: of the airspace of ${regions[0]!.title}`,
    );
    print();
    printTable(coverageLines(both));
  }
  if (folder === null) return;
  try {
    folder.write("coverage.geojson", [geoJson]);
    folder.write("coverage.svg", [
      coverageSvg(pictureOf(study, option, chosen.setup, both, command)),
    ]);
    folder.commit();
  } catch (error) {
    folder.discard();
    throw error;
  }
  note(`Wrote coverage.geojson and coverage.svg to ${folder.path}`);
}

function chosenOption({ subject }: OpenedStudy, option: string | undefined): string {
  const ids = subject.options.map(({ id }) => id);
  if (option !== undefined && ids.includes(option)) return option;
  const withUnits = ids.find((id) => subject.setup(id, 0).fireUnits.length > 0);
  if (option === undefined && withUnits !== undefined) return withUnits;
  const got = option === undefined ? "nothing, and no option has fire units" : `"${option}"`;
  throw new InputError({ place: "--option", path: "", expected: ids.join(", "), got });
}

function regionOf(country: string): CoverageRegion {
  const region = countryRegion(country);
  if (region !== null) return region;
  const start = country.slice(0, 1).toUpperCase();
  const near = countryNamesKnown().filter((name) => name.startsWith(start));
  const expected = `a country of the atlas: ${near.join(", ")}`;
  throw new InputError({ place: "--country", path: "", expected, got: `"${country}"` });
}

/** The setup at the likely values, over another ground than the scenario's. */
function setupOver(
  { scenario, catalogue, overrides }: OpenedStudy,
  { seed }: StudySource,
  option: string,
  ground: Ground,
  window: TerrainWindow | undefined,
): Setup {
  const written = { ...scenario.written, terrain: ground };
  const grounded = window === undefined ? catalogue : { ...catalogue, terrain: () => window };
  const settings = { seed, overrides, options: [option] };
  return scenarioSubject({ ...scenario, written }, grounded, settings).setup(option, 0);
}

/** Classes that some interceptor of the defence has an envelope for. */
function classesOf({ fireUnits }: Setup) {
  const magazines = fireUnits.flatMap((unit) => unit.magazines);
  return coverageClasses.filter((of) => magazines.some(({ envelopes }) => of in envelopes));
}

function pictureOf(
  { scenario, catalogue, subject }: OpenedStudy,
  option: string,
  setup: Setup,
  [coverage, other]: readonly Coverage[],
  { rcs, country }: CoverageCommand,
): CoveragePicture {
  const degrees = ([latitude, longitude]: Setup["assets"][number]["position"]) =>
    [degreesFromRadians(latitude), degreesFromRadians(longitude)] as const;
  const first = setup.fireUnits[0] ?? setup.sensors[0]!;
  const units = setup.fireUnits.map((unit) => ({
    name: catalogue.systems.get(unit.system)?.name ?? unit.system,
    at: degrees(unit.position),
  }));
  const assets = setup.assets.map(({ id, position }) => ({
    name: scenario.written.assets.find((asset) => asset.id === id)?.title ?? id,
    at: degrees(position),
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
      "Blue: against aircraft, by height above the ground. Red: against ballistic missiles.",
    ],
    region: countryRegion(country),
    centre: degrees(first.position),
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
