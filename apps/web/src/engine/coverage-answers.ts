/** Coverage as the command line draws it, answered in the worker; fetched when it is first asked for. */

import { InputError } from "@pavise/catalogue";
import { degreesFromRadians } from "@pavise/kernel";
import {
  assetCover,
  type Coverage,
  type CoverageRequest,
  coverageCsv,
  coverageGeoJson,
  coverageOf,
  coverageSetup,
  engageableClasses,
  firstArmedOption,
  footprintOf,
  type Ground,
  groundOf,
  type OpenedStudy,
  type Position,
  type Setup,
  sourceText,
} from "@pavise/lab";
import { coveragePicture, coverageSvg, homeRegion } from "@pavise/report";
import type { CoverageAsks, CoverageFiles, CoverageTold, FootprintAsks } from "./message.ts";
import { openedInPage } from "./opened.ts";

/** Metres between the places that are asked about: as the command line, where nothing is said. */
const SPACING = 5000;

interface Drawn {
  readonly study: OpenedStudy;
  readonly option: string;
  readonly request: CoverageRequest;
  readonly coverage: Coverage;
}

const DRAWN_MAX = 6;
/** What was drawn last, by what was asked: turning from ground to ground draws nothing again. */
const drawn = new Map<string, Drawn>();

async function drawnFor({ source, option, rcs, heights }: CoverageAsks): Promise<Drawn> {
  const key = JSON.stringify([sourceText(source), option, rcs, heights]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const study = openedInPage(source);
  const { subject } = study;
  const chosen = option ?? firstArmedOption(subject) ?? subject.options[0]!.id;
  const setup = coverageSetup(study, source.seed, chosen);
  const region = homeRegion(setup);
  const regions = region === null ? [] : [region];
  const classes = engageableClasses(setup);
  const request = { setup, rcs, heights, classes, regions, spacing: SPACING };
  const made = { study, option: chosen, request, coverage: coverageOf(request) };
  if (drawn.size >= DRAWN_MAX) drawn.clear();
  drawn.set(key, made);
  return made;
}

export async function coverageTold(asks: CoverageAsks): Promise<CoverageTold> {
  const { study, option, request, coverage } = await drawnFor(asks);
  const { setup } = request;
  const { scenario, catalogue } = study;
  const titles = new Map(scenario.written.assets.map(({ id, title }) => [id, title]));
  return {
    option,
    ground: groundOf(scenario),
    coverage,
    classes: engageableClasses(setup),
    raid: [...new Set(setup.threats.map((threat) => threat.class))],
    units: setup.fireUnits.map((unit) => ({
      id: unit.id,
      name: catalogue.systems.get(unit.system)?.name ?? unit.system,
      at: placeOf(unit.position),
      isOut: isOut(unit),
    })),
    sensors: setup.sensors.map(({ position, fireUnit }) => {
      return { at: placeOf(position), unit: fireUnit };
    }),
    assets: setup.assets.map(({ id, position }) => {
      return { id, name: titles.get(id) ?? id, at: placeOf(position) };
    }),
    cover: assetCover(request),
  };
}

function placeOf([latitude, longitude]: Position): readonly [number, number] {
  return [degreesFromRadians(longitude), degreesFromRadians(latitude)];
}

function isOut({ switchedOffSeconds, magazines }: Setup["fireUnits"][number]): boolean {
  const isLoaded = magazines.some(
    ({ stock, launchers }) => stock > 0 || launchers.some((rounds) => rounds > 0),
  );
  return switchedOffSeconds <= 0 || !isLoaded;
}

export async function footprintTold({
  unit,
  against,
  ...asks
}: FootprintAsks): Promise<Coverage["layers"]> {
  const { request } = await drawnFor(asks);
  return footprintOf({ ...request, regions: [], classes: [against] }, unit).layers;
}

/** The other ground stands beside the one asked for, where it is known. */
export async function coverageFiles(asks: CoverageAsks): Promise<CoverageFiles> {
  const { study, option, request, coverage } = await drawnFor(asks);
  const other: Ground = groundOf(study.scenario) === "smooth" ? "coarse" : "smooth";
  const beside = await drawnFor({ ...asks, source: { ...asks.source, terrain: other } }).then(
    (made) => [made.coverage],
    (error: unknown) => {
      if (error instanceof InputError) return [];
      throw error;
    },
  );
  const both = [coverage, ...beside];
  const { rcs, setup } = request;
  const region = homeRegion(setup);
  return {
    geoJson: `${JSON.stringify(coverageGeoJson(coverage))}\n`,
    svg: coverageSvg(coveragePicture(study, option, setup, both, { rcs, region })),
    csv: coverageCsv(both),
  };
}
