/** The clock of a replay: what second of the night is shown, and how fast it runs. */

/** Seconds of the night in a second of the day. */
export const SPEEDS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500];
/** A night is first played at the speed at which it lasts about this long. */
const FIRST_PLAY_SECONDS = 45;
/** A frame that comes later than this does not carry the clock further: the page was asleep. */
const FRAME_SECONDS_MAX = 0.25;

export interface PlaybackState {
  readonly isPlaying: boolean;
  readonly speed: number;
}

/** When records fall, for stepping from one to the next; rising. */
export type Moments = ArrayLike<number>;

export class Playback {
  readonly span: readonly [number, number];
  readonly moments: Moments;
  #seconds: number;
  #state: PlaybackState;
  readonly #watchers = new Set<(seconds: number) => void>();
  readonly #listeners = new Set<() => void>();

  constructor(span: readonly [number, number], moments: Moments) {
    this.span = span;
    this.moments = moments;
    this.#seconds = span[0];
    this.#state = { isPlaying: false, speed: firstSpeed(span[1] - span[0]) };
  }

  get seconds(): number {
    return this.#seconds;
  }

  /** Playing and speed, as one value that is replaced when either changes. */
  readonly state = (): PlaybackState => this.#state;

  /** Hears when playing or speed changes. */
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears of every moment, at once of the present one. */
  readonly watch = (watcher: (seconds: number) => void): (() => void) => {
    this.#watchers.add(watcher);
    watcher(this.#seconds);
    return () => this.#watchers.delete(watcher);
  };

  /** Moves the clock; beyond its span it stays at the end. */
  seek(seconds: number): void {
    const [first, last] = this.span;
    this.#seconds = Math.min(last, Math.max(first, seconds));
    for (const watcher of this.#watchers) watcher(this.#seconds);
  }

  /** Plays on; from the end, from the beginning. */
  play(): void {
    if (this.#seconds >= this.span[1]) this.seek(this.span[0]);
    this.#change({ isPlaying: true });
  }

  pause(): void {
    this.#change({ isPlaying: false });
  }

  toggle(): void {
    if (this.#state.isPlaying) this.pause();
    else this.play();
  }

  /** @param speed one of `SPEEDS` */
  run(speed: number): void {
    this.#change({ speed });
  }

  /** One place up or down the list of speeds. */
  shift(places: 1 | -1): void {
    const at = SPEEDS.indexOf(this.#state.speed) + places;
    const speed = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))]!;
    this.run(speed);
  }

  /** Stands at the next moment at which something happens, or the one before. */
  step(direction: 1 | -1): void {
    this.pause();
    this.seek(direction > 0 ? this.#momentAfter() : this.#momentBefore());
  }

  #momentAfter(): number {
    const { moments } = this;
    for (let k = 0; k < moments.length; k++) if (moments[k]! > this.#seconds) return moments[k]!;
    return this.span[1];
  }

  #momentBefore(): number {
    const { moments } = this;
    for (let k = moments.length - 1; k >= 0; k--) {
      if (moments[k]! < this.#seconds) return moments[k]!;
    }
    return this.span[0];
  }

  /** Lets `daySeconds` of the day pass. */
  advance(daySeconds: number): void {
    if (!this.#state.isPlaying) return;
    const passed = Math.min(FRAME_SECONDS_MAX, daySeconds) * this.#state.speed;
    this.seek(this.#seconds + passed);
    if (this.#seconds >= this.span[1]) this.pause();
  }

  #change(part: Partial<PlaybackState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function firstSpeed(nightSeconds: number): number {
  const wanted = nightSeconds / FIRST_PLAY_SECONDS;
  return SPEEDS.find((speed) => speed >= wanted) ?? SPEEDS.at(-1)!;
}
