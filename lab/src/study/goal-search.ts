/** A goal that somebody states, and the least or greatest value of one thing for which it holds. */
import { type Executor, playedProbes, type StudyJob } from "./executor.ts";
import { type ValueFound, valueFound, valuesAskedMax } from "./least-value.ts";
import { LEVERS } from "./lever.ts";
import type { GoalPlan } from "./question-plan.ts";

export interface GoalFinding extends ValueFound {
  readonly asked: GoalPlan;
}

/** Finds where a goal begins to hold; the same whoever plays it. */
export async function goalFinding(
  asked: GoalPlan,
  executor: Executor,
  progress: (done: number, total: number) => void = () => {},
): Promise<GoalFinding> {
  const { goal, draws, isCount } = asked;
  const [lower, upper] = asked.range;
  const total = draws * valuesAskedMax({ lower, upper, isCount });
  let before = 0;
  const figures = async (values: readonly number[]) => {
    const jobs = values.flatMap((value) => probesOf(asked, value));
    const results = await playedProbes(executor, jobs, (done) => progress(before + done, total));
    before += jobs.length;
    return values.map((_, index) =>
      results.slice(index * draws, (index + 1) * draws).map(({ means }) => means[0]![goal.figure]),
    );
  };
  const found = await valueFound(goal, { lower, upper, isCount, figures });
  progress(total, total);
  return { asked, ...found };
}

function probesOf({ option, vary, draws, replications }: GoalPlan, value: number): StudyJob[] {
  const lever = LEVERS.find((each) => each === vary);
  const levers = lever === undefined ? [] : [{ lever, value }];
  const wishes = lever === undefined ? [{ path: vary, value }] : [];
  return Array.from({ length: draws }, (_, index) => {
    const probe = { option, draw: index + 1, replications, levers, wishes };
    return { kind: "probe", probe };
  });
}
