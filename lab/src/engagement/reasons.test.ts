/** Each reason of the chain: a scene that ends in it, and the same scene with that obstacle lifted. */
import { describe, expect, it } from "vitest";
import type { CommandPostSetup, EnvelopeSetup } from "../scenario/setup.ts";
import { type Scene, scene, threatAt, threats } from "./flat.test-scene.ts";
import { PAIR_STATES, REASONS, type Reason } from "./refusal.ts";
import { Engagement } from "./replicate.ts";
import { tabulate } from "./tabulate.ts";
import { Tally } from "./tally.ts";

interface Case extends Scene {
  readonly post?: Partial<CommandPostSetup>;
}

/** States of all pairs, with how many pairs ended in each. */
function states({ post, ...options }: Case): Record<string, number> {
  const setup = scene(options);
  const commandPosts = [{ ...setup.commandPosts[0]!, ...post }];
  const tables = tabulate({ ...setup, commandPosts });
  const tally = new Tally(1, 1, tables.slotCount);
  new Engagement(tables).replicate(0, tally);
  const counted = PAIR_STATES.map((state, index) => [state, tally.pairs[index]!] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

const envelope: EnvelopeSetup = {
  rangeMin: 0,
  rangeMax: 1e6,
  heightMin: 0,
  heightMax: 1e6,
  threatSpeedMax: 1e5,
};
const within = (change: Partial<EnvelopeSetup>): Case => ({
  magazine: { envelopes: { ballistic: { ...envelope, ...change } } },
});
const step = (range: number): Case => ({
  sensor: { detection: { kind: "step", range, probability: 1 } },
});
/** A threat to the asset that the post takes for harmless until far beyond its end, or for 1 s. */
const misjudged = (halvingSeconds: number): Case => ({
  post: { misjudgement: { probability: 1, halvingSeconds } },
});

const CASES: readonly (readonly [Reason, string, Case, string, Case])[] = [
  [
    "switched-off",
    "switched off before the launch",
    { unit: { switchedOffSeconds: 0 } },
    "after",
    { unit: { switchedOffSeconds: 100 } },
  ],
  [
    "switched-off",
    "switched off before the opportunity opened",
    { unit: { switchedOffSeconds: 10, reactionSeconds: 20 } },
    "after",
    { unit: { switchedOffSeconds: 40, reactionSeconds: 20 } },
  ],
  [
    "failed-or-no-power",
    "a part never works",
    { unit: { availabilities: [0] } },
    "always",
    { unit: { availabilities: [1] } },
  ],
  [
    "failed-or-no-power",
    "the whole unit fails",
    { unit: { commonModeFailure: 1 } },
    "does not",
    { unit: { commonModeFailure: 0 } },
  ],
  [
    "not-ready",
    "ready after the flight",
    { unit: { readyFromSeconds: 100 } },
    "before",
    { unit: { readyFromSeconds: 20 } },
  ],
  [
    "not-ready",
    "never ready",
    { unit: { readyFromSeconds: Number.POSITIVE_INFINITY } },
    "at once",
    {},
  ],
  [
    "outside-sector",
    "looks away",
    { unit: { sector: { centre: -Math.PI / 2, width: 1 } } },
    "looks east",
    { unit: { sector: { centre: Math.PI / 2, width: 1 } } },
  ],
  [
    "outside-sector",
    "its radar looks no higher than 0.1 degrees",
    { sensor: { elevationMax: 0.0017 } },
    "than 90 degrees",
    {},
  ],
  [
    "below-horizon-or-masked",
    "the threat flies 10 m high and stays 60 km away",
    low(0),
    "a mast of 1 km",
    low(1000),
  ],
  [
    "not-detected-in-time",
    "the radar sees 5 km, the threat stays 10 km high",
    step(5_000),
    "100 km",
    step(100_000),
  ],
  [
    "not-detected-in-time",
    "a track forms after the last launch",
    { sensor: { scanPeriod: 1000, scanPhase: 55 } },
    "before",
    { sensor: { scanPeriod: 1000, scanPhase: 5 } },
  ],
  [
    "no-order",
    "every order is lost",
    { post: { linkReliability: 0 } },
    "none",
    { post: { linkReliability: 1 } },
  ],
  [
    "no-order",
    "fire is held",
    { post: { holdFire: ["ballistic"] } },
    "against aircraft only",
    { post: { holdFire: ["aircraft"] } },
  ],
  [
    "no-order",
    "identification takes 70 s",
    { post: { identificationSeconds: { ballistic: 70 } } },
    "20 s",
    { post: { identificationSeconds: { ballistic: 20 } } },
  ],
  ["no-order", "judged harmless for 100 s and more", misjudged(100), "for seconds", misjudged(0.1)],
  [
    "no-order",
    "the post is lost before the track, without a fallback",
    { post: { lostAtSeconds: 0 }, unit: { reactionSeconds: 5 } },
    "after the order",
    { post: { lostAtSeconds: 6 }, unit: { reactionSeconds: 5 } },
  ],
  [
    "no-time-left",
    "reacts after 55 s, under a post that is lost after the flight",
    { post: { lostAtSeconds: 100 }, unit: { reactionSeconds: 55 } },
    "45 s",
    { post: { lostAtSeconds: 100 }, unit: { reactionSeconds: 45 } },
  ],
  [
    "no-channel",
    "has none while there is a post, and no post from 30 s on",
    { post: { lostAtSeconds: 30 }, unit: { channels: 0 } },
    "one",
    { post: { lostAtSeconds: 30 }, unit: { channels: 1 } },
  ],
  ["outside-range", "reaches from 100 km on", within({ rangeMin: 1e5 }), "from 0", within({})],
  [
    "outside-height",
    "reaches from 20 km up",
    within({ heightMin: 20_000 }),
    "from 5",
    within({ heightMin: 5_000 }),
  ],
  [
    "too-fast",
    "meets up to 999 m/s",
    within({ threatSpeedMax: 999 }),
    "to 1,001",
    within({ threatSpeedMax: 1001 }),
  ],
  ["no-channel", "has no channel", { unit: { channels: 0 } }, "one", { unit: { channels: 1 } }],
  [
    "no-interceptor",
    "is empty",
    { magazine: { launchers: [0] } },
    "has one round",
    { magazine: { launchers: [1] } },
  ],
  [
    "no-interceptor",
    "has no round for the class",
    { magazine: { envelopes: {}, killProbability: {} } },
    "has",
    {},
  ],
  [
    "no-time-left",
    "reacts after 55 s",
    { unit: { reactionSeconds: 55 } },
    "45 s",
    { unit: { reactionSeconds: 45 } },
  ],
  [
    "no-time-left",
    "orders arrive after 55 s",
    { post: { orderDelaySeconds: 55 } },
    "45 s",
    { post: { orderDelaySeconds: 45 } },
  ],
];

/** A threat on a level course that never comes nearer than 60 km. */
function low(mastHeight: number): Case {
  return {
    sensor: { mastHeight },
    course: [
      [60_000, 0, 10],
      [60_000, 60_000, 10],
    ],
  };
}

describe("reasons", () => {
  it.each(CASES)("%s: %s; engaged if %4$s", (reason, _obstacle, blocked, _lifted, lifted) => {
    expect(states(blocked)).toEqual({ [reason]: 1 });
    expect(states(lifted)).toEqual({ engaged: 1 });
  });

  it("are all here", () => {
    expect(new Set(CASES.map(([reason]) => reason))).toEqual(new Set(REASONS));
  });

  it("no-channel: one of two that come together waits in vain for the only channel", () => {
    const two: Case = { threats: [threatAt("t1", 0), threatAt("t2", 0)] };
    const busy = { assessmentSeconds: 60 };
    expect(states({ ...two, unit: { channels: 1, ...busy } })).toEqual({
      engaged: 1,
      "no-channel": 1,
    });
    expect(states({ ...two, unit: { channels: 2, ...busy } })).toEqual({ engaged: 2 });
  });

  it("no-interceptor: the second of two waits for a reload of 60 s; one of 20 s saves it", () => {
    const waiting = (reloadSeconds: number): Case => ({
      threats: threats(2),
      magazine: { launchers: [1], roundsPerLauncher: 1, stock: 1, reloadSeconds },
    });
    expect(states(waiting(60))).toEqual({ engaged: 1, "no-interceptor": 1 });
    expect(states(waiting(20))).toEqual({ engaged: 2 });
  });
});
