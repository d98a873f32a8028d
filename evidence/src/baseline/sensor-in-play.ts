/** One sensor in one night: what luck takes from it, and the places that its tracks take (rule 6a). */
import type { SensorSetup } from "@pavise/lab";
import type { Luck } from "./luck.ts";

const NEVER = Number.POSITIVE_INFINITY;

/** Can anything change what this sensor does, or does another wait for its word? */
export function isChangeable(sensor: SensorSetup, sensors: readonly SensorSetup[]): boolean {
  const { availability, loss, trackCapacity, cue, isCueOnly } = sensor;
  const changes = [availability, loss, trackCapacity, cue, isCueOnly];
  if (changes.some((change) => change !== undefined)) return true;
  return sensors.some((other) => other.cue?.from.includes(sensor.id) === true);
}

export class SensorInPlay {
  readonly setup: SensorSetup;
  readonly isChangeable: boolean;
  /** Neither scans nor guides from the one moment until the other. */
  readonly awayFrom: number = NEVER;
  readonly awayUntil: number = NEVER;
  /** Indices of the sensors that it tells where to look. */
  readonly hearers: readonly number[];
  /** By threat that has a place: when it gives it back, as far as is known at a moment. */
  readonly #places = new Map<number, (time: number) => number>();

  constructor(setup: SensorSetup, sensors: readonly SensorSetup[], luck: Luck) {
    this.setup = setup;
    this.isChangeable = isChangeable(setup, sensors);
    this.hearers = sensors.flatMap(({ cue }, hearer) =>
      cue?.from.includes(setup.id) === true ? [hearer] : [],
    );
    const { availability, loss } = setup;
    if (loss !== undefined && luck.uniform() < loss.probability) {
      this.awayFrom = loss.atSeconds;
      this.awayUntil = loss.restoredSeconds;
    }
    if (availability !== undefined && luck.uniform() >= availability) {
      this.awayFrom = Number.NEGATIVE_INFINITY;
      this.awayUntil = NEVER;
    }
  }

  isAway(time: number): boolean {
    return this.awayFrom <= time && time < this.awayUntil;
  }

  /** Are all places for tracks taken? */
  isFull(time: number): boolean {
    const { trackCapacity } = this.setup;
    if (trackCapacity === undefined) return false;
    for (const [threat, until] of this.#places) {
      if (until(time) <= time) this.#places.delete(threat);
    }
    return this.#places.size >= trackCapacity;
  }

  takePlace(threat: number, until: (time: number) => number): void {
    if (this.setup.trackCapacity !== undefined) this.#places.set(threat, until);
  }
}
