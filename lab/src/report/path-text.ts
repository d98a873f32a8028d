/** Paths of values in words: `systems.s400.reaction_time_s` as `the reaction time of s400`. */

const UNITS = /_(?:kg_m2|m_s|m2|km|deg|usd|eur|min|s|m|h|k)$/;
/** Headings of the catalogue, which say nothing about the value. */
const HEADINGS = new Set([
  "capacity",
  "costs",
  "envelope",
  "interceptors",
  "organisation",
  "radars",
  "timings",
]);
const CLASSES = new Set(["ballistic", "cruise", "drone", "aircraft", "rocket"]);
const WORDS: Readonly<Record<string, string>> = { rcs: "cross-section", cep: "scatter (CEP)" };

/**
 * A path in words. The path itself is what a `--set` takes; the words are for a sentence.
 *
 * @example
 * pathText("assumptions.kill_probability_ballistic"); // the kill probability against ballistic threats
 */
export function pathText(path: string): string {
  const steps = path.split(".");
  const [shelf, owner, ...rest] = steps as [string, ...string[]];
  if (shelf === "raid") return raidText(rest);
  if (shelf === "options") return optionText(owner!, rest);
  if (rest.length === 0) return `the ${quantityText(owner ?? shelf)}`;
  const whose = owner === "*" ? `all ${shelf}` : owner!;
  const inner = rest.filter((step) => !HEADINGS.has(step));
  const quantity = inner.at(-1)!;
  const against = inner.find((step, index) => CLASSES.has(step) && index < inner.length - 1);
  const parts = inner.slice(0, -1).filter((step) => !CLASSES.has(step));
  const aimed = against === undefined ? "" : ` against ${against} threats`;
  return `the ${quantityText(quantity)}${aimed} of ${[...parts, whose].map(plain).join(" of ")}`;
}

/** `options.late.units.battery.ready_from_s` as `the moment at which battery is ready (late)`. */
function optionText(option: string, steps: readonly string[]): string {
  const quantity = steps.at(-1)!;
  const owner = plain(steps.length > 1 ? steps.at(-2)! : option);
  const inOption = steps.length > 1 ? ` (${option})` : "";
  if (quantity === "ready_from_s") return `the moment at which ${owner} is ready${inOption}`;
  return `the ${quantityText(quantity)} of ${owner}${inOption}`;
}

/** How many of what: the only values of an attack that vary. */
function raidText(steps: readonly string[]): string {
  const [first, kind, which] = steps;
  if (first !== "split") return "how many threats are fired";
  return kind === "types" ? `how many are ${which}` : `how many are sent at ${which}`;
}

/** `range_min_km` as `least range`, `kill_probability_ballistic` as `kill probability against …`. */
function quantityText(name: string): string {
  const words = name.replace(UNITS, "").split("_").map(withUnit);
  const against = CLASSES.has(words.at(-1)!) ? ` against ${words.pop()} threats` : "";
  const end = words.at(-1);
  const limit = end === "min" ? "least " : end === "max" ? "greatest " : "";
  if (limit !== "") words.pop();
  return limit + words.map((word) => WORDS[word] ?? word).join(" ") + against;
}

/** A cross-section within a name: `0p4m2` as `0.4 m²`. */
function withUnit(word: string): string {
  return word.replace(/^(\d+)(?:p(\d+))?m2$/, (_, whole: string, part?: string) => {
    return `at ${whole}${part === undefined ? "" : `.${part}`} m²`;
  });
}

function plain(step: string): string {
  return step.replaceAll("_", " ");
}
