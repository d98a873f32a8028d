/** A goal that somebody states, and the least or greatest value of one thing for which it holds. */
import { type Executor, playedProbes, type StudyJob } from "./executor.ts";
import { isRareLeak, varianceReduction } from "./leak-search.ts";
import { type Goal, type ValueFound, valueFound, valuesAskedMax } from "./least-value.ts";
import { LEVERS } from "./lever.ts";
import type { ProbeResult } from "./probe.ts";
import type { GoalPlan } from "./question-plan.ts";

export interface GoalFinding extends ValueFound {
  readonly asked: GoalPlan;
  /** Present where the goal is a leak too rare to be counted. */
  readonly rare?: {
    /** Whether its nights could be weighed in every draw at every value. */
    readonly isWeighed: boolean;
    /** Of a night at the value that was tried last; null where weighing leaves no variance. */
    readonly varianceReduction: number | null;
  };
}

/** Whether fewer than the fewest leaks that can be counted would be seen where the goal just holds. */
export function isRareGoal({ goal, draws, replications }: GoalPlan): boolean {
  const share = goal.figure === "arrivals" ? goal.bound : 1 - goal.bound;
  return isRareLeak(share * draws * replications);
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
  const isRare = isRareGoal(asked);
  let isWeighed = true;
  let reduction: number | null = null;
  let before = 0;
  const figures = async (values: readonly number[]) => {
    const jobs = values.flatMap((value) => probesOf(asked, value, isRare));
    const results = await playedProbes(executor, jobs, (done) => progress(before + done, total));
    before += jobs.length;
    isWeighed = isWeighed && results.every(({ weighed }) => weighed !== undefined);
    if (isRare && isWeighed) reduction = reductionOf(results.slice(-draws), goal);
    return values.map((_, index) =>
      results.slice(index * draws, (index + 1) * draws).map(({ means }) => means[0]![goal.figure]),
    );
  };
  const found = await valueFound(goal, { lower, upper, isCount, figures });
  progress(total, total);
  const rare = isRare ? { rare: { isWeighed, varianceReduction: reduction } } : {};
  return { asked, ...found, ...rare };
}

/** What weighing gains at one value. */
function reductionOf(results: readonly ProbeResult[], { figure }: Goal): number | null {
  const chances = results.map(({ means: [each] }) =>
    figure === "arrivals" ? each!.arrivals : 1 - each!.nothingArrives,
  );
  return varianceReduction(
    chances,
    results.map(({ weighed }) => weighed![figure]),
  );
}

function probesOf(
  { option, vary, draws, replications }: GoalPlan,
  value: number,
  isRare: boolean,
): StudyJob[] {
  const lever = LEVERS.find((each) => each === vary);
  const levers = lever === undefined ? [] : [{ lever, value }];
  const wishes = lever === undefined ? [{ path: vary, value }] : [];
  return Array.from({ length: draws }, (_, index) => {
    const probe = { option, draw: index + 1, replications, levers, wishes };
    return { kind: "probe", probe: isRare ? { ...probe, isWeighed: true } : probe };
  });
}
