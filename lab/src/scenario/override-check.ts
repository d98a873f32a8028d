/** Which wishes are refused, and why. */

import { InputError, shownValue } from "@pavise/catalogue";
import { nearNames } from "./near-name.ts";
import { isMeant, type Override } from "./override.ts";
import type { Scenario } from "./scenario.ts";

/** Fields of the attack that a user writes down and nothing varies. */
function attackPaths({ written }: Scenario): string[] {
  const paths: string[] = [];
  const add = (path: string, value: unknown): void => {
    if (value === undefined) return;
    paths.push(path);
    if (typeof value !== "object" || value === null) return;
    for (const [field, inner] of Object.entries(value)) add(`${path}.${field}`, inner);
  };
  for (const { id, count, split, ...attack } of written.raid) {
    add(`raid.${id}`, attack);
    paths.push(`raid.${id}.split`, `raid.${id}.split.types`, `raid.${id}.split.assets`);
    for (const [field, counts] of Object.entries(split ?? {})) {
      for (const [kind, value] of Object.entries(counts ?? {})) {
        if (value === "rest") paths.push(`raid.${id}.split.${field}.${kind}`);
      }
    }
    if (attack.launch_times_s !== undefined) paths.push(`raid.${id}.count`);
  }
  for (const { id } of written.assets) {
    for (const field of ["place", "lat_deg", "lon_deg", "east_m", "north_m", "altitude_m"]) {
      paths.push(`assets.${id}.${field}`);
    }
  }
  return paths;
}

/** Places of the catalogue, where things stand, are never moved either. */
function isPlace(pattern: string): boolean {
  return pattern.startsWith("places.");
}

function nearPaths(pattern: string, names: ReadonlySet<string>): string[] {
  const steps = pattern.split(".");
  const last = steps.at(-1)!;
  const near = nearNames(pattern, names);
  if (near.length > 0) return near;
  // The right field of the wrong owner, or the wrong field of the right owner.
  const lastSteps = [...new Set([...names].map((name) => name.split(".").at(-1)!))];
  const [field] = lastSteps.includes(last) ? [last] : nearNames(last, lastSteps, 1);
  const sameField = [...names].filter((name) => name.endsWith(`.${field}`));
  const owner = steps.slice(0, -1).join(".");
  const sameOwner = [...names].filter((name) => name.startsWith(`${owner}.`));
  const both = sameField.filter((name) => sameOwner.includes(name));
  return [...both, ...sameField, ...sameOwner].slice(0, 3);
}

/** Why a wish is refused, or null if it is not. */
export function overrideFault(
  scenario: Scenario,
  { pattern, value, place }: Override,
  isUsed: boolean,
  names: ReadonlySet<string>,
): InputError | null {
  if (attackPaths(scenario).some((path) => isMeant(pattern, path)) || isPlace(pattern)) {
    const expected =
      "a value of the defence, an unknown, or the raid's size: routes, launch points, timing and " +
      "mix of an attack are written in the scenario, not set";
    return new InputError({ place, path: pattern, expected, got: shownValue(value) });
  }
  if (isUsed) return null;
  const near = nearPaths(pattern, names);
  const hint = near.length === 0 ? "" : ` (near: ${near.join(", ")})`;
  const expected = `a path that ${scenario.written.id} reads${hint}`;
  return new InputError({ place, path: "", expected, got: shownValue(pattern) });
}
