/** The last lines: what ran, so that it can be run again, and what it is run again from. */

import type { ReportInput } from "./input.ts";
import { embeddedJson, html, type Markup } from "./markup.ts";

/** Id of the element that carries what reproduces the page. */
export const REPRODUCE_ELEMENT = "pavise-reproduce";

export function lastLines({ identity, answer, scenario, reproduce }: ReportInput): Markup {
  const { version, commit, modified, seed, catalogueHash, scenarioHash, ground, design } = identity;
  const { draws, replications } = answer.summary;
  const built = commit === null ? "outside a repository" : `commit ${commit}`;
  const lines: readonly (readonly [string, string])[] = [
    ["Pavise", `${version}, ${built}${modified ? ", with changes that are not committed" : ""}`],
    ["Scenario", scenario.id],
    ["Size", `${draws} draws of what nobody published × ${replications} nights each, per option`],
    ["Seed", String(seed)],
    ["Catalogue hash", catalogueHash],
    ["Scenario hash", scenarioHash],
    ["Ground", ground],
    ...(design === undefined
      ? []
      : [["Study file", `${design.file}, hash ${design.hash}`] as const]),
    ["Study hash", answer.studyHash],
  ];
  return html`<p>This page carries its scenario and its seed. <code>pavise reproduce report.html</code> plays it
again and says <em>identical</em>, or names the first difference.</p>
<dl class="identity">${lines.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
<script type="application/json" id="${REPRODUCE_ELEMENT}">${embeddedJson(reproduce)}</script>`;
}
