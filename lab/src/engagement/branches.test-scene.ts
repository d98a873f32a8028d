/** Aircraft of the flat world that carry weapons and turn back: one battery, a radar that sees all. */

import fc from "fast-check";
import type { CourseSetup, Position, Setup, ThreatSetup } from "../scenario/setup.ts";
import { type Scene, scene, threatAt } from "./flat.test-scene.ts";

/** m/s of everything here; weapons fly on straight from the release to the base. */
export const SPEED = 250;
const START = 90_000;
const RELEASE = 20_000;
/** North of the base, metres: where the aircraft can turn back. */
const TURNS = [60_000, 50_000, 40_000, 30_000];

export const releaseSeconds = (START - RELEASE) / SPEED;
export const turnSeconds = TURNS.map((north) => (START - north) / SPEED);

const above = (north: number, east = 0): Position => [east, north, 5000];

function route(waypoints: readonly Position[]): CourseSetup {
  return { kind: "route", waypoints, speeds: waypoints.map((_, k) => (k === 0 ? 0 : SPEED)) };
}

const courses = [
  route([above(START), above(RELEASE), above(START, 30_000)]),
  ...TURNS.map((north) => route([above(START), above(north), above(START, 30_000)])),
  route([above(RELEASE), [0, 0, 0]]),
];

export interface Strike extends Scene {
  /** Of turning back when fired upon. */
  readonly turns?: number;
  readonly reactionSeconds?: number;
  readonly aircraft?: Partial<ThreatSetup>;
  readonly weapon?: Partial<ThreatSetup>;
  /** When each aircraft starts. */
  readonly launches?: readonly number[];
}

/** Each aircraft carries two weapons, releases them 20 km away and flies home. */
export function strike(options: Strike = {}): Setup {
  const { turns = 0, reactionSeconds = 5, launches = [0] } = options;
  const threats = launches.flatMap((launch, k): ThreatSetup[] => [
    {
      ...threatAt(`a${k + 1}`, launch),
      turnBack: {
        homeSeconds: releaseSeconds,
        firedUpon: {
          probability: turns,
          reactionSeconds,
          branches: turnSeconds.map((seconds, at) => ({ turnSeconds: seconds, course: 1 + at })),
        },
      },
      ...options.aircraft,
    },
    ...["w", "v"].map((name) => ({
      ...threatAt(`${name}${k + 1}`, launch + releaseSeconds, courses.length - 1),
      carrier: 3 * k,
      ...options.weapon,
    })),
  ]);
  return { ...scene({ ...options, threats }), courses };
}

export const strikes = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  launches: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
  turns: fc.double({ min: 0, max: 1, noNaN: true }),
  reactionSeconds: fc.integer({ min: 0, max: 60 }),
  channels: fc.integer({ min: 1, max: 3 }),
  rounds: fc.integer({ min: 0, max: 12 }),
  looks: fc.integer({ min: 1, max: 3 }),
  salvo: fc.integer({ min: 1, max: 2 }),
  kill: fc.double({ min: 0, max: 1, noNaN: true }),
  reliability: fc.double({ min: 0.5, max: 1, noNaN: true }),
  speed: fc.integer({ min: 400, max: 2000 }),
  range: fc.integer({ min: 15_000, max: 95_000 }),
  detection: fc.double({ min: 0.05, max: 1, noNaN: true }),
});
export type AnyStrike = typeof strikes extends fc.Arbitrary<infer T> ? T : never;

export function strikeOf(chosen: AnyStrike): Setup {
  const { channels, kill, looks, salvo, speed, range: rangeMax, launches, turns } = chosen;
  const reliable = { flightReliability: chosen.reliability, failureFractions: [0, 0.3, 0.9] };
  const envelope = { rangeMin: 0, rangeMax, heightMin: -1, heightMax: 1e6, threatSpeedMax: 1e5 };
  const setup = strike({
    launches,
    turns,
    reactionSeconds: chosen.reactionSeconds,
    aircraft: reliable,
    weapon: reliable,
    unit: {
      channels,
      looksMax: looks,
      salvoPerLook: [salvo],
      launchSpacingSeconds: 3,
      assessmentSeconds: 4,
      reactionSeconds: 8,
    },
    sensor: {
      detection: { kind: "step", range: 95_000, probability: chosen.detection },
      scanPeriod: 6,
      scanPhase: "uniform",
    },
  });
  const unit = setup.fireUnits[0]!;
  const magazine = {
    ...unit.magazines[0]!,
    launchers: [chosen.rounds],
    flyOut: { kind: "speed" as const, speed },
    envelopes: { ballistic: envelope },
    killProbability: { ballistic: kill },
  };
  return { ...setup, seed: chosen.seed, fireUnits: [{ ...unit, magazines: [magazine] }] };
}
