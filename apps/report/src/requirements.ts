/** What would have to be true for each option. */
import { citedRequirements, type StudyAnswer } from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";

/** Sentences under the title of each option; where nothing is launched, that nothing would do. */
export function requirements({ answer }: ReportInput, cells: CellList): Markup {
  const needs = citedRequirements(answer);
  if (needs.length === 0) {
    return html`<p>No option launches anything: there is no kill probability that would change it.</p>`;
  }
  return html`${needs.map(
    ({ title, sentences }) => html`<h3>${title}</h3>
<ul>${sentences.map((text) => html`<li>${cells.sentence(text)}</li>`)}</ul>`,
  )}
<p class="small grey">Kill probabilities are read off the curves above, which let every shot of every interceptor have the
same chance; straight lines between their points are good to about 0.02. ${leversNote(answer)}</p>`;
}

/** How batteries, rounds and warning were tried, and how good the shares are. */
function leversNote({ levers = [] }: StudyAnswer): Markup | null {
  if (levers.length === 0) return null;
  const halves = levers.flatMap(({ tried }) =>
    tried.map(({ nothingArrives: { precision } }) => (precision[1] - precision[0]) / 2),
  );
  const widest = Math.round(100 * Math.max(...halves));
  return html`Batteries, rounds and warning were tried in the first draws of the study, on the same luck; a share
of nights there is good to ±${String(widest)} % at worst (90 % of the time). A battery more stands beside the first,
under the same post, with radars and failures of its own. Data: <a href="levers.csv">levers.csv</a>,
<a href="curves.csv">curves.csv</a>.`;
}
