/** The main map: launch area, bases, arcs. */

import { cos, sin } from "@pavise/kernel";
import { wrappedLines } from "@pavise/lab";
import type { MapPoint, ReportMap, ReportUnit } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import { charactersWithin, drawing, label, labels, textWidth } from "../svg.ts";
import { figureWidths } from "../tokens.ts";
import { type MapFrame, mapFrame, type Pixel } from "./frame.ts";
import { borderLines, countryNames } from "./ground.ts";
import {
  assetMark,
  byReach,
  groundTracks,
  inset,
  launchArea,
  ring,
  scaleBar,
  shortName,
} from "./parts.ts";

const MARGIN = 0.07;

const LINE = 16;
const AREA_CLASS = "label threat haloed";

/** Points of a circle. */
const AROUND: readonly Pixel[] = [
  [0, -1],
  [0.7, -0.7],
  [1, 0],
  [0.7, 0.7],
  [0, 1],
  [-0.7, 0.7],
  [-1, 0],
  [-0.7, -0.7],
];

export function theatre(map: ReportMap): Markup {
  return html`${drawn(map, figureWidths.wide)}${drawn(map, figureWidths.narrow)}`;
}

function drawn(map: ReportMap, width: number): Markup {
  const isNarrow = width < figureWidths.wide;
  const id = `theatre-${isNarrow ? "narrow" : "wide"}`;
  const frame = mapFrame(map, width, MARGIN);
  const areas = map.launchAreas.map((area) => areaName(area, frame));
  const content = html`${borderLines(frame)}
${countryNames(frame, takenBy(map, frame, areas))}
${map.launchAreas.map((area) => launchArea(id, frame, area))}${groundTracks(map, frame)}
${headlineRing(map, frame, areas)}${widestRings(map, frame)}
${areas.map(({ lines, x, y }) => labels(lines, { x, y, anchor: "middle", className: AREA_CLASS }, LINE))}
${map.assets.map((asset) => assetName(asset, frame))}`;
  const below = frame.height + 20;
  return drawing(
    {
      id,
      width,
      height: frame.height + 28,
      title: "Launch area, bases and ground tracks, hypothetical positions",
      description: described(map),
      className: `drawing ${isNarrow ? "narrow-only" : "wide-only"}`,
    },
    [
      inset(content, 0, frame),
      label({ x: 0, y: below, text: "hypothetical positions" }),
      scaleBar(frame, [width - 1, below - 4], "end"),
    ],
  );
}

function described({ launchAreas, assets, defences }: ReportMap): string {
  const from = launchAreas.map(({ name, accuracyKm }) => `${name}, known to ${accuracyKm} km`);
  const reach = defences
    .flatMap(({ units }) => units)
    .map(({ system, envelope }) => `${system} ${envelope.rangeMaxKm} km`);
  return `Launch: ${from.join("; ")}. Bases: ${assets.map(({ name }) => name).join(", ")}. Reach: ${[
    ...new Set(reach),
  ].join(", ")}. Positions of fire units are hypothetical.`;
}

/** Where no name of a country, and no name of a dashed ring, may stand. */
function takenBy(map: ReportMap, frame: MapFrame, areas: readonly AreaName[]): Pixel[] {
  const along = map.tracks.flatMap(({ ground }) => ground.map((point) => frame.place(point)));
  const places = map.assets.flatMap(({ at, name }) => {
    const [x, y] = frame.place(at);
    return [y, y + 16].flatMap((row) => across(x, row, textWidth(name)));
  });
  const rings = widestAt(map).flatMap((unit) => {
    const { x, y, text } = ringName(unit, frame);
    return across(x, y, textWidth(text));
  });
  const circles = map.launchAreas.flatMap(({ at, accuracyKm }) => {
    const [x, y] = frame.place(at);
    const radius = accuracyKm * frame.pixelsPerKm;
    return AROUND.map(([east, south]): Pixel => [x + east * radius, y + south * radius]);
  });
  const names = areas.flatMap(({ x, y, lines }) =>
    lines.flatMap((text, index) => across(x, y + index * LINE, textWidth(text))),
  );
  return [...along, ...places, ...rings, ...circles, ...names];
}

/** Points along a line of text. */
function across(x: number, y: number, width: number): Pixel[] {
  return [-0.5, -0.25, 0, 0.25, 0.5].map((share): Pixel => [x + share * width, y - 4]);
}

