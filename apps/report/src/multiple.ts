/** Small multiples: drawings of one size, each with its title above it, on one baseline. */

import { wrappedLines } from "@pavise/lab";
import type { Markup } from "./markup.ts";
import { charactersWithin, labels } from "./svg.ts";

/** Width of one of them, CSS pixels. */
export const MULTIPLE_WIDTH = 240;

const LINE = 16;
const GAP = 12;

/** Room above drawings with these titles. */
export function titleRoom(titles: readonly string[]): number {
  return Math.max(...titles.map((title) => linesOf(title).length)) * LINE + GAP;
}

/** A title whose last line stands at the bottom of the room. */
export function titleAbove(title: string, room: number): Markup[] {
  const lines = linesOf(title);
  const y = room - GAP - (lines.length - 1) * LINE;
  return labels(lines, { x: 0, y, className: "label title small" }, LINE);
}

function linesOf(title: string): string[] {
  return wrappedLines(title, charactersWithin(MULTIPLE_WIDTH));
}
