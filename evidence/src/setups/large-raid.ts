/**
 * Raids of any size against several units, for the bench alone: round numbers that stand for no
 * system, on the open ocean or in the middle of a window of terrain, with courses of mixed kinds from
 * all sides.
 */
import type { TerrainWindow } from "@pavise/catalogue";
import type {
  CourseSetup,
  FireUnitSetup,
  MagazineSetup,
  Position,
  SensorSetup,
  Setup,
  ThreatClass,
  ThreatSetup,
} from "@pavise/lab";
import { terrainHeight } from "@pavise/models";

const SITES = 8;
const COURSES_BY_KIND = 24;
const ALL_ROUND = { centre: 0, width: 2 * Math.PI };
const EARTH_RADIUS = 6_371_000;

/** Where a raid takes place. */
class Scene {
  readonly #latitude: number;
  readonly #longitude: number;
  readonly terrain: TerrainWindow | undefined;

  /** The middle of a window of terrain, or a place on the open ocean. */
  constructor(terrain?: TerrainWindow) {
    this.terrain = terrain;
    const { northDeg, southDeg, westDeg, eastDeg } = terrain?.grid ?? OCEAN;
    this.#latitude = ((northDeg + southDeg) / 2) * (Math.PI / 180);
    this.#longitude = ((westDeg + eastDeg) / 2) * (Math.PI / 180);
  }

  /** A place so far (m) from the middle on a bearing (radians). */
  around(bearing: number, distance: number, height: number): Position {
    return [
      this.#latitude + (distance * Math.cos(bearing)) / EARTH_RADIUS,
      this.#longitude + (distance * Math.sin(bearing)) / (EARTH_RADIUS * Math.cos(this.#latitude)),
      height,
    ];
  }

  /** The same, so far above the ground. */
  above(bearing: number, distance: number, height: number): Position {
    const [latitude, longitude] = this.around(bearing, distance, 0);
    return [latitude, longitude, height + this.#ground(latitude, longitude)];
  }

  #ground(latitude: number, longitude: number): number {
    if (this.terrain === undefined) return 0;
    return Math.max(0, terrainHeight(this.terrain.grid, latitude, longitude));
  }

  siteOf(index: number): Position {
    return this.above((2 * Math.PI * index) / SITES, 40_000, 20);
  }
}

/** About 6 degrees north, 23 degrees west. */
const OCEAN = { northDeg: 6, southDeg: 5.5, westDeg: -23, eastDeg: -22.8 };

interface Kind {
  readonly class: ThreatClass;
  readonly rcs: number;
  course(scene: Scene, bearing: number, aim: Position): CourseSetup;
}

/** Over the ocean at its heights; over terrain it follows the ground at the same heights above it. */
function route(distance: number, height: number, speed: number): Kind["course"] {
  return (scene, bearing, aim) => ({
    kind: "route",
    waypoints: [
      scene.around(bearing, distance, height),
      scene.around(bearing + 0.5, distance / 3, height),
      [aim[0], aim[1], 10],
    ],
    speeds: [0, speed, speed],
    ...(scene.terrain === undefined
      ? {}
      : { above: ["ground", "ground", "ground"], ground: "terrain" }),
  });
}

const KINDS: readonly Kind[] = [
  {
    class: "ballistic",
    rcs: 0.2,
    course: (scene, bearing, aim) => ({
      kind: "ballistic",
      launch: scene.above(bearing, 400_000, 0),
      aim,
      apogee: "minimum-energy",
      ballisticCoefficient: 5000,
    }),
  },
  { class: "cruise", rcs: 0.3, course: route(150_000, 80, 240) },
  { class: "drone", rcs: 0.05, course: route(70_000, 400, 60) },
];

