/** Scenes with two units under any control and policy, for laws that must hold in general. */

import fc from "fast-check";
import type { CommandPostSetup, FireUnitSetup, SensorSetup, Setup } from "../scenario/setup.ts";
import { scene, threatAt } from "./flat.test-scene.ts";
import { POLICY_NAMES } from "./policy.ts";

export const CONTROLS = ["autonomous", "coordinated", "centralised"] as const;

export const generals = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  launches: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 10 }),
  control: fc.constantFrom(...CONTROLS),
  policy: fc.constantFrom(...POLICY_NAMES),
  channels: fc.integer({ min: 1, max: 3 }),
  rounds: fc.integer({ min: 0, max: 8 }),
  looks: fc.integer({ min: 1, max: 3 }),
  salvo: fc.integer({ min: 1, max: 2 }),
  launchSpacing: fc.integer({ min: 0, max: 4 }),
  kill: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  reliability: fc.double({ min: 0.3, max: 1, noNaN: true }),
  reaction: fc.integer({ min: 0, max: 20 }),
  detection: fc.double({ min: 0.2, max: 1, noNaN: true }),
  lostAt: fc.integer({ min: 0, max: 60 }),
  link: fc.double({ min: 0.5, max: 1, noNaN: true }),
  doubt: fc.double({ min: 0, max: 0.5, noNaN: true }),
});
export type General = typeof generals extends fc.Arbitrary<infer T> ? T : never;

/** Posts by control: one a unit; one for both; one that is lost, with one a unit to fall back on. */
function posts(chosen: General): CommandPostSetup[] {
  const rules = {
    dropSeconds: 6,
    policy: chosen.policy,
    misjudgement: { probability: chosen.doubt, halvingSeconds: 3 },
  };
  const own = ["north", "south"].map((id) => ({ id: `${id}-post`, ...rules }));
  if (chosen.control === "autonomous") return own;
  const centre = { id: "centre", ...rules, linkReliability: chosen.link, orderDelaySeconds: 1 };
  if (chosen.control === "coordinated") return [centre];
  return [{ ...centre, lostAtSeconds: chosen.lostAt }, ...own];
}

export function generalSetup(chosen: General): Setup {
  const base = scene({
    threats: chosen.launches.map((seconds, k) => ({
      ...threatAt(`t${k + 1}`, seconds, k % 2),
      asset: k % 2,
      flightReliability: chosen.reliability,
      failureFractions: [0, 0.3, 0.7],
    })),
  });
  const { courses, assets, sensors, fireUnits } = base;
  const isAutonomous = chosen.control === "autonomous";
  const units = ["north", "south"].map(
    (id, index): FireUnitSetup => ({
      ...fireUnits[0]!,
      id,
      position: [0, 5_000 * (1 - 2 * index), 0],
      commandPost: isAutonomous ? index : 0,
      ...(chosen.control === "centralised" ? { fallbackPost: index + 1 } : {}),
      engagementSensor: index,
      channels: chosen.channels,
      reactionSeconds: chosen.reaction,
      launchSpacingSeconds: chosen.launchSpacing,
      assessmentSeconds: 3,
      killDeclared: { ifKilled: 0.9, ifMissed: 0.05 },
      salvoPerLook: [chosen.salvo],
      looksMax: chosen.looks,
      magazines: [
        {
          ...fireUnits[0]!.magazines[0]!,
          launchers: [chosen.rounds],
          flyOut: { kind: "speed", speed: 1_500 + 500 * index },
          killProbability: { ballistic: chosen.kill },
        },
      ],
    }),
  );
  const radars = units.map(
    (unit, index): SensorSetup => ({
      ...sensors[0]!,
      id: `${unit.id}-radar`,
      fireUnit: index,
      commandPost: unit.commandPost,
      position: unit.position,
      detection: { kind: "step", range: 70_000, probability: chosen.detection },
      scanPeriod: 4,
      scanPhase: "uniform",
    }),
  );
  const southern: Setup["courses"][number] = {
    kind: "route",
    waypoints: [
      [0, -80_000, 8_000],
      [0, -9_000, 0],
    ],
    speeds: [0, 1_200],
  };
  return {
    ...base,
    seed: chosen.seed,
    assets: [
      { ...assets[0]!, value: 3 },
      { id: "town", position: [0, -9_000, 0], arrivalRadius: 5_000 },
    ],
    courses: [...courses, southern],
    sensors: radars,
    commandPosts: posts(chosen),
    fireUnits: units,
  };
}
