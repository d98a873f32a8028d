/** Nights as dots: one dot for each, in blocks above the number of arrivals of that night. */

import { html, type Markup } from "./markup.ts";
import type { Scale } from "./svg.ts";

const PITCH = 4.6;
const RADIUS = 1.9;
/** Dots side by side at most; fewer where numbers lie close together. */
const COLUMNS_MAX = 6;
/** Share of the room between two numbers that dots may fill. */
const FILL = 0.85;

export interface DotBlocks {
  readonly height: number;
  /** Least x of any dot. */
  readonly left: number;
  draw(baseline: number): Markup;
}

/** Blocks of dots over a scale. Where numbers lie too close for a dot each, they share a block. */
export function dotBlocks(nights: readonly number[], x: Scale): DotBlocks {
  const apart = Math.abs(x(1) - x(0));
  const perBlock = Math.max(1, Math.ceil((PITCH * 2) / FILL / apart));
  const columns = Math.min(COLUMNS_MAX, Math.max(1, Math.floor((FILL * apart * perBlock) / PITCH)));
  const blocks = new Map<number, number>();
  for (const night of nights) {
    const block = Math.floor(night / perBlock);
    blocks.set(block, (blocks.get(block) ?? 0) + 1);
  }
  const rows = Math.max(0, ...[...blocks.values()].map((count) => Math.ceil(count / columns)));
  const centre = (block: number): number => x(block * perBlock + (perBlock - 1) / 2);
  const lefts = [...blocks.keys()].map((block) => centre(block) - (columns * PITCH) / 2);
  return {
    height: rows * PITCH,
    left: Math.min(x(0), ...lefts),
    draw: (baseline) =>
      html`<path class="dot" d="${[...blocks]
        .sort(([a], [b]) => a - b)
        .flatMap(([block, count]) =>
          Array.from({ length: count }, (_, index) => {
            const inRow = Math.min(columns, count - columns * Math.floor(index / columns));
            const column = index % columns;
            const cx = centre(block) + (column - (inRow - 1) / 2) * PITCH;
            const cy = baseline - (Math.floor(index / columns) + 0.5) * PITCH;
            return circlePath(cx, cy, RADIUS);
          }),
        )}"/>`,
  };
}

/** A circle as part of a path: a hundred dots are one element. */
function circlePath(cx: number, cy: number, radius: number): Markup {
  const across = 2 * radius;
  return html`M${cx - radius} ${cy}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 ${-across} 0`;
}
