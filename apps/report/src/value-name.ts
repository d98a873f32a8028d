/** Names of values for a reader: the big word in front, the path beside it. */

const UNITS = /_(?:kg_m2|m_s|m2|km|deg|usd|eur|min|s|m|h|k)$/;

/** Steps that say nothing alone, by the step before them. */
const BELOW: Readonly<Record<string, string>> = {
  assets: "threats sent at",
  types: "threats of type",
  load: "rounds loaded,",
  reserve: "rounds in reserve,",
};

/** Short words that files use, written out. */
const LONG: readonly (readonly [RegExp, string])[] = [
  [/\brcs\b/, "cross-section"],
  [/\bcep\b/, "circular error"],
  [/\blat\b/, "latitude"],
  [/\blon\b/, "longitude"],
  [/\bvs\b/, "against"],
  [/\bmax\b/, "greatest"],
  [/\bmin\b/, "least"],
];

/** A path as words: `reaction time` for `systems.s400.reaction_time_s`. */
export function valueName(path: string): string {
  const steps = path.split(".");
  const before = steps.at(-2);
  const context = before !== undefined && Object.hasOwn(BELOW, before) ? `${BELOW[before]} ` : "";
  let words = steps.at(-1)!.replace(UNITS, "").replaceAll("_", " ").trim();
  for (const [short, long] of LONG) words = words.replace(short, long);
  return words === "" ? path : context + words;
}

/** The same, at the beginning of a line. */
export function valueTitle(path: string): string {
  const name = valueName(path);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
