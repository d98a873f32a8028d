/** A study from beginning to end: jobs out, results in, answer. */
import { invariant } from "@pavise/kernel";
import { type StudyAnswer, studyAnswer } from "./answer.ts";
import type { DrawResult } from "./draw.ts";
import { drawJobs, type Executor, type JobResult, walkJobs } from "./executor.ts";
import { type GoalFinding, goalFinding } from "./goal-search.ts";
import { leakFindings } from "./leak-search.ts";
import { leverFindings } from "./lever-search.ts";
import { type OptionIndices, optionIndices } from "./option-indices.ts";
import { looks, precisionReached } from "./stopping.ts";
import {
  type IndicesPlan,
  noTime,
  type PhaseTimes,
  type StudyPlan,
  type StudySubject,
} from "./subject.ts";
import { type SweepFinding, sweepFinding } from "./sweep.ts";

export interface StudyOutcome {
  /** As it was played: a study that stopped by itself has the draws it stopped at. */
  readonly plan: StudyPlan;
  readonly draws: readonly DrawResult[];
  readonly answer: StudyAnswer;
  /** Lines of `replications.csv` by draw, where the plan keeps them. */
  readonly rows: readonly string[];
  /** Sums over all jobs, milliseconds of the clock that the executor was given. */
  readonly times: PhaseTimes;
}

/**
 * Plays a study. The answer depends on subject and plan, never on the executor; a study that stops
 * by itself at D draws is the study of D draws.
 */
export async function playStudy(
  subject: StudySubject,
  plan: StudyPlan,
  executor: Executor,
  drawnUniform: (path: string, draw: number) => number,
  progress: (done: number, total: number) => void = () => {},
): Promise<StudyOutcome> {
  const walks = walkJobs(plan.walkReplications === 0 ? 0 : subject.unknowns.length);
  const { precision, ...fixed } = plan;
  const batches = precision === undefined ? [plan.draws] : looks(plan.draws, plan.replications);
  const results: JobResult[] = [];
  for (const last of batches) {
    const isLast = last === plan.draws;
    const jobs = [...drawJobs(results.length, last), ...(isLast ? walks : [])];
    const before = results.length;
    const total = plan.draws + 1 + walks.length;
    const played = await executor.play(jobs, (done) => progress(before + done, total));
    invariant(played.length === jobs.length, "an executor gives one result for each job");
    results.push(...played);
    if (isLast || precisionReached(drawsOf(results), precision!.figure) > precision!.half) continue;
    results.push(
      ...(await executor.play(walks, (done) => progress(last + 1 + done, last + 1 + walks.length))),
    );
    break;
  }
  const draws = drawsOf(results);
  const influences = results.flatMap((each) =>
    each.kind === "walk" ? [each.result.influence] : [],
  );
  const played = { ...fixed, draws: draws.length - 1 };
  const answer = studyAnswer(subject, played, draws, influences, drawnUniform);
  return {
    plan: played,
    draws,
    answer: {
      ...answer,
      leaks: await leakFindings(answer, draws, executor, progress),
      ...(await probed(subject, played, answer, executor, progress)),
    },
    rows: draws.flatMap(({ rows }) => (rows === undefined ? [] : [rows])),
    times: timesOf(results),
  };
}

/** What the plan asks beside the study itself. */
async function probed(
  subject: StudySubject,
  { requirements, indices, sweeps, goals }: StudyPlan,
  answer: StudyAnswer,
  executor: Executor,
  progress: (done: number, total: number) => void,
): Promise<Pick<StudyAnswer, "levers" | "indices" | "sweeps" | "goals">> {
  const levers =
    requirements && (await leverFindings(subject, answer, requirements, executor, progress));
  const found: OptionIndices[] = [];
  for (const option of indices === undefined ? [] : indexedOptions(indices, answer)) {
    found.push(await optionIndices(subject, option, indices!, executor, progress));
  }
  const swept: SweepFinding[] = [];
  for (const sweep of sweeps ?? []) swept.push(await sweepFinding(sweep, executor, progress));
  const met: GoalFinding[] = [];
  for (const goal of goals ?? []) met.push(await goalFinding(goal, executor, progress));
  return {
    ...(levers === undefined ? {} : { levers }),
    ...(indices === undefined ? {} : { indices: found }),
    ...(sweeps === undefined ? {} : { sweeps: swept }),
    ...(goals === undefined ? {} : { goals: met }),
  };
}

/** The options that are named, or all that launch anything. */
function indexedOptions({ options }: IndicesPlan, { summary }: StudyAnswer): readonly string[] {
  if (options.length > 0) return options;
  return summary.options.flatMap(({ id, roundsSpent }) => (roundsSpent.mean > 0 ? [id] : []));
}

function drawsOf(results: readonly JobResult[]): DrawResult[] {
  return results.flatMap((each) => (each.kind === "draw" ? [each.result] : []));
}

function timesOf(results: readonly JobResult[]): PhaseTimes {
  const times = noTime();
  for (const { result } of results) {
    times.paths += result.times.paths;
    times.windows += result.times.windows;
    times.replications += result.times.replications;
  }
  return times;
}
