/** Who plays the jobs of a study: this thread, or whatever an app brings. */
import { type CellProbe, type CellResult, playCell } from "./cell.ts";
import { type DrawResult, playDraw } from "./draw.ts";
import { type LeakProbe, type LeakProbeResult, playLeak } from "./leak-probe.ts";
import { type PointProbe, type Probe, ProbePlayer, type ProbeResult } from "./probe.ts";
import { SensitivityWalk, type WalkResult } from "./sensitivity.ts";
import type { Clock, StudyPlan, StudySubject } from "./subject.ts";

/**
 * A draw to play, an unknown to walk from its lower to its upper bound, a probe of something moved,
 * a draw of one cell of a sweep, or a draw for its rare leaks. Crosses threads.
 */
export type StudyJob =
  | { readonly kind: "draw"; readonly draw: number }
  | { readonly kind: "walk"; readonly unknown: number }
  | { readonly kind: "probe"; readonly probe: Probe }
  | { readonly kind: "points"; readonly probe: PointProbe }
  | { readonly kind: "cell"; readonly cell: CellProbe }
  | { readonly kind: "leak"; readonly probe: LeakProbe };

export type JobResult =
  | { readonly kind: "draw"; readonly result: DrawResult }
  | { readonly kind: "walk"; readonly result: WalkResult }
  | { readonly kind: "probe"; readonly result: ProbeResult }
  | { readonly kind: "cell"; readonly result: CellResult }
  | { readonly kind: "leak"; readonly result: LeakProbeResult };

/** Draws `first` … `last`. */
export function drawJobs(first: number, last: number): StudyJob[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return { kind: "draw", draw: first + index };
  });
}

/** A walk of every unknown. */
export function walkJobs(unknowns: number): StudyJob[] {
  return Array.from({ length: unknowns }, (_, unknown) => ({ kind: "walk", unknown }));
}

/** Plays jobs one after the other; each answer depends on its job alone. */
export class JobPlayer {
  private readonly subject: StudySubject;
  private readonly plan: StudyPlan;
  private readonly clock: Clock;
  private readonly probes: ProbePlayer;
  private walk: SensitivityWalk | undefined;

  constructor(subject: StudySubject, plan: StudyPlan, clock: Clock) {
    this.subject = subject;
    this.plan = plan;
    this.clock = clock;
    this.probes = new ProbePlayer(subject, clock);
  }

  play(job: StudyJob): JobResult {
    if (job.kind === "draw") {
      return { kind: "draw", result: playDraw(this.subject, this.plan, job.draw, this.clock) };
    }
    if (job.kind === "probe") return { kind: "probe", result: this.probes.probe(job.probe) };
    if (job.kind === "points") return { kind: "probe", result: this.probes.points(job.probe) };
    if (job.kind === "cell") {
      return { kind: "cell", result: playCell(this.subject, job.cell, this.clock) };
    }
    if (job.kind === "leak") {
      return { kind: "leak", result: playLeak(this.subject, job.probe, this.clock) };
    }
    this.walk ??= new SensitivityWalk(this.subject, this.plan, this.clock);
    return { kind: "walk", result: this.walk.influence(job.unknown) };
  }
}

/** Hears of every result as it comes, in any order. */
export type KeepResult = (job: StudyJob, result: JobResult) => void;

/** Plays jobs and gives the means of each, in the order of the jobs. */
export async function playedProbes(
  executor: Executor,
  jobs: readonly StudyJob[],
  progress: (done: number) => void = () => {},
): Promise<ProbeResult[]> {
  const results = await executor.play(jobs, progress);
  return results.flatMap((each) => (each.kind === "probe" ? [each.result] : []));
}

/**
 * Plays every job and gives the results in the order of the jobs, however it spreads them: one
 * worker or a hundred give the same study.
 */
export interface Executor {
  play(
    jobs: readonly StudyJob[],
    progress: (done: number) => void,
    keep?: KeepResult,
  ): Promise<JobResult[]>;
}

/** Plays all jobs in the calling thread. */
export function executorHere(subject: StudySubject, plan: StudyPlan, clock: Clock): Executor {
  const player = new JobPlayer(subject, plan, clock);
  return {
    play: async (jobs, progress, keep) =>
      jobs.map((job, index) => {
        const result = player.play(job);
        keep?.(job, result);
        progress(index + 1);
        return result;
      }),
  };
}
