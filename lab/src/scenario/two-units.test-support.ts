/** A town with two units of its own on the flat world, for tests of command and supply. */

import type { Catalogue } from "@pavise/catalogue";
import { dress } from "./dress.ts";
import { overrideFromText } from "./override.ts";
import { scenarioFromValue } from "./scenario.ts";
import type { Setup } from "./setup.ts";

export type Fields = Record<string, unknown>;

const magazine = {
  interceptor: "round",
  launchers: 2,
  rounds_per_launcher: 4,
  flight_time_s: 5,
  envelopes: { rocket: {} },
  single_shot_kill_probability: { rocket: 0.5 },
};

const unit = {
  at: "town",
  channels: 3,
  reaction_time_s: 1,
  launch_spacing_s: 2,
  assessment_time_s: 3,
  magazines: [magazine],
};

/** Fields laid over the parts of {@link twoUnits}. */
export interface Changes {
  readonly north?: Fields;
  readonly south?: Fields;
  readonly option?: Fields;
  readonly asset?: Fields;
  readonly magazine?: Fields;
}

export function twoUnits(changes: Changes = {}): Fields {
  const magazines = [{ ...magazine, ...changes.magazine }];
  return {
    schema: "pavise-scenario/1",
    id: "town",
    title: "A town",
    question: "What reaches it?",
    world: "flat",
    assets: [
      { id: "town", east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 2, ...changes.asset },
    ],
    threats: { shell: { class: "rocket" } },
    raid: [
      {
        id: "salvo",
        threat: "shell",
        aim: "town",
        route: [
          { east_m: 0, north_m: 30_000, altitude_m: 3000 },
          { east_m: 0, north_m: 0, altitude_m: 0 },
        ],
        speed_m_s: 300,
        launch_times_s: [0, 10, 20],
      },
    ],
    doctrine: { salvo_per_look: [2, 1], looks_max: "unlimited" },
    options: [
      {
        id: "one",
        units: [
          { id: "north", ...unit, magazines, ...changes.north },
          { id: "south", ...unit, magazines, ...changes.south },
        ],
        ...changes.option,
      },
    ],
  };
}

export function dressedUnits(
  changes: Changes = {},
  catalogue: Catalogue | null = null,
  wishes: readonly string[] = [],
): Setup {
  return dress(scenarioFromValue(twoUnits(changes)), catalogue, {
    option: "one",
    seed: 1,
    draw: 0,
    overrides: wishes.map((wish) => overrideFromText(wish)),
  });
}
