/** The style of a picture of envelopes: tokens written out, as a file has no page around it. */

import { type Markup, styleSheet } from "../markup.ts";
import { fonts, light, sizes } from "../tokens.ts";

export function envelopeStyle(): Markup {
  const { ground, text, grey, defence } = light;
  return styleSheet(`
text { font: ${sizes.small}px ${fonts.figures}; fill: ${text}; font-variant-numeric: tabular-nums; }
.title { font: 600 ${sizes.title}px ${fonts.prose}; }
.lead, .source, .tick { fill: ${grey}; }
.ground { fill: ${ground}; }
.favourable-edge { fill: none; stroke: ${defence}; stroke-width: 1; }
.likely { fill: ${defence}; fill-opacity: 0.3; }
.every { fill: ${defence}; fill-opacity: 0.6; }
.below { fill: ${ground}; fill-opacity: 0.75; }
.horizon { fill: none; stroke: ${text}; stroke-width: 1.5; stroke-dasharray: 5 4; }
.axis { fill: none; stroke: ${text}; stroke-width: 1; }
.hatch { stroke: ${defence}; stroke-opacity: 0.5; fill: none; }
`);
}
