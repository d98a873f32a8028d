/**
 * The same draws and the same luck for several values of the defence, of an unknown, or of the raid's
 * size. Every cell is played like a study of its own; nothing is interpolated.
 */
import { countedFromHistogram } from "./counted.ts";
import type { Executor, StudyJob } from "./executor.ts";
import type { OptionOutcome } from "./outcomes.ts";
import type { SweepAxis, SweepPlan, Wish } from "./question-plan.ts";
import type { Parameter, Quantity } from "./summary.ts";
import { probability, quantity } from "./widths.ts";

/** Combinations of values that one sweep may have. */
export const SWEEP_CELLS_MAX = 1000;

/** What one option let through and spent in one cell. */
export interface SweepOption {
  readonly id: string;
  readonly arrivals: Quantity;
  readonly roundsSpent: Quantity;
  readonly nothingArrives: Parameter;
}

export interface SweepCell {
  /** By axis. */
  readonly values: readonly Wish["value"][];
  readonly options: readonly SweepOption[];
}

export interface SweepFinding {
  readonly paths: readonly string[];
  readonly draws: number;
  readonly replications: number;
  readonly cells: readonly SweepCell[];
}

/** Every combination of values, the last axis turning fastest. */
export function sweepCells(axes: readonly SweepAxis[]): Wish[][] {
  return axes.reduce<Wish[][]>(
    (cells, { path, values }) =>
      cells.flatMap((cell) => values.map((value) => [...cell, { path, value }])),
    [[]],
  );
}

/** Every cell of a sweep; the same whoever plays it. */
export async function sweepFinding(
  { axes, options, draws, replications }: SweepPlan,
  executor: Executor,
  progress: (done: number, total: number) => void = () => {},
): Promise<SweepFinding> {
  const cells = sweepCells(axes);
  const jobs = cells.flatMap((wishes) =>
    Array.from({ length: draws + 1 }, (_, draw): StudyJob => {
      return { kind: "cell", cell: { wishes, options, draw, replications } };
    }),
  );
  const played = await executor.play(jobs, (done) => progress(done, jobs.length));
  const results = played.flatMap((each) => (each.kind === "cell" ? [each.result] : []));
  return {
    paths: axes.map(({ path }) => path),
    draws,
    replications,
    cells: cells.map((wishes, index) => {
      const own = results.slice(index * (draws + 1), (index + 1) * (draws + 1));
      return {
        values: wishes.map(({ value }) => value),
        options: options.map((_, at) =>
          sweepOption(
            own.map(({ outcomes }) => outcomes[at]!),
            replications,
          ),
        ),
      };
    }),
  };
}

function sweepOption(outcomes: readonly OptionOutcome[], replications: number): SweepOption {
  const of = (histogram: (outcome: OptionOutcome) => readonly number[]): Quantity =>
    quantity(
      outcomes.map((outcome) => countedFromHistogram(histogram(outcome))),
      replications,
    ).figure;
  const nothing = outcomes.map(({ arrivals }) => arrivals[0]!);
  return {
    id: outcomes[0]!.option,
    arrivals: of(({ arrivals }) => arrivals),
    roundsSpent: of(({ rounds }) => rounds),
    nothingArrives: probability(nothing, replications).figure,
  };
}
