/** What would have to be true for each option. */
import { requirementWords, type StudyAnswer } from "@pavise/lab";
import type { ReportInput } from "./input.ts";
import { html, type Markup, prose } from "./markup.ts";

/** Sentences, one paragraph an option; where nothing is launched, that nothing would do. */
export function requirements({ answer }: ReportInput): Markup {
  const needs = requirementWords(answer);
  if (needs.length === 0) {
    return html`<p>No option launches anything: there is no kill probability that would change it.</p>`;
  }
  return html`<ul>${needs.map(({ text }) => html`<li>${prose(text)}</li>`)}</ul>
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
