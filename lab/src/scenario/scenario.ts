/** A scenario: what a user wrote, read and checked. */

import {
  checkedDocument,
  InputError,
  readDocument,
  type SourceDocument,
  shownPath,
  shownValue,
  valueAt,
} from "@pavise/catalogue";
import { hashText } from "@pavise/kernel";
import { checkScenario } from "./scenario-check.ts";
import { scenarioForm, scenarioSchema, type WrittenScenario } from "./schema.ts";

export interface Scenario {
  /** Knows where each field stands, for errors. */
  readonly document: SourceDocument;
  readonly written: WrittenScenario;
  /** 16 hexadecimal digits over the contents; comments and layout do not count. */
  readonly hash: string;
}

/**
 * Reads a scenario from YAML or JSON text.
 *
 * @param name of the file, for errors: `scenario.yaml`
 * @throws InputError with file, line and column of the first thing that is wrong.
 */
export function scenarioFromText(text: string, name: string): Scenario {
  return scenarioFromDocument(readDocument(text, name));
}

/**
 * Takes a scenario from plain values, along the same way as from a file. What cannot stand in a
 * file (a number that is not finite, a function) is refused.
 */
export function scenarioFromValue(value: unknown, name = "scenario"): Scenario {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const expected = "a mapping of fields";
    throw new InputError({ place: name, path: "", expected, got: shownValue(value) });
  }
  return scenarioFromDocument(documentFromValue(value as Record<string, unknown>, name));
}

function scenarioFromDocument(document: SourceDocument): Scenario {
  refuseOtherForms(document);
  const written = checkedDocument(document, scenarioSchema);
  checkScenario(document, written);
  return { document, written, hash: hashText(JSON.stringify(written)) };
}

function refuseOtherForms(document: SourceDocument): void {
  const { schema } = document.value;
  if (schema === scenarioForm) return;
  const version = /^pavise-scenario\/(\d+)$/.exec(typeof schema === "string" ? schema : "")?.[1];
  if (version !== undefined && Number(version) > 1) {
    const got = `${shownValue(schema)}, a form of a later version of Pavise`;
    throw document.fault(["schema"], `${scenarioForm}, the newest form that is read here`, got);
  }
  throw document.fault(["schema"], scenarioForm);
}

function documentFromValue(value: Record<string, unknown>, name: string): SourceDocument {
  const start = { line: 1, column: 1 };
  return {
    name,
    value,
    locate: () => start,
    locateKey: () => start,
    fault: (path, expected, got = shownValue(valueAt(value, path))) =>
      new InputError({ place: name, path: shownPath(path), expected, got }),
  };
}
