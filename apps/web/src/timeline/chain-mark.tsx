/** The marks of the kill chain, the same shapes as on the stage. */

import type { ReactNode } from "react";

export type ChainMarkName =
  | "launched"
  | "sight"
  | "track"
  | "order"
  | "shot"
  | "kill"
  | "miss"
  | "arrival"
  | "short"
  | "fell";

const RAYS = [0, 45, 90, 135];

const SHAPES: Readonly<Record<ChainMarkName, ReactNode>> = {
  launched: <path d="M-3.5 3.5L0 -4L3.5 3.5Z" />,
  sight: <circle r="3.2" className="hollow" />,
  track: <circle r="3.2" />,
  order: <path className="stroke" d="M0 -6V6" />,
  shot: <path className="stroke" d="M-6 0H6" />,
  kill: (
    <g className="stroke">
      {RAYS.map((angle) => (
        <path key={angle} d="M-5 0H5" transform={`rotate(${angle})`} />
      ))}
    </g>
  ),
  miss: <path className="stroke" d="M-2.8 -2.8L2.8 2.8M2.8 -2.8L-2.8 2.8" />,
  arrival: <rect x="-4" y="-4" width="8" height="8" />,
  short: <rect x="-3.5" y="-3.5" width="7" height="7" className="hollow" />,
  fell: <path className="hollow" d="M-4 -3H4L0 4Z" />,
};

/** A mark at a place of a drawing. */
export function ChainMark({
  name,
  x,
  y,
}: {
  name: ChainMarkName;
  x: number;
  y: number;
}): ReactNode {
  return (
    <g className={`mark mark-${name}`} transform={`translate(${x.toFixed(1)} ${y})`}>
      {SHAPES[name]}
    </g>
  );
}
