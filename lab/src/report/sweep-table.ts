/** A sweep as a table: for a terminal, and as comma-separated values. */
import { csvLine } from "../study/csv-line.ts";
import type { Wish } from "../study/question-plan.ts";
import type { SweepFinding, SweepOption } from "../study/sweep.ts";
import { halfWidth, percentText, roundedText, widthText } from "./number.ts";
import {
  brightRow,
  column,
  dim,
  dimRow,
  type Row,
  type TableLine,
  tabled,
} from "./text-columns.ts";

/** A value of an axis as `--sweep` takes it. */
export function sweepValueText(value: Wish["value"]): string {
  return typeof value === "object" ? value.join("..") : String(value);
}

/** One line an option in every cell; what a reader should bet on stands in brackets. */
export function sweepTable({ paths, cells }: SweepFinding): TableLine[] {
  const columns = [
    column(paths.length === 1 ? "value" : "values", 18, "left"),
    column("option", 17, "left"),
    column("arrived", 9),
    column("8 nights of 10", 15),
    column("nothing", 10),
    column("rounds", 10),
  ];
  const rows = cells.flatMap(({ values, options }) =>
    options.map(({ id, arrivals, roundsSpent, nothingArrives }, index): Row => {
      const texts = [
        index === 0 ? values.map(sweepValueText).join(" · ") : "",
        id,
        roundedText(arrivals.mean, halfWidth(arrivals.both)),
        widthText(arrivals.both),
        percentText(nothingArrives.mean),
        roundedText(roundsSpent.mean, halfWidth(roundsSpent.both)),
      ];
      return index === 0 ? brightRow(...texts) : dimRow(...texts);
    }),
  );
  return [dim(paths.join(" · ")), ...tabled(columns, rows)];
}

const FIGURES = ["arrivals", "rounds", "nothing_arrives"] as const;

function csvHeader(paths: readonly string[]): string[] {
  const figures = FIGURES.flatMap((name) => {
    const own = [name, `${name}_precision`, `${name}_ignorance_10`, `${name}_ignorance_90`];
    return name === "nothing_arrives" ? own : [...own, `${name}_both_10`, `${name}_both_90`];
  });
  return [...paths, "option", ...figures];
}

function csvFigures({ arrivals, roundsSpent: rounds, nothingArrives: nothing }: SweepOption) {
  return [
    ...[arrivals.mean, arrivals.precision, ...arrivals.ignorance, ...arrivals.both],
    ...[rounds.mean, rounds.precision, ...rounds.ignorance, ...rounds.both],
    ...[nothing.mean, nothing.precision, ...nothing.ignorance],
  ];
}

/** A row for every option in every cell, with its widths. */
export function sweepCsv({ paths, cells }: SweepFinding): string {
  const rows = cells.flatMap(({ values, options }) =>
    options.map((option) =>
      csvLine([...values.map(sweepValueText), option.id, ...csvFigures(option)]),
    ),
  );
  return csvLine(csvHeader(paths)) + rows.join("");
}
