/** Every option against the first, in the same draws and the same nights. */

import {
  type DifferenceSummary,
  halfWidth,
  type Interval,
  pathText,
  percentText,
  roundedText,
  widthText,
} from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";

/** A difference with its sign: `−7.9`, `+0.4`; nothing before a zero. */
export function signed(text: string): string {
  return /^−|^[0.,]+$/.test(text) ? text : `+${text}`;
}

export function signedWidth(width: Interval): string {
  return widthText(width).split(" to ").map(signed).join(" to ");
}

/** The verdict in words; "fewer" comes from the share of draws, never from the mean. */
export function verdictText({ verdict: said, splitBy }: DifferenceSummary): string {
  if (said === "identical") return "the same fate for every threat in every night";
  if (said === "no-difference") return "hardly a draw shows any difference";
  if (said !== "undecided") return said;
  const turns = splitBy === undefined ? "" : `; it turns most on ${pathText(splitBy)}`;
  return `public data cannot decide${turns}`;
}

const COLUMNS = [
  "mean",
  "eight nights of ten",
  "luck alone",
  "ignorance alone",
  "draws with fewer",
  "verdict",
];

export function differenceTable({ answer }: ReportInput, cells: CellList): Markup {
  const [first, ...others] = answer.summary.options;
  if (first === undefined || others.length === 0) {
    return html`<p>Nothing was compared: the study has one option.</p>`;
  }
  const rows = others.map((option) => ({ option, against: option.difference[first.id]! }));
  return html`<table class="figures difference"><caption>Arrivals, less those under “${first.title}”, on
the same luck</caption><thead><tr>${COLUMNS.map(
    (name) => html`<th scope="col" class="${name === "verdict" ? "words" : ""}">${name}</th>`,
  )}</tr></thead>
${rows.map(({ option, against }) => {
  const { arrivals, fewerShare } = against;
  const name = `options.${option.id}.difference.${first.id}`;
  const linked = (text: string): Markup => cells.linked(`${name}.arrivals`, text);
  return html`<tbody><tr class="head"><th scope="rowgroup" colspan="${COLUMNS.length}">${option.title}</th></tr>
<tr><td class="mean">${linked(signed(roundedText(arrivals.mean, halfWidth(arrivals.both))))}</td>
<td>${linked(signedWidth(arrivals.both))}</td><td class="grey">${linked(signedWidth(arrivals.luck))}</td>
<td class="grey">${linked(signedWidth(arrivals.ignorance))}</td>
<td>${cells.linked(`${name}.fewerShare`, percentText(fewerShare))}</td>
<td class="words">${verdictText(against)}</td></tr></tbody>`;
})}</table>
<p>Each night of an option is set against the same night of option 1: the same draw of what nobody
published, the same luck. “Fewer” is said only where the mean difference is below zero in at least nine
draws of ten. Data: <a href="pairs.csv">pairs.csv</a>.</p>`;
}
