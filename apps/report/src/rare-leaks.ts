/** What the nights of the study saw too seldom to be counted. */
import { leakWords } from "@pavise/lab";
import type { ReportInput } from "./input.ts";
import { html, type Markup, prose } from "./markup.ts";

/** Nothing where every option that fires let enough through. */
export function rareLeaks({ answer }: ReportInput): Markup | null {
  const words = leakWords(answer);
  if (words.length === 0) return null;
  return html`${words.map((text) => html`<p>${prose(text)}</p>`)}<p class="small grey">± is one
standard error over draws. Weighing holds where engagement radars are there throughout the raid; it gains where
leaks are shots that missed, not units that failed. Data: <a href="leaks.csv">leaks.csv</a>.</p>`;
}
