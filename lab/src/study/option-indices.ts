/** Indices of variance of the unknowns of an option, played by whoever plays a study. */
import { type Executor, playedProbes, type StudyJob } from "./executor.ts";
import type { ProbeMeans } from "./probe.ts";
import { SOBOL_DIMENSIONS_MAX, SobolSequence } from "./sampling.ts";
import {
  indicesFromAnswers,
  type PointAnswers,
  type SensitivityIndex,
  type SensitivityPlan,
  samplePoints,
} from "./sobol-indices.ts";
import type { IndexedResult, IndicesPlan, StudySubject } from "./subject.ts";

/** Batches are scrambled by themselves; what differs between them is the error of the indices. */
const BATCHES = 8;

export interface UnknownIndices {
  readonly path: string;
  readonly first: SensitivityIndex;
  readonly total: SensitivityIndex;
}

export interface OptionIndices {
  readonly option: string;
  readonly result: IndexedResult;
  readonly samples: number;
  readonly replications: number;
  readonly mean: number;
  /** Standard deviation between draws. */
  readonly deviation: number;
  /** Largest total index first. */
  readonly unknowns: readonly UnknownIndices[];
}

/** Unknowns of an option that an index may be asked of: all that it reads, prices aside. */
export function indexedPaths(subject: StudySubject, option: string): string[] {
  return subject.unknowns
    .filter(({ unit, options }) => unit !== "USD" && (options?.includes(option) ?? true))
    .map(({ path }) => path);
}

/**
 * First-order and total indices of one option. Luck is the same at every point.
 *
 * @throws RangeError for an option without an unknown, or with more than 128.
 */
export async function optionIndices(
  subject: StudySubject,
  option: string,
  { samples, replications, result }: Omit<IndicesPlan, "options">,
  executor: Executor,
  progress: (done: number, total: number) => void = () => {},
): Promise<OptionIndices> {
  const paths = indexedPaths(subject, option);
  if (paths.length < 1 || 2 * paths.length > SOBOL_DIMENSIONS_MAX) {
    const most = SOBOL_DIMENSIONS_MAX / 2;
    throw new RangeError(`option ${option}: expected 1 to ${most} unknowns, got ${paths.length}`);
  }
  const plan = { dimensions: paths.length, samples, batches: BATCHES, seed: subject.seed };
  const jobs = sampleJobs(plan, { option, replications, paths });
  const results = await playedProbes(executor, jobs, (done) => progress(done, jobs.length));
  const all = results.map(({ means }) => pointAnswers(means, result));
  const size = samples / BATCHES;
  const answers = Array.from({ length: BATCHES }, (_, batch) =>
    all.slice(batch * size, (batch + 1) * size),
  );
  const found = indicesFromAnswers(answers, plan);
  const unknowns = paths.map((path, i) => {
    return { path, first: found.first[i]!, total: found.total[i]! };
  });
  return {
    ...{ option, result, samples, replications, mean: found.mean },
    deviation: Math.sqrt(Math.max(0, found.variance)),
    unknowns: unknowns.sort((a, b) => b.total.value - a.total.value),
  };
}

/** One job a sample, in the order of batches and samples. */
function sampleJobs(
  plan: SensitivityPlan,
  asked: { option: string; replications: number; paths: readonly string[] },
): StudyJob[] {
  return Array.from({ length: BATCHES }, (_, batch) => {
    const sequence = new SobolSequence(2 * plan.dimensions, plan.seed, batch);
    const pointsOf = samplePoints(plan, batch, sequence);
    return Array.from({ length: plan.samples / BATCHES }, (_, index): StudyJob => {
      const points = pointsOf(index).map((point) => [...point]);
      return { kind: "points", probe: { ...asked, points } };
    });
  }).flat();
}

function pointAnswers(means: readonly ProbeMeans[], result: IndexedResult): PointAnswers {
  const [a, b, ...mixed] = means.map((each) => each[result]) as [number, number, ...number[]];
  return { a, b, mixed };
}
