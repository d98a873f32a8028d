/** What a study answers, in figures and tables: the parts of a report that need no map. */

import { REQUIREMENT_TITLE } from "@pavise/lab";
import { arrivalsFigure } from "./arrivals.ts";
import { CellList } from "./cell-list.ts";
import { differenceTable } from "./difference-table.ts";
import type { ReportInput } from "./input.ts";
import { killCurves } from "./kill-curves.ts";
import { html, type Markup } from "./markup.ts";
import { matters } from "./matters.ts";
import { outcomeNotes, outcomeTable } from "./outcome-table.ts";
import { pairTable } from "./pair-table.ts";
import { rareLeaks } from "./rare-leaks.ts";
import { requirements } from "./requirements.ts";

export interface ReportSection {
  /** Null for the first figure, which needs no heading. */
  readonly title: string | null;
  readonly content: Markup;
}

/** The answer alone, for a page that is still playing the rest. */
export function answerFigures(input: ReportInput): ReportSection[] {
  const figures = figuresOfAnswer(input, new CellList(input.answer));
  return figures.map(([title, content]) => ({ title, content }));
}

/** The same, with numbers linked to a list of cells. */
export function figuresOfAnswer(input: ReportInput, cells: CellList): [string | null, Markup][] {
  return [
    [null, arrivalsFigure(input)],
    ["Outcomes", html`${outcomeTable(input, cells)}${rareLeaks(input)}${outcomeNotes(input)}`],
    ["Against the first option", differenceTable(input, cells)],
    ["Whether public data can tell the options apart", pairTable(input, cells)],
    ["What matters", matters(input, cells)],
    ["If one shot were better or worse", killCurves(input)],
    [REQUIREMENT_TITLE, requirements(input, cells)],
  ];
}
