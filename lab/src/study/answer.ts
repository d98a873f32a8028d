/** From the results of all jobs to the answer of a study. */
import { hashText, invariant } from "@pavise/kernel";
import { LIMITS, PAIR_STATES } from "../engagement/refusal.ts";
import { type AnswerLearning, answerLearning } from "./answer-learning.ts";
import { countedFromHistogram, meanOf } from "./counted.ts";
import { type DrawnUnknown, difference, mirrored, type PairedOutcome } from "./difference.ts";
import { CURVE_POINTS, type DrawResult, NIGHTS_SHOWN } from "./draw.ts";
import type { GoalFinding } from "./goal-search.ts";
import { groundDoubt } from "./ground-doubt.ts";
import { curveNothing, curvePoint } from "./kill-curve.ts";
import type { LeakFinding } from "./leak-search.ts";
import type { LeverFinding } from "./lever-search.ts";
import type { OptionIndices } from "./option-indices.ts";
import type { OptionOutcome } from "./outcomes.ts";
import { outcomesCsv } from "./outcomes-csv.ts";
import type { StudyPlan, StudySubject } from "./subject.ts";
import type {
  DifferenceSummary,
  Influence,
  Interval,
  KillCurve,
  OptionSummary,
  Parameter,
  RecordCheck,
  Summary,
} from "./summary.ts";
import type { SweepFinding } from "./sweep.ts";
import { fixedParameter, type Measured, probability, quantity, SHRINKAGE_MIN } from "./widths.ts";

/** Everything a study answers; `summary` is the part that other programs read. */
export interface StudyAnswer extends AnswerLearning {
  readonly summary: Summary;
  /** Least and most threats fired over the draws. */
  readonly launched: Interval;
  /** Mean arrivals at the likely values, by option: the tick in the figure, never the answer. */
  readonly likelyArrivals: Readonly<Record<string, number>>;
  /** Arrivals of a hundred nights over all draws, by option. */
  readonly nights: Readonly<Record<string, readonly number[]>>;
  readonly curves: readonly KillCurve[];
  /** Largest move first. */
  readonly influences: readonly Influence[];
  readonly check?: RecordCheck;
  /** Which batteries, rounds and warning would do, where the plan asks. */
  readonly levers?: readonly LeverFinding[];
  /** Options that hardly let anything through, with what was weighed in place of counted. */
  readonly leaks?: readonly LeakFinding[];
  /** Indices of variance by option, where the plan asks. */
  readonly indices?: readonly OptionIndices[];
  /** In the order of the plan, where it asks. */
  readonly sweeps?: readonly SweepFinding[];
  readonly goals?: readonly GoalFinding[];
  /** Figures whose spread is sampling noise in good part: more replications needed. */
  readonly unsettled: readonly Unsettled[];
  /** `outcomes.csv`. */
  readonly outcomesCsv: string;
  /** Hash of every outcome. */
  readonly studyHash: string;
}

export interface Unsettled {
  readonly option: string;
  readonly figure: string;
  /** The factor of section 4; below 0.9 the study says more replications are needed. */
  readonly factor: number;
}

/** Figures of one option, keeping note of those that need more replications. */
class Figures {
  readonly unsettled: Unsettled[] = [];
  private readonly option: string;

  constructor(option: string) {
    this.option = option;
  }

  take<T>(figure: string, measured: Measured<T>, isIdle = false): T {
    if (!isIdle && measured.shrinkage < SHRINKAGE_MIN) {
      this.unsettled.push({ option: this.option, figure, factor: measured.shrinkage });
    }
    return measured.figure;
  }
}

