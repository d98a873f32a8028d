import { bannedCalls } from "./banned-calls.ts";
import { docs } from "./docs.ts";
import { fileRules } from "./file-rules.ts";
import type { Guard, Inspection } from "./guard.ts";
import { sinText } from "./guard.ts";
import { identifiers } from "./identifiers.ts";
import { importGraph } from "./import-graph.ts";
import { importRules } from "./import-rules.ts";
import { modelPages } from "./model-pages.ts";
import type { Repository } from "./repository.ts";
import { plantedRepository } from "./repository.ts";
import { screenWords } from "./screen-words.ts";
import { sightRules } from "./sight-rules.ts";

/** All guards. */
export const guards: Guard[] = [
  importRules,
  importGraph,
  sightRules,
  bannedCalls,
  identifiers,
  fileRules,
  docs,
  modelPages,
  screenWords,
];

/** Planted sins a guard does not see, by what it should have said. */
export function unseenPlants(guard: Guard): string[] {
  return guard.plants
    .filter((plant) => {
      const { sins } = guard.inspect(plantedRepository(plant.files));
      return !sins.some((sin) => plant.says.test(sinText(sin)));
    })
    .map((plant) => String(plant.says));
}

/** Whether a guard has eyes, looked at something and found nothing. */
export function isContent(guard: Guard, inspection: Inspection): boolean {
  return (
    guard.plants.length > 0 &&
    unseenPlants(guard).length === 0 &&
    inspection.looked > 0 &&
    inspection.sins.length === 0
  );
}

/** The lines a run of all guards prints, and whether all are content. */
export function guardReport(repository: Repository): { lines: string[]; isGood: boolean } {
  const lines: string[] = [];
  let isGood = true;
  for (const guard of guards) {
    const inspection = guard.inspect(repository);
    const unseen = unseenPlants(guard);
    const seen = guard.plants.length - unseen.length;
    lines.push(
      `${guard.name.padEnd(14)} ${String(inspection.looked).padStart(6)} ${guard.counts.padEnd(8)} ` +
        `${inspection.sins.length} sins, ${seen} of ${guard.plants.length} planted sins caught`,
      ...inspection.sins.map((sin) => `    ${sinText(sin)}`),
      ...unseen.map((says) => `    is blind to ${says}`),
    );
    isGood &&= isContent(guard, inspection);
  }
  return { lines, isGood };
}
