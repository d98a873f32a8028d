import type { Catalogue } from "./catalogue.ts";
import type { Datum, Value } from "./datum.ts";
import { isNumeric, valueFault } from "./datum.ts";
import { InputError, shownValue } from "./input-error.ts";
import type { Parameter } from "./parameter.ts";
import { ruleFault } from "./parameter.ts";

/** Groups that one path may mean as a whole: the same quantity for every class of threat. */
const settableGroups = new Set(["kill_probability"]);

function stepsFit(pattern: readonly string[], steps: readonly string[]): boolean {
  return pattern.every((step, index) => step === "*" || step === steps[index]);
}

function isMeant(pattern: readonly string[], path: string): boolean {
  const steps = path.split(".");
  if (!stepsFit(pattern, steps)) return false;
  if (pattern.length === steps.length) return true;
  return pattern.length === steps.length - 1 && settableGroups.has(steps[pattern.length - 1]!);
}

/**
 * Paths of the parameters a pattern means. `*` stands for any one step; a pattern that ends in
 * `kill_probability` means it for every class. Empty if none fits.
 */
export function matchPaths(catalogue: Catalogue, pattern: string): readonly string[] {
  const steps = pattern.split(".");
  return [...catalogue.parameters.keys()].filter((path) => isMeant(steps, path));
}

/**
 * The parameter at a full path.
 *
 * @throws InputError if there is none, naming near ones.
 */
export function resolveParameter(catalogue: Catalogue, path: string): Parameter {
  const parameter = catalogue.parameters.get(path);
  if (parameter !== undefined) return parameter;
  throw unknownPath(catalogue, path, "catalogue");
}

function unknownPath(catalogue: Catalogue, path: string, place: string): InputError {
  const near = nearPaths(catalogue, path);
  const suffix = near.length === 0 ? "" : ` (near: ${near.join(", ")})`;
  const expected = `the path of a parameter, such as systems.s400.reaction_time_s${suffix}`;
  return new InputError({ place, path: "", expected, got: shownValue(path) });
}

/** Parameters that agree with a wrong path in all but its last step, or else in its last one. */
function nearPaths(catalogue: Catalogue, path: string): readonly string[] {
  const steps = path.split(".");
  const last = steps.at(-1)!;
  const owner = steps.slice(0, -1);
  const all = [...catalogue.parameters.keys()].map((known) => known.split("."));
  const siblings = all.filter(
    (known) => known.length === steps.length && owner.length > 1 && stepsFit(owner, known),
  );
  const others = all.filter((known) => known.at(-1) === last);
  const near = siblings.length > 0 ? siblings : others;
  near.sort((a, b) => sharedLetters(b.at(-1)!, last) - sharedLetters(a.at(-1)!, last));
  return near.slice(0, 3).map((known) => known.join("."));
}

function sharedLetters(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/** Source key of values that the user of a run set. */
export const overrideSource = "set_by_user";

/**
 * A catalogue in which every parameter that the pattern means has this value. The parameter keeps
 * what it replaced as an alternative. One wish is one draw: all that the pattern means share it.
 *
 * @param place where the wish stands, for an error: `--set`, or file, line and column.
 * @throws InputError if nothing fits the pattern, or the value cannot be one of what it means.
 */
export function overridden(
  catalogue: Catalogue,
  pattern: string,
  value: Value,
  place: string,
): Catalogue {
  const paths = matchPaths(catalogue, pattern);
  if (paths.length === 0) throw unknownPath(catalogue, pattern, place);
  const parameters = new Map(catalogue.parameters);
  for (const path of paths) {
    const before = parameters.get(path)!;
    const datum = overrideDatum(before, value);
    const fault = isNumeric(value)
      ? (valueFault(value)?.expected ?? ruleFault(datum, before.rule))
      : "a number or a range";
    if (fault !== null) {
      throw new InputError({ place, path, expected: fault, got: shownValue(value) });
    }
    parameters.set(path, { ...before, datum, drawPath: pattern, origin: "override", note: "" });
  }
  return { ...catalogue, parameters };
}

function overrideDatum({ datum, origin }: Parameter, value: Value): Datum {
  const who = `the catalogue (${origin}, ${datum.kind}, ${datum.confidence})`;
  const replaced = { value: datum.value, who, sources: datum.sources, note: datum.note };
  return {
    value,
    unit: datum.unit,
    sources: [overrideSource],
    confidence: "low",
    kind: "assumption",
    note: "Set for this run by its user.",
    alternatives: [replaced, ...(datum.alternatives ?? [])],
  };
}
