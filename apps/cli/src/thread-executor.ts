/** Deals the jobs of a study to worker threads; results come back in the order of the jobs. */
import { Worker } from "node:worker_threads";
import { InputError } from "@pavise/catalogue";
import type { Executor, JobResult, KeepResult, StudyJob } from "@pavise/lab";
import type { ThreadReply, ThreadTask } from "./thread-message.ts";

/** Jobs a worker has at hand, so that it never waits for the main thread. */
const JOBS_AHEAD = 2;

/** One deal of jobs over threads: who has what, and what came back. */
class Deal {
  private readonly jobs: readonly StudyJob[];
  private readonly results: JobResult[] = [];
  private next = 0;
  private done = 0;
  private readonly progress: (done: number) => void;
  private readonly keep: KeepResult;

  constructor(
    jobs: readonly StudyJob[],
    progress: (done: number) => void,
    keep: KeepResult = () => {},
  ) {
    this.jobs = jobs;
    this.progress = progress;
    this.keep = keep;
  }

  send(worker: Worker): void {
    if (this.next >= this.jobs.length) return;
    const index = this.next++;
    worker.postMessage({ index, job: this.jobs[index] });
  }

  /** Takes a result; answers with all of them once the last has come. */
  take({ index, result }: Extract<ThreadReply, { index: number }>): JobResult[] | undefined {
    this.results[index] = result;
    this.keep(this.jobs[index]!, result);
    this.done += 1;
    this.progress(this.done);
    return this.done === this.jobs.length ? this.results : undefined;
  }
}

/** An executor whose threads are kept between deals, until it is closed. */
export interface ThreadExecutor extends Executor {
  close(): Promise<void>;
}

/** An executor of so many threads. They end when it is closed, or with the first failure. */
export function threadExecutor(task: ThreadTask, workers: number): ThreadExecutor {
  const threads: Worker[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(threads.splice(0).map((thread) => thread.terminate()));
  };
  const thread = (index: number): Worker => {
    threads[index] ??= new Worker(new URL("./thread-worker.js", import.meta.url), {
      workerData: task,
    });
    return threads[index];
  };
  return {
    close,
    play: async (jobs, progress, keep) => {
      if (jobs.length === 0) return [];
      const deal = new Deal(jobs, progress, keep);
      return new Promise<JobResult[]>((resolve, reject) => {
        const dealt = Array.from({ length: Math.min(workers, jobs.length) }, (_, i) => thread(i));
        for (const each of dealt) {
          each.removeAllListeners();
          each.on("error", (error) => void close().then(() => reject(error)));
          each.on("message", (reply: ThreadReply) => {
            if ("fault" in reply) {
              void close().then(() => reject(new InputError(reply.fault)));
              return;
            }
            deal.send(each);
            const results = deal.take(reply);
            if (results !== undefined) resolve(results);
          });
          for (let ahead = 0; ahead < JOBS_AHEAD; ahead++) deal.send(each);
        }
      });
    },
  };
}