/** The unit with the widest envelope at each place. */
function widestAt(map: ReportMap): ReportUnit[] {
  const widest = new Map<string, ReportUnit>();
  for (const unit of byReach(map.defences.flatMap(({ units }) => units))) {
    const key = unit.at.join(" ");
    if (!widest.has(key)) widest.set(key, unit);
  }
  return [...widest.values()];
}

/** The widest envelope at each place, named on the ring. */
function widestRings(map: ReportMap, frame: MapFrame): Markup[] {
  return widestAt(map).flatMap((unit) => [
    ring("envelope", frame, unit.at, unit.envelope.rangeMaxKm),
    label({ ...ringName(unit, frame), anchor: "middle", className: "label defence haloed" }),
  ]);
}

function ringName({ at, envelope, system }: ReportUnit, frame: MapFrame) {
  const [x, y] = frame.place(at);
  const text = `${shortName(system)}: ${envelope.rangeMaxKm} km`;
  const top = y - envelope.rangeMaxKm * frame.pixelsPerKm - 6;
  return { x: within(x, textWidth(text), frame.width), y: Math.max(14, top), text };
}

/** The middle of a text of this width, moved so that it stays in the frame. */
function within(x: number, textAcross: number, width: number): number {
  return Math.min(width - 6 - textAcross / 2, Math.max(6 + textAcross / 2, x));
}

interface AreaName {
  readonly lines: readonly string[];
  readonly x: number;
  /** Of the first line. */
  readonly y: number;
}

/** Above the area where there is room, else below it. */
function areaName(
  { name, at, accuracyKm }: ReportMap["launchAreas"][number],
  frame: MapFrame,
): AreaName {
  const [x, y] = frame.place(at);
  const radius = accuracyKm * frame.pixelsPerKm;
  const room = charactersWithin(Math.max(2 * radius, 150));
  const lines = [
    ...wrappedLines(shortName(name), room),
    ...wrappedLines(`launch place known to ${accuracyKm} km`, room),
  ];
  const above = y - radius - 8 - (lines.length - 1) * LINE;
  const widest = Math.max(...lines.map((text) => textWidth(text)));
  const first = above > 16 ? above : y + radius + 18;
  return { lines, x: within(x, widest, frame.width), y: first };
}

/**
 * The widest range told, around the first unit that has it: against other threats. It is named
 * where it runs farthest from everything else.
 */
function headlineRing(map: ReportMap, frame: MapFrame, areas: readonly AreaName[]): Markup[] {
  const told = map.defences
    .flatMap(({ units }) => units)
    .flatMap(({ at, headline }) => (headline === undefined ? [] : [{ at, ...headline }]))
    .sort((a, b) => b.rangeKm - a.rangeKm)[0];
  if (told === undefined) return [];
  const text = `${told.rangeKm} km`;
  const best = clearest(frame, told, textWidth(text) / 2, takenBy(map, frame, areas));
  const drawn = ring("headline", frame, told.at, told.rangeKm);
  if (best === null) return [drawn];
  const [x, y] = best;
  const className = "label defence haloed";
  return [drawn, label({ x, y: y + 4, text, anchor: "middle", className })];
}

/** The point of a ring inside the frame that is farthest from what is taken. */
function clearest(
  { place, pixelsPerKm, width, height }: MapFrame,
  { at, rangeKm }: { readonly at: MapPoint; readonly rangeKm: number },
  half: number,
  taken: readonly Pixel[],
): Pixel | null {
  const [x, y] = place(at);
  let best: Pixel | null = null;
  let most = 12;
  for (let step = 0; step < 120; step++) {
    const angle = (step * Math.PI) / 60;
    const px = x + rangeKm * pixelsPerKm * cos(angle);
    const py = y + rangeKm * pixelsPerKm * sin(angle);
    const edge = Math.min(px - half, width - half - px, py, height - py);
    const clear = Math.min(
      edge,
      ...taken.map(([tx, ty]) => Math.max(Math.abs(tx - px) - half, Math.abs(ty - py))),
    );
    if (clear > most) {
      most = clear;
      best = [px, py];
    }
  }
  return best;
}

function assetName({ name, at }: ReportMap["assets"][number], frame: MapFrame): Markup[] {
  const [x, y] = frame.place(at);
  return [
    assetMark([x, y], 4),
    label({ x, y: y + 20, text: name, anchor: "middle", className: "label title haloed" }),
  ];
}
