/** What every part of dressing needs, and how a value is looked up. */

import {
  type Catalogue,
  type Datum,
  type DocumentPath,
  type InputError,
  type Parameter,
  shownValue,
  valueAt,
} from "@pavise/catalogue";
import { nearNames } from "./near-name.ts";
import type { QuantityRule, WrittenQuantity } from "./quantity.ts";
import type { Scenario } from "./scenario.ts";
import {
  datumFromWritten,
  neutralDatum,
  type ValueReader,
  type ValueRequest,
} from "./value-reader.ts";

export interface Dressing {
  readonly scenario: Scenario;
  /** Null for scenarios that carry everything themselves. */
  readonly catalogue: Catalogue | null;
  readonly reader: ValueReader;
}

/** An error about a field of the scenario. */
export function fault(
  { scenario }: Dressing,
  path: DocumentPath,
  expected: string,
  got?: string,
): InputError {
  return scenario.document.fault(path, expected, got);
}

/** An error about an id that the catalogue does not have. */
export function unknownEntry(
  dressing: Dressing,
  path: DocumentPath,
  noun: string,
  id: string,
  known: Iterable<string>,
): InputError {
  const near = nearNames(id, known);
  const hint = near.length === 0 ? "" : ` (near: ${near.join(", ")})`;
  const shelf = dressing.catalogue === null ? ", but there is no catalogue here" : "";
  return fault(dressing, path, `the id of ${noun} of the catalogue${hint}${shelf}`, shownValue(id));
}

/** A value as a scenario writes it, or null where it does not. */
export function writtenRequest(
  written: WrittenQuantity | string | undefined,
  names: readonly string[],
  rule: QuantityRule,
  word?: string,
): ValueRequest | null {
  if (written === undefined) return null;
  const request = { names, datum: datumFromWritten(written, rule.unit), rule };
  return { ...request, origin: "scenario", ...(word === undefined ? {} : { word }) };
}

/** A value that the scenario may leave out, with what then holds. */
export function neutralRequest(
  written: WrittenQuantity | string | undefined,
  neutral: number | string,
  names: readonly string[],
  rule: QuantityRule,
  word?: string,
): ValueRequest {
  const request = writtenRequest(written, names, rule, word);
  if (request !== null) return request;
  const datum = neutralDatum(neutral, rule.unit);
  return { names, datum, origin: "neutral", rule, ...(word === undefined ? {} : { word }) };
}

/** A value of the catalogue. */
export function parameterRequest(parameter: Parameter, names: readonly string[]): ValueRequest {
  const { datum, drawPath, origin, rule, note } = parameter;
  const told = note === "" ? datum : { ...datum, note: `${note} ${datum.note}`.trim() };
  return { names, drawPath, datum: told, origin, rule };
}

/** A row of the assumptions that every system shares. */
export function assumptionRow(dressing: Dressing, row: string): Datum {
  const datum = dressing.catalogue?.assumptions.get(row);
  if (datum !== undefined) return datum;
  const got = dressing.catalogue === null ? "no catalogue" : "no such row";
  throw fault(dressing, [], `the row ${row} in the assumptions of the catalogue`, got);
}

/** The number in a row of the assumptions; `names` are further names for `--set`. */
export function assumptionRequest(
  dressing: Dressing,
  row: string,
  rule: QuantityRule,
  names: readonly string[] = [],
): ValueRequest {
  const datum = assumptionRow(dressing, row);
  const path = `assumptions.${row}`;
  return { names: [path, ...names], drawPath: path, datum, origin: "common assumption", rule };
}

/** The values of a row that lists several, each as likely as the other. */
export function assumptionChoices(dressing: Dressing, row: string): readonly number[] {
  const datum = assumptionRow(dressing, row);
  dressing.reader.noteChoices(`assumptions.${row}`, datum);
  const each = valueAt(datum.value, ["each"]);
  if (Array.isArray(each)) return each as readonly number[];
  throw fault(dressing, [], `a list of values in the row ${row} of the assumptions`);
}

/** The first of several layers that has a value; each layer's names are its own. */
export function firstRequest(
  ...layers: readonly (ValueRequest | null | undefined)[]
): ValueRequest | null {
  return layers.find((layer) => layer !== null && layer !== undefined) ?? null;
}

/** @throws InputError for changes to a system, interceptor or type that nobody knows. */
export function refuseUnknownChanges(dressing: Dressing): void {
  const { catalogue, scenario } = dressing;
  const { systems, threats } = scenario.written;
  for (const [id, system] of Object.entries(systems ?? {})) {
    const known = catalogue?.systems.get(id);
    if (known === undefined) {
      const ids = catalogue?.systems.keys() ?? [];
      throw unknownEntry(dressing, ["systems", id], "a system", id, ids);
    }
    for (const interceptor of Object.keys(system.interceptors ?? {})) {
      if (Object.hasOwn(known.interceptors, interceptor)) continue;
      const at = ["systems", id, "interceptors", interceptor];
      const ids = Object.keys(known.interceptors);
      throw unknownEntry(dressing, at, `an interceptor of ${id}`, interceptor, ids);
    }
  }
  for (const [id, type] of Object.entries(threats ?? {})) {
    if (type.class !== undefined || catalogue?.threats.has(id) === true) continue;
    const ids = catalogue?.threats.keys() ?? [];
    throw unknownEntry(dressing, ["threats", id], "a threat (or a class beside it)", id, ids);
  }
}
