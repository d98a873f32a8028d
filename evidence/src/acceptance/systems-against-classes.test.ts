/**
 * What each system of the catalogue can and cannot do against each class of threat: an engagement
 * that succeeds, and the edges of the envelope from both sides; or the refusal.
 */
import { type ThreatClass, threatClasses } from "@pavise/catalogue";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { Engagement, FATE, Tally, tabulate } from "@pavise/lab";
import { describe, expect, it } from "vitest";
import {
  armament,
  type Limits,
  limitsOf,
  type Probe,
  pairStates,
  plainSetup,
  probeSetup,
} from "../setups/system-probes.ts";

const catalogue = packedCatalogue();

/** Letters of the classes that each interceptor is used against, as the catalogue has it today. */
const OVERVIEW = `
hq9 hq9_msl .cda.
iron_dome tamir .cdar
kmsam2 kmsam2_msl bcda.
nasams aim120_sl .cda.
pantsir_s1 57e6 .cda.
patriot pac2_gemt bcda.
patriot pac3_cri bcda.
patriot pac3_mse bcda.
s400 40n6e .cda.
s400 48n6e3 bcda.
s400 48n6e2 .cda.
s400 9m96e2 .cda.
s400 9m96e .cda.
sampt aster30b1 bcda.
sampt aster30b1nt bcda.
thaad thaad_int b....
tor_m2 9m331_338 .cda.
`;

interface Pair {
  readonly system: string;
  readonly interceptor: string;
  readonly class: ThreatClass;
  readonly limits: Limits | null;
}

const pairs = [...catalogue.systems.keys()].flatMap((system) =>
  armament(catalogue, system).flatMap((interceptor) =>
    threatClasses.map((name): Pair => {
      const limits = limitsOf(catalogue, system, interceptor, name);
      return { system, interceptor, class: name, limits };
    }),
  ),
);

/** Shares of a limit just inside and just outside of it. */
const INSIDE = 0.99;
const OUTSIDE = 1.01;

/** Probes on both sides of each edge, by what must become of them. */
function edges(limits: Limits): Map<string, Probe[]> {
  const { rangeMinKm, rangeMaxKm, heightMinKm, heightMaxKm, speedMax } = limits;
  const middle = {
    rangeKm: (rangeMinKm + rangeMaxKm) / 2,
    heightKm: (heightMinKm + heightMaxKm) / 2,
  };
  // Far away the low edge lies below the horizon.
  const low = { rangeKm: Math.min(middle.rangeKm, 3 * rangeMinKm) };
  return new Map([
    [
      "engaged",
      [
        { id: "near-inside", ...middle, rangeKm: rangeMinKm / INSIDE },
        { id: "far-inside", ...middle, rangeKm: rangeMaxKm * INSIDE },
        { id: "low-inside", ...low, heightKm: heightMinKm / INSIDE },
        { id: "high-inside", ...middle, heightKm: heightMaxKm * INSIDE },
        { id: "slower", ...middle, speed: speedMax * INSIDE },
      ],
    ],
    [
      "outside-range",
      [
        { id: "near-outside", ...middle, rangeKm: rangeMinKm / OUTSIDE },
        { id: "far-outside", ...middle, rangeKm: rangeMaxKm * OUTSIDE },
      ],
    ],
    [
      "outside-height",
      [
        { id: "low-outside", ...low, heightKm: heightMinKm / OUTSIDE },
        { id: "high-outside", ...middle, heightKm: heightMaxKm * OUTSIDE },
      ],
    ],
    ["too-fast", [{ id: "faster", ...middle, speed: speedMax * OUTSIDE }]],
  ]);
}

const title = (pair: Pair): string => `${pair.system} ${pair.interceptor} against ${pair.class}`;
const engaged = pairs.filter((pair) => pair.limits !== null);
const refused = pairs.filter((pair) => pair.limits === null);

describe("systems against classes of threat", () => {
  it("are 17 interceptors of 10 systems, used as the catalogue has it", () => {
    const lines = new Map<string, string>();
    for (const { system, interceptor, class: name, limits } of pairs) {
      const start = `${system} ${interceptor}`;
      lines.set(start, `${lines.get(start) ?? `${start} `}${limits === null ? "." : name[0]}`);
    }
    expect([...lines.values()]).toEqual(OVERVIEW.trim().split("\n"));
  });

  it.each(engaged.map((pair) => [title(pair), pair] as const))(
    "%s: stops what comes within reach, and nothing beyond any edge",
    (_title, pair) => {
      const tables = tabulate(plainSetup(catalogue, pair));
      const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
      new Engagement(tables).replicate(0, tally);
      expect(tally.fates[FATE.intercepted]).toBe(1);
      const expected = edges(pair.limits!);
      const probes = [...expected.values()].flat();
      const states = pairStates(probeSetup(catalogue, { ...pair, probes }));
      for (const [state, list] of expected) {
        for (const { id } of list) expect(states.get(id), id).toBe(state);
      }
    },
  );

  it.each(refused.map((pair) => [title(pair), pair] as const))(
    "%s: refused, as it has no interceptor for it",
    (_title, pair) => {
      const states = pairStates(plainSetup(catalogue, pair));
      expect([...states.values()]).toEqual(["no-interceptor"]);
    },
  );
});
