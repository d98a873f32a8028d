/** Plays one replication again, with a listener, and lays it out for the stage. */
import { degreesFromRadians, secondsFromTicks } from "@pavise/kernel";
import {
  CourseCache,
  type Journal,
  journalOf,
  type OpenedStudy,
  type Setup,
  shotsOf,
  storyEntries,
  type Tables,
  tabulate,
  tallyFromJournal,
  tallyLines,
} from "@pavise/lab";
import { geodeticFromEcef, type Path, pathPosition } from "@pavise/models";
import type { Night } from "../state/lab-state.ts";
import type {
  Replay,
  ReplayCourse,
  ReplayPosition,
  ReplaySensor,
  ReplayShot,
  ReplayThreat,
  ReplayUnit,
} from "./replay.ts";

type World = Setup["world"];
type Position = Setup["assets"][number]["position"];

/**
 * The replication of a study, as the study counted it.
 *
 * @throws RangeError for an option that is not there.
 */
export function replayOf({ scenario, catalogue, subject }: OpenedStudy, night: Night): Replay {
  const { option, draw, replication } = night;
  if (!subject.options.some(({ id }) => id === option)) {
    throw new RangeError(`option: expected one that is played, got ${option}`);
  }
  const setup = subject.setup(option, draw);
  const cache = new CourseCache();
  const tables = tabulate(setup, cache);
  const paths = setup.courses.map((course) => cache.pathOf(setup.world, course, setup.terrain));
  const { journal } = journalOf(tables, replication);
  const nameOfAsset = new Map(scenario.written.assets.map(({ id, title }) => [id, title ?? id]));
  const threats = threatsOf(setup, paths, journal, (type) => catalogue.threats.get(type)?.name);
  return {
    night,
    world: setup.world,
    hash: journal.hash,
    startSeconds: Math.min(0, ...threats.map(({ launchSeconds }) => launchSeconds)),
    endSeconds: Math.max(1, ...journal.records.map(({ seconds }) => seconds)),
    courses: paths.map((path) => courseOf(setup.world, path)),
    threats,
    assets: setup.assets.map(({ id, position, arrivalRadius }) => ({
      id,
      name: nameOfAsset.get(id) ?? id,
      at: placed(setup.world, position),
      arrivalRadiusKm: arrivalRadius / 1000,
    })),
    units: setup.fireUnits.map((unit) =>
      unitOf(setup, unit, catalogue.systems.get(unit.system)?.name ?? unit.system),
    ),
    posts: setup.commandPosts.map(({ id }) => ({ id })),
    sensors: setup.sensors.map((sensor) => sensorOf(setup.world, sensor)),
    shots: replayShots(setup, tables, journal, paths),
    records: journal.records,
    story: storyEntries(setup, journal),
    tally: tallyLines(setup, tallyFromJournal(tables, journal)),
  };
}

function placed(world: World, position: Position): ReplayPosition {
  if (world === "flat") return position;
  const [latitude, longitude, height] = position;
  return [degreesFromRadians(longitude), degreesFromRadians(latitude), height];
}

function placedPoint(world: World, [x, y, z]: readonly [number, number, number]): ReplayPosition {
  if (world === "flat") return [x, y, z];
  const { latitude, longitude, height } = geodeticFromEcef({ x, y, z });
  return placed(world, [latitude, longitude, height]);
}

function courseOf(world: World, path: Path): ReplayCourse {
  const { count, stepSeconds, flightSeconds } = path;
  const positions = new Float32Array(3 * count);
  for (let k = 0; k < count; k++) {
    const [x, y, z] = path.positions.subarray(3 * k, 3 * k + 3);
    positions.set(placedPoint(world, [x!, y!, z!]), 3 * k);
  }
  return { count, stepSeconds, flightSeconds, positions };
}

const ENDS: ReadonlySet<string> = new Set([
  "threat-intercepted",
  "threat-fell",
  "threat-arrived",
  "threat-fell-short",
]);