function threatOf(index: number, count: number): ThreatSetup {
  const kind = index % KINDS.length;
  const course = kind * COURSES_BY_KIND + (Math.floor(index / KINDS.length) % COURSES_BY_KIND);
  return {
    id: `threat-${index + 1}`,
    type: KINDS[kind]!.class,
    class: KINDS[kind]!.class,
    course,
    // Steps of half a second keep many courses abreast; 900 s of raid whatever its size.
    launchSeconds: Math.round((1800 * index) / count) / 2,
    asset: course % SITES,
    rcs: KINDS[kind]!.rcs,
    swerling: 1,
    flightReliability: 0.9,
    failureFractions: [0, 0.5],
    cep: 300,
    unitCostUsd: 500_000,
  };
}

const magazine: MagazineSetup = {
  interceptor: "round",
  launchers: [8, 8, 8, 8],
  roundsPerLauncher: 8,
  reloadSeconds: 600,
  stock: 64,
  flyOut: { kind: "speed", speed: 1000 },
  envelopes: {
    ballistic: {
      rangeMin: 3000,
      rangeMax: 40_000,
      heightMin: 2000,
      heightMax: 25_000,
      threatSpeedMax: 3000,
    },
    cruise: {
      rangeMin: 1500,
      rangeMax: 60_000,
      heightMin: 20,
      heightMax: 20_000,
      threatSpeedMax: 1000,
    },
    drone: {
      rangeMin: 1500,
      rangeMax: 60_000,
      heightMin: 20,
      heightMax: 20_000,
      threatSpeedMax: 1000,
    },
  },
  killProbability: { ballistic: 0.5, cruise: 0.7, drone: 0.8 },
  unitCostUsd: 2e6,
};

function sensorOf(scene: Scene, index: number): SensorSetup {
  return {
    id: `radar-${index + 1}`,
    role: "engagement",
    fireUnit: index,
    commandPost: index % 2,
    position: scene.siteOf(index),
    mastHeight: 20,
    detection: {
      kind: "radar",
      referenceRange: 120_000,
      referenceRcs: 1,
      referenceProbability: 0.8,
      falseAlarmProbability: 1e-6,
      rangeInstrumented: 200_000,
    },
    scanPeriod: 6,
    scanPhase: "uniform",
    initiationM: 2,
    initiationN: 3,
    elevationMin: -0.05,
    elevationMax: 1.4,
    sector: ALL_ROUND,
  };
}

function unitOf(scene: Scene, index: number): FireUnitSetup {
  return {
    id: `unit-${index + 1}`,
    system: "bench",
    commandPost: index % 2,
    position: scene.siteOf(index),
    engagementSensor: index,
    channels: 8,
    reactionSeconds: 10,
    launchSpacingSeconds: 2,
    assessmentSeconds: 5,
    salvoPerLook: [2],
    looksMax: 3,
    sector: ALL_ROUND,
    commonModeFailure: 0.02,
    availabilities: [0.95],
    readyFromSeconds: 0,
    switchedOffSeconds: Number.POSITIVE_INFINITY,
    magazines: [magazine],
    systemCostUsd: 1e8,
  };
}

/**
 * A raid of `count` threats: a third each ballistic, cruise and drones, against eight units; over
 * the open ocean, or over terrain that the low ones follow.
 */
export function largeRaid(count: number, terrain?: TerrainWindow): Setup {
  const scene = new Scene(terrain);
  const courses = KINDS.flatMap((kind) =>
    Array.from({ length: COURSES_BY_KIND }, (_, index) => {
      const bearing = (2 * Math.PI * index) / COURSES_BY_KIND;
      return kind.course(scene, bearing, scene.siteOf(index % SITES));
    }),
  );
  return {
    world: "wgs84",
    seed: 1,
    draw: 0,
    ...(terrain === undefined ? {} : { terrain }),
    assets: Array.from({ length: SITES }, (_, index) => {
      return { id: `asset-${index + 1}`, position: scene.siteOf(index), arrivalRadius: 1000 };
    }),
    courses,
    threats: Array.from({ length: count }, (_, index) => threatOf(index, count)),
    sensors: Array.from({ length: SITES }, (_, index) => sensorOf(scene, index)),
    commandPosts: [
      { id: "post-1", dropSeconds: 8 },
      { id: "post-2", dropSeconds: 8 },
    ],
    fireUnits: Array.from({ length: SITES }, (_, index) => unitOf(scene, index)),
  };
}
