/** Whether public data can tell the options apart: every pair, by the rule of the verdict. */

import {
  citedApartWords,
  type DifferenceSummary,
  halfWidth,
  type OptionSummary,
  type Pair,
  pairsOf,
  percentText,
  roundedText,
  type StudyAnswer,
} from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import { signed } from "./difference-table.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";

export function pairTable({ answer }: ReportInput, cells: CellList): Markup {
  const first = answer.summary.options[0]?.id;
  const pairs = pairsOf(answer).filter(({ against }) => against.id !== first);
  if (pairs.length === 0) return html`<p>There are no two options besides the first.</p>`;
  const said = citedApartWords(answer);
  return html`${
    said.length === 0
      ? null
      : html`<ul>${said.map((text) => html`<li>${cells.sentence(text)}</li>`)}</ul>`
  }<table class="figures pairs"><caption>Arrivals under one option, less those under another, on the same
luck</caption><thead><tr><th scope="col" class="words">option, less option</th><th scope="col">mean</th><th scope="col">draws with
fewer</th><th scope="col" class="words">verdict</th></tr></thead>
<tbody>${pairs.map((pair) => row(pair, answer, cells))}</tbody></table>
<p class="small grey">The options after the first among themselves; the rule is the one above, and so is the
luck. Data: <a href="pairs.csv">pairs.csv</a>.</p>`;
}

/** What is said of a pair, in few words: the sentences above have the rest. */
const VERDICTS: Readonly<Record<DifferenceSummary["verdict"], string>> = {
  fewer: "fewer",
  more: "more",
  undecided: "undecided",
  identical: "the same fates",
  "no-difference": "no difference",
};

function row(
  { option, against, difference }: Pair,
  { summary }: StudyAnswer,
  cells: CellList,
): Markup {
  const { arrivals, fewerShare, verdict } = difference;
  const name = `options.${option.id}.difference.${against.id}`;
  const mean = signed(roundedText(arrivals.mean, halfWidth(arrivals.both)));
  const titled = (each: OptionSummary): string =>
    `${summary.options.indexOf(each) + 1}. ${each.title}`;
  return html`<tr><th scope="row" class="words">${titled(option)}, <span class="grey">less</span>
${titled(against)}</th><td>${cells.linked(`${name}.arrivals`, mean)}</td>
<td>${cells.linked(`${name}.fewerShare`, percentText(fewerShare))}</td>
<td class="words">${VERDICTS[verdict]}</td></tr>`;
}
