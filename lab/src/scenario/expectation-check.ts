/** Whether expectations speak of figures that a study of the scenario has. */

import { type DocumentPath, type SourceDocument, shownValue } from "@pavise/catalogue";
import { pathsOfTerm, relationOf } from "../study/expectation.ts";
import { figureNames } from "../study/figure.ts";
import { RELATIONS, type WrittenExpectation } from "./expectation-schema.ts";
import { withNearNames } from "./near-name.ts";
import { unfoldedOption } from "./option.ts";
import type { WrittenScenario } from "./schema.ts";

/** @throws InputError at the first expectation that could not be judged. */
export function checkExpectations(document: SourceDocument, written: WrittenScenario): void {
  const expectations = written.expectations ?? [];
  if (expectations.length === 0) return;
  const names = figureNames({
    assets: written.assets.map(({ id }) => id),
    units: unitsByOption(document, written),
  });
  const ids = new Set<string>();
  for (const [index, expectation] of expectations.entries()) {
    const path = ["expectations", index];
    if (ids.has(expectation.id)) {
      const got = `${shownValue(expectation.id)} a second time`;
      throw document.fault([...path, "id"], "an id of its own", got);
    }
    ids.add(expectation.id);
    checkRelation(document, path, expectation);
    const [relation, other] = relationOf(expectation);
    refuseUnknownFigures(document, [...path, "quantity"], pathsOfTerm(expectation.quantity), names);
    refuseUnknownFigures(document, [...path, relation], pathsOfTerm(other), names);
  }
}

function unitsByOption(document: SourceDocument, written: WrittenScenario) {
  const scenario = { document, written, hash: "" };
  return Object.fromEntries(
    written.options.map(({ id }) => {
      return [id, unfoldedOption(scenario, id).units.map((unit) => unit.id)] as const;
    }),
  );
}

function checkRelation(
  document: SourceDocument,
  path: DocumentPath,
  expectation: WrittenExpectation,
): void {
  const present = RELATIONS.filter((name) => expectation[name] !== undefined);
  if (present.length !== 1) {
    const at = present.length > 1 ? [...path, present[1]!] : path;
    const got = present.length === 0 ? "none of them" : present.join(" and ");
    throw document.fault(at, `exactly one of ${RELATIONS.join(", ")}`, got);
  }
  if (expectation.within !== undefined && expectation.equals === undefined) {
    throw document.fault([...path, "within"], "equals beside within", present[0]!);
  }
}

function refuseUnknownFigures(
  document: SourceDocument,
  path: DocumentPath,
  paths: readonly string[],
  names: readonly string[],
): void {
  for (const name of paths) {
    if (names.includes(name)) continue;
    const expected = "the path of a figure, as options.ID.arrivals.total.mean";
    throw document.fault(path, withNearNames(expected, name, names), shownValue(name));
  }
}
