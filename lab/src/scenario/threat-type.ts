/** Types of threat: numbers of the catalogue, changed by the scenario, or a type of its own. */

import { type DocumentPath, threatRules, valueAt, valueBounds } from "@pavise/catalogue";
import {
  assumptionChoices,
  assumptionRequest,
  type Dressing,
  fault,
  firstRequest,
  neutralRequest,
  parameterRequest,
  unknownEntry,
  writtenRequest,
} from "./dressing.ts";
import { quantityRules, type WrittenQuantity } from "./quantity.ts";
import type { ThreatClass, ThreatSetup } from "./setup.ts";
import type { ValueRequest } from "./value-reader.ts";

/** Everything about a type that no course changes. */
export interface ThreatType {
  readonly id: string;
  readonly class: ThreatClass;
  readonly rcs: number;
  readonly swerling: ThreatSetup["swerling"];
  readonly flightReliability: number;
  readonly failureFractions: readonly number[];
  readonly cep: number;
  readonly unitCostUsd: number;
  /** Greatest published range; Infinity for a type of the scenario's own that writes none. */
  readonly rangeMaxKm: number;
}

/** What every threat of a type has, whatever course it flies and whoever carries it. */
export function typeFields(
  type: ThreatType,
): Omit<ThreatSetup, "id" | "course" | "launchSeconds" | "asset" | "carrier" | "turnBack"> {
  const { id, rangeMaxKm: _, ...fields } = type;
  return { type: id, ...fields };
}

/** What holds for a type of the scenario's own that does not write a parameter. */
const neutralValues: Readonly<Record<string, number>> = {
  rcs_m2: 1,
  flight_reliability: 1,
  cep_m: 0,
  unit_cost_usd: 0,
};

/** The class of a type, which decides which parameters it has. */
export function threatClass(dressing: Dressing, id: string, path: DocumentPath): ThreatClass {
  const own = dressing.scenario.written.threats?.[id];
  const known = dressing.catalogue?.threats.get(id);
  if (known !== undefined) {
    if (own?.class === undefined || own.class === known.class) return known.class;
    throw fault(dressing, ["threats", id, "class"], `${known.class}, as in the catalogue`);
  }
  if (own?.class !== undefined) return own.class;
  const ids = [
    ...(dressing.catalogue?.threats.keys() ?? []),
    ...Object.keys(dressing.scenario.written.threats ?? {}),
  ];
  throw unknownEntry(dressing, path, "a threat (or of one in `threats` with a class)", id, ids);
}

function parameter(dressing: Dressing, id: string, name: string): ValueRequest | null {
  const written = valueAt(dressing.scenario.written.threats, [id, name]) as
    | WrittenQuantity
    | undefined;
  const path = `threats.${id}.${name}`;
  const own = dressing.scenario.written.threats?.[id];
  const rule = threatRules[own?.class ?? "ballistic"][name] ?? quantityRules.probability;
  const known = dressing.catalogue?.parameters.get(path);
  const isOwn = dressing.catalogue?.threats.has(id) !== true;
  const neutral = neutralValues[name];
  return firstRequest(
    writtenRequest(written, [path], known?.rule ?? rule),
    known === undefined ? null : parameterRequest(known, [path]),
    isOwn && neutral !== undefined ? neutralRequest(undefined, neutral, [path], rule) : null,
  );
}

export function hasThreatParameter(dressing: Dressing, id: string, name: string): boolean {
  return parameter(dressing, id, name) !== null;
}

/** A parameter that the type must have. */
export function threatParameter(dressing: Dressing, id: string, name: string): number {
  const request = parameter(dressing, id, name);
  if (request !== null) return dressing.reader.number(request);
  throw fault(dressing, ["threats", id, name], `the field ${name}`, "nothing");
}

function refuseForeignParameters(dressing: Dressing, id: string, known: ThreatClass): void {
  const written = dressing.scenario.written.threats?.[id] ?? {};
  const allowed = new Set(["class", "title", "swerling", "failure_fractions"]);
  for (const name of Object.keys(written)) {
    if (allowed.has(name) || Object.hasOwn(threatRules[known], name)) continue;
    const parameters = Object.keys(threatRules[known]).join(", ");
    const expected = `a parameter of the class ${known}: ${parameters}`;
    throw fault(dressing, ["threats", id, name], expected, name);
  }
}

function swerlingOf(dressing: Dressing, id: string): ThreatSetup["swerling"] {
  const written = dressing.scenario.written.threats?.[id]?.swerling;
  if (written !== undefined) return written;
  if (dressing.catalogue?.threats.has(id) !== true) return 1;
  const rule = { unit: "case", least: 0, greatest: 4, isCount: true };
  const request = assumptionRequest(dressing, "radar_swerling_case", rule);
  return dressing.reader.number(request) as ThreatSetup["swerling"];
}

function failureFractionsOf(dressing: Dressing, id: string): readonly number[] {
  const written = dressing.scenario.written.threats?.[id]?.failure_fractions;
  if (written !== undefined) return written;
  if (dressing.catalogue?.threats.has(id) !== true) return [0];
  return assumptionChoices(dressing, "failure_fractions");
}

/** The greatest of what is published of a type's range: a limit, not a draw. */
function rangeMaxKm(dressing: Dressing, id: string): number {
  const request = parameter(dressing, id, "range_km");
  return request === null ? Number.POSITIVE_INFINITY : valueBounds(request.datum.value)![1];
}

/** Reads a type; `path` is where the scenario names it. */
export function threatType(dressing: Dressing, id: string, path: DocumentPath): ThreatType {
  const known = threatClass(dressing, id, path);
  refuseForeignParameters(dressing, id, known);
  return {
    id,
    class: known,
    rcs: threatParameter(dressing, id, "rcs_m2"),
    swerling: swerlingOf(dressing, id),
    flightReliability: threatParameter(dressing, id, "flight_reliability"),
    failureFractions: failureFractionsOf(dressing, id),
    // A crewed aircraft is not aimed like a round: it comes where its route ends.
    cep: known === "aircraft" ? 0 : threatParameter(dressing, id, "cep_m"),
    unitCostUsd: threatParameter(dressing, id, "unit_cost_usd"),
    rangeMaxKm: rangeMaxKm(dressing, id),
  };
}