function threatsOf(
  setup: Setup,
  paths: readonly Path[],
  journal: Journal,
  nameOf: (type: string) => string | undefined,
): ReplayThreat[] {
  const ends = new Map(
    journal.records.filter(({ kind }) => ENDS.has(kind)).map((record) => [record.threat, record]),
  );
  const launched = new Set(
    journal.records.filter(({ kind }) => kind === "threat-launched").map(({ threat }) => threat),
  );
  return setup.threats.map((threat, index) => {
    const end = ends.get(index);
    const flown = launched.has(index);
    return {
      id: threat.id,
      type: threat.type,
      name: nameOf(threat.type) ?? threat.type,
      class: threat.class,
      course: threat.course,
      asset: threat.asset,
      launchSeconds: threat.launchSeconds,
      endSeconds: flown
        ? (end?.seconds ?? threat.launchSeconds + paths[threat.course]!.flightSeconds)
        : null,
      end: end?.kind ?? null,
    };
  });
}

/** The widest envelope against the class of the raid's first threat. */
function reachOf(setup: Setup, unit: Setup["fireUnits"][number]) {
  const against = setup.threats[0]?.class ?? "ballistic";
  const envelopes = unit.magazines.flatMap(({ envelopes: by }) => by[against] ?? []);
  const widest = envelopes.toSorted((a, b) => b.rangeMax - a.rangeMax)[0];
  return {
    reachMinKm: (widest?.rangeMin ?? 0) / 1000,
    reachMaxKm: (widest?.rangeMax ?? 0) / 1000,
    heightMinKm: (widest?.heightMin ?? 0) / 1000,
    heightMaxKm: (widest?.heightMax ?? 0) / 1000,
  };
}

function unitOf(setup: Setup, unit: Setup["fireUnits"][number], name: string): ReplayUnit {
  const { id, system, position, sector, readyFromSeconds, switchedOffSeconds } = unit;
  return {
    id,
    system,
    name,
    at: placed(setup.world, position),
    readyFromSeconds,
    switchedOffSeconds: Number.isFinite(switchedOffSeconds) ? switchedOffSeconds : null,
    sectorCentreDeg: degreesFromRadians(sector.centre),
    sectorWidthDeg: degreesFromRadians(sector.width),
    ...reachOf(setup, unit),
  };
}

function sensorOf(world: World, sensor: Setup["sensors"][number]): ReplaySensor {
  const { id, role, fireUnit, position, sector } = sensor;
  return {
    id,
    role,
    unit: fireUnit,
    at: placed(world, position),
    sectorCentreDeg: degreesFromRadians(sector.centre),
    sectorWidthDeg: degreesFromRadians(sector.width),
  };
}

const point = new Float64Array(3);

function replayShots(
  setup: Setup,
  tables: Tables,
  journal: Journal,
  paths: readonly Path[],
): ReplayShot[] {
  const magazines = setup.fireUnits.flatMap((unit) =>
    unit.magazines.map(({ interceptor, position }) => ({
      interceptor,
      position: position ?? unit.position,
    })),
  );
  return shotsOf(tables, journal).map((shot) => {
    const { interceptor, position } = magazines[shot.slot]!;
    const threat = setup.threats[shot.threat]!;
    const path = paths[threat.course]!;
    const interceptSeconds = secondsFromTicks(shot.interceptTicks);
    const flown = interceptSeconds - threat.launchSeconds;
    pathPosition(path, Math.min(path.flightSeconds, Math.max(0, flown)), point);
    return {
      threat: shot.threat,
      unit: shot.unit,
      launchSeconds: secondsFromTicks(shot.launchTicks),
      interceptSeconds,
      result: shot.result,
      interceptor,
      from: placed(setup.world, position),
      to: placedPoint(setup.world, [point[0]!, point[1]!, point[2]!]),
    };
  });
}
