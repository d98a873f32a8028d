/** Players: workers that each open a study for themselves and play the jobs they are dealt. */
import type {
  Executor,
  JobResult,
  KeepResult,
  StudyJob,
  StudyPlan,
  StudySource,
} from "@pavise/lab";
import type { FromPlayer, ToPlayer } from "./message.ts";

/** Jobs a player has at hand, so that it never waits. */
const JOBS_AHEAD = 2;
/** A player that has been at its jobs for longer is ended rather than waited for, milliseconds. */
const PATIENCE_MS = 400;

interface Player {
  readonly worker: Worker;
  /** Jobs sent and not answered. */
  open: number;
  since: number;
}

/** Thrown out of a study that nobody waits for any more. */
export class Stopped extends Error {}

/** One deal of jobs: who has what, and what came back. */
interface Deal {
  readonly jobs: readonly StudyJob[];
  readonly results: JobResult[];
  next: number;
  done: number;
  readonly progress: (done: number) => void;
  readonly keep: KeepResult;
  readonly settle: (results: JobResult[]) => void;
  readonly fail: (error: unknown) => void;
}

export class Crew {
  readonly #players: Player[] = [];
  readonly #make: () => Worker;
  #study = 0;
  #opening: ToPlayer | null = null;
  #deal: Deal | null = null;

  constructor(size: number, make: () => Worker) {
    this.#make = make;
    for (let i = 0; i < size; i++) this.#players.push(this.#player());
  }

  /** Gives up whatever is being played; results of it that still come are not heard. */
  stop(): void {
    const deal = this.#deal;
    this.#deal = null;
    this.#opening = null;
    this.#study += 1;
    const now = performance.now();
    for (const [index, player] of this.#players.entries()) {
      if (player.open === 0 || now - player.since < PATIENCE_MS) continue;
      player.worker.terminate();
      this.#players[index] = this.#player();
    }
    deal?.fail(new Stopped());
  }

  /** An executor for one study, over all players. */
  executor(source: StudySource, plan: StudyPlan): Executor {
    this.stop();
    const id = this.#study;
    this.#opening = { kind: "open", id, source, plan };
    for (const player of this.#players) player.worker.postMessage(this.#opening);
    return {
      play: (jobs, progress, keep = () => {}) =>
        new Promise((settle, fail) => {
          if (id !== this.#study) return fail(new Stopped());
          if (jobs.length === 0) return settle([]);
          this.#deal = { jobs, results: [], next: 0, done: 0, progress, keep, settle, fail };
          for (let ahead = 0; ahead < JOBS_AHEAD; ahead++) {
            for (const player of this.#players) this.#send(player);
          }
        }),
    };
  }

  #player(): Player {
    const player: Player = { worker: this.#make(), open: 0, since: 0 };
    player.worker.onmessage = ({ data }: MessageEvent<FromPlayer>) => this.#hear(player, data);
    player.worker.onerror = ({ message }) => {
      const deal = this.#deal;
      this.#deal = null;
      deal?.fail(new Error(message));
    };
    if (this.#opening !== null) player.worker.postMessage(this.#opening);
    return player;
  }

  #send(player: Player): void {
    const deal = this.#deal;
    if (deal === null || deal.next >= deal.jobs.length) return;
    const index = deal.next++;
    if (player.open === 0) player.since = performance.now();
    player.open += 1;
    const job: ToPlayer = { kind: "job", id: this.#study, index, job: deal.jobs[index]! };
    player.worker.postMessage(job);
  }

  #hear(player: Player, said: FromPlayer): void {
    player.open = Math.max(0, player.open - 1);
    player.since = performance.now();
    const deal = this.#deal;
    if (deal === null || said.id !== this.#study) return;
    if (said.kind === "fault") {
      this.#deal = null;
      deal.fail(Object.assign(new Error(said.fault.message), { fault: said.fault }));
      return;
    }
    this.#send(player);
    deal.results[said.index] = said.result;
    deal.keep(deal.jobs[said.index]!, said.result);
    deal.done += 1;
    deal.progress(deal.done);
    if (deal.done < deal.jobs.length) return;
    this.#deal = null;
    deal.settle(deal.results);
  }
}
