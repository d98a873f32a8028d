/** A crew of threads for one question beside a study, with a progress bar on standard error. */
import { type Executor, studyPlan } from "@pavise/lab";
import { ProgressBar } from "./progress-bar.ts";
import type { StudySource } from "./study-source.ts";
import { threadExecutor } from "./thread-executor.ts";

/** No draw of a plan is played: a question brings its own sizes. */
const NO_PLAN = studyPlan({ draws: 1, replications: 2, keepReplications: false }, false);

/** What a question is given: who plays its jobs, and whom to tell how far it is. */
export type Question<T> = (
  executor: Executor,
  progress: (done: number, total: number) => void,
) => Promise<T>;

/** Lets so many threads answer a question; the answer does not depend on how many. */
export async function answeredByCrew<T>(
  source: StudySource,
  workers: number,
  question: Question<T>,
): Promise<T> {
  const bar = new ProgressBar();
  const threads = threadExecutor({ source, plan: NO_PLAN }, workers);
  try {
    return await question(threads, (done, total) => bar.show(done, total));
  } finally {
    bar.stop();
    await threads.close();
  }
}
