/** Doubt about terrain: the same nights over smooth Earth and over coarse terrain, side by side. */

import {
  type GroundDoubt,
  groundText,
  halfWidth,
  LOW_FLIGHT_HEIGHT,
  lowFlyerText,
  type Quantity,
  roundedText,
} from "@pavise/lab";
import { signed, signedWidth, verdictText } from "./difference-table.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";

export const GROUND_DOUBT_TITLE = "Doubt about terrain";

/** The section, or null where no threat flies low. */
export function groundDoubtSection({ answer }: ReportInput): Markup | null {
  const { groundDoubt, options } = answer.summary;
  if (groundDoubt === undefined) return null;
  const { ground, other, refused } = groundDoubt;
  if (refused !== undefined) {
    return html`<p>${lowFlyerText(groundDoubt)}. Everything on this page holds over ${groundText(ground)}
alone, for over ${groundText(other)} it cannot be played: ${refused}.</p>${rule()}`;
  }
  const own = new Map(options.map(({ id, title, arrivals }) => [id, { title, arrivals }]));
  return html`<p>${lowFlyerText(groundDoubt)}, so how rough the ground is decides when they are seen. The
answer stands on ${groundText(ground)}; here the same nights were played over ${groundText(other)} as well.</p>
<table class="figures difference"><caption>Arrivals over the two grounds, on the same luck</caption>
<thead><tr>${columns(groundDoubt).map(
    (name) => html`<th scope="col" class="${name === "verdict" ? "words" : ""}">${name}</th>`,
  )}</tr></thead>
${groundDoubt.options.map(({ id, arrivals, difference }) => {
  const { title, arrivals: before } = own.get(id)!;
  return html`<tbody><tr class="head"><th scope="rowgroup" colspan="6">${title}</th></tr>
<tr><td class="mean">${meanText(before.total)}</td><td class="mean">${meanText(arrivals)}</td>
<td class="mean">${signed(meanText(difference.arrivals))}</td>
<td>${signedWidth(difference.arrivals.both)}</td>
<td class="grey">${ignoranceText(difference.arrivals)}</td>
<td class="words">${verdictText(difference)}</td></tr></tbody>`;
})}</table>${rule()}`;
}

function columns({ ground, other }: GroundDoubt): string[] {
  return [
    groundText(ground),
    groundText(other),
    "difference",
    "eight nights of ten",
    "ignorance alone",
    "verdict",
  ];
}

function meanText({ mean, both }: Quantity): string {
  return roundedText(mean, halfWidth(both));
}

/** A width that is narrower than the noise of the runs is one figure, with no more digits than they bear. */
function ignoranceText({ mean, ignorance, precision, both }: Quantity): string {
  const [lower, upper] = ignorance;
  if (upper - lower > precision) return signedWidth(ignorance);
  return signed(roundedText(mean, Math.max(precision, halfWidth(both))));
}

function rule(): Markup {
  return html`<p>The difference is doubt about terrain, not a correction. Heights every five arc minutes (9 km)
smooth ridges away: they lift a radar that stands on high ground and hide little that a finer map would hide, and
smooth Earth hides nothing but by its curve. A threat flies low if both ends of some leg of its route are written at most
${LOW_FLIGHT_HEIGHT} m above the ground. Data: <a href="ground.csv">ground.csv</a>.</p>`;
}
