/** Bars under the map: how far the defence reaches at each height, and how much of a country that is. */

import { type Coverage, type CoverageLayer, equivalentRadius, heightWords } from "@pavise/lab";
import { html, type Markup } from "../markup.ts";
import { label, line } from "../svg.ts";
import { ballisticLayer, type CoveragePicture, layerEnd, nestedLayers } from "./layers.ts";

const ROW = 24;
const LEFT = 200;
/** Columns of figures at the right. */
const FIGURES = 232;

interface Bar {
  readonly name: string;
  readonly className: string;
  readonly rangeKm: number;
  /** What ends it there. */
  readonly end: string | null;
  readonly shares: readonly (number | null)[];
}

/** Draws the bars from `top` on; answers with where they end. */
export function reachBars(
  picture: CoveragePicture,
  width: number,
  top: number,
): { readonly markup: Markup; readonly bottom: number } {
  const { headline, coverage, other } = picture;
  const bars = barsOf(picture);
  const most = Math.max(headline?.rangeKm ?? 0, ...bars.map(({ rangeKm }) => rangeKm));
  const right = width - FIGURES;
  const x = (km: number): number => LEFT + ((right - LEFT) * km) / most;
  const region = coverage.regions[0]?.title;
  const heads = columnHeads(coverage, other);
  const columnAt = (index: number): number => width - (heads.length - 1 - index) * 112;
  const rows = bars.map((bar, i) => {
    const y = top + 32 + i * ROW;
    const { name, className, rangeKm, end, shares } = bar;
    return html`${label({ x: LEFT - 12, y: y + 12, text: name, anchor: "end", className: "row" })}
<rect class="${className}" x="${LEFT}" y="${y}" width="${x(rangeKm) - LEFT}" height="${ROW - 8}"/>
${label({ x: x(rangeKm) + 6, y: y + 12, text: `${Math.round(rangeKm)} km${end === null ? "" : `: ${end}`}`, className: "row" })}
${shares.map((share, j) => label({ x: columnAt(j), y: y + 12, text: shareText(share), anchor: "end", className: "row" }))}`;
  });
  const bottom = top + 32 + bars.length * ROW + 8;
  const markup = html`${label({ x: LEFT, y: top + 6, text: "How far (radius of the same area), and what ends it", className: "head" })}
${region === undefined ? null : label({ x: width, y: top - 10, text: `share of the airspace of ${region}`, anchor: "end", className: "head" })}
${heads.map((text, j) => label({ x: columnAt(j), y: top + 6, text, anchor: "end", className: "head" }))}
${line("rule", [0, top + 18], [width, top + 18])}${rows}`;
  return { markup, bottom };
}

function columnHeads({ terrain, regions }: Coverage, other: Coverage | null): string[] {
  if (regions.length === 0) return [];
  const words = (of: string): string => (of === "smooth" ? "smooth Earth" : "coarse terrain");
  return other === null ? [words(terrain)] : [words(terrain), words(other.terrain)];
}

function shareText(share: number | null): string {
  if (share === null) return "";
  if (share === 0) return "none";
  return share < 0.0995 ? `${(100 * share).toFixed(1)} %` : `${Math.round(100 * share)} %`;
}

function barsOf({ headline, coverage, other }: CoveragePicture): Bar[] {
  const bars: Bar[] = [];
  if (headline !== null) {
    const shares = coverage.regions.length === 0 ? [] : [null];
    const name = headline.words;
    bars.push({ name, className: "bar-told", rangeKm: headline.rangeKm, end: "as told", shares });
  }
  const sharesOf = (layer: CoverageLayer): (number | null)[] =>
    [coverage, other].flatMap((each) => {
      if (each === null || each.regions.length === 0) return [];
      const same = each.layers.find(
        ({ kind, class: threat, height }) =>
          kind === layer.kind && threat === layer.class && height === layer.height,
      );
      return [same?.shares[0] ?? null];
    });
  for (const { layer, words } of nestedLayers(coverage)) {
    const name = `${layer.class ?? "seen"}, ${words}`;
    const rangeKm = equivalentRadius(layer) / 1000;
    const end = layerEnd(coverage, layer);
    bars.push({ name, className: "bar", rangeKm, end, shares: sharesOf(layer) });
  }
  const ballistic = ballisticLayer(coverage);
  if (ballistic !== null) {
    const name = `ballistic, ${heightWords(ballistic.height)}`;
    const rangeKm = equivalentRadius(ballistic) / 1000;
    const end = layerEnd(coverage, ballistic);
    bars.push({ name, className: "bar-warm", rangeKm, end, shares: sharesOf(ballistic) });
  }
  return bars;
}
