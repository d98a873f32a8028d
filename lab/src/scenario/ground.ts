/** The same scenario over another ground. */

import type { Catalogue, TerrainWindow } from "@pavise/catalogue";
import type { Scenario } from "./scenario.ts";

/** Smooth Earth at the level of each site, or heights that stand under places and hide threats. */
export type Ground = "smooth" | "coarse";

/** The ground that a user asks for in place of the scenario's: a word, or heights of the user's own. */
export type AskedGround = Ground | TerrainWindow;

/** As a report keeps it: a file by its name and the hash of its heights, never by its folder. */
export type WrittenGround = Ground | { readonly name: string; readonly hash: string };

/** The ground that a scenario is played over: smooth where it says nothing. */
export function groundOf({ written }: Scenario): Ground {
  return written.terrain ?? "smooth";
}

/**
 * A scenario with its ground replaced; all else, its hash included, is that of the file.
 *
 * @throws InputError for heights on the flat world, which has none.
 */
export function scenarioOver(scenario: Scenario, ground: Ground): Scenario {
  const { written, document } = scenario;
  if (ground === "coarse" && written.world === "flat") {
    throw document.fault(["world"], "wgs84 under ground that is not smooth");
  }
  return { ...scenario, written: { ...written, terrain: ground } };
}

/** Scenario and catalogue with the ground asked for. */
export function overGround(
  scenario: Scenario,
  catalogue: Catalogue,
  ground: AskedGround | undefined,
): { readonly scenario: Scenario; readonly catalogue: Catalogue } {
  if (ground === undefined) return { scenario, catalogue };
  if (typeof ground === "string") return { scenario: scenarioOver(scenario, ground), catalogue };
  const grounded = { ...catalogue, terrain: () => ground };
  return { scenario: scenarioOver(scenario, "coarse"), catalogue: grounded };
}

export function writtenGround(ground: AskedGround): WrittenGround {
  return typeof ground === "string" ? ground : { name: ground.title, hash: ground.hash };
}
