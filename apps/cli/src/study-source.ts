/** Opens studies from files, flags and the catalogue of this build. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Catalogue, type CatalogueFile, InputError, overlay } from "@pavise/catalogue";
import { packedCatalogue } from "@pavise/catalogue/packed";
import {
  checkOverrides,
  isStudyDesign,
  type OpenedStudy,
  type StudyDesign,
  type StudySource,
  scenarioFromText,
  studyDesignFromText,
  studyFromSource,
  withNearNames,
} from "@pavise/lab";
import { root } from "./repository.ts";
import { readTextFile, readYamlFolder, SCENARIO_BYTES_MAX } from "./text-file.ts";

export type { OpenedStudy, StudySource };

/** The catalogue of this build, with a user's folder laid over it. */
export function openedCatalogue(files: readonly CatalogueFile[]): Catalogue {
  return files.length === 0 ? packedCatalogue() : overlay(packedCatalogue(), files);
}

export function catalogueFolder(folder: string | undefined): CatalogueFile[] {
  return folder === undefined ? [] : readYamlFolder(folder);
}

/** Reads, checks and dresses everything a study needs; any fault of the input is thrown here. */
export function openedStudy(source: StudySource): OpenedStudy {
  return studyFromSource(source, openedCatalogue(source.overlay));
}

/** The text of a scenario named by its id or by a path. */
export function scenarioFile(named: string): { text: string; name: string } {
  const path = scenarioPath(named);
  return { text: readTextFile(path, SCENARIO_BYTES_MAX), name: basename(path) };
}

/** A study file, opened: what it says, and the source of its scenario. */
export interface OpenedDesign {
  readonly design: StudyDesign;
  readonly scenario: string;
}

/** The study that a path names, or null where it names a scenario. */
export function designFile(named: string): OpenedDesign | null {
  if (!/\.(ya?ml|json)$/.test(named) || !existsSync(named)) return null;
  const contents = readTextFile(named, SCENARIO_BYTES_MAX);
  if (!isStudyDesign(contents)) return null;
  const design = studyDesignFromText(contents, basename(named));
  const { scenario } = design.written;
  return { design, scenario: /[/\\.]/.test(scenario) ? join(dirname(named), scenario) : scenario };
}

/** @throws InputError at its place in the file for anything that the scenario has no use for. */
export function checkDesign({ design }: OpenedDesign, source: StudySource): void {
  const scenario = scenarioFromText(source.scenarioText, source.scenarioName);
  checkOverrides(scenario, openedCatalogue(source.overlay), design.overrides);
}

function scenarioPath(named: string): string {
  if (/[/\\.]/.test(named) || existsSync(named)) return named;
  const folder = join(root, "scenarios");
  const shipped = join(folder, `${named}.yaml`);
  if (existsSync(shipped)) return shipped;
  const ids = existsSync(folder) ? readdirSync(folder) : [];
  const known = ids.flatMap((name) => (name.endsWith(".yaml") ? [name.slice(0, -5)] : []));
  // Whoever forgot the ending of a file of their own is told of it.
  const here = readdirSync(".").filter((name) => name.endsWith(".yaml"));
  const expected = withNearNames("a path, or the id of a scenario", named, [...known, ...here]);
  throw new InputError({
    place: named,
    path: "",
    expected: `${expected}: ${known.sort().join(", ")}`,
    got: "neither",
  });
}
