/** The ground that is set beside a scenario's own where threats fly low. */

import type { Catalogue } from "@pavise/catalogue";
import type { StudyGround } from "../study/subject.ts";
import { type DressSettings, dress } from "./dress.ts";
import { groundOf, scenarioOver } from "./ground.ts";
import { lowFlyers } from "./low-flyer.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Coarse terrain for a scenario over smooth Earth, and smooth Earth for any other; null on the flat
 * world and where no threat flies low at the likely values. Whether the catalogue knows heights there
 * shows when it is played.
 */
export function otherGround(
  scenario: Scenario,
  catalogue: Catalogue | null,
  settings: Omit<DressSettings, "draw">,
): StudyGround | null {
  if (scenario.written.world === "flat") return null;
  const likely = dress(scenario, catalogue, { ...settings, draw: 0 });
  const low = lowFlyers(likely);
  if (low === 0) return null;
  const other = groundOf(scenario) === "smooth" ? "coarse" : "smooth";
  const over = scenarioOver(scenario, other);
  return {
    ground: likely.terrain?.id ?? "smooth",
    other,
    lowFlyers: low,
    threats: likely.threats.length,
    setup: (option, draw) => dress(over, catalogue, { ...settings, option, draw }),
  };
}
