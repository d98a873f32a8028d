/** `pavise coverage`: where a defence sees and reaches, by height, as table, GeoJSON and SVG. */

import { InputError } from "@pavise/catalogue";
import {
  type Coverage,
  type CoverageRegion,
  coverageGeoJson,
  coverageLines,
  coverageOf,
  coverageSetup,
  engageableClasses,
  firstArmedOption,
  type Ground,
  groundOf,
  type Setup,
  TABLE_COLUMNS_MAX,
  type ThreatClass,
  wrappedLines,
} from "@pavise/lab";
import {
  countryNamesKnown,
  countryRegion,
  coveragePicture,
  coverageSvg,
  homeRegion,
} from "@pavise/report";
import { OutputFolder } from "./output-folder.ts";
import { type OpenedStudy, openedStudy, type StudySource } from "./study-source.ts";
import { note, print, printTable } from "./terminal.ts";

export interface CoverageCommand {
  /** With the ground asked for; the other one stands beside it. */
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly rcs: number;
  /** Metres above the ground. */
  readonly heights: readonly number[];
  /** Null: all that the units can engage. */
  readonly classes: readonly ThreatClass[] | null;
  /** Null: the country where the first unit stands, if it stands in one. */
  readonly country: string | null;
  readonly spacingKm: number;
  readonly json: boolean;
  readonly out: string | null;
}

interface Drawn {
  readonly setup: Setup;
  readonly coverage: Coverage;
}

export async function coverage(command: CoverageCommand): Promise<void> {
  const { source, rcs, heights, spacingKm, json, out } = command;
  const folder = out === null ? null : new OutputFolder(out);
  folder?.check();
  const study = openedStudy(source);
  const option = chosenOption(study, command.option);
  const setup = coverageSetup(study, source.seed, option);
  const classes = classesOf(setup, command.classes);
  const region = regionOf(setup, command.country);
  const over = (of: Setup): Drawn => {
    const regions = region === null ? [] : [region];
    const request = { setup: of, rcs, heights, regions, spacing: 1000 * spacingKm };
    return { setup: of, coverage: coverageOf({ ...request, classes }) };
  };
  const chosen = over(setup);
  // The other ground stands beside it: the difference is doubt about terrain.
  const other = groundOf(study.scenario) === "smooth" ? "coarse" : "smooth";
  const beside = shownOrWhy(() => {
    const ground = { ...source, terrain: other } as const;
    return over(coverageSetup(openedStudy(ground), ground.seed, option));
  });
  const isShown = typeof beside !== "string";
  const both = [chosen.coverage, ...(isShown ? [beside.coverage] : [])];
  const geoJson = `${JSON.stringify(coverageGeoJson(chosen.coverage))}\n`;
  if (json) print(geoJson.trimEnd());
  else {
    printHead(study, option, command, region);
    printTable(coverageLines(both));
    if (!isShown) {
      const why = `Not shown over ${groundWords(other)}: ${beside}`;
      for (const line of wrappedLines(why, TABLE_COLUMNS_MAX)) print(line);
    }
  }
  if (folder === null) return;
  const picture = coveragePicture(study, option, chosen.setup, both, { rcs, region });
  try {
    folder.write("coverage.geojson", [geoJson]);
    folder.write("coverage.svg", [coverageSvg(picture)]);
    folder.commit();
  } catch (error) {
    folder.discard();
    throw error;
  }
  note(`Wrote coverage.geojson and coverage.svg to ${folder.path}`);
}

/** What is asked for, or why the input does not allow it. */
function shownOrWhy<T>(drawn: () => T): T | string {
  try {
    return drawn();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message;
  }
}

function groundWords(ground: Ground): string {
  return ground === "smooth" ? "smooth Earth" : "coarse terrain";
}

function printHead(
  { scenario }: OpenedStudy,
  option: string,
  { rcs, spacingKm }: CoverageCommand,
  region: CoverageRegion | null,
): void {
  print(
    `${scenario.written.id} · option ${option} · ${rcs} m² · heights above the ground · ` +
      `places ${spacingKm} km apart`,
  );
  if (region !== null) {
    print(`radius: of a circle of the same area, km; share: of the airspace of ${region.title}`);
  }
  print();
}

/** @throws InputError for a class that no interceptor of the defence has an envelope for. */
function classesOf(setup: Setup, asked: readonly ThreatClass[] | null): ThreatClass[] {
  const engaged = engageableClasses(setup);
  if (asked === null) return engaged;
  for (const of of asked) {
    if (engaged.some((known) => known === of)) continue;
    const known = engaged.length === 0 ? "nothing: no unit can engage" : engaged.join(", ");
    throw new InputError({ place: "--class", path: "", expected: known, got: `"${of}"` });
  }
  return engaged.filter((of) => asked.includes(of));
}

function chosenOption({ subject }: OpenedStudy, option: string | undefined): string {
  const ids = subject.options.map(({ id }) => id);
  if (option !== undefined && ids.includes(option)) return option;
  const withUnits = option === undefined ? firstArmedOption(subject) : null;
  if (withUnits !== null) return withUnits;
  const got = option === undefined ? "nothing, and no option has fire units" : `"${option}"`;
  throw new InputError({ place: "--option", path: "", expected: ids.join(", "), got });
}

/** The country asked for, or the one where the first unit or sensor stands. */
function regionOf(setup: Setup, country: string | null): CoverageRegion | null {
  if (country === null) return homeRegion(setup);
  const region = countryRegion(country);
  if (region !== null) return region;
  const start = country.slice(0, 1).toUpperCase();
  const near = countryNamesKnown().filter((name) => name.startsWith(start));
  const expected = `a country of the atlas: ${near.join(", ")}`;
  throw new InputError({ place: "--country", path: "", expected, got: `"${country}"` });
}