/** `draws` in the order of draws, from 0. `drawnUniform` is the uniform behind an unknown. */
export function studyAnswer(
  subject: StudySubject,
  plan: StudyPlan,
  draws: readonly DrawResult[],
  influences: readonly Influence[],
  drawnUniform: (path: string, draw: number) => number,
): StudyAnswer {
  invariant(
    draws.length === plan.draws + 1 && draws.every(({ draw }, index) => draw === index),
    "a study's draws come in order, from 0",
  );
  const unsettled: Unsettled[] = [];
  const unknowns = (moving: readonly string[]): DrawnUnknown[] =>
    influentialPaths(influences, moving).map((path) => ({
      path,
      uniforms: draws.slice(1).map(({ draw }) => drawnUniform(path, draw)),
    }));
  const options = subject.options.map(({ id, title }, index) => {
    const figures = new Figures(id);
    const outcomes = draws.map((draw) => draw.outcomes[index]!);
    const differences = differencesOf(id, draws, plan.replications, unknowns);
    const summary = optionSummary(title, outcomes, figures, differences);
    unsettled.push(...figures.unsettled);
    return summary;
  });
  const csv = outcomesCsv(subject.options.flatMap((_, i) => draws.map((d) => d.outcomes[i]!)));
  const launched = draws.slice(1).map((draw) => draw.outcomes[0]!.launched);
  return {
    summary: {
      schema: "pavise-summary/1",
      scenario: subject.scenario,
      seed: subject.seed,
      draws: plan.draws,
      replications: plan.replications,
      options,
      ...groundDoubtOf(subject, plan, draws),
    },
    launched: [Math.min(...launched), Math.max(...launched)],
    likelyArrivals: byOption(subject, (i) =>
      meanOf(countedFromHistogram(draws[0]!.outcomes[i]!.arrivals)),
    ),
    nights: byOption(subject, (i) => nightsShown(draws.slice(1).map((d) => d.firstNights[i]!))),
    curves: subject.options.map(({ id }, i) => ({
      option: id,
      points: CURVE_POINTS.map((killProbability, point) => ({
        killProbability,
        arrivals: curvePoint(draws.slice(1).map((draw) => draw.curve[i]![point]!)),
        nothingArrives: curveNothing(draws.slice(1).map((draw) => draw.curve[i]![point]!)),
      })),
    })),
    influences: influences.toSorted((a, b) => b.largestMove - a.largestMove),
    ...checkOf(subject, plan, draws),
    ...answerLearning(subject, draws, options, influences, drawnUniform),
    unsettled,
    outcomesCsv: csv,
    studyHash: hashText(csv),
  };
}

function byOption<T>(subject: StudySubject, value: (index: number) => T): Record<string, T> {
  return Object.fromEntries(subject.options.map(({ id }, index) => [id, value(index)]));
}

/** Unknowns that move the arrivals of one of these options; all, where none was seen to. */
function influentialPaths(influences: readonly Influence[], options: readonly string[]): string[] {
  const moves = influences.filter(({ arrivals }) =>
    options.some((id) => arrivals[id] !== undefined && arrivals[id][0] !== arrivals[id][1]),
  );
  return (moves.length > 0 ? moves : influences).map(({ path }) => path);
}

/** One night of every draw in turn, until a hundred are shown. */
function nightsShown(firstNights: readonly (readonly number[])[]): number[] {
  const shown: number[] = [];
  for (let night = 0; shown.length < NIGHTS_SHOWN; night++) {
    const here = firstNights.flatMap((nights) => (night < nights.length ? [nights[night]!] : []));
    if (here.length === 0) break;
    shown.push(...here.slice(0, NIGHTS_SHOWN - shown.length));
  }
  return shown;
}

function differencesOf(
  option: string,
  draws: readonly DrawResult[],
  replications: number,
  unknowns: (options: readonly string[]) => readonly DrawnUnknown[],
): Map<string, Measured<DifferenceSummary>> {
  const byOther = new Map<string, PairedOutcome[]>();
  for (const { pairs } of draws) {
    for (const pair of pairs) {
      if (pair.option !== option && pair.against !== option) continue;
      const seen = pair.option === option ? pair : mirrored(pair);
      byOther.set(seen.against, [...(byOther.get(seen.against) ?? []), seen]);
    }
  }
  const entries = [...byOther].map(([other, pairs]) => {
    const measured = difference(pairs, replications, () => unknowns([option, other]));
    return [other, measured] as const;
  });
  return new Map(entries);
}

