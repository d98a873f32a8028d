/**
 * Small raids on the flat world, written by hand, each with one thing that binds. They serve the
 * comparison of engine and baseline, golden runs and the heap measurement, where a scenario file
 * would hide the one number that matters.
 */
import type {
  CourseSetup,
  FireUnitSetup,
  MagazineSetup,
  SensorSetup,
  Setup,
  ThreatSetup,
} from "@pavise/lab";

const ALL_ROUND = { centre: 0, width: 2 * Math.PI };

/** Rounds of 900 m/s that reach 35 km and 15 km high, on four launchers. */
export function flatMagazine(changes: Partial<MagazineSetup> = {}): MagazineSetup {
  return {
    interceptor: "round",
    launchers: [4, 4, 4, 4],
    roundsPerLauncher: 4,
    reloadSeconds: 40,
    stock: 10,
    flyOut: { kind: "speed", speed: 900 },
    envelopes: {
      cruise: {
        rangeMin: 1500,
        rangeMax: 35_000,
        heightMin: 10,
        heightMax: 15_000,
        threatSpeedMax: 700,
      },
      ballistic: {
        rangeMin: 1000,
        rangeMax: 30_000,
        heightMin: 1500,
        heightMax: 20_000,
        threatSpeedMax: 2500,
      },
    },
    killProbability: { cruise: 0.6, ballistic: 0.5 },
    unitCostUsd: 1e6,
    ...changes,
  };
}

/** A battery at the origin with an engagement radar, sensor 0. */
export function flatUnit(changes: Partial<FireUnitSetup> = {}): FireUnitSetup {
  return {
    id: "battery",
    system: "teaching",
    commandPost: 0,
    position: [0, 0, 0],
    engagementSensor: 0,
    channels: 3,
    reactionSeconds: 12,
    launchSpacingSeconds: 3,
    assessmentSeconds: 6,
    salvoPerLook: [2, 1],
    looksMax: 3,
    sector: ALL_ROUND,
    commonModeFailure: 0.02,
    availabilities: [0.99, 0.98],
    readyFromSeconds: 0,
    switchedOffSeconds: Number.POSITIVE_INFINITY,
    magazines: [flatMagazine()],
    systemCostUsd: 1e8,
    ...changes,
  };
}

/** A radar on a 20 m mast: 60 km against 1 m² at 80 % and a scan every 5 s. */
export function flatSensor(changes: Partial<SensorSetup> = {}): SensorSetup {
  return {
    id: "battery-radar",
    role: "engagement",
    fireUnit: 0,
    commandPost: 0,
    position: [0, 0, 0],
    mastHeight: 20,
    detection: {
      kind: "radar",
      referenceRange: 60_000,
      referenceRcs: 1,
      referenceProbability: 0.8,
      falseAlarmProbability: 1e-6,
      rangeInstrumented: 90_000,
    },
    scanPeriod: 5,
    scanPhase: "uniform",
    initiationM: 2,
    initiationN: 3,
    elevationMin: -0.05,
    elevationMax: 1.2,
    sector: ALL_ROUND,
    ...changes,
  };
}

function cruiseThreat(index: number, course: number, launchSeconds: number): ThreatSetup {
  return {
    id: `cruise-${index + 1}`,
    type: "cruise",
    class: "cruise",
    course,
    launchSeconds,
    asset: 0,
    rcs: 0.3,
    swerling: 1,
    flightReliability: 0.93,
    failureFractions: [0, 0.4, 0.9],
    cep: 60,
    unitCostUsd: 1e6,
  };
}

/** A low run from 60 km away on a bearing (radians) towards a point near the origin. */
function lowRun(bearing: number, height: number, speed: number): CourseSetup {
  const [east, north] = [Math.sin(bearing), Math.cos(bearing)];
  const abeam = 900;
  const waypoint = (distance: number): [number, number, number] => [
    distance * east + abeam * north,
    distance * north - abeam * east,
    height,
  ];
  return {
    kind: "route",
    waypoints: [waypoint(60_000), waypoint(15_000), [0, 0, 5]],
    speeds: [0, speed, speed * 1.1],
  };
}

/** Twelve cruise missiles, low, from three sides within a minute: channels and reaction bind. */
export function flatLowRaid(changes: Partial<FireUnitSetup> = {}): Setup {
  const courses = [lowRun(0.2, 60, 240), lowRun(1.1, 80, 255), lowRun(2.4, 120, 230)];
  const threats = Array.from({ length: 12 }, (_, index) =>
    cruiseThreat(index, index % 3, 4.7 * index),
  );
  return {
    world: "flat",
    seed: 20_200_108,
    draw: 0,
    assets: [{ id: "airfield", position: [0, 0, 0], arrivalRadius: 120 }],
    courses,
    threats,
    sensors: [flatSensor()],
    commandPosts: [{ id: "post", dropSeconds: 8 }],
    fireUnits: [flatUnit(changes)],
  };
}

/** As the low raid, against few rounds for far meetings and some that are loaded again for near ones. */
export function flatFarAndNear(): Setup {
  const { envelopes } = flatMagazine();
  const cruise = (rangeMin: number, rangeMax: number): MagazineSetup["envelopes"] => ({
    cruise: { ...envelopes.cruise!, rangeMin, rangeMax },
  });
  return flatLowRaid({
    magazines: [
      flatMagazine({
        interceptor: "far",
        launchers: [3],
        stock: 0,
        envelopes: cruise(9000, 35_000),
      }),
      flatMagazine({
        interceptor: "near",
        launchers: [1, 2],
        roundsPerLauncher: 2,
        reloadSeconds: 9,
        stock: 8,
        envelopes: cruise(1500, 11_000),
      }),
    ],
  });
}

/** As the low raid, against two batteries of one post, a second interceptor and an outer radar. */
export function flatTwoBatteries(): Setup {
  const raid = flatLowRaid({ channels: 2 });
  const outpost = flatUnit({
    id: "outpost",
    position: [2000, 9000, 0],
    engagementSensor: 1,
    channels: 1,
    salvoPerLook: [1],
    looksMax: 2,
    switchedOffSeconds: 262,
    magazines: [
      flatMagazine({ interceptor: "short-round", launchers: [2, 1], stock: 3, reloadSeconds: 25 }),
      flatMagazine({
        interceptor: "long-round",
        launchers: [2],
        flyOut: { kind: "fixed", seconds: 21 },
        killProbability: { cruise: 0.4 },
      }),
    ],
  });
  const sensors = [
    flatSensor(),
    flatSensor({ id: "outpost-radar", fireUnit: 1, position: [2000, 9000, 0], scanPeriod: 3 }),
    flatSensor({
      id: "early-radar",
      role: "early-warning",
      fireUnit: -1,
      position: [-4000, 20_000, 300],
      detection: { kind: "step", range: 45_000, probability: 0.35 },
      scanPeriod: 10,
      scanPhase: 2.5,
      initiationM: 3,
      initiationN: 5,
    }),
  ];
  return { ...raid, sensors, fireUnits: [...raid.fireUnits, outpost] };
}

/** The two batteries under posts of their own, each knowing nothing of the other. */
export function flatTwoPosts(): Setup {
  const raid = flatTwoBatteries();
  const outpost = { ...raid.fireUnits[1]!, commandPost: 1 };
  return {
    ...raid,
    commandPosts: [...raid.commandPosts, { id: "outpost-post", dropSeconds: 15 }],
    sensors: raid.sensors.map((sensor) =>
      sensor.fireUnit === 1 ? { ...sensor, commandPost: 1 } : sensor,
    ),
    fireUnits: [raid.fireUnits[0]!, outpost],
  };
}
