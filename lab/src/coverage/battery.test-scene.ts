/** One battery over smooth ground, and the radar that it shoots by. */

import type { FireUnitSetup, SensorSetup, Setup } from "../scenario/setup.ts";

export const degree = Math.PI / 180;
const position = [33.8 * degree, 42.4 * degree, 190] as const;
const allRound = { centre: 0, width: 2 * Math.PI };

export const sensor: SensorSetup = {
  id: "radar",
  role: "engagement",
  fireUnit: 0,
  commandPost: 0,
  position,
  mastHeight: 7,
  detection: {
    kind: "radar",
    referenceRange: 340_000,
    referenceRcs: 2,
    referenceProbability: 0.9,
    falseAlarmProbability: 1e-6,
    rangeInstrumented: 400_000,
  },
  scanPeriod: 2,
  scanPhase: "uniform",
  initiationM: 3,
  initiationN: 5,
  elevationMin: -Math.PI / 2,
  elevationMax: 80 * degree,
  sector: allRound,
};

export const unit: FireUnitSetup = {
  id: "unit",
  system: "s400",
  commandPost: 0,
  position,
  engagementSensor: 0,
  channels: 10,
  reactionSeconds: 12,
  launchSpacingSeconds: 2,
  assessmentSeconds: 4,
  salvoPerLook: [2],
  looksMax: 1,
  sector: allRound,
  commonModeFailure: 0,
  availabilities: [],
  readyFromSeconds: 0,
  switchedOffSeconds: Number.POSITIVE_INFINITY,
  magazines: [
    {
      interceptor: "long",
      launchers: [4],
      roundsPerLauncher: 4,
      reloadSeconds: 0,
      stock: 0,
      flyOut: { kind: "speed", speed: 1300 },
      envelopes: {
        ballistic: {
          rangeMin: 3000,
          rangeMax: 60_000,
          heightMin: 2000,
          heightMax: 25_000,
          threatSpeedMax: 4800,
        },
        aircraft: {
          rangeMin: 3000,
          rangeMax: 250_000,
          heightMin: 10,
          heightMax: 27_000,
          threatSpeedMax: 4800,
        },
      },
      killProbability: { ballistic: 0.5, aircraft: 0.5 },
      unitCostUsd: 0,
    },
  ],
  systemCostUsd: 0,
};

export const setup: Setup = {
  world: "wgs84",
  seed: 1,
  draw: 0,
  assets: [],
  courses: [],
  threats: [],
  sensors: [sensor],
  commandPosts: [{ id: "post", dropSeconds: 0 }],
  fireUnits: [unit],
};