function optionSummary(
  title: string,
  outcomes: readonly OptionOutcome[],
  figures: Figures,
  differences: ReadonlyMap<string, Measured<DifferenceSummary>>,
): OptionSummary {
  const { option, assets, replications } = outcomes[0]!;
  const histogram = (name: string, of: (outcome: OptionOutcome) => readonly number[]) =>
    figures.take(
      name,
      quantity(
        outcomes.map((outcome) => countedFromHistogram(of(outcome))),
        replications,
      ),
    );
  const fixed = (of: (outcome: OptionOutcome) => number) => fixedParameter(outcomes.map(of)).figure;
  const attack = outcomes.map(({ attackCostUsd }) => {
    return { values: [attackCostUsd], counts: [replications] };
  });
  const nothing = outcomes.map(({ arrivals }) => arrivals[0]!);
  return {
    id: option,
    title,
    arrivals: {
      total: histogram("arrivals", ({ arrivals }) => arrivals),
      ...Object.fromEntries(
        assets.map((asset, index) => [
          asset,
          histogram(`arrivals at ${asset}`, (outcome) => outcome.arrivalsByAsset[index]!),
        ]),
      ),
    },
    nothingArrives: chanceTaken(figures, "nothing arrives", probability(nothing, replications)),
    roundsSpent: histogram("rounds spent", ({ rounds }) => rounds),
    costSpent_usd: {
      defence: quantity(
        outcomes.map(({ costUsd }) => costUsd),
        replications,
      ).figure,
      attack: quantity(attack, replications).figure,
    },
    costFielded_usd: fixed(({ fieldedCostUsd }) => fieldedCostUsd),
    roundsFielded: fixed(({ fieldedRounds }) => fieldedRounds),
    limits: limitShares(outcomes.slice(1)),
    refusals: refusalCounts(outcomes.slice(1)),
    difference: Object.fromEntries(
      [...differences].map(([other, measured]) => [
        other,
        figures.take(`difference to ${other}`, measured),
      ]),
    ),
  };
}

/** Below this a chance is shown as less than 1 %, whatever its digits; likewise above 99 %. */
const CHANCE_SHOWN_MIN = 0.005;

/** A chance whose whole width is shown as `<1 %` or `>99 %` is settled for anyone who reads it. */
function chanceTaken(figures: Figures, name: string, measured: Measured<Parameter>): Parameter {
  const { mean, ignorance } = measured.figure;
  const isRare = Math.max(mean, ignorance[1]) < CHANCE_SHOWN_MIN;
  const isSure = Math.min(mean, ignorance[0]) > 1 - CHANCE_SHOWN_MIN;
  return figures.take(name, measured, isRare || isSure);
}

/** Shares over arrived threats of draws 1 … D, largest first; they sum to 1 where any arrived. */
function limitShares(outcomes: readonly OptionOutcome[]): OptionSummary["limits"] {
  const counts = LIMITS.map((_, index) => outcomes.reduce((sum, o) => sum + o.limits[index]!, 0));
  const arrived = counts.reduce((sum, count) => sum + count, 0);
  return LIMITS.map((reason, index) => ({ reason, share: counts[index]! / arrived }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** Pairs by unit and state, summed over the nights of draws 1 … D. */
function refusalCounts(outcomes: readonly OptionOutcome[]): OptionSummary["refusals"] {
  return Object.fromEntries(
    outcomes[0]!.units.map((unit, unitIndex) => {
      const states = PAIR_STATES.map((state, index) => {
        const at = unitIndex * PAIR_STATES.length + index;
        return [state, outcomes.reduce((sum, outcome) => sum + outcome.pairs[at]!, 0)] as const;
      });
      return [unit, Object.fromEntries(states.filter(([, count]) => count > 0))];
    }),
  );
}

/** The same nights over the other ground, where they were played. */
function groundDoubtOf(
  { otherGround, options }: StudySubject,
  { replications }: StudyPlan,
  draws: readonly DrawResult[],
): Pick<Summary, "groundDoubt"> {
  const results = draws.flatMap(({ ground }) => (ground === undefined ? [] : [ground]));
  const ground = results.length === 0 ? null : (otherGround?.() ?? null);
  return ground === null
    ? {}
    : { groundDoubt: groundDoubt(ground, options, results, replications) };
}

/** Where the recorded number falls among the nights of the checked option under its other prior. */
function checkOf(
  { check }: StudySubject,
  plan: StudyPlan,
  draws: readonly DrawResult[],
): { check?: RecordCheck } {
  if (check === undefined) return {};
  const nights = draws.map((draw) => countedFromHistogram(draw.check!.arrivals));
  let below = 0;
  let total = 0;
  for (const { values, counts } of nights.slice(1)) {
    values.forEach((value, index) => {
      total += counts[index]!;
      if (value < check.recorded) below += counts[index]!;
      else if (value === check.recorded) below += counts[index]! / 2;
    });
  }
  return {
    check: {
      title: check.title,
      recorded: check.recorded,
      arrivals: quantity(nights, plan.replications).figure,
      recordedAt: below / total,
      prior: check.prior,
    },
  };
}
