/** What happened where: marks that stay on the stage from their moment on. */

import type { Place, Replay } from "../replay/replay.ts";
import type { IconPlaces } from "./moving-layer.ts";
import { MARKS, type MarkName } from "./symbols.ts";

interface Mark {
  readonly name: MarkName;
  readonly at: Place;
  readonly seconds: number;
  readonly threat: number;
}

/** Every end of a shot and of a threat, by time. */
export function marksOf({ threats, shots }: Replay): Mark[] {
  const shotMarks: Readonly<Record<string, MarkName>> = {
    "threat-intercepted": "kill",
    "interceptor-missed": "miss",
    "interceptor-wasted": "nothing",
  };
  const endMarks: Readonly<Record<string, MarkName | undefined>> = {
    arrived: "arrival",
    "fell-short": "short",
    failed: "fell",
  };
  const marks = [
    ...shots.map(({ result, to, interceptSeconds, threat }): Mark => {
      return { name: shotMarks[result]!, at: to, seconds: interceptSeconds, threat };
    }),
    ...threats.flatMap(({ fate, flew, end, endSeconds }, threat): Mark[] => {
      const name = endMarks[fate];
      if (name === undefined || !flew) return [];
      return [{ name, at: end, seconds: endSeconds, threat }];
    }),
  ];
  return marks.sort((a, b) => a.seconds - b.seconds);
}

/** Marks of one kind in the order of their moments; `showUntil` says how many have happened. */
export class MarkSet implements IconPlaces {
  readonly name: MarkName;
  readonly places: Float32Array;
  readonly ids: Int32Array;
  count = 0;
  readonly #seconds: Float64Array;

  constructor(name: MarkName, marks: readonly Mark[]) {
    const own = marks.filter((mark) => mark.name === name);
    this.name = name;
    this.places = Float32Array.from(own.flatMap(({ at }) => at));
    this.ids = Int32Array.from(own, ({ threat }) => threat);
    this.#seconds = Float64Array.from(own, ({ seconds }) => seconds);
  }

  showUntil(now: number): void {
    const seconds = this.#seconds;
    while (this.count < seconds.length && seconds[this.count]! <= now) this.count++;
    while (this.count > 0 && seconds[this.count - 1]! > now) this.count--;
  }
}

export function markSets(replay: Replay): MarkSet[] {
  const marks = marksOf(replay);
  return MARKS.map((name) => new MarkSet(name, marks)).filter(({ ids }) => ids.length > 0);
}
