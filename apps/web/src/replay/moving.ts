/**
 * What is in the air at a moment, in arrays that are filled anew for every frame and never
 * allocated again.
 */

import type { ThreatClass } from "@pavise/lab";
import type { Replay, ReplayPath } from "./replay.ts";

/** Things of one look: the first `count` entries of `places` and `ids` are in the air. */
export interface MovingSet {
  /** Longitude, latitude, height of each. */
  readonly places: Float32Array;
  /** Index of the threat or of the shot. */
  readonly ids: Int32Array;
  count: number;
}

function movingSet(size: number): MovingSet {
  return { places: new Float32Array(3 * size), ids: new Int32Array(size), count: 0 };
}

/** Threats of one class: those that somebody has a track of, and those unseen or not yet tracked. */
export interface MovingClass {
  readonly class: ThreatClass;
  readonly tracked: MovingSet;
  readonly untracked: MovingSet;
}

export class Moving {
  readonly classes: readonly MovingClass[];
  readonly interceptors: MovingSet;
  readonly #paths: readonly ReplayPath[];
  readonly #pathOf: Int32Array;
  readonly #classOf: Int32Array;
  readonly #launch: Float64Array;
  readonly #end: Float64Array;
  readonly #track: Float64Array;
  /** By threat: the point of its line that it has passed last. */
  readonly #passed: Int32Array;
  /** By shot: launch and intercept, seconds; the places of both. */
  readonly #shotTimes: Float64Array;
  readonly #shotPlaces: Float64Array;

  constructor(replay: Replay) {
    const { threats } = replay;
    const names = [...new Set(threats.map((threat) => threat.class))];
    this.classes = names.map((name) => {
      const size = threats.filter((threat) => threat.class === name).length;
      return { class: name, tracked: movingSet(size), untracked: movingSet(size) };
    });
    this.interceptors = movingSet(replay.shots.length);
    this.#paths = replay.paths;
    this.#pathOf = Int32Array.from(threats, ({ path }) => path);
    this.#shotTimes = Float64Array.from(
      replay.shots.flatMap(({ launchSeconds, interceptSeconds }) => [
        launchSeconds,
        interceptSeconds,
      ]),
    );
    this.#shotPlaces = Float64Array.from(replay.shots.flatMap(({ from, to }) => [...from, ...to]));
    this.#classOf = Int32Array.from(threats, (threat) => names.indexOf(threat.class));
    this.#launch = Float64Array.from(threats, ({ launchSeconds }) => launchSeconds);
    this.#end = Float64Array.from(threats, ({ flew, endSeconds }) => (flew ? endSeconds : -1));
    this.#track = Float64Array.from(threats, ({ trackSeconds }) => trackSeconds ?? Infinity);
    this.#passed = new Int32Array(threats.length);
  }

  /** How many threats are in the air. */
  get threatsAloft(): number {
    let aloft = 0;
    for (const { tracked, untracked } of this.classes) aloft += tracked.count + untracked.count;
    return aloft;
  }

  /** Moves everything to a moment of the night. */
  moveTo(seconds: number): void {
    for (const each of this.classes) {
      each.tracked.count = 0;
      each.untracked.count = 0;
    }
    const threatCount = this.#launch.length;
    for (let threat = 0; threat < threatCount; threat++) {
      const launch = this.#launch[threat]!;
      if (seconds < launch || seconds >= this.#end[threat]!) continue;
      const { tracked, untracked } = this.classes[this.#classOf[threat]!]!;
      const set = seconds >= this.#track[threat]! ? tracked : untracked;
      this.#fly(this.#paths[this.#pathOf[threat]!]!, threat, seconds - launch, set);
    }
    this.#moveInterceptors(seconds);
  }

  #fly({ seconds, places }: ReplayPath, threat: number, flown: number, set: MovingSet): void {
    let k = this.#passed[threat]!;
    const last = seconds.length - 2;
    while (k > 0 && seconds[k]! > flown) k--;
    while (k < last && seconds[k + 1]! <= flown) k++;
    this.#passed[threat] = k;
    const from = seconds[k]!;
    const part = Math.min(1, (flown - from) / (seconds[k + 1]! - from));
    const at = 3 * set.count;
    for (let axis = 0; axis < 3; axis++) {
      const start = places[3 * k + axis]!;
      set.places[at + axis] = start + part * (places[3 * k + 3 + axis]! - start);
    }
    set.ids[set.count] = threat;
    set.count += 1;
  }

  #moveInterceptors(seconds: number): void {
    const set = this.interceptors;
    const times = this.#shotTimes;
    const places = this.#shotPlaces;
    set.count = 0;
    for (let shot = 0; 2 * shot < times.length; shot++) {
      const launch = times[2 * shot]!;
      const intercept = times[2 * shot + 1]!;
      if (seconds < launch || seconds >= intercept) continue;
      const part = (seconds - launch) / (intercept - launch);
      const at = 3 * set.count;
      for (let axis = 0; axis < 3; axis++) {
        const from = places[6 * shot + axis]!;
        set.places[at + axis] = from + part * (places[6 * shot + 3 + axis]! - from);
      }
      set.ids[set.count] = shot;
      set.count += 1;
    }
  }
}
