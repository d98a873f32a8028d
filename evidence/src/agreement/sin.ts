/** Sins planted in the engine's setup, which the comparison must catch. */
import type { FireUnitSetup, MagazineSetup, SensorSetup, Setup } from "@pavise/lab";

export interface Sin {
  readonly title: string;
  sinned(setup: Setup): Setup;
}

function withUnits(setup: Setup, change: (unit: FireUnitSetup) => FireUnitSetup): Setup {
  return { ...setup, fireUnits: setup.fireUnits.map(change) };
}

function withSensors(setup: Setup, change: (sensor: SensorSetup) => SensorSetup): Setup {
  return { ...setup, sensors: setup.sensors.map(change) };
}

/** A sensor that may be lost is lost 10 s later. */
function lostLater(sensor: SensorSetup): SensorSetup {
  const { loss } = sensor;
  if (loss === undefined) return sensor;
  return { ...sensor, loss: { ...loss, atSeconds: loss.atSeconds + 10 } };
}

function withOnePlaceFewer(sensor: SensorSetup): SensorSetup {
  const { trackCapacity } = sensor;
  return trackCapacity === undefined ? sensor : { ...sensor, trackCapacity: trackCapacity - 1 };
}

function deadlierMagazine(magazine: MagazineSetup, by: number): MagazineSetup {
  const raised = Object.entries(magazine.killProbability).map(([threatClass, probability]) => [
    threatClass,
    Math.min(1, probability + by),
  ]);
  return { ...magazine, killProbability: Object.fromEntries(raised) };
}

/** Every single-shot kill probability raised by so much, to 1 at most. */
export function deadlier(setup: Setup, by: number): Setup {
  return withUnits(setup, (unit) => ({
    ...unit,
    magazines: unit.magazines.map((magazine) => deadlierMagazine(magazine, by)),
  }));
}

/** The three of design section 10, and three of sensors that change. */
export const SINS: readonly Sin[] = [
  {
    title: "kill probability + 0.03",
    sinned: (setup) => deadlier(setup, 0.03),
  },
  {
    title: "reaction time + 2 s",
    sinned: (setup) =>
      withUnits(setup, (unit) => ({ ...unit, reactionSeconds: unit.reactionSeconds + 2 })),
  },
  {
    title: "one channel fewer",
    sinned: (setup) => withUnits(setup, (unit) => ({ ...unit, channels: unit.channels - 1 })),
  },
  { title: "lost 10 s later", sinned: (setup) => withSensors(setup, lostLater) },
  { title: "one place fewer", sinned: (setup) => withSensors(setup, withOnePlaceFewer) },
  {
    title: "no cue",
    sinned: (setup) => withSensors(setup, ({ cue: _, ...sensor }) => sensor),
  },
];
