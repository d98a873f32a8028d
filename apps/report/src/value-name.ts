/** Names of values for a reader: the big word in front, the path beside it. */
import { fieldName } from "@pavise/catalogue";

/** Steps that say nothing alone, by the step before them. */
const BELOW: Readonly<Record<string, string>> = {
  assets: "threats sent at",
  types: "threats of type",
  load: "rounds loaded,",
  reserve: "rounds in reserve,",
};

/** A path as words: `reaction time` for `systems.s400.reaction_time_s`. */
export function valueName(path: string): string {
  const steps = path.split(".");
  const before = steps.at(-2);
  const context = before !== undefined && Object.hasOwn(BELOW, before) ? `${BELOW[before]} ` : "";
  return context + fieldName(steps.at(-1)!);
}

/** The same, at the beginning of a line. */
export function valueTitle(path: string): string {
  const name = valueName(path);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
