/** What a study is made from, as plain data: it crosses to worker threads and into reports. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { type Catalogue, type CatalogueFile, InputError, overlay } from "@pavise/catalogue";
import { packedCatalogue } from "@pavise/catalogue/packed";
import {
  type Override,
  overrideFromText,
  type SamplingKind,
  type Scenario,
  type StudySubject,
  scenarioFromText,
  scenarioSubject,
} from "@pavise/lab";
import { root } from "./repository.ts";
import { readTextFile, readYamlFolder, SCENARIO_BYTES_MAX } from "./text-file.ts";

export interface StudySource {
  readonly scenarioText: string;
  /** Name of the scenario's file, for errors. */
  readonly scenarioName: string;
  readonly seed: number;
  /** `PATH=VALUE`, as given. */
  readonly sets: readonly string[];
  /** Ids of the options to play, or null for all. */
  readonly options: readonly string[] | null;
  /** Files laid over the catalogue. */
  readonly overlay: readonly CatalogueFile[];
  /** How unknowns are drawn; each by itself where nothing is said. */
  readonly sampling?: { readonly kind: SamplingKind; readonly draws: number };
}

export interface OpenedStudy {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly overrides: readonly Override[];
  readonly subject: StudySubject;
}

/** The catalogue of this build, with a user's folder laid over it. */
export function openedCatalogue(files: readonly CatalogueFile[]): Catalogue {
  return files.length === 0 ? packedCatalogue() : overlay(packedCatalogue(), files);
}

export function catalogueFolder(folder: string | undefined): CatalogueFile[] {
  return folder === undefined ? [] : readYamlFolder(folder);
}

/** Reads, checks and dresses everything a study needs; any fault of the input is thrown here. */
export function openedStudy(source: StudySource): OpenedStudy {
  const scenario = scenarioFromText(source.scenarioText, source.scenarioName);
  const catalogue = openedCatalogue(source.overlay);
  const overrides = source.sets.map((text) => overrideFromText(text));
  const { seed, options, sampling } = source;
  const settings = {
    seed,
    overrides,
    ...(options === null ? {} : { options }),
    ...(sampling === undefined ? {} : { sampling }),
  };
  const subject = scenarioSubject(scenario, catalogue, settings);
  return { scenario, catalogue, overrides, subject };
}

/** The text of a scenario named by its id or by a path. */
export function scenarioFile(named: string): { text: string; name: string } {
  const path = scenarioPath(named);
  return { text: readTextFile(path, SCENARIO_BYTES_MAX), name: basename(path) };
}

function scenarioPath(named: string): string {
  if (/[/\\.]/.test(named) || existsSync(named)) return named;
  const folder = join(root, "scenarios");
  const shipped = join(folder, `${named}.yaml`);
  if (existsSync(shipped)) return shipped;
  const ids = existsSync(folder) ? readdirSync(folder) : [];
  const known = ids.flatMap((name) => (name.endsWith(".yaml") ? [name.slice(0, -5)] : []));
  throw new InputError({
    place: named,
    path: "",
    expected: `a path, or the id of a scenario: ${known.sort().join(", ")}`,
    got: "neither",
  });
}
