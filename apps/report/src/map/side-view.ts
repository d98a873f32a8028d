/**
 * The arcs from the side, heights and distances to one scale, all ending at the same base: it
 * shows why a range against aircraft says little about a threat that comes down from above.
 */

import type { ReportMap, ReportTrack, ReportUnit } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import { drawing, label, line, linearScale, pathThrough, roundStep, type Scale } from "../svg.ts";
import { figureWidths } from "../tokens.ts";
import { shortName } from "./parts.ts";

/** Room to the right of the base for the names of envelopes. */
const NAMES_WIDTH = 216;
/** Room to the left for heights. */
const HEIGHTS_WIDTH = 52;
const NAME_LINE = 16;
const TOP = 28;

interface Side {
  readonly x: Scale;
  readonly y: Scale;
  readonly ground: number;
  readonly width: number;
  readonly longestKm: number;
  readonly isNarrow: boolean;
}

export function sideView(map: ReportMap): Markup {
  return html`${drawn(map, figureWidths.wide)}${drawn(map, figureWidths.narrow)}`;
}

function drawn(map: ReportMap, width: number): Markup {
  const isNarrow = width < figureWidths.wide;
  const id = `side-${isNarrow ? "narrow" : "wide"}`;
  const tracks = distinct(map.tracks);
  const longestKm = Math.max(...tracks.map(lengthKm));
  const highestKm = Math.max(...tracks.map(apexKm));
  const systems = envelopes(map);
  const right = isNarrow ? width - 12 : width - NAMES_WIDTH;
  const x = linearScale([longestKm, 0], [HEIGHTS_WIDTH, right]);
  const perKm = (right - HEIGHTS_WIDTH) / longestKm;
  const namesHeight = isNarrow ? systems.length * NAME_LINE + 8 : 0;
  const ground = TOP + Math.max(highestKm * perKm, isNarrow ? 0 : systems.length * NAME_LINE) + 8;
  const y = linearScale([0, 1], [ground, ground - perKm]);
  const side: Side = { x, y, ground, width, longestKm, isNarrow };
  const title = "The arcs from the side, with what each defence can reach";
  return drawing(
    {
      id,
      width,
      height: ground + 48 + namesHeight,
      title,
      description: described(tracks, systems),
      className: `drawing ${isNarrow ? "narrow-only" : "wide-only"}`,
    },
    [
      ...axes(side, highestKm),
      ...systems.map((unit) => envelopeBox(unit, side)),
      ...tracks.map((track) => arc(track, side)),
      ...arcNames(tracks, side, map),
      ...(isNarrow ? namesBelow(systems, side) : namesBeside(systems, side)),
    ],
  );
}

function lengthKm({ profile }: ReportTrack): number {
  return profile.at(-1)?.rangeKm ?? 0;
}

function apexKm({ profile }: ReportTrack): number {
  return Math.max(...profile.map(({ heightKm }) => heightKm));
}

