/** Small engagements on the flat world for tests: everything is certain unless a test says otherwise. */

import type {
  AssetSetup,
  FireUnitSetup,
  MagazineSetup,
  Position,
  SensorSetup,
  Setup,
  ThreatSetup,
} from "../scenario/setup.ts";

const ALL_ROUND = { centre: 0, width: 2 * Math.PI };

const asset: AssetSetup = { id: "base", position: [0, 0, 0], arrivalRadius: 5_000 };

/** Sees everything within 1,000 km on its first scan, at launch. */
const sensor: SensorSetup = {
  id: "radar",
  role: "engagement",
  fireUnit: 0,
  commandPost: 0,
  position: [0, 0, 0],
  mastHeight: 1_000_000,
  detection: { kind: "step", range: 1_000_000, probability: 1 },
  scanPeriod: 1,
  scanPhase: 0,
  initiationM: 1,
  initiationN: 1,
  elevationMin: -Math.PI / 2,
  elevationMax: Math.PI / 2,
  sector: ALL_ROUND,
};

const everywhere = {
  rangeMin: 0,
  rangeMax: 1_000_000,
  heightMin: -1,
  heightMax: 1_000_000,
  threatSpeedMax: 100_000,
};

const magazine: MagazineSetup = {
  interceptor: "round",
  launchers: [100],
  roundsPerLauncher: 100,
  reloadSeconds: 0,
  stock: 0,
  flyOut: { kind: "fixed", seconds: 10 },
  envelopes: { ballistic: everywhere },
  killProbability: { ballistic: 1 },
  unitCostUsd: 1_000_000,
};

const unit: FireUnitSetup = {
  id: "battery",
  system: "flat",
  commandPost: 0,
  position: [0, 0, 0],
  engagementSensor: 0,
  channels: 100,
  reactionSeconds: 0,
  launchSpacingSeconds: 0,
  assessmentSeconds: 0,
  salvoPerLook: [1],
  looksMax: 1,
  sector: ALL_ROUND,
  commonModeFailure: 0,
  availabilities: [],
  readyFromSeconds: 0,
  switchedOffSeconds: Number.POSITIVE_INFINITY,
  magazines: [magazine],
  systemCostUsd: 0,
};

export function threatAt(id: string, launchSeconds: number, course = 0): ThreatSetup {
  return {
    id,
    type: "straight",
    class: "ballistic",
    course,
    launchSeconds,
    asset: 0,
    rcs: 1,
    swerling: 1,
    flightReliability: 1,
    failureFractions: [0],
    cep: 0,
    unitCostUsd: 300_000,
  };
}

export interface Scene {
  readonly threats?: readonly ThreatSetup[];
  readonly unit?: Partial<FireUnitSetup>;
  readonly magazine?: Partial<MagazineSetup>;
  readonly sensor?: Partial<SensorSetup>;
  readonly flightSeconds?: number;
  readonly speed?: number;
  /** Waypoints in place of the flight from the east. */
  readonly course?: readonly Position[];
}

/** One battery at the base; threats come from the east at 1 km/s for a minute unless told. */
export function scene(options: Scene = {}): Setup {
  const { threats = [threatAt("t1", 0)], flightSeconds = 60, speed = 1_000 } = options;
  return {
    world: "flat",
    seed: 1,
    draw: 0,
    assets: [asset],
    courses: [
      {
        kind: "route",
        waypoints: options.course ?? [
          [flightSeconds * speed, 0, 10_000],
          [0, 0, 10_000],
        ],
        speeds: [0, speed],
      },
    ],
    threats,
    sensors: [{ ...sensor, ...options.sensor }],
    commandPosts: [{ id: "post", dropSeconds: 5 }],
    fireUnits: [{ ...unit, magazines: [{ ...magazine, ...options.magazine }], ...options.unit }],
  };
}

export function threats(count: number, spacingSeconds = 0): ThreatSetup[] {
  return Array.from({ length: count }, (_, i) => threatAt(`t${i + 1}`, i * spacingSeconds));
}
