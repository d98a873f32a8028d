/** What would have to be true for each option, and which unknown matters most. */
import { matterWords, requirementWords } from "@pavise/lab";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";

/** Sentences, one an option; where nothing is launched, that nothing would do. */
export function requirements({ answer }: ReportInput): Markup {
  const needs = requirementWords(answer);
  const matters = matterWords(answer);
  const told =
    needs.length === 0
      ? html`<p>No option launches anything: there is no kill probability that would change it.</p>`
      : html`<ul>${needs.map(({ text }) => html`<li>${text}</li>`)}</ul>
<p class="grey">Read off the curves above, which let every shot of every interceptor have the same chance;
straight lines between their points are good to about 0.02. The prior that was drawn is marked there.</p>`;
  return html`${told}${matters === undefined ? null : html`<p>${matters}</p>`}`;
}
