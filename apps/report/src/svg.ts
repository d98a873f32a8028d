/** Small parts that every drawing is made of. */

import { html, type Markup, type Part } from "./markup.ts";
import { sizes } from "./tokens.ts";

export interface Drawing {
  /** Unique on the page; ids inside begin with it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Read aloud in place of the picture. */
  readonly title: string;
  readonly description: string;
  /** Class of the element: which screens it is for. */
  readonly className?: string;
}

/** An SVG element with a title, a description and the hatching that stands for the unknown. */
export function drawing(frame: Drawing, content: Part): Markup {
  const { id, width, height, title, description, className } = frame;
  return html`<svg class="${className ?? "drawing"}" viewBox="0 0 ${width} ${height}" width="${width}"
 height="${height}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
<defs><pattern id="${id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern></defs>
${content}</svg>`;
}

/** A fill with the hatching of a drawing. */
export function hatched(id: string): string {
  return `url(#${id}-hatch)`;
}

export type Scale = (value: number) => number;

export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const span = from[1] - from[0];
  const factor = span === 0 ? 0 : (to[1] - to[0]) / span;
  return (value) => to[0] + (value - from[0]) * factor;
}

/** Whole ticks from 0 to `most`, at most about `count` of them, and always the last. */
export function wholeTicks(most: number, count: number): number[] {
  const step = roundStep(Math.max(1, most / count));
  const ticks: number[] = [];
  for (let tick = 0; tick <= most - step / 2; tick += step) ticks.push(tick);
  ticks.push(most);
  return ticks;
}

/** The least of 1, 2, 4, 5, 10, 20, 40, 50 … that is not below `step`. */
export function roundStep(step: number): number {
  for (let size = 1; ; size *= 10) {
    for (const factor of [1, 2, 4, 5]) if (factor * size >= step) return factor * size;
  }
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly className?: string;
}

/** One line of text. */
export function label({ x, y, text, anchor = "start", className = "label" }: Label): Markup {
  return html`<text class="${className}" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}

/** Lines below each other, a line apart. */
export function labels(
  lines: readonly string[],
  first: Omit<Label, "text">,
  apart: number,
): Markup[] {
  return lines.map((text, index) => label({ ...first, y: first.y + index * apart, text }));
}

/**
 * Width of a text in small type, on the safe side of common sans-serif faces. Labels are laid out
 * without a browser, so widths are estimated.
 */
export function textWidth(text: string, size: number = sizes.small): number {
  return [...text].length * size * 0.58;
}

/** Characters that fit into a width. */
export function charactersWithin(width: number, size: number = sizes.small): number {
  return Math.max(8, Math.floor(width / (size * 0.58)));
}

export function line(
  className: string,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Markup {
  return html`<path class="${className}" d="M${x1} ${y1}L${x2} ${y2}"/>`;
}

/** A path through points. */
export function pathThrough(points: readonly (readonly [number, number])[]): Markup {
  return html`${points.map(([x, y], index) => html`${index === 0 ? "M" : "L"}${x} ${y}`)}`;
}
