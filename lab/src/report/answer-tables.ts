/**
 * The answer as tables: every figure of a report, as comma-separated values. Whoever writes a report
 * writes these beside it.
 */
import type { StudyAnswer } from "../study/answer.ts";
import { csvLine } from "../study/csv-line.ts";
import { figure, figureNames, optionsOfFigure } from "../study/figure.ts";
import type { GoalFinding } from "../study/goal-search.ts";
import type { OptionIndices } from "../study/option-indices.ts";
import type { GroundDoubt } from "../study/summary.ts";
import { pairsOf } from "./pair-words.ts";
import { sweepCsv } from "./sweep-table.ts";

/** One table: the name of its file without an ending, and its text. */
export interface AnswerTable {
  readonly name: string;
  readonly csv: string;
}

type Row = readonly (string | number)[];

/** A table from its header and its rows. */
export function answerTable(name: string, header: readonly string[], rows: readonly Row[]) {
  return { name, csv: csvLine(header) + rows.map(csvLine).join("") };
}

/** Every figure of the summary by its name (of differences, those that it has), with its standard error where it has one. */
export function namedFigures(
  answer: StudyAnswer,
): { name: string; value: number; precision: number }[] {
  const { options } = answer.summary;
  const assets = Object.keys(options[0]?.arrivals ?? {}).filter((name) => name !== "total");
  const units = Object.fromEntries(options.map(({ id, refusals }) => [id, Object.keys(refusals)]));
  const names = figureNames({ assets, units }).filter((name) => {
    const [of = "", against] = optionsOfFigure(name);
    const option = options.find(({ id }) => id === of);
    return against === undefined || option?.difference[against] !== undefined;
  });
  return [...names.map((name) => ({ name, ...figure(answer, name) })), ...checkFigures(answer)];
}

/** Figures of the honest check, where the scenario asks for one. */
function checkFigures({
  check,
}: StudyAnswer): { name: string; value: number; precision: number }[] {
  if (check === undefined) return [];
  const { mean, precision, both, ignorance } = check.arrivals;
  const exact = (name: string, value: number) => ({ name: `check.${name}`, value, precision: 0 });
  return [
    { name: "check.arrivals.mean", value: mean, precision },
    exact("arrivals.both.lower", both[0]),
    exact("arrivals.both.upper", both[1]),
    exact("arrivals.ignorance.lower", ignorance[0]),
    exact("arrivals.ignorance.upper", ignorance[1]),
    exact("recorded", check.recorded),
    exact("recordedAt", check.recordedAt),
  ];
}

/** What the report draws and tabulates, a table for each. */
export function answerTables(answer: StudyAnswer): AnswerTable[] {
  return [
    answerTable(
      "figures",
      ["figure", "value", "standard_error"],
      namedFigures(answer).map(({ name, value, precision }) => [name, value, precision]),
    ),
    nights(answer),
    pairs(answer),
    curves(answer),
    walks(answer),
    ...(answer.summary.groundDoubt === undefined ? [] : [grounds(answer.summary.groundDoubt)]),
    learning(answer),
    levers(answer),
    ...((answer.leaks ?? []).length === 0 ? [] : [leaks(answer)]),
    ...(answer.indices === undefined ? [] : [indices(answer.indices)]),
    ...(answer.sweeps ?? []).map((sweep, index) => {
      return { name: `sweep_${index + 1}`, csv: sweepCsv(sweep) };
    }),
    ...(answer.goals === undefined ? [] : [goals(answer.goals)]),
  ];
}

/** The same options over the other ground. */
function grounds({ ground, other, options }: GroundDoubt): AnswerTable {
  const header = [
    ...["option", "ground", "other_ground", "arrived_over_other", "mean_difference"],
    ...["standard_error", "ignorance_10", "ignorance_90", "both_10", "both_90"],
    ...["fewer_share", "verdict"],
  ];
  const rows = options.map(({ id, arrivals, difference }) => {
    const { mean, precision, ignorance, both } = difference.arrivals;
    return [
      ...[id, ground, other, arrivals.mean, mean, precision, ...ignorance, ...both],
      ...[difference.fewerShare, difference.verdict],
    ];
  });
  return answerTable("ground", header, rows);
}

/** The dots of the first figure. */
function nights({ nights }: StudyAnswer): AnswerTable {
  const rows = Object.entries(nights).flatMap(([option, each]) =>
    each.map((arrived, night) => [option, night, arrived]),
  );
  return answerTable("nights", ["option", "night", "arrived"], rows);
}

function pairs(answer: StudyAnswer): AnswerTable {
  const header = [
    ...["option", "against", "verdict", "fewer_share", "mean", "standard_error"],
    ...["ignorance_10", "ignorance_90", "both_10", "both_90", "split_by"],
    ...["right_call", "right_call_learnt", "gain_standard_error", "decided_learnt"],
  ];
  const learnt = (option: string, against: string) =>
    answer.pairLearning.find((each) => each.option === option && each.against === against);
  const rows = pairsOf(answer).map(({ option, against, difference }) => {
    const { verdict, fewerShare, arrivals, splitBy } = difference;
    const { mean, precision, ignorance, both } = arrivals;
    const worth = learnt(option.id, against.id);
    return [
      ...[option.id, against.id, verdict, fewerShare, mean, precision],
      ...[...ignorance, ...both, splitBy ?? ""],
      ...[worth?.rightCall ?? "", worth?.rightCallLearnt ?? ""],
      ...[worth?.gainError ?? "", worth?.decided ?? ""],
    ];
  });
  return answerTable("pairs", header, rows);
}

