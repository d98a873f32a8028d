/** The honest check: the undefended raid with a reliability that does not know the recorded night. */

import { pathText, widthText } from "@pavise/lab";
import { quantityText } from "./arrivals.ts";
import type { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";
import { rangeFigure } from "./range-figure.ts";

function repeated({ answer, checkedOption }: ReportInput): string {
  const option = answer.summary.options.find(({ id }) => id === checkedOption);
  return option === undefined ? "the undefended row above" : `“${option.title}”`;
}

/** `a.b in place of c.d; …` with its paths in words. */
function priorText(prior: string): string {
  return prior
    .split("; ")
    .map((each) =>
      each
        .split(" in place of ")
        .map((path) => (/^[\w.*-]+$/.test(path) ? pathText(path) : path))
        .join(" in place of "),
    )
    .join("; ");
}

export function recordCheck(input: ReportInput, cells: CellList): Markup {
  const { answer } = input;
  const { check, launched } = answer;
  if (check === undefined) {
    return html`<p>The scenario asks for no such check: nothing here was held against a record.</p>`;
  }
  const { recorded, arrivals, recordedAt, title } = check;
  const [lower, upper] = arrivals.both;
  const inside = recorded >= lower && recorded <= upper;
  return html`<p>The reliability of these threats was read off the recorded night itself, so that ${repeated(input)}
repeats the record by construction and proves nothing. The check below replaces it by a figure that does not know
that night. It gives ${cells.linked("check.arrivals", quantityText(arrivals))} arrivals; the recorded ${recorded} lies
<strong>${inside ? "inside" : "outside"}</strong> the interval of ${cells.linked("check.arrivals", widthText(arrivals.both))}, with
${cells.linked("check.recordedAt", `${Math.round(recordedAt * 100)} %`)} of nights below it.</p>
<figure aria-label="The honest check">${rangeFigure({
    id: "check",
    title: "The honest check against the record",
    most: launched[1],
    axis: "threats that arrive in a night",
    recorded,
    isNamed: false,
    rows: [
      {
        title,
        figures: quantityText(arrivals),
        both: arrivals.both,
        ignorance: arrivals.ignorance,
        nights: [],
      },
    ],
  })}<figcaption><p class="small grey">Used: ${priorText(check.prior)}. (A night with exactly as many arrivals as
recorded counts half below, half above.) Data: <a href="figures.csv">figures.csv</a>.</p></figcaption></figure>`;
}