/** Arcs that look alike are drawn once. */
function distinct(tracks: readonly ReportTrack[]): ReportTrack[] {
  const seen = new Set<string>();
  return tracks.filter((track) => {
    const key = `${Math.round(lengthKm(track) / 5)} ${Math.round(apexKm(track) / 5)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** One per envelope, highest first. */
function envelopes({ defences }: ReportMap): ReportUnit[] {
  const seen = new Map<string, ReportUnit>();
  for (const unit of defences.flatMap(({ units }) => units)) {
    const { words, rangeMaxKm, heightMaxKm } = unit.envelope;
    const key = `${unit.system} ${words} ${rangeMaxKm} ${heightMaxKm}`;
    if (!seen.has(key)) seen.set(key, unit);
  }
  return [...seen.values()].sort((a, b) => b.envelope.heightMaxKm - a.envelope.heightMaxKm);
}

function described(tracks: readonly ReportTrack[], systems: readonly ReportUnit[]): string {
  const arcs = tracks.map(
    (track) => `${Math.round(lengthKm(track))} km long and ${Math.round(apexKm(track))} km high`,
  );
  const reach = systems.map(
    ({ system, envelope: e }) =>
      `${system} reaches ${e.rangeMaxKm} km away and ${e.heightMinKm} to ${e.heightMaxKm} km high`,
  );
  return `Arcs: ${arcs.join("; ")}. ${reach.join("; ")}.`;
}

function axes({ x, y, ground, longestKm, isNarrow }: Side, highestKm: number): Markup[] {
  const step = roundStep(longestKm / (isNarrow ? 3 : 6));
  const ticks = Array.from({ length: Math.floor(longestKm / step) + 1 }, (_, i) => i * step);
  const rise = roundStep(highestKm / 3);
  const heights = Array.from({ length: Math.floor(highestKm / rise) }, (_, i) => (i + 1) * rise);
  return [
    ...heights.flatMap((heightKm) => [
      line("grid", [x(longestKm), y(heightKm)], [x(0), y(heightKm)]),
      label({
        x: x(longestKm) - 6,
        y: y(heightKm) + 4,
        text: `${heightKm} km`,
        anchor: "end",
        className: "label grey",
      }),
    ]),
    line("axis", [x(longestKm), ground], [x(0), ground]),
    ...ticks.flatMap((tick) => [
      line("axis", [x(tick), ground], [x(tick), ground + 5]),
      label({
        x: x(tick),
        y: ground + 19,
        text: tick === 0 ? "base" : String(tick),
        anchor: tick === 0 && isNarrow ? "end" : "middle",
      }),
    ]),
    label({
      x: x(longestKm),
      y: ground + 38,
      text: "km from the base, true to scale",
      className: "label grey",
    }),
  ];
}

function arc(track: ReportTrack, { x, y }: Side): Markup {
  const whole = lengthKm(track);
  const points = track.profile.map(
    ({ rangeKm, heightKm }) => [x(whole - rangeKm), y(heightKm)] as const,
  );
  return html`<path class="track" d="${pathThrough(points)}"/>`;
}

function arcNames(
  tracks: readonly ReportTrack[],
  { x, y, isNarrow }: Side,
  map: ReportMap,
): Markup[] {
  const names = new Map(map.assets.map(({ id, name }) => [id, name]));
  const byHeight = [...tracks].sort((a, b) => apexKm(b) - apexKm(a));
  return byHeight.map((track, index) => {
    const apex = track.profile.reduce((best, each) =>
      each.heightKm > best.heightKm ? each : best,
    );
    const minutes = ((track.profile.at(-1)?.seconds ?? 0) - (track.profile[0]?.seconds ?? 0)) / 60;
    const name = names.get(track.asset) ?? track.asset;
    const flown = `${Math.round(lengthKm(track))} km in ${minutes.toFixed(1)} min`;
    const text = isNarrow ? `to ${name}` : `to ${name}: ${flown}`;
    return label({
      x: x(lengthKm(track) - apex.rangeKm),
      // The highest is named above its arc; the others below theirs, where no other arc passes.
      y: index === 0 ? y(apex.heightKm) - 6 : y(apex.heightKm) + 18 + index * NAME_LINE,
      text,
      anchor: "middle",
      className: "label threat haloed",
    });
  });
}

/** What can be reached, on the side that the threats come from. */
function envelopeBox({ envelope }: ReportUnit, { x, y }: Side): Markup {
  const { rangeMaxKm, heightMinKm, heightMaxKm } = envelope;
  return html`<rect class="envelope" x="${x(rangeMaxKm)}" y="${y(heightMaxKm)}"
 width="${x(0) - x(rangeMaxKm)}" height="${y(heightMinKm) - y(heightMaxKm)}"/>`;
}

function reachWords({ system, envelope }: ReportUnit): string {
  return `${shortName(system)}: ${envelope.rangeMaxKm} × ${envelope.heightMaxKm} km`;
}

function namesBeside(systems: readonly ReportUnit[], { x, y, ground }: Side): Markup[] {
  let above = Number.NEGATIVE_INFINITY;
  const top = ground - 4 - (systems.length - 1) * NAME_LINE;
  return systems.flatMap((unit, index) => {
    const edge = y(unit.envelope.heightMaxKm);
    const at = Math.max(
      above + NAME_LINE,
      Math.min(edge - (systems.length - 1 - index) * 2, top + index * NAME_LINE),
    );
    above = at;
    return [
      html`<path class="leader" d="M${x(0)} ${edge}L${x(0) + 12} ${at - 4}"/>`,
      label({ x: x(0) + 15, y: at, text: reachWords(unit), className: "label defence" }),
    ];
  });
}

function namesBelow(systems: readonly ReportUnit[], { ground }: Side): Markup[] {
  return systems.map((unit, index) =>
    label({
      x: 8,
      y: ground + 58 + index * NAME_LINE,
      text: reachWords(unit),
      className: "label defence",
    }),
  );
}
