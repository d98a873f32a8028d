/** A study from beginning to end: jobs out, results in, answer. */
import { invariant } from "@pavise/kernel";
import { type StudyAnswer, studyAnswer } from "./answer.ts";
import { type Executor, studyJobs } from "./executor.ts";
import { noTime, type PhaseTimes, type StudyPlan, type StudySubject } from "./subject.ts";

export interface StudyOutcome {
  readonly answer: StudyAnswer;
  /** Lines of `replications.csv` by draw, where the plan keeps them. */
  readonly rows: readonly string[];
  /** Sums over all jobs, milliseconds of the clock that the executor was given. */
  readonly times: PhaseTimes;
}

/** Plays a study. The answer depends on subject and plan, never on the executor. */
export async function playStudy(
  subject: StudySubject,
  plan: StudyPlan,
  executor: Executor,
  drawnUniform: (path: string, draw: number) => number,
  progress: (done: number, total: number) => void = () => {},
): Promise<StudyOutcome> {
  const jobs = studyJobs(plan, subject.unknowns.length);
  const results = await executor.play(jobs, (done) => progress(done, jobs.length));
  invariant(results.length === jobs.length, "an executor gives one result for each job");
  const times = noTime();
  for (const { result } of results) {
    times.paths += result.times.paths;
    times.windows += result.times.windows;
    times.replications += result.times.replications;
  }
  const draws = results.flatMap((each) => (each.kind === "draw" ? [each.result] : []));
  const influences = results.flatMap((each) =>
    each.kind === "walk" ? [each.result.influence] : [],
  );
  return {
    answer: studyAnswer(subject, plan, draws, influences, drawnUniform),
    rows: draws.flatMap(({ rows }) => (rows === undefined ? [] : [rows])),
    times,
  };
}
