/**
 * The picture of a defence's coverage: nested reach by height around its battery, what the headline
 * says, and a bar for each, so that one look tells how far 400 km are.
 */

import { cos, sin } from "@pavise/kernel";
import type { CoverageLayer, CoveragePolygon } from "@pavise/lab";
import { equivalentRadius } from "@pavise/lab";
import type { MapFrame, Pixel } from "../map/frame.ts";
import { borderLines, countryNames } from "../map/ground.ts";
import { azimuthalEquidistant } from "../map/projection.ts";
import { html, type Markup } from "../markup.ts";
import { drawing, label, line, pathThrough, roundStep } from "../svg.ts";
import { figureWidths } from "../tokens.ts";
import { ballisticLayer, type CoveragePicture, type NestedLayer, nestedLayers } from "./layers.ts";
import { reachBars } from "./reach-bars.ts";
import { coverageStyle } from "./style.ts";

const WIDTH = figureWidths.wide;
const TOP = 88;
/** Free ground around everything. */
const SIDE = 24;
const MAP_HEIGHT = 624;
/** Free ground around the widest ring, as a share of its radius. */
const MARGIN = 0.06;

/** A whole SVG file. */
export function coverageSvg(picture: CoveragePicture): string {
  const frame = frameOf(picture);
  const bars = reachBars(picture, WIDTH, TOP + MAP_HEIGHT + 40);
  const [width, height] = [WIDTH + 2 * SIDE, bars.bottom + 2 * SIDE];
  const svg = drawing(
    {
      id: "coverage",
      width,
      height,
      title: picture.title,
      description: picture.lead.join(" "),
    },
    html`<style>${coverageStyle()}</style>
<rect class="ground" width="${width}" height="${height}"/><g transform="translate(${SIDE} ${SIDE})">
${label({ x: 0, y: 24, text: picture.title, className: "title" })}
${picture.lead.map((text, i) => label({ x: 0, y: 50 + 20 * i, text, className: "lead" }))}
${mapOf(picture, frame)}${bars.markup}</g>`,
  );
  return `${svg.text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
}

function frameOf({ centre, headline, coverage }: CoveragePicture): MapFrame {
  const widest = Math.max(
    ...nestedLayers(coverage).map(({ layer }) => equivalentRadius(layer) / 1000),
  );
  const half = Math.max(headline?.rangeKm ?? 0, widest) * (1 + MARGIN);
  const project = azimuthalEquidistant(centre);
  const pixelsPerKm = MAP_HEIGHT / (2 * half);
  return {
    width: WIDTH,
    height: MAP_HEIGHT,
    pixelsPerKm,
    centre,
    place: (point) => {
      const [east, north] = project(point);
      return [WIDTH / 2 + east * pixelsPerKm, MAP_HEIGHT / 2 - north * pixelsPerKm];
    },
  };
}

function mapOf(picture: CoveragePicture, frame: MapFrame): Markup {
  const { coverage, headline, centre } = picture;
  const nested = nestedLayers(coverage);
  const ballistic = ballisticLayer(coverage);
  const [x, y] = frame.place(centre);
  const taken = [...picture.units, ...picture.places].map(({ at }) => frame.place(at));
  const circle = headline === null ? 0 : headline.rangeKm * frame.pixelsPerKm;
  return html`<svg x="0" y="${TOP}" width="${frame.width}" height="${frame.height}"
 viewBox="0 0 ${frame.width} ${frame.height}" class="map">
<rect class="land" width="${frame.width}" height="${frame.height}"/>
${nested.map(({ layer }) => html`<path class="reach" d="${outline(layer.polygons, frame)}"/>`)}
${borderLines(frame)}
${regionLine(picture, frame)}
${ballistic === null ? null : html`<path class="ballistic" d="${outline(ballistic.polygons, frame)}"/>`}
${headline === null ? null : html`<circle class="headline" cx="${x}" cy="${y}" r="${circle}"/>`}
${countryNames(frame, [...taken, ...labelPlaces(nested, frame)])}
${picture.places.map(({ name, at }) => place(name, frame.place(at)))}
${picture.units.map(({ at }) => battery(frame.place(at)))}
${nested.map(({ layer, words }, i) => ringLabel(layer, words, frame, bearingOf(i, nested.length)))}
${headline === null ? null : headlineLabel(headline.rangeKm, frame, circle)}
${ballistic === null ? null : ballisticLabel(ballistic, frame)}
${scale(frame)}
<rect class="edge" x="0.5" y="0.5" width="${frame.width - 1}" height="${frame.height - 1}"/></svg>`;
}

/** The country whose airspace is shared out, its border drawn stronger. */
function regionLine({ region }: CoveragePicture, frame: MapFrame): Markup | null {
  if (region === null) return null;
  const rings = region.rings.map((ring) => {
    const points = ring.map(([longitude, latitude]) => frame.place([latitude, longitude]));
    return html`${pathThrough(points)}Z`;
  });
  return html`<path class="region" d="${rings}"/>`;
}

function outline(polygons: readonly CoveragePolygon[], frame: MapFrame): Markup[] {
  return polygons
    .flatMap(({ outer, holes }) => [outer, ...holes])
    .map((ring) => {
      const points = ring.map(([longitude, latitude]) => frame.place([latitude, longitude]));
      return html`${pathThrough(points)}Z`;
    });
}

/** Labels fan out from the south-east to the south-west, the highest first. */
function bearingOf(index: number, count: number): number {
  return count === 1 ? Math.PI : Math.PI * (0.88 + (0.5 * index) / (count - 1));
}

/** Where a line from the battery leaves a layer for the last time. */
function edgeAlong({ polygons }: CoverageLayer, frame: MapFrame, bearing: number): Pixel {
  const [cx, cy] = frame.place(frame.centre);
  const [dx, dy] = [sin(bearing), -cos(bearing)];
  let farthest = 0;
  for (const { outer } of polygons) {
    outer.forEach(([longitude, latitude], i) => {
      const [nextLongitude, nextLatitude] = outer[(i + 1) % outer.length]!;
      const [ax, ay] = frame.place([latitude, longitude]);
      const [bx, by] = frame.place([nextLatitude, nextLongitude]);
      const sideA = (ax - cx) * dy - (ay - cy) * dx;
      const sideB = (bx - cx) * dy - (by - cy) * dx;
      if (sideA > 0 === sideB > 0) return;
      const share = sideA / (sideA - sideB);
      const along = (ax + share * (bx - ax) - cx) * dx + (ay + share * (by - ay) - cy) * dy;
      farthest = Math.max(farthest, along);
    });
  }
  return [cx + farthest * dx, cy + farthest * dy];
}

function labelPlaces(layers: readonly NestedLayer[], frame: MapFrame): Pixel[] {
  return layers.map(({ layer }, i) => edgeAlong(layer, frame, bearingOf(i, layers.length)));
}

function ringLabel(layer: CoverageLayer, text: string, frame: MapFrame, bearing: number): Markup {
  const [x, y] = edgeAlong(layer, frame, bearing);
  return label({ x, y: y + 4, text, anchor: "middle", className: "height" });
}

function headlineLabel(rangeKm: number, frame: MapFrame, radius: number): Markup {
  const [x, y] = frame.place(frame.centre);
  const text = `${rangeKm} km: the headline`;
  return label({ x, y: y - radius + 20, text, anchor: "middle", className: "told" });
}

function ballisticLabel(layer: CoverageLayer, frame: MapFrame): Markup {
  const [x, y] = edgeAlong(layer, frame, 0);
  const text = `${Math.round(equivalentRadius(layer) / 1000)} km against ballistic missiles`;
  return label({ x, y: y - 6, text, anchor: "middle", className: "warm" });
}

function place(name: string, [x, y]: Pixel): Markup {
  return html`<circle class="place" cx="${x}" cy="${y}" r="2.5"/>
${label({ x: x + 6, y: y + 4, text: name, className: "name" })}`;
}

/** A battery: a filled diamond, its point on the place. */
function battery([x, y]: Pixel): Markup {
  return html`<path class="battery" d="M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z"/>`;
}

function scale({ width, height, pixelsPerKm }: MapFrame): Markup {
  const lengthKm = roundStep(width / 8 / pixelsPerKm);
  const [left, y] = [16, height - 18];
  const right = left + lengthKm * pixelsPerKm;
  return html`${line("axis", [left, y], [right, y])}${line("axis", [left, y - 4], [left, y + 4])}
${line("axis", [right, y - 4], [right, y + 4])}
${label({ x: right + 8, y: y + 4, text: `${lengthKm} km`, className: "name" })}
${label({ x: width - 16, y: y + 4, text: "hypothetical positions", anchor: "end", className: "name" })}`;
}
