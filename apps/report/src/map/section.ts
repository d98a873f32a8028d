/** Where it happens: map, arcs from the side, and what each defence reaches. */

import type { ReportInput, ReportUnit } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import { defenceMaps } from "./defences.ts";
import { shortName } from "./parts.ts";
import { sideView } from "./side-view.ts";
import { theatre } from "./theatre.ts";

export function mapSection(input: ReportInput): Markup {
  const { map } = input;
  if (map === undefined) {
    return html`<p>The scenario takes place on a flat world that is nowhere: there is no map of it.</p>`;
  }
  return html`<figure aria-label="Map">${theatre(map)}<figcaption><p class="small grey">Hatched: where the launch
place is known to lie, and no finer. Rings: the widest reach among the options
against these threats; dashed: the longest range that headlines give any of them, against aircraft. Fire units stand
at hypothetical positions. Borders and coasts: Natural Earth; they are no statement about who owns what.</p></figcaption>
</figure>
<figure aria-label="The arcs from the side">${sideView(map)}<figcaption>${headlineNote(input)}</figcaption></figure>
<figure class="multiples" aria-label="Reach of each defence">${defenceMaps(map, input)}</figure>`;
}

function headlineNote({ map }: ReportInput): Markup {
  const told = new Map<string, ReportUnit>();
  for (const unit of map?.defences.flatMap(({ units }) => units) ?? []) {
    if (unit.headline !== undefined) told.set(unit.system, unit);
  }
  const said = [...told.values()].map((unit) => html`${toldText(unit)} `);
  return html`<p>${said}A threat on such an arc comes down from far above what any of these defences can reach:
it can be met only in the last part of its fall, near the base it was sent at.</p>`;
}

function toldText({ system, headline, envelope }: ReportUnit): string {
  if (headline === undefined) return "";
  const { rangeKm, words } = headline;
  const reach = `against these threats it reaches ${envelope.rangeMaxKm} km`;
  return `${rangeKm} km is told of the ${shortName(system)} (${words}); ${reach}.`;
}
