/** The engine as the page knows it: studies that report while they play, and questions. */
import type {
  EngineFault,
  FromEngine,
  Questions,
  StudyNews,
  StudyTask,
  ToEngine,
  Topic,
} from "./message.ts";

/** Who hears of a study. */
export interface StudyListener {
  readonly news: (news: StudyNews) => void;
  readonly progress: (done: number, total: number) => void;
  readonly fault: (fault: EngineFault) => void;
}

/** An answer that could not be given, with its place where a user wrote it. */
export class EngineError extends Error {
  readonly fault: EngineFault;

  constructor(fault: EngineFault) {
    super(fault.message);
    this.name = "EngineError";
    this.fault = fault;
  }
}

interface Waiting {
  readonly id: number;
  readonly task: StudyTask;
  readonly listener: StudyListener;
  /** A study that the user looks at goes before those of the gallery. */
  readonly isUrgent: boolean;
}

const PLAYERS_MAX = 4;

export class Engine {
  readonly #worker: Worker;
  readonly #asked = new Map<
    number,
    { readonly settle: (says: never) => void; readonly fail: (error: EngineError) => void }
  >();
  #next = 1;
  #running: Waiting | null = null;
  #queue: Waiting[] = [];

  constructor(worker: Worker, processors: number) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromEngine>) => this.#hear(data);
    const players = Math.max(1, Math.min(PLAYERS_MAX, processors));
    this.#say({ kind: "crew", players });
  }

  /** Plays a study now; what was playing waits or, if it was urgent itself, is given up. */
  play(task: StudyTask, listener: StudyListener): () => void {
    const study: Waiting = { id: this.#next++, task, listener, isUrgent: true };
    this.#queue = this.#queue.filter(({ isUrgent }) => !isUrgent);
    if (this.#running !== null && !this.#running.isUrgent) this.#queue.unshift(this.#running);
    this.#running = null;
    this.#start(study);
    return () => this.#drop(study);
  }

  /** Plays a study when nothing else is playing. */
  playLater(task: StudyTask, listener: StudyListener): () => void {
    const study: Waiting = { id: this.#next++, task, listener, isUrgent: false };
    this.#queue.push(study);
    this.#startNext();
    return () => this.#drop(study);
  }

  /** @throws EngineError */
  ask<T extends Topic>(topic: T, asks: Questions[T]["asks"]): Promise<Questions[T]["says"]> {
    const id = this.#next++;
    return new Promise((settle, fail) => {
      this.#asked.set(id, { settle: settle as (says: never) => void, fail });
      this.#say({ kind: "ask", id, topic, asks });
    });
  }

  #say(message: ToEngine): void {
    this.#worker.postMessage(message);
  }

  #start(study: Waiting): void {
    this.#running = study;
    this.#say({ kind: "play", id: study.id, task: study.task });
  }

  /** After what is being changed now: a page that leaves the gallery drops many studies at once. */
  #startNext(): void {
    setTimeout(() => {
      if (this.#running !== null) return;
      const next = this.#queue.shift();
      if (next !== undefined) this.#start(next);
    });
  }

  #drop(study: Waiting): void {
    this.#queue = this.#queue.filter((each) => each !== study);
    if (this.#running !== study) return;
    this.#say({ kind: "stop", id: study.id });
    this.#running = null;
    this.#startNext();
  }

  #hear(said: FromEngine): void {
    const asked = this.#asked.get(said.id);
    if (asked !== undefined) {
      this.#asked.delete(said.id);
      if (said.kind === "says") asked.settle(said.says as never);
      else if (said.kind === "fault") asked.fail(new EngineError(said.fault));
      return;
    }
    const study = this.#running;
    if (study === null || study.id !== said.id) return;
    if (said.kind === "progress") study.listener.progress(said.done, said.total);
    else if (said.kind === "news") this.#hearNews(study, said.news);
    else if (said.kind === "fault") {
      this.#running = null;
      study.listener.fault(said.fault);
      this.#startNext();
    }
  }

  #hearNews(study: Waiting, news: StudyNews): void {
    if (news.isWhole) this.#running = null;
    study.listener.news(news);
    if (news.isWhole) this.#startNext();
  }
}

let own: Engine | undefined;

/** The engine of this page, started when it is first asked for. */
export function pageEngine(): Engine {
  own ??= new Engine(
    new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module" }),
    navigator.hardwareConcurrency,
  );
  return own;
}
