/** Paths of values in words: `systems.s400.reaction_time_s` as `the reaction time of s400`. */
import { fieldName, threatsOf } from "@pavise/catalogue";

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
  if (rest.length === 0) return `the ${fieldName(owner ?? shelf)}`;
  const whose = owner === "*" ? `all ${shelf}` : owner!;
  const inner = rest.filter((step) => !HEADINGS.has(step));
  const quantity = inner.at(-1)!;
  const against = inner.find((step, index) => CLASSES.has(step) && index < inner.length - 1);
  const parts = inner.slice(0, -1).filter((step) => !CLASSES.has(step));
  const aimed = against === undefined ? "" : ` against ${threatsOf(against)}`;
  return `the ${fieldName(quantity)}${aimed} of ${[...parts, whose].map(plain).join(" of ")}`;
}

/** `options.late.units.battery.ready_from_s` as `the moment at which battery is ready (late)`. */
function optionText(option: string, steps: readonly string[]): string {
  const quantity = steps.at(-1)!;
  const owner = plain(steps.length > 1 ? steps.at(-2)! : option);
  const inOption = steps.length > 1 ? ` (${option})` : "";
  if (quantity === "ready_from_s") return `the moment at which ${owner} is ready${inOption}`;
  return `the ${fieldName(quantity)} of ${owner}${inOption}`;
}

/** How many of what: the only values of an attack that vary. */
function raidText(steps: readonly string[]): string {
  const [first, kind, which] = steps;
  if (first !== "split") return "how many threats are fired";
  return kind === "types" ? `how many are ${which}` : `how many are sent at ${which}`;
}

function plain(step: string): string {
  return step.replaceAll("_", " ");
}
