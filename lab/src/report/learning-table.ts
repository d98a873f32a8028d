/** What learning one unknown would be worth, and its indices, for a terminal of 100 columns. */
import type { StudyAnswer } from "../study/answer.ts";
import type { OptionIndices } from "../study/option-indices.ts";
import type { SensitivityIndex } from "../study/sobol-indices.ts";
import { armedLearning } from "./matter-words.ts";
import { roundedText } from "./number.ts";
import { bright, column, dim, heading, row, type TableLine } from "./text-columns.ts";

/** Unknowns of an option that a table names. */
export const UNKNOWNS_SHOWN = 4;
const INDICES_SHOWN = 15;

/** The unknowns that matter most under each option; empty for fewer than 40 draws. */
export function learningTable(answer: StudyAnswer): TableLine[] {
  const learning = armedLearning(answer);
  if (learning.length === 0) return [];
  const columns = [
    column("option", 17, "left"),
    column("alone makes", 12),
    column("± left", 14),
    column("of what draws differ by in arrivals", 51, "left"),
  ];
  const lines = learning.flatMap(({ option, deviation, unknowns }) =>
    unknowns
      .slice(0, UNKNOWNS_SHOWN)
      .map(({ path, share, standardError, deviationLeft }, index) => {
        const left = roundedText(deviationLeft, deviation);
        const of = index === 0 ? ` of ${roundedText(deviation, deviation)}` : "";
        const texts = [index === 0 ? option : "", shareText(share, standardError), left + of, path];
        return index === 0 ? bright(row(columns, texts)) : dim(row(columns, texts));
      }),
  );
  return [...heading(columns), ...lines];
}

function shareText(share: number, error: number): string {
  return `${Math.round(100 * share)} ± ${Math.round(100 * error)} %`.replace("-", "−");
}

/** First-order and total indices of one option, the largest totals first. */
export function indicesTable({ option, deviation, unknowns }: OptionIndices): TableLine[] {
  const columns = [
    column(option, 44, "left"),
    column("alone", 14),
    column("with others", 14),
    column("± left if learnt", 17),
  ];
  const shown = unknowns.slice(0, INDICES_SHOWN).map(({ path, first, total }) => {
    const left = deviation * Math.sqrt(1 - Math.min(1, Math.max(0, first.value)));
    const texts = [path, indexText(first), indexText(total), roundedText(left, deviation / 10)];
    return bright(row(columns, texts));
  });
  return [...heading(columns), ...shown];
}

function indexText({ value, standardError }: SensitivityIndex): string {
  return `${value.toFixed(2)} ± ${standardError.toFixed(2)}`;
}
