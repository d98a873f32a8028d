/** What a study is made from, as plain data: it crosses to workers, into reports and into links. */

import type { Catalogue, CatalogueFile } from "@pavise/catalogue";
import type { StudySubject } from "../study/subject.ts";
import type { SamplingKind } from "../study/unknown-sampling.ts";
import { type AskedGround, overGround, writtenGround } from "./ground.ts";
import { type Override, overrideFromText } from "./override.ts";
import { type Scenario, scenarioFromText } from "./scenario.ts";
import { scenarioSubject } from "./scenario-subject.ts";

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
  /** Ground in place of the scenario's. */
  readonly terrain?: AskedGround;
}

/** A source as short text that tells it from every other: heights by their hash. */
export function sourceText({ terrain, ...source }: StudySource): string {
  const ground = terrain === undefined ? {} : { terrain: writtenGround(terrain) };
  return JSON.stringify({ ...source, ...ground });
}

export interface OpenedStudy {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
  readonly overrides: readonly Override[];
  readonly subject: StudySubject;
}

/**
 * Reads, checks and dresses everything a study needs. `known` already has the files of the
 * source laid over it.
 *
 * @throws InputError for any fault of the input.
 */
export function studyFromSource(source: StudySource, known: Catalogue): OpenedStudy {
  const written = scenarioFromText(source.scenarioText, source.scenarioName);
  const { scenario, catalogue } = overGround(written, known, source.terrain);
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
