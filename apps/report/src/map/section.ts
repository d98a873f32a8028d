/** Where it happens: map, arcs from the side, and what each defence reaches. */

import type { ReportInput } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import { defenceMaps } from "./defences.ts";
import { sideView } from "./side-view.ts";
import { theatre } from "./theatre.ts";

export function mapSection(input: ReportInput): Markup {
  const { map } = input;
  if (map === undefined) {
    return html`<p>The scenario takes place on a flat world that is nowhere: there is no map of it.</p>`;
  }
  return html`<figure aria-label="Map">${theatre(map)}<figcaption><p class="small grey">Hatched: where the launch
place is known to lie, and no finer. Rings: the widest reach among the options against these threats. Fire units stand
at hypothetical positions. Borders and coasts: Natural Earth; they are no statement about who owns what.</p></figcaption>
</figure>
<figure aria-label="The arcs from the side">${sideView(map)}<figcaption>${headlineNote(input)}</figcaption></figure>
<figure class="multiples" aria-label="Reach of each defence">${defenceMaps(map, input)}</figure>`;
}

function headlineNote({ map }: ReportInput): Markup {
  const units = map?.defences.flatMap(({ units: all }) => all) ?? [];
  const told = new Map(
    units.flatMap(({ system, headline, envelope }) =>
      headline === undefined ? [] : [[system, { headline, envelope }] as const],
    ),
  );
  const said = [...told].map(
    ([
      system,
      { headline, envelope },
    ]) => html`The ${headline.rangeKm} km that headlines give the ${system} are a range
${headline.words}; against these threats it is ${envelope.rangeMaxKm} km. `,
  );
  return html`<p>${said}A threat on such an arc comes down steeply from far above what any of these defences can
reach: it can be met only in the last part of its fall, near the base it was sent at.</p>`;
}
