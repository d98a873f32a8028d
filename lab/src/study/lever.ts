/**
 * Levers of a defence: what may be more or less than the scenario says when it is asked what would
 * have to be true. A lever changes a finished setup, so it needs no field of its own in a scenario.
 */
import type { CourseCache } from "../engagement/course.ts";
import type { FireUnitSetup, MagazineSetup, SensorSetup, Setup } from "../scenario/setup.ts";

/**
 * - `kill-probability`: of one shot, the same for every interceptor and class of threat.
 * - `warning`: seconds from the moment every fire unit is ready to the moment the first threat comes
 *   down. What a crew needs to get ready comes on top.
 * - `batteries`: so many fire units in place of each, at the same place, under the same post, each
 *   with radars and failures of its own.
 * - `rounds`: ready rounds of each magazine at the start, spread over its launchers.
 */
export const LEVERS = ["kill-probability", "warning", "batteries", "rounds"] as const;
export type Lever = (typeof LEVERS)[number];

export interface LeverSetting {
  readonly lever: Lever;
  readonly value: number;
}

/** The setup with every lever put where it is told, in that order. */
export function withLevers(
  setup: Setup,
  settings: readonly LeverSetting[],
  courses: CourseCache,
): Setup {
  return settings.reduce((moved, { lever, value }) => {
    if (lever === "batteries") return withBatteries(moved, value);
    if (lever === "warning") return withWarning(moved, value, courses);
    if (lever === "rounds") return withMagazines(moved, (magazine) => withRounds(magazine, value));
    return withMagazines(moved, (magazine) => withKill(magazine, value));
  }, setup);
}

function withUnits(setup: Setup, change: (unit: FireUnitSetup) => FireUnitSetup): Setup {
  return { ...setup, fireUnits: setup.fireUnits.map(change) };
}

function withMagazines(setup: Setup, change: (magazine: MagazineSetup) => MagazineSetup): Setup {
  return withUnits(setup, (unit) => ({ ...unit, magazines: unit.magazines.map(change) }));
}

function withKill(magazine: MagazineSetup, value: number): MagazineSetup {
  const classes = Object.keys(magazine.killProbability).map((name) => [name, value]);
  return { ...magazine, killProbability: Object.fromEntries(classes) };
}

/** The first launchers carry one round more where they do not come out even. */
function withRounds(magazine: MagazineSetup, rounds: number): MagazineSetup {
  const count = magazine.launchers.length;
  const launchers = magazine.launchers.map(
    (_, index) => Math.floor(rounds / count) + (index < rounds % count ? 1 : 0),
  );
  return { ...magazine, launchers };
}

/** Seconds at which the first threat of a setup comes down, if nothing stops it. */
export function firstArrivalSeconds(setup: Setup, courses: CourseCache): number {
  const ends = setup.threats.map(({ course, launchSeconds }) => {
    const path = courses.pathOf(setup.world, setup.courses[course]!, setup.terrain);
    return launchSeconds + path.flightSeconds;
  });
  return Math.min(...ends);
}

function withWarning(setup: Setup, seconds: number, courses: CourseCache): Setup {
  const readyFromSeconds = Math.max(0, firstArrivalSeconds(setup, courses) - seconds);
  return withUnits(setup, (unit) => ({ ...unit, readyFromSeconds }));
}

/** The first of each keeps its id, and so its luck; a copy's luck is its own. */
function withBatteries(setup: Setup, count: number): Setup {
  const fireUnits: FireUnitSetup[] = [...setup.fireUnits];
  const sensors: SensorSetup[] = [...setup.sensors];
  for (let copy = 2; copy <= count; copy++) {
    const named = (id: string): string => `${id} no. ${copy}`;
    for (const [index, unit] of setup.fireUnits.entries()) {
      const own = setup.sensors.flatMap((sensor, at) => (sensor.fireUnit === index ? [at] : []));
      const guide = own.indexOf(unit.engagementSensor);
      const engagementSensor = guide < 0 ? unit.engagementSensor : sensors.length + guide;
      for (const at of own) {
        const sensor = setup.sensors[at]!;
        sensors.push({ ...sensor, id: named(sensor.id), fireUnit: fireUnits.length });
      }
      fireUnits.push({ ...unit, id: named(unit.id), engagementSensor });
    }
  }
  return { ...setup, fireUnits, sensors };
}

/** Most ready rounds that a magazine of a setup carries; 0 without a fire unit. */
export function roundsLoaded({ fireUnits }: Setup): number {
  const loads = fireUnits.flatMap(({ magazines }) =>
    magazines.map(({ launchers }) => launchers.reduce((sum, rounds) => sum + rounds, 0)),
  );
  return Math.max(0, ...loads);
}
