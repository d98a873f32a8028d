/** Envelopes of a system's interceptors as a picture that stands alone: one field each, one scale for all. */

import {
  type Envelope,
  type EnvelopeLimit,
  envelopeThreats,
  envelopeWords,
} from "@pavise/catalogue";
import { wrappedLines } from "@pavise/lab";
import { horizonHeight } from "@pavise/models";
import { html, type Markup } from "../markup.ts";
import {
  charactersWithin,
  drawing,
  hatched,
  label,
  labels,
  line,
  linearScale,
  pathThrough,
  roundStep,
  type Scale,
} from "../svg.ts";
import { figureWidths, GRID } from "../tokens.ts";
import { envelopeStyle } from "./style.ts";

const ID = "envelopes";
const SIDE = 3 * GRID;
/** Room for heights at the left. */
const LEFT = 7 * GRID;
const FIELD_HEIGHT = 12 * GRID;
/** Between the last line of a field's words and the field. */
const GAP = GRID;
const TEXT_LINE = 18;
const HORIZON_POINTS = 60;
const METRES = 1000;

/** What a picture of envelopes shows. */
export interface EnvelopePicture {
  /** The system's name. */
  readonly title: string;
  /** Of the likely antenna, m. */
  readonly antennaHeight: number;
  readonly envelopes: readonly Envelope[];
  /** Which catalogue the numbers are of. */
  readonly catalogueHash: string;
}

interface Field {
  readonly x: Scale;
  readonly y: Scale;
  readonly rangeKm: number;
  readonly heightKm: number;
}

/**
 * A whole SVG file: for each interceptor and each kind of threat that it has an envelope for, ground
 * range across (km) and height above the unit upwards (km), on the scale of the widest and the highest.
 * Full: at every value that a draw can take. Light: at the likely values. Hatched: at the most
 * favourable only. The line is the horizon of the unit's own antenna at its likely height, over a
 * smooth Earth of 4/3 radius; below it nothing can be shot at.
 *
 * @throws RangeError if there is no envelope.
 */
export function envelopeSvg(picture: EnvelopePicture): string {
  const { title, antennaHeight, envelopes, catalogueHash } = picture;
  if (envelopes.length === 0) throw new RangeError("a picture of envelopes has at least one");
  const right = figureWidths.wide;
  const rangeKm = Math.max(...envelopes.map(({ rangeMax }) => rangeMax.greatest));
  const heightKm = Math.max(...envelopes.map(({ heightMax }) => heightMax.greatest));
  const room = charactersWithin(right);
  const lead = wrappedLines(
    "Full: at every value that a draw can take. Light: at the likely values. Hatched: at the most favourable only. " +
      `Below the line lies what is under the horizon of the unit's own antenna (${antennaHeight} m, smooth ground).`,
    room,
  );
  let top = 40 + lead.length * TEXT_LINE;
  const parts = envelopes.map((envelope) => {
    const words = wrappedLines(wordsOf(envelope), room);
    const y = top + 2 * GRID + words.length * TEXT_LINE + GAP;
    const field = {
      x: linearScale([0, rangeKm], [LEFT, right]),
      y: linearScale([0, heightKm], [y + FIELD_HEIGHT, y]),
      rangeKm,
      heightKm,
    };
    const first = { x: 0, y: top + 2 * GRID + TEXT_LINE - 4, className: "words" };
    top = y + FIELD_HEIGHT + 4 * GRID;
    return html`${labels(words, first, TEXT_LINE)}${fieldOf(envelope, antennaHeight, field)}`;
  });
  const source = `km of ground range from the launchers across, km above the unit upwards · catalogue ${catalogueHash.slice(0, 12)}`;
  const [width, height] = [right + 2 * SIDE, top + 2 * GRID + 2 * SIDE];
  const svg = drawing(
    {
      id: ID,
      width,
      height,
      title: `${title}: where a round may meet a threat`,
      description: envelopes.map(wordsOf).join(". "),
    },
    html`<style>${envelopeStyle()}</style>
<rect class="ground" width="${width}" height="${height}"/><g transform="translate(${SIDE} ${SIDE})">
${label({ x: 0, y: 24, text: title, className: "title" })}
${labels(lead, { x: 0, y: 50, className: "lead" }, TEXT_LINE)}
${parts}${label({ x: 0, y: top + GRID, text: source, className: "source" })}</g>`,
  );
  return `${svg.text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
}

function wordsOf(envelope: Envelope): string {
  const { interceptor, name } = envelope;
  return `${interceptor} against ${envelopeThreats[name]}: ${envelopeWords(envelope)}`;
}

function fieldOf(envelope: Envelope, antennaHeight: number, field: Field): Markup {
  const { rangeMin, rangeMax, heightMin, heightMax } = envelope;
  const box = (className: string, inner: keyof Ends, outer: keyof Ends, fill?: string): Markup => {
    const [left, right] = [field.x(rangeMin[inner]), field.x(rangeMax[outer])];
    const [top, bottom] = [field.y(heightMax[outer]), field.y(heightMin[inner])];
    // Where the least value of one end lies beyond the greatest of the other, no draw has all of it.
    if (right <= left || bottom <= top) return html``;
    const attributes = fill === undefined ? html`` : html` fill="${fill}"`;
    return html`<rect class="${className}"${attributes} x="${left}" y="${top}"
 width="${right - left}" height="${bottom - top}"/>`;
  };
  return html`${box("favourable", "least", "greatest", hatched(ID))}${box("favourable-edge", "least", "greatest")}
${box("likely", "likely", "likely")}${box("every", "greatest", "least")}
${horizon(antennaHeight, field)}${axes(field)}`;
}

type Ends = Pick<EnvelopeLimit, "least" | "likely" | "greatest">;

/** The height that the unit's own antenna sees down to, and the ground below it that it does not see. */
function horizon(antennaHeight: number, { x, y, rangeKm, heightKm }: Field): Markup {
  const points: [number, number][] = [];
  for (let index = 0; index <= HORIZON_POINTS; index += 1) {
    const km = (rangeKm * index) / HORIZON_POINTS;
    const height = horizonHeight(antennaHeight, km * METRES) / METRES;
    points.push([x(km), y(Math.min(height, heightKm))]);
  }
  const shadow = [...points, [x(rangeKm), y(0)] as const, [x(0), y(0)] as const];
  return html`<path class="below" d="${pathThrough(shadow)}Z"/><path class="horizon" d="${pathThrough(points)}"/>`;
}

function axes({ x, y, rangeKm, heightKm }: Field): Markup[] {
  const ticks = (most: number, count: number): number[] => {
    const step = roundStep(most / count);
    return Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
  };
  const ground = y(0);
  return [
    line("axis", [x(0), ground], [x(rangeKm), ground]),
    line("axis", [x(0), ground], [x(0), y(heightKm)]),
    ...ticks(rangeKm, 8).flatMap((km) => [
      line("axis", [x(km), ground], [x(km), ground + 5]),
      label({ x: x(km), y: ground + 19, text: `${km}`, anchor: "middle", className: "tick" }),
    ]),
    ...ticks(heightKm, 3).flatMap((km) => [
      line("axis", [x(0) - 5, y(km)], [x(0), y(km)]),
      label({ x: x(0) - 9, y: y(km) + 4, text: `${km} km`, anchor: "end", className: "tick" }),
    ]),
  ];
}
