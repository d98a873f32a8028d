/** Every value a scenario reads, with range, source and grade; and which of them are unknown. */

import type { Catalogue } from "@pavise/catalogue";
import { dressedWith, readerOf } from "./dress.ts";
import { honestPrior } from "./honest-prior.ts";
import type { Override } from "./override.ts";
import { overrideFault } from "./override-check.ts";
import type { Scenario } from "./scenario.ts";
import type { ReadValue, ValueReader } from "./value-reader.ts";

/** A value that at least one option reads. */
export interface ScenarioValue extends Omit<ReadValue, "value"> {
  /** Ids of the options that read it, in the order of the scenario. */
  readonly options: readonly string[];
}

/** A value that is drawn: something nobody published, or published as a range. */
export type Unknown = ScenarioValue;

interface Reading {
  readonly values: readonly ScenarioValue[];
  readonly readers: readonly ValueReader[];
}

function readingOf(
  scenario: Scenario,
  catalogue: Catalogue | null,
  overrides: readonly Override[],
): Reading {
  const values = new Map<string, ScenarioValue>();
  const readers = scenario.written.options.map(({ id }) => {
    const reader = readerOf({ seed: 0, draw: 0, overrides });
    dressedWith(reader, scenario, catalogue, id);
    for (const { value: _drawn, ...read } of reader.values) {
      const before = values.get(read.path);
      const names = [...new Set([...(before?.names ?? []), ...read.names])];
      values.set(read.path, { ...read, names, options: [...(before?.options ?? []), id] });
    }
    return reader;
  });
  return { values: [...values.values()], readers };
}

/**
 * All values that the options of a scenario read, likely values included, in the order of reading.
 *
 * @throws InputError where scenario and catalogue do not fit, in any option.
 */
export function valuesOf(
  scenario: Scenario,
  catalogue: Catalogue | null,
  overrides: readonly Override[] = [],
): readonly ScenarioValue[] {
  return readingOf(scenario, catalogue, overrides).values;
}

/** The values that are drawn, and only those of systems and threats that the scenario uses. */
export function unknownsOf(
  scenario: Scenario,
  catalogue: Catalogue | null,
  overrides: readonly Override[] = [],
): readonly Unknown[] {
  return valuesOf(scenario, catalogue, overrides).filter(({ lower, upper }) => lower < upper);
}

/**
 * Refuses wishes that no option of the scenario has a use for.
 *
 * @throws InputError naming near paths, or why the attack cannot be changed this way.
 */
export function checkOverrides(
  scenario: Scenario,
  catalogue: Catalogue | null,
  overrides: readonly Override[],
): void {
  const { readers } = readingOf(scenario, catalogue, overrides);
  const names = new Set(readers.flatMap((reader) => [...reader.names]));
  for (const override of overrides) {
    const isUsed = readers.some((reader) => reader.used.has(override));
    const fault = overrideFault(scenario, override, isUsed, names);
    if (fault !== null) throw fault;
  }
}

/**
 * Checks a scenario against a catalogue: every option is dressed once at the likely values.
 *
 * @throws InputError at the first name or number that does not fit.
 */
export function checkFit(scenario: Scenario, catalogue: Catalogue | null): void {
  honestPrior(scenario, catalogue, valuesOf(scenario, catalogue));
}
