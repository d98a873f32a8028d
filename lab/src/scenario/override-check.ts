/** Which wishes are refused, and why. */

import { InputError, shownValue } from "@pavise/catalogue";
import { nearNames } from "./near-name.ts";
import type { Override } from "./override.ts";
import type { Scenario } from "./scenario.ts";

/** Fields of a group that a user writes down and nothing varies. */
const attackFields = new Set([
  ...["threat", "aim", "launch", "apogee", "apogee_km", "route", "speed_m_s", "launch_times"],
  ...["launch_times_s", "threat_prefix", "split", "launch_angle_deg", "limits"],
  ...["releases", "turns_back"],
]);

/** Does a pattern mean something of the attack other than its size and its drawn unknowns? */
function meansAttack({ written }: Scenario, pattern: string, isUsed: boolean): boolean {
  const [first, second, third] = pattern.split(".");
  if (first === "assets") return !isUsed && third !== "arrival_radius_km" && third !== "value";
  if (first !== "raid" || isUsed) return false;
  if (third === undefined) return true;
  const sizeIsListed = written.raid.some(
    ({ id, launch_times_s: times }) => times !== undefined && (second === "*" || second === id),
  );
  return attackFields.has(third) || third === "*" || (third === "count" && sizeIsListed);
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
  if (meansAttack(scenario, pattern, isUsed) || isPlace(pattern)) {
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
