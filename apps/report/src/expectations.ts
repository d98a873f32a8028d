/** What the scenario expects of its answer, each with its margin. */

import { expectationsText, type JudgedExpectation, marginText } from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";
import type { SourceList } from "./source-list.ts";

const VERDICT_WORDS: Readonly<Record<JudgedExpectation["verdict"], string>> = {
  holds: "holds",
  fails: "fails",
  "not-played": "not judged",
};

/** What was found, led to the cell of the figure it is about. */
function found(each: JudgedExpectation, cells: CellList): Markup {
  const text = marginText(each);
  const at = text.indexOf(", ");
  if (each.about === undefined || each.figures === undefined || at < 0) return html`${text}`;
  // `options.a.arrivals.total.mean` is a row of the cell `options.a.arrivals.total`.
  const cell = each.about.replace(/\.(mean|(?:luck|ignorance|both)\.(?:lower|upper))$/, "");
  return html`${cells.linked(cell, text.slice(0, at))}${text.slice(at)}`;
}

export function expectations(
  { expectations: judged }: ReportInput,
  sources: SourceList,
  cells: CellList,
): Markup {
  if (judged.length === 0) {
    return html`<p>The scenario writes none.</p>`;
  }
  const rows = judged.map((each) => {
    const cited = sources.cited(each.sources);
    return html`<tr><td><strong>${VERDICT_WORDS[each.verdict]}</strong></td><td class="words">${each.says}
<span class="grey">${each.because} ${cited}</span></td><td class="words">${found(each, cells)}</td></tr>`;
  });
  return html`<p>Inequalities that follow from a source or from the definitions, written in the scenario before
it was played: ${expectationsText(judged)}. One that fails is a fault of the model, of the scenario or of the reason
given, and is looked into.</p>
<table class="figures"><thead><tr><td></td><th scope="col" class="words">expected</th>
<th scope="col" class="words">found (± standard error)</th></tr></thead><tbody>${rows}</tbody></table>`;
}
