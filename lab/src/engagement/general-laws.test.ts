/** Laws of engagements in general: two units, any control, any policy, doubt, loss and failure. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Setup } from "../scenario/setup.ts";
import { scene, threats } from "./flat.test-scene.ts";
import { type General, generalSetup, generals } from "./general.test-scene.ts";
import { journalOf, tallyFromJournal } from "./journal.ts";
import { FATE } from "./refusal.ts";
import { Engagement } from "./replicate.ts";
import { tabulate } from "./tabulate.ts";
import { Tally } from "./tally.ts";

function arrivals(setup: Setup, replications: number): number {
  const tables = tabulate(setup);
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  let sum = 0;
  for (let n = 0; n < replications; n++) {
    engagement.replicate(n, tally);
    sum += tally.fates[FATE.arrived]!;
  }
  return sum;
}

/** What became of each threat, in words. */
function fates(setup: Setup, replication: number): string[] {
  const ends = setup.threats.map(() => "");
  for (const { kind, threat } of journalOf(tabulate(setup), replication).journal.records) {
    const isEnd = /^threat-(fell|intercepted|arrived|fell-short)$/.test(kind);
    if (isEnd) ends[threat] = kind;
  }
  return ends;
}

const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0);

describe("laws of engagements in general", () => {
  it("tells in the journal the tally of the engine, whose fates and states sum up", () => {
    fc.assert(
      fc.property(generals, fc.integer({ min: 0, max: 1e5 }), (chosen, replication) => {
        const tables = tabulate(generalSetup(chosen));
        const { journal, tally } = journalOf(tables, replication);
        expect(tallyFromJournal(tables, journal)).toEqual(tally);
        expect(sum(tally.fates)).toBe(chosen.launches.length);
        expect(sum(tally.pairs)).toBe(2 * chosen.launches.length);
        expect(sum(tally.limits)).toBe(tally.fates[FATE.arrived]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["rounds", (chosen: General) => ({ ...chosen, rounds: chosen.rounds + 4 })],
    ["channels", (chosen: General) => ({ ...chosen, channels: chosen.channels + 2 })],
    ["kill probability", (chosen: General) => ({ ...chosen, kill: chosen.kill + 0.1 })],
  ] as const)("lets fewer through with more %s, in the mean over 1,000 scenes", (_what, more) => {
    let [before, after] = [0, 0];
    for (const chosen of fc.sample(generals, { seed: 4, numRuns: 1000 })) {
      before += arrivals(generalSetup(chosen), 8);
      after += arrivals(generalSetup(more(chosen)), 8);
    }
    expect(after).toBeLessThan(before);
  });

  it("lets a threat fare as without a defence if no order was given before the switch-off", () => {
    fc.assert(
      fc.property(generals, fc.integer({ min: 0, max: 90 }), (chosen, off) => {
        const setup = generalSetup(chosen);
        const switchedOff = {
          ...setup,
          fireUnits: setup.fireUnits.map((unit) => ({ ...unit, switchedOffSeconds: off })),
        };
        const undefended = { ...setup, fireUnits: [], sensors: [] };
        const without = fates(undefended, 0);
        const { records } = journalOf(tabulate(switchedOff), 0).journal;
        const orders = records.filter(({ kind }) => kind === "engagement-ordered");
        expect(orders.every(({ seconds }) => seconds < off)).toBe(true);
        const ordered = new Set(orders.map(({ threat }) => threat));
        fates(switchedOff, 0).forEach((fate, threat) => {
          if (!ordered.has(threat)) expect(fate).toBe(without[threat]);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("gives every order 4,096 s later, and no other, when everything happens so much later", () => {
    const shift = 4096;
    fc.assert(
      fc.property(generals, (chosen) => {
        const general = generalSetup(chosen);
        const [base, town] = general.assets;
        // Worth a little more: a policy that weighs the hour itself would give way to it later on.
        const setup = { ...general, assets: [{ ...base!, value: 1.2 }, town!] };
        const later: Setup = {
          ...setup,
          threats: setup.threats.map((threat) => {
            return { ...threat, launchSeconds: threat.launchSeconds + shift };
          }),
          commandPosts: setup.commandPosts.map((post) => {
            const { lostAtSeconds: lost } = post;
            return lost === undefined ? post : { ...post, lostAtSeconds: lost + shift };
          }),
        };
        const orders = (of: Setup, by: number) =>
          journalOf(tabulate(of), 0)
            .journal.records.filter(({ kind }) => kind === "engagement-ordered")
            .map(({ seconds, unit, threat }) => `${seconds - by} s: ${unit} at ${threat}`);
        expect(orders(later, shift)).toEqual(orders(setup, 0));
      }),
      { numRuns: 100 },
    );
  });

  it("moves no fate and no time by 1 ms when everything is shifted in longitude", () => {
    const degree = Math.PI / 180;
    const base = scene();
    const shifted = (longitude: number): Setup => {
      const at = (latitude: number, east: number, height: number) =>
        [latitude * degree, longitude + east * degree, height] as const;
      return {
        ...base,
        world: "wgs84",
        assets: [{ ...base.assets[0]!, position: at(34, 42, 180) }],
        courses: [
          {
            kind: "ballistic",
            launch: at(34.3, 46.9, 1400),
            aim: at(34, 42, 180),
            apogee: "minimum-energy",
            ballisticCoefficient: 6000,
          },
          { kind: "route", waypoints: [at(35, 43, 500), at(34, 42, 180)], speeds: [0, 240] },
        ],
        threats: threats(8, 7).map((threat, k) => ({ ...threat, course: k % 2, cep: 4000 })),
        sensors: [
          {
            ...base.sensors[0]!,
            position: at(34, 42, 180),
            mastHeight: 20,
            detection: { kind: "step", range: 300_000, probability: 0.6 },
            scanPhase: "uniform",
          },
        ],
        fireUnits: [
          {
            ...base.fireUnits[0]!,
            position: at(34, 42, 180),
            channels: 2,
            magazines: base.fireUnits[0]!.magazines.map((magazine) => ({
              ...magazine,
              flyOut: { kind: "speed" as const, speed: 1300 },
              killProbability: { ballistic: 0.5 },
            })),
          },
        ],
      };
    };
    const told = (longitude: number) => journalOf(tabulate(shifted(longitude)), 3).journal.records;
    const here = told(0);
    expect(here.filter(({ kind }) => kind === "engagement-ordered").length).toBeGreaterThan(3);
    for (const longitude of [-130, -41.5, 0.001, 17, 90, 133]) {
      const there = told(longitude * degree);
      expect(there.map(({ kind, threat }) => `${kind} ${threat}`)).toEqual(
        here.map(({ kind, threat }) => `${kind} ${threat}`),
      );
      there.forEach(({ seconds }, k) => {
        expect(Math.abs(seconds - here[k]!.seconds)).toBeLessThan(0.001);
      });
    }
  });
});
