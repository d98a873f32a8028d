/** What matters: how much of the doubt each unknown makes, and what learning one would be worth. */
import {
  armedLearning,
  citedMatterWords,
  deviationCell,
  LEARNING_DRAWS_MIN,
  type Learning,
  learningCell,
  leftCell,
  type OptionIndices,
  type OptionLearning,
  pathText,
  percentText,
  roundedText,
  type SensitivityIndex,
} from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup, prose } from "./markup.ts";
import { drawing, line, linearScale } from "./svg.ts";

const UNKNOWNS_SHOWN = 4;
const INDICES_SHOWN = 10;
const WIDTH = 176;
const HEIGHT = 16;
const EDGE = 5;

export function matters({ answer }: ReportInput, cells: CellList): Markup {
  const words = citedMatterWords(answer);
  const learning = armedLearning(answer);
  const titles = new Map(answer.summary.options.map(({ id, title }) => [id, title]));
  return html`${words.map((text) => html`<p>${cells.sentence(text)}</p>`)}${
    learning.length === 0
      ? html`<p class="grey">What each unknown is worth is told from ${String(LEARNING_DRAWS_MIN)} draws on.</p>`
      : learningTables(learning, titles, cells)
  }${(answer.indices ?? []).map((each, index) => indicesTable(each, index, titles))}`;
}

function learningTables(
  learning: readonly OptionLearning[],
  titles: ReadonlyMap<string, string>,
  cells: CellList,
): Markup {
  return html`<table class="figures learning"><caption>What one unknown alone makes of the doubt</caption><thead><tr>
<th scope="col" class="words">unknown</th><th scope="col" class="words">share of what draws differ by</th>
<th scope="col">left, if it were known</th></tr></thead>${learning.map(
    (
      { option, deviation, unknowns },
      group,
    ) => html`<tbody><tr class="head"><th scope="rowgroup" colspan="3">
${titles.get(option) ?? option} <span class="light grey">(arrivals differ by
${cells.linked(deviationCell(option), `±${roundedText(deviation, deviation)}`)} between draws)</span></th></tr>
${unknowns.slice(0, UNKNOWNS_SHOWN).map((each, index) => learningRow(each, deviation, `${group + 1}-${index + 1}`, (cell, told) => cells.linked(cell(option, each.path), told)))}</tbody>`,
  )}</table>
<p class="small grey">The share is the first-order index of the mean arrivals of a draw, from the draws of this study;
the line through the mark is one standard error to either side. What unknowns do together is in no share, so shares
need not add up to the whole. “Left” is the standard deviation between draws that would remain on average.
Data: <a href="learning.csv">learning.csv</a>.</p>`;
}

function learningRow(
  { path, share, standardError, deviationLeft }: Learning,
  deviation: number,
  id: string,
  linked: (cell: (option: string, path: string) => string, told: string) => Markup,
): Markup {
  const told = `${percentText(Math.max(0, share))} ± ${Math.round(100 * standardError)}`;
  return html`<tr><th scope="row" class="words">${prose(pathText(path))}</th><td class="words">
${shareMark(`learning-${id}`, { value: share, standardError }, told)} ${linked(learningCell, prose(told))}</td>
<td>${linked(leftCell, `±${roundedText(deviationLeft, deviation)}`)}</td></tr>`;
}

/** A point between 0 and 1 with its standard error to either side. */
function shareMark(id: string, { value, standardError }: SensitivityIndex, told: string): Markup {
  const scale = linearScale([0, 1], [EDGE, WIDTH - EDGE]);
  const x = (share: number): number => scale(Math.min(1, Math.max(0, share)));
  const middle = HEIGHT / 2;
  const frame = {
    id,
    width: WIDTH,
    height: HEIGHT,
    title: "Share, from 0 to 1",
    description: told,
  };
  return drawing(frame, [
    line("grid", [EDGE, middle], [WIDTH - EDGE, middle]),
    line("both", [x(value - standardError), middle], [x(value + standardError), middle]),
    html`<circle class="share" cx="${x(value)}" cy="${middle}" r="4"/>`,
  ]);
}

const RESULTS = {
  arrivals: "mean arrivals",
  nothingArrives: "the chance that nothing arrives",
  rounds: "rounds spent",
} as const;

function indicesTable(
  { option, result, samples, unknowns }: OptionIndices,
  index: number,
  titles: ReadonlyMap<string, string>,
): Markup {
  return html`<table class="figures learning"><caption>Indices of variance of ${RESULTS[result]}:
${titles.get(option) ?? option}</caption><thead><tr><th scope="col" class="words">unknown</th>
<th scope="col" class="words">alone (first order)</th><th scope="col" class="words">with all others (total)</th></tr></thead>
<tbody>${unknowns.slice(0, INDICES_SHOWN).map(({ path, first, total }, at) => {
    const mark = (name: string, found: SensitivityIndex): Markup => {
      const told = `${found.value.toFixed(2)} ± ${found.standardError.toFixed(2)}`;
      return html`${shareMark(`${name}-${index + 1}-${at + 1}`, found, told)} ${told}`;
    };
    return html`<tr><th scope="row" class="words">${prose(pathText(path))}</th><td class="words">${mark("first", first)}</td>
<td class="words">${mark("total", total)}</td></tr>`;
  })}</tbody></table><p class="small grey">From ${String(samples)} samples of all unknowns together; ± is one standard
error. Data: <a href="indices.csv">indices.csv</a>.</p>`;
}
