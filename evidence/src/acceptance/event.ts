/** The scenario of 8 January 2020, as the checks of acceptance play it. */
import { readFileSync } from "node:fs";
import {
  CourseCache,
  dress,
  Engagement,
  overrideFromText,
  type Setup,
  type StudySubject,
  scenarioSubject,
  type Tables,
  Tally,
  tabulate,
} from "@pavise/lab";
import { ainAlAsad } from "../setups/ain-al-asad.ts";

export const scenarioId = "ain-al-asad-2020";
export const seed = 1;

export const optionIds = [
  "none",
  "patriot",
  "s400",
  "sampt",
  "s400-one-base",
  "s400-switched-off",
] as const;

export const event = ainAlAsad();

/** The file, as it stands in the repository. */
export function scenarioText(): string {
  const file = new URL(`../../../scenarios/${scenarioId}.yaml`, import.meta.url);
  return readFileSync(file, "utf8");
}

/** The scenario as a study plays it, with what a user sets: `systems.s400.magazine=2`. */
export function eventSubject(sets: readonly string[] = []): StudySubject {
  const overrides = sets.map((text) => overrideFromText(text));
  return scenarioSubject(event.scenario, event.catalogue, { seed, overrides });
}

/** One option in one draw, with what a user sets. */
export function setupOf(option: string, draw: number, sets: readonly string[] = []): Setup {
  const overrides = sets.map((text) => overrideFromText(text));
  return dress(event.scenario, event.catalogue, { option, seed, draw, overrides });
}

const coursesByDraw = new Map<number, CourseCache>();

/** Tables of a setup; paths are shared by all setups of a draw, as in a study. */
export function tablesOf(setup: Setup): Tables {
  let courses = coursesByDraw.get(setup.draw);
  if (courses === undefined) {
    courses = new CourseCache();
    coursesByDraw.set(setup.draw, courses);
  }
  return tabulate(setup, courses);
}

export function tallyOf(tables: Tables): Tally {
  return new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
}

/** What a replication leaves behind, as plain numbers that can be compared. */
export interface Night {
  readonly arrivals: readonly number[];
  readonly fates: readonly number[];
  readonly rounds: readonly number[];
  readonly pairs: readonly number[];
  readonly limits: readonly number[];
  readonly leakers: number;
  readonly fateHash: number;
}

export function nightOf(tally: Tally): Night {
  const { arrivals, fates, rounds, pairs, limits, leakers, fateHash } = tally;
  return {
    arrivals: [...arrivals],
    fates: [...fates],
    rounds: [...rounds],
    pairs: [...pairs],
    limits: [...limits],
    leakers,
    fateHash,
  };
}

/** Replications 0 … count − 1 of one setup. */
export function nightsOf(setup: Setup, count: number): Night[] {
  const tables = tablesOf(setup);
  const engagement = new Engagement(tables);
  const tally = tallyOf(tables);
  return Array.from({ length: count }, (_, replication) => {
    engagement.replicate(replication, tally);
    return nightOf(tally);
  });
}

export function arrivalsOf(night: Night): number {
  return night.arrivals.reduce((sum, here) => sum + here, 0);
}

/** Mean of the differences of two lists, paired, and its standard error. */
export function pairedDifference(
  later: readonly number[],
  earlier: readonly number[],
): { readonly mean: number; readonly standardError: number } {
  const differences = later.map((value, index) => value - earlier[index]!);
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
  const squares = differences.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  const variance = squares / (differences.length - 1);
  return { mean, standardError: Math.sqrt(variance / differences.length) };
}
