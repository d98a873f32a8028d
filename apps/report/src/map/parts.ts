/** Marks that maps share: places, areas, rings, the scale. */

import type { MapPoint, ReportMap, ReportUnit } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import { hatched, label, line, pathThrough, roundStep } from "../svg.ts";
import type { MapFrame, Pixel } from "./frame.ts";

/** A name up to its first bracket or comma: maps have little room. */
export function shortName(name: string): string {
  const [short] = name.split(/ \(|, /);
  return short === undefined || short === "" ? name : short;
}

export function ring(className: string, frame: MapFrame, at: MapPoint, radiusKm: number): Markup {
  const [x, y] = frame.place(at);
  return html`<circle class="${className}" cx="${x}" cy="${y}" r="${radiusKm * frame.pixelsPerKm}"/>`;
}

export function launchArea(
  id: string,
  frame: MapFrame,
  { at, accuracyKm }: ReportMap["launchAreas"][number],
): Markup {
  const [x, y] = frame.place(at);
  const radius = accuracyKm * frame.pixelsPerKm;
  return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="${hatched(id)}"/>
<circle class="launch-area" cx="${x}" cy="${y}" r="${radius}"/>`;
}

/** A map inside a drawing: what leaves it is cut off. */
export function inset(content: Markup, top: number, { width, height }: MapFrame): Markup {
  return html`<svg x="0" y="${top}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"
 class="map">${content}<rect class="edge" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}"/></svg>`;
}

/** A defended asset: a square. */
export function assetMark([x, y]: Pixel, half: number): Markup {
  return html`<rect class="asset" x="${x - half}" y="${y - half}" width="${2 * half}" height="${2 * half}"/>`;
}

export function groundTracks(map: ReportMap, frame: MapFrame): Markup[] {
  const seen = new Set<string>();
  return map.tracks.flatMap(({ ground }) => {
    const key = `${ground[0]} ${ground.at(-1)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      html`<path class="track" d="${pathThrough(ground.map((point) => frame.place(point)))}"/>`,
    ];
  });
}

/** A bar of a round number of kilometres that begins or ends at a point, its length beside it. */
export function scaleBar(
  { width, pixelsPerKm }: MapFrame,
  [x, y]: Pixel,
  anchor: "start" | "end",
): Markup {
  const lengthKm = roundStep(width / 7 / pixelsPerKm);
  const length = lengthKm * pixelsPerKm;
  const [left, right] = anchor === "start" ? [x + 0.5, x + length] : [x - length, x];
  const beside = anchor === "start" ? right + 6 : left - 6;
  return html`${line("axis", [left, y], [right, y])}${line("axis", [left, y - 4], [left, y + 4])}
${line("axis", [right, y - 4], [right, y + 4])}
${label({ x: beside, y: y + 4, text: `${lengthKm} km`, anchor, className: "label haloed" })}`;
}

/** Widest range against the raid's threats first. */
export function byReach(units: readonly ReportUnit[]): ReportUnit[] {
  return [...units].sort((a, b) => b.envelope.rangeMaxKm - a.envelope.rangeMaxKm);
}