function curves({ curves }: StudyAnswer): AnswerTable {
  const header = [
    ...["option", "kill_probability", "arrivals", "arrivals_ignorance_10"],
    ...["arrivals_ignorance_90", "nothing_arrives", "nothing_arrives_lower_90"],
    "nothing_arrives_upper_90",
  ];
  const rows = curves.flatMap(({ option, points }) =>
    points.map(({ killProbability, arrivals, nothingArrives }) => [
      ...[option, killProbability, arrivals.mean, ...arrivals.ignorance],
      ...[nothingArrives.mean, ...nothingArrives.precision],
    ]),
  );
  return answerTable("curves", header, rows);
}

function walks({ influences }: StudyAnswer): AnswerTable {
  const header = [
    ...["unknown", "lower", "likely", "upper", "option", "arrivals_at_lower"],
    ...["arrivals_at_upper", "without_effect"],
  ];
  const rows = influences.flatMap(({ path, lower, likely, upper, arrivals, withoutEffect }) =>
    Object.entries(arrivals).map(([option, ends]) => {
      return [path, lower, likely, upper, option, ...ends, withoutEffect ?? ""];
    }),
  );
  return answerTable("walks", header, rows);
}

function learning({ learning }: StudyAnswer): AnswerTable {
  const header = ["option", "unknown", "share", "standard_error", "deviation", "deviation_left"];
  const rows = learning.flatMap(({ option, deviation, unknowns }) =>
    unknowns.map(({ path, share, standardError, deviationLeft }) => {
      return [option, path, share, standardError, deviation, deviationLeft];
    }),
  );
  return answerTable("learning", header, rows);
}

function levers({ levers = [] }: StudyAnswer): AnswerTable {
  const header = [
    ...["option", "lever", "every_shot_stops", "value", "nothing_arrives"],
    ...["nothing_arrives_lower_90", "nothing_arrives_upper_90", "least_found"],
  ];
  const rows = levers.flatMap(({ option, lever, isPerfect, value: found, tried }) =>
    tried.map(({ value, nothingArrives }) => [
      ...[option, lever, isPerfect ? "yes" : "no", value, nothingArrives.mean],
      ...[...nothingArrives.precision, value === found ? "yes" : "no"],
    ]),
  );
  return answerTable("levers", header, rows);
}

function indices(all: readonly OptionIndices[]): AnswerTable {
  const header = [
    ...["option", "result", "unknown", "first_order", "first_order_standard_error"],
    ...["total", "total_standard_error"],
  ];
  const rows = all.flatMap(({ option, result, unknowns }) =>
    unknowns.map(({ path, first, total }) => [
      ...[option, result, path, first.value, first.standardError],
      ...[total.value, total.standardError],
    ]),
  );
  return answerTable("indices", header, rows);
}

/** Leaks that the study hardly saw, counted and weighed. */
function leaks({ leaks = [] }: StudyAnswer): AnswerTable {
  const header = [
    ...["option", "figure", "weighed", "standard_error", "counted", "counted_standard_error"],
    ...["variance_reduction", "nights", "nights_with_arrivals", "refused"],
  ];
  const rows = leaks.flatMap((leak) =>
    (["arrivals", "anyArrives"] as const).map((name) => {
      const of = leak[name];
      return [
        ...[leak.option, name, of?.mean ?? "", of?.precision ?? "", of?.counted ?? ""],
        ...[of?.countedPrecision ?? "", of?.varianceReduction ?? ""],
        ...[leak.nights, leak.nightsWithArrivals, leak.refused ?? ""],
      ];
    }),
  );
  return answerTable("leaks", header, rows);
}

/** What would have to be true for each goal that was stated. */
function goals(all: readonly GoalFinding[]): AnswerTable {
  const header = [
    ...["option", "figure", "relation", "bound", "vary", "lower", "upper", "side", "value"],
    ...["value_lower_90", "value_upper_90", "ignorance_10", "ignorance_90", "never_share"],
    ...["figure_at_lower", "figure_at_upper", "crossings", "draws", "replications"],
    ...["is_weighed", "variance_reduction"],
  ];
  const rows = all.map(({ asked, value, side, precision, ignorance, neverShare, ...found }) => {
    const { option, goal, vary, range, draws, replications } = asked;
    return [
      ...[option, goal.figure, goal.relation, goal.bound, vary, ...range, side, value ?? ""],
      ...[...precision, ...(ignorance ?? ["", ""]), neverShare],
      ...[...found.ends, found.crossings, draws, replications],
      ...[found.rare?.isWeighed === true ? "yes" : "no", found.rare?.varianceReduction ?? ""],
    ];
  });
  return answerTable("goals", header, rows);
}
