/** The scenario of 8 January 2020, as the checks play it. */
import { readFileSync } from "node:fs";
import type { Catalogue } from "@pavise/catalogue";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { dress, type Scenario, type Setup, scenarioFromText } from "@pavise/lab";

const FILE = "ain-al-asad-2020.yaml";

/** Scenario and catalogue of this clone, read once. */
export interface AinAlAsad {
  readonly scenario: Scenario;
  readonly catalogue: Catalogue;
}

/** Reads the scenario file of the clone; sources and build lie equally deep. */
export function ainAlAsad(): AinAlAsad {
  const text = readFileSync(new URL(`../../../scenarios/${FILE}`, import.meta.url), "utf8");
  return { scenario: scenarioFromText(text, FILE), catalogue: packedCatalogue() };
}

/** One option in one draw; draw 0 is the likely values. */
export function ainAlAsadSetup(
  { scenario, catalogue }: AinAlAsad,
  option: string,
  draw: number,
  seed = 1,
): Setup {
  return dress(scenario, catalogue, { option, seed, draw });
}
