/** Every option against the first, in the same draws and the same nights. */

import {
  type DifferenceSummary,
  halfWidth,
  type Interval,
  percentText,
  roundedText,
  widthText,
} from "@pavise/lab";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";
import { valueName } from "./value-name.ts";

/** A difference with its sign: `−7.9`, `+0.4`; nothing before a zero. */
function signed(text: string): string {
  return /^−|^[0.,]+$/.test(text) ? text : `+${text}`;
}

function signedWidth(width: Interval): string {
  return widthText(width).split(" to ").map(signed).join(" to ");
}

/** The verdict in words; "fewer" comes from the share of draws, never from the mean. */
function verdict({ verdict: said, splitBy }: DifferenceSummary): string {
  if (said === "identical") return "the same fate for every threat in every night";
  if (said === "no-difference") return "hardly a draw shows any difference";
  if (said !== "undecided") return said;
  const turns = splitBy === undefined ? "" : `; it turns most on ${valueName(splitBy)}`;
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

export function differenceTable({ answer }: ReportInput): Markup {
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
  return html`<tbody><tr class="head"><th scope="rowgroup" colspan="${COLUMNS.length}">${option.title}</th></tr>
<tr><td class="mean">${signed(roundedText(arrivals.mean, halfWidth(arrivals.both)))}</td>
<td>${signedWidth(arrivals.both)}</td><td class="grey">${signedWidth(arrivals.luck)}</td>
<td class="grey">${signedWidth(arrivals.ignorance)}</td><td>${percentText(fewerShare)}</td>
<td class="words">${verdict(against)}</td></tr></tbody>`;
})}</table>
<p>Each night of an option is set against the same night of option 1: the same draw of what nobody
published, the same luck. “Fewer” is said only where the mean difference is below zero in at least nine
draws of ten.</p>`;
}
