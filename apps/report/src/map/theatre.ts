/** The main map: launch area, bases, arcs. */

import { cos, sin } from "@pavise/kernel";
import { wrappedLines } from "@pavise/lab";
import type { ReportMap } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import { charactersWithin, drawing, label, labels, textWidth } from "../svg.ts";
import { figureWidths } from "../tokens.ts";
import { type MapFrame, mapFrame, type Pixel } from "./frame.ts";
import { borderLines, countryNames } from "./ground.ts";
import {
  assetMark,
  byReach,
  groundTracks,
  launchArea,
  ring,
  scaleBar,
  shortName,
} from "./parts.ts";

const MARGIN = 0.07;

export function theatre(map: ReportMap): Markup {
  return html`${drawn(map, figureWidths.wide)}${drawn(map, figureWidths.narrow)}`;
}

function drawn(map: ReportMap, width: number): Markup {
  const isNarrow = width < figureWidths.wide;
  const id = `theatre-${isNarrow ? "narrow" : "wide"}`;
  const frame = mapFrame(map, width, MARGIN);
  const title = "Launch area, bases and ground tracks, hypothetical positions";
  return drawing(
    {
      id,
      width,
      height: frame.height,
      title,
      description: described(map),
      className: `drawing map ${isNarrow ? "narrow-only" : "wide-only"}`,
    },
    [
      borderLines(frame),
      ...countryNames(frame, takenBy(map, frame)),
      ...map.launchAreas.map((area) => launchArea(id, frame, area)),
      ...groundTracks(map, frame),
      ...headlineRing(map, frame),
      ...widestRings(map, frame),
      ...map.launchAreas.flatMap((area) => areaName(area, frame)),
      ...map.assets.flatMap((asset) => assetName(asset, frame)),
      scaleBar(frame, [frame.width - 12, frame.height - 34]),
      label({
        x: frame.width - 10,
        y: frame.height - 12,
        text: "hypothetical positions",
        anchor: "end",
        className: "label haloed",
      }),
      html`<rect class="edge" x="0.5" y="0.5" width="${width - 1}" height="${frame.height - 1}"/>`,
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

/** Where no name of a country may stand. */
function takenBy(map: ReportMap, frame: MapFrame): Pixel[] {
  const along = map.tracks.flatMap(({ ground: points }) =>
    points.map((point) => frame.place(point)),
  );
  const places = [...map.launchAreas, ...map.assets].flatMap(({ at, name }) => {
    const [x, y] = frame.place(at);
    const width = textWidth(shortName(name));
    return [-1, -0.5, 0, 0.5, 1].flatMap((step): Pixel[] => [
      [x + step * width, y - 20],
      [x + step * width, y],
      [x + step * width, y + 20],
    ]);
  });
  const corners: Pixel[] = [0.75, 0.85, 0.97].map((share) => [
    share * frame.width,
    frame.height - 24,
  ]);
  return [...along, ...places, ...corners];
}

/** The widest envelope at each place, named on the ring. */
function widestRings(map: ReportMap, frame: MapFrame): Markup[] {
  const widest = new Map<string, ReturnType<typeof byReach>[number]>();
  for (const unit of byReach(map.defences.flatMap(({ units }) => units))) {
    const key = unit.at.join(" ");
    if (!widest.has(key)) widest.set(key, unit);
  }
  return [...widest.values()].flatMap((unit) => {
    const [x, y] = frame.place(unit.at);
    const radius = unit.envelope.rangeMaxKm * frame.pixelsPerKm;
    const text = `${shortName(unit.system)}: ${unit.envelope.rangeMaxKm} km`;
    return [
      ring("envelope", frame, unit.at, unit.envelope.rangeMaxKm),
      label({ x, y: y - radius - 6, text, anchor: "middle", className: "label defence haloed" }),
    ];
  });
}

/** Above the area where there is room, else below it. */
function areaName(
  { name, at, accuracyKm }: ReportMap["launchAreas"][number],
  frame: MapFrame,
): Markup[] {
  const [x, y] = frame.place(at);
  const radius = accuracyKm * frame.pixelsPerKm;
  const room = Math.max(2 * radius, 120);
  const lines = [
    ...wrappedLines(shortName(name), charactersWithin(room)),
    ...wrappedLines(`launch place known to ${accuracyKm} km`, charactersWithin(room)),
  ];
  const above = y - radius - 8 - (lines.length - 1) * 16;
  const first = above > 16 ? above : y + radius + 18;
  return labels(lines, { x, y: first, anchor: "middle", className: "label threat haloed" }, 16);
}

/**
 * The widest range of headlines, around the first unit that has it: against other threats. It is
 * named where it runs farthest from everything else.
 */
function headlineRing(map: ReportMap, frame: MapFrame): Markup[] {
  const told = map.defences
    .flatMap(({ units }) => units)
    .flatMap(({ at, headline }) => (headline === undefined ? [] : [{ at, ...headline }]))
    .sort((a, b) => b.rangeKm - a.rangeKm)[0];
  if (told === undefined) return [];
  const [x, y] = frame.place(told.at);
  const radius = told.rangeKm * frame.pixelsPerKm;
  const text = `${told.rangeKm} km, ${told.words}`;
  const half = textWidth(text) / 2;
  const taken = takenBy(map, frame);
  let best: Pixel | null = null;
  let most = 24;
  for (let step = 0; step < 72; step++) {
    const angle = (step * Math.PI) / 36;
    const at: Pixel = [x + radius * cos(angle), y + radius * sin(angle)];
    const inside = Math.min(at[0] - half - 8, frame.width - 8 - half - at[0], at[1] - 12);
    if (inside < 0 || at[1] > frame.height - 60) continue;
    const clear = Math.min(
      ...taken.map(([px, py]) => Math.max(Math.abs(px - at[0]) - half, Math.abs(py - at[1]))),
    );
    if (clear > most) {
      most = clear;
      best = at;
    }
  }
  return [
    ring("headline", frame, told.at, told.rangeKm),
    ...(best === null
      ? []
      : [
          label({
            x: best[0],
            y: best[1] + 4,
            text,
            anchor: "middle",
            className: "label defence haloed",
          }),
        ]),
  ];
}

function assetName({ name, at }: ReportMap["assets"][number], frame: MapFrame): Markup[] {
  const [x, y] = frame.place(at);
  return [
    assetMark([x, y], 4),
    label({ x, y: y + 20, text: name, anchor: "middle", className: "label title haloed" }),
  ];
}
