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

/** A bar of a round number of kilometres that ends at a point, its length beside it. */
export function scaleBar({ width, pixelsPerKm }: MapFrame, [right, y]: Pixel): Markup {
  const lengthKm = roundStep(width / 7 / pixelsPerKm);
  const left = right - lengthKm * pixelsPerKm;
  const text = `${lengthKm} km`;
  return html`${line("axis", [left, y], [right, y])}${line("axis", [left, y - 4], [left, y + 4])}
${line("axis", [right, y - 4], [right, y + 4])}
${label({ x: left - 6, y: y + 4, text, anchor: "end", className: "label haloed" })}`;
}

/** Widest range against the raid's threats first. */
export function byReach(units: readonly ReportUnit[]): ReportUnit[] {
  return [...units].sort((a, b) => b.envelope.rangeMaxKm - a.envelope.rangeMaxKm);
}
