import type { Catalogue } from "./catalogue.ts";
import type { Kind } from "./datum.ts";
import { kinds } from "./datum.ts";

/** Values by what kind of knowing they are. */
export type KindCounts = Readonly<Record<Kind, number>>;

/** How many values and entries a catalogue holds. */
export interface Census {
  /** Facts: values of entries, without parameters, shared assumptions and readings of priors. */
  readonly facts: KindCounts;
  /** Values written for a parameter alone. */
  readonly ownValues: KindCounts;
  readonly assumptions: number;
  readonly alternatives: number;
  /** Facts that were looked for and not found published. */
  readonly unpublished: number;
  readonly parameters: number;
  /** Parameters that are a row of the shared assumptions. */
  readonly commonParameters: number;
  readonly sources: number;
  /** Sources whose text was read when the catalogue was made. */
  readonly opened: number;
  readonly entries: readonly (readonly [shelf: string, count: number])[];
}

/** Counts everything in a catalogue. */
export function census(catalogue: Catalogue): Census {
  const facts = noCounts();
  const ownValues = noCounts();
  let alternatives = 0;
  let unpublished = 0;
  const visit = (value: unknown, isParameter: boolean): void => {
    if (typeof value !== "object" || value === null) return;
    if ("value" in value && "kind" in value && "confidence" in value) {
      const counts = isParameter ? ownValues : facts;
      counts[value.kind as Kind] += 1;
      if (value.value === null) unpublished += 1;
      if ("alternatives" in value) alternatives += (value.alternatives as unknown[]).length;
      return;
    }
    for (const [key, field] of Object.entries(value)) {
      visit(field, isParameter || key === "parameters");
    }
  };
  for (const [name, document] of catalogue.documents) {
    if (name !== "assumptions.yaml" && name !== "prior-readings.yaml") visit(document.value, false);
  }
  const parameters = [...catalogue.parameters.values()];
  const sources = [...catalogue.sources.values()];
  return {
    facts,
    ownValues,
    assumptions: catalogue.assumptions.size,
    alternatives,
    unpublished,
    parameters: parameters.length,
    commonParameters: parameters.filter(({ origin }) => origin === "common assumption").length,
    sources: sources.length,
    opened: sources.filter(({ opened }) => opened).length,
    entries: shelfCounts(catalogue),
  };
}

function noCounts(): Record<Kind, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
}

function shelfCounts(catalogue: Catalogue): readonly (readonly [string, number])[] {
  return [
    ["systems", catalogue.systems.size],
    ["threats", catalogue.threats.size],
    ["places", catalogue.places.size],
    ["engagements", catalogue.engagements.size],
    ["supply cases", catalogue.supply.size],
    ["test records", catalogue.tests.size],
    ["threat trials", catalogue.threatTrials.size],
    ["prior readings", catalogue.priorReadings.size],
    ["seed claims checked", catalogue.seedClaims.length],
    ["cross-section classes", catalogue.rcsClasses.size],
    ["distances", catalogue.distances.length],
    ["conflicts", catalogue.conflicts.length],
    ["holes", catalogue.holes.length],
  ];
}

/** Sum over kinds. */
export function totalCount(counts: KindCounts): number {
  return kinds.reduce((sum, kind) => sum + counts[kind], 0);
}
