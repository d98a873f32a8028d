/** Behind the honest check: priors that do not know the event, in place of those that do. */

import type { Catalogue } from "@pavise/catalogue";
import { withNearNames } from "./near-name.ts";
import type { Override } from "./override.ts";
import type { Scenario } from "./scenario.ts";
import type { ReadValue } from "./value-reader.ts";

/**
 * Each path of `check.take` with the range of the parameter it is taken from. What is taken keeps
 * the draw of its own path, so two types that take one prior take one draw of it.
 *
 * @param read what the scenario reads
 * @throws InputError for a path that nothing reads, or a parameter that the catalogue lacks.
 */
export function honestPrior(
  scenario: Scenario,
  catalogue: Catalogue | null,
  read: readonly Pick<ReadValue, "names">[],
): readonly Override[] {
  const names = read.flatMap((value) => value.names);
  return Object.entries(scenario.written.check?.take ?? {}).map(([pattern, from]) => {
    const at = ["check", "take", pattern];
    if (!names.includes(pattern)) {
      const expected = withNearNames("the path of a value that the scenario reads", pattern, names);
      throw scenario.document.fault(at, expected, pattern);
    }
    const parameter = catalogue?.parameters.get(from);
    if (parameter === undefined) {
      const known = catalogue?.parameters.keys() ?? [];
      const expected = withNearNames("the path of a parameter of the catalogue", from, known);
      throw scenario.document.fault(at, expected);
    }
    const value = parameter.datum.value as Override["value"];
    return { pattern, value, place: "check", drawPath: parameter.drawPath };
  });
}
