import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Setup } from "../scenario/setup.ts";
import { scene, threats } from "./flat.test-scene.ts";
import { ENGAGED, FATE, PAIR_STATES } from "./refusal.ts";
import { Engagement } from "./replicate.ts";
import { tabulate } from "./tabulate.ts";
import { Tally } from "./tally.ts";

/** Small engagements in which channels, rounds, spacing and time all may bind. */
const engagements = fc.record({
  count: fc.integer({ min: 1, max: 12 }),
  spacing: fc.integer({ min: 0, max: 8 }),
  channels: fc.integer({ min: 1, max: 6 }),
  rounds: fc.integer({ min: 0, max: 20 }),
  looks: fc.integer({ min: 1, max: 4 }),
  salvo: fc.integer({ min: 1, max: 3 }),
  launchSpacing: fc.integer({ min: 0, max: 5 }),
  kill: fc.double({ min: 0, max: 1, noNaN: true }),
  reliability: fc.double({ min: 0, max: 1, noNaN: true }),
  reaction: fc.integer({ min: 0, max: 30 }),
  commonMode: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Chosen = typeof engagements extends fc.Arbitrary<infer T> ? T : never;

function setupOf(chosen: Chosen): Setup {
  return scene({
    threats: threats(chosen.count, chosen.spacing).map((threat) => ({
      ...threat,
      flightReliability: chosen.reliability,
      failureFractions: [0, 0.25, 0.5, 0.75],
    })),
    unit: {
      channels: chosen.channels,
      looksMax: chosen.looks,
      salvoPerLook: [chosen.salvo],
      launchSpacingSeconds: chosen.launchSpacing,
      reactionSeconds: chosen.reaction,
      assessmentSeconds: 3,
      commonModeFailure: chosen.commonMode,
    },
    magazine: {
      launchers: [Math.floor(chosen.rounds / 2), Math.ceil(chosen.rounds / 2)],
      killProbability: { ballistic: chosen.kill },
    },
  });
}

function played(setup: Setup, replication = 0): Tally {
  const tables = tabulate(setup);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  new Engagement(tables).replicate(replication, tally);
  return tally;
}

const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0);

describe("laws of every engagement", () => {
  it("gives each threat one fate, each pair one state, each arrival one limit", () => {
    fc.assert(
      fc.property(engagements, fc.integer({ min: 0, max: 1e6 }), (chosen, replication) => {
        const tally = played(setupOf(chosen), replication);
        expect(sum(tally.fates)).toBe(chosen.count);
        expect(sum(tally.pairs)).toBe(chosen.count);
        expect(sum(tally.limits)).toBe(tally.fates[FATE.arrived]);
        expect(sum(tally.arrivals)).toBe(tally.fates[FATE.arrived]);
        expect(tally.leakers).toBe(tally.fates[FATE.arrived]);
      }),
      { numRuns: 300 },
    );
  });

  it("never fires more rounds than there are, nor more than salvo times looks allow", () => {
    fc.assert(
      fc.property(engagements, (chosen) => {
        const tally = played(setupOf(chosen));
        expect(tally.rounds[0]).toBeLessThanOrEqual(chosen.rounds);
        expect(tally.rounds[0]).toBeLessThanOrEqual(chosen.count * chosen.looks * chosen.salvo);
        expect(tally.pairs[ENGAGED]! > 0).toBe(tally.rounds[0]! > 0);
      }),
      { numRuns: 300 },
    );
  });

  it("changes no fate by a unit out of reach", () => {
    fc.assert(
      fc.property(engagements, (chosen) => {
        const setup = setupOf(chosen);
        const [unit, sensor] = [setup.fireUnits[0]!, setup.sensors[0]!];
        const far = {
          ...setup,
          commandPosts: [...setup.commandPosts, { id: "far-post", dropSeconds: 5 }],
          sensors: [...setup.sensors, { ...sensor, id: "far-radar", fireUnit: 1, commandPost: 1 }],
          fireUnits: [
            unit,
            {
              ...unit,
              id: "far",
              commandPost: 1,
              engagementSensor: 1,
              magazines: unit.magazines.map((magazine) => ({
                ...magazine,
                envelopes: {
                  ballistic: { ...magazine.envelopes.ballistic!, rangeMin: 9e5, rangeMax: 1e6 },
                },
              })),
            },
          ],
        };
        const [near, both] = [played(setup), played(far)];
        expect(both.fateHash).toBe(near.fateHash);
        expect(both.rounds[1]).toBe(0);
        expect(both.pairs.slice(0, PAIR_STATES.length)).toEqual(near.pairs);
      }),
      { numRuns: 100 },
    );
  });

  it("lets no more through with more rounds, channels or kill probability, on the same luck", () => {
    const better = fc.constantFrom<(chosen: Chosen) => Chosen>(
      (chosen) => ({ ...chosen, rounds: 2 * chosen.rounds + 2 }),
      (chosen) => ({ ...chosen, kill: Math.min(1, chosen.kill + 0.3) }),
    );
    fc.assert(
      fc.property(engagements, better, fc.integer({ min: 0, max: 1000 }), (chosen, improve, n) => {
        const before = played(setupOf(chosen), n);
        const after = played(setupOf(improve(chosen)), n);
        expect(after.fates[FATE.arrived]).toBeLessThanOrEqual(before.fates[FATE.arrived]!);
      }),
      { numRuns: 500 },
    );
  });
});
