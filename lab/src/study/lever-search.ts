/**
 * Which batteries, rounds and warning would meet the goal, found on the simulation beside the study.
 *
 * Every lever is first put where it can do most, in the first draws of the study; where the goal holds
 * there, the least value is found by halving, on the same draws and the same luck. That more never does
 * worse is taken for granted in halving, not in what is told: every value that was tried is kept.
 */
import { CourseCache } from "../engagement/course.ts";
import { type Executor, playedProbes, type StudyJob } from "./executor.ts";
import { firstArrivalSeconds, type Lever, type LeverSetting, roundsLoaded } from "./lever.ts";
import { mean } from "./moments.ts";
import { sharePrecision } from "./precision.ts";
import { GOAL_SHARE } from "./requirement.ts";
import type { ProbeSize, StudySubject } from "./subject.ts";
import type { KillCurve, OptionSummary, Parameter, Summary } from "./summary.ts";

/** More batteries in place of each are not asked about. */
export const BATTERIES_MAX = 4;
/** Nor more rounds than so many times the load. */
export const ROUNDS_FACTOR_MAX = 4;
/** Warning is told apart to half a minute. */
const WARNING_STEP = 30;

/** One value that was played. */
export interface LeverTry {
  readonly value: number;
  /** Chance that nothing arrives, with the 90 % precision interval of the runs. */
  readonly nothingArrives: Pick<Parameter, "mean"> & {
    readonly precision: readonly [number, number];
  };
}

export interface LeverFinding {
  readonly option: string;
  readonly lever: Lever;
  /** Every shot stops its threat, in place of the kill probability as drawn. */
  readonly isPerfect: boolean;
  /** The least value that was seen to meet the goal; null if none did. */
  readonly value: number | null;
  /** In rising order. */
  readonly tried: readonly LeverTry[];
}

const PERFECT: LeverSetting = { lever: "kill-probability", value: 1 };

interface Question {
  readonly option: string;
  readonly lever: Lever;
  readonly isPerfect: boolean;
  /** Whole steps of this size are told apart. */
  readonly step: number;
  /** Known not to meet the goal, or the least that is asked about. */
  readonly lower: number;
  /** Where the lever can do most. */
  readonly upper: number;
}

/** What is asked about one option; nothing where it launches nothing or meets the goal as it is. */
function questionsOf(
  option: OptionSummary,
  curve: KillCurve | undefined,
  subject: StudySubject,
): Question[] {
  if (option.roundsSpent.mean === 0 || option.nothingArrives.mean >= GOAL_SHARE) return [];
  const likely = subject.setup(option.id, 0);
  const load = roundsLoaded(likely);
  const isLate = likely.fireUnits.some(({ readyFromSeconds }) => readyFromSeconds > 0);
  const batteries = { option: option.id, lever: "batteries" as const, step: 1, lower: 1 };
  const rounds = { option: option.id, lever: "rounds" as const, step: 1 };
  const asDrawn: Question[] = [
    { ...batteries, isPerfect: false, upper: BATTERIES_MAX },
    { ...rounds, isPerfect: false, lower: load, upper: ROUNDS_FACTOR_MAX * load },
  ];
  const warning = {
    ...{ option: option.id, lever: "warning" as const, step: WARNING_STEP, lower: 0 },
    // So long before the first threat comes down that every unit is ready all along.
    upper: WARNING_STEP * Math.ceil(firstArrivalSeconds(likely, new CourseCache()) / WARNING_STEP),
  };
  if (isLate) asDrawn.push({ ...warning, isPerfect: false });
  const withPerfect = curve?.points.at(-1)?.nothingArrives.mean ?? 0;
  const perfect: Question[] =
    withPerfect < GOAL_SHARE
      ? [{ ...batteries, isPerfect: true, upper: BATTERIES_MAX }]
      : [
          { ...rounds, isPerfect: true, lower: 0, upper: load },
          { ...warning, isPerfect: true },
        ];
  return [...asDrawn, ...perfect];
}

/** A question on its way: what was tried, and between which two values the least one lies. */
class Search {
  readonly question: Question;
  readonly tried: LeverTry[] = [];
  private below: number;
  private above: number | null = null;

  constructor(question: Question) {
    this.question = question;
    this.below = question.lower;
  }

  /** The value to try next; undefined once the answer is known. */
  next(): number | undefined {
    const { upper, step } = this.question;
    if (this.tried.length === 0) return upper;
    if (this.above === null || this.above - this.below <= step) return undefined;
    return this.below + Math.floor((this.above - this.below) / step / 2) * step;
  }

  /** At most so many values are still to be tried. */
  leftMax(): number {
    const { upper, step } = this.question;
    if (this.tried.length > 0 && this.above === null) return 0;
    let halvings = 0;
    for (let width = (this.above ?? upper) - this.below; width > step; width /= 2) halvings += 1;
    return halvings + (this.tried.length === 0 ? 1 : 0);
  }

  take(value: number, nothing: readonly number[], nights: number): void {
    const found = mean(nothing);
    const precision = sharePrecision(nothing, nights);
    this.tried.push({ value, nothingArrives: { mean: found, precision } });
    if (found >= GOAL_SHARE) this.above = value;
    else if (this.tried.length > 1) this.below = value;
  }

  finding(): LeverFinding {
    const { option, lever, isPerfect } = this.question;
    const tried = this.tried.toSorted((a, b) => a.value - b.value);
    return { option, lever, isPerfect, value: this.above, tried };
  }
}

/** Findings for every option, in the order of the study; the same whoever plays them. */
export async function leverFindings(
  subject: StudySubject,
  { summary, curves }: { readonly summary: Summary; readonly curves: readonly KillCurve[] },
  { draws, replications }: ProbeSize,
  executor: Executor,
  progress: (done: number, total: number) => void = () => {},
): Promise<LeverFinding[]> {
  const searches = summary.options
    .flatMap((option) =>
      questionsOf(
        option,
        curves.find((curve) => curve.option === option.id),
        subject,
      ),
    )
    .map((question) => new Search(question));
  const count = Math.min(draws, summary.draws);
  let before = 0;
  for (;;) {
    const open = searches.flatMap((search) => {
      const value = search.next();
      return value === undefined ? [] : [{ search, value }];
    });
    if (open.length === 0) break;
    const jobs = open.flatMap(({ search, value }) =>
      probesOf(search.question, value, count, replications),
    );
    const total = before + count * searches.reduce((sum, each) => sum + each.leftMax(), 0);
    const results = await playedProbes(executor, jobs, (done) => progress(before + done, total));
    before += jobs.length;
    for (const [index, { search, value }] of open.entries()) {
      const mine = results.slice(index * count, (index + 1) * count);
      search.take(
        value,
        mine.map(({ means }) => means[0]!.nothingArrives),
        replications,
      );
    }
  }
  return searches.map((search) => search.finding());
}

function probesOf(
  { option, lever, isPerfect }: Question,
  value: number,
  draws: number,
  replications: number,
): StudyJob[] {
  const levers = [{ lever, value }, ...(isPerfect ? [PERFECT] : [])];
  return Array.from({ length: draws }, (_, index) => {
    const probe = { option, draw: index + 1, replications, levers, wishes: [] };
    return { kind: "probe", probe };
  });
}
