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

function arrived(chosen: Chosen, replication: number): number {
  return played(setupOf(chosen), replication).fates[FATE.arrived]!;
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

  it("lets no more through with more rounds or kill probability, on the same luck", () => {
    const better = fc.constantFrom<(chosen: Chosen) => Chosen>(
      (chosen) => ({ ...chosen, rounds: 2 * chosen.rounds + 2 }),
      (chosen) => ({ ...chosen, rounds: chosen.rounds + 1 }),
      (chosen) => ({ ...chosen, kill: Math.min(1, chosen.kill + 0.3) }),
    );
    fc.assert(
      fc.property(engagements, better, fc.integer({ min: 0, max: 1000 }), (chosen, improve, n) => {
        // Threats that fail by themselves are not alike.
        const before = { ...chosen, reliability: 1 };
        expect(arrived(improve(before), n)).toBeLessThanOrEqual(arrived(before, n));
      }),
      { numRuns: 500 },
    );
  });

  it("lets no more through with more channels, where rounds and launch times are not shared", () => {
    fc.assert(
      fc.property(engagements, fc.integer({ min: 0, max: 1000 }), (chosen, n) => {
        const before = { ...chosen, reliability: 1, rounds: 500, launchSpacing: 0 };
        const after = { ...before, channels: chosen.channels + 1 };
        expect(arrived(after, n)).toBeLessThanOrEqual(arrived(before, n));
      }),
      { numRuns: 300 },
    );
  });
});

/**
 * Exceptions: a second channel that lets a second threat through. The kill draw belongs to the threat's
 * k-th shot, so what decides is how many shots each threat gets.
 */
describe("a channel more can cost a threat", () => {
  const two: Chosen = {
    count: 2,
    spacing: 20,
    channels: 1,
    rounds: 5,
    looks: 3,
    salvo: 1,
    launchSpacing: 0,
    kill: 0.1,
    reliability: 1,
    reaction: 15,
    commonMode: 0,
  };
  const withTwo = (chosen: Chosen): Chosen => ({ ...chosen, channels: 2 });

  it("when rounds are few: the first threat's third shot takes the round of the second's", () => {
    // One channel: two shots at the first, which is past, then three at the second; the last kills.
    // Two channels: both are engaged at once, the first draws its third shot, and five are spent.
    expect(arrived(two, 36)).toBe(1);
    expect(arrived(withTwo(two), 36)).toBe(2);
    expect(arrived({ ...withTwo(two), rounds: 6 }, 36)).toBe(1);
  });

  it("when launches must be 10 s apart: turns taken leave the second threat no third shot", () => {
    // One channel: launches at 15 and 28 s at the first, at 41, 54 and 67 s at the second.
    // Two channels: 15, 28 and 48 s at the first, 38 and 58 s at the second; by 71 s it is too late.
    const spaced = { ...two, rounds: 100, launchSpacing: 10, kill: 0.3 };
    expect(arrived(spaced, 3)).toBe(1);
    expect(arrived(withTwo(spaced), 3)).toBe(2);
    expect(arrived({ ...withTwo(spaced), launchSpacing: 0 }, 3)).toBe(1);
  });
});
