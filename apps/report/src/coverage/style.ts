/** The style of a picture that stands alone: tokens written out, as a file has no page around it. */

import { type Markup, styleSheet } from "../markup.ts";
import { fonts, light, sizes } from "../tokens.ts";

export function coverageStyle(): Markup {
  const { ground, text, grey, rule, defence, threat } = light;
  const halo = `paint-order: stroke; stroke: ${ground}; stroke-width: 3px; stroke-linejoin: round;`;
  // A font list in a file of its own: quotes would need escaping in an attribute, not here.
  return styleSheet(`
text { font: ${sizes.small}px ${fonts.figures}; fill: ${text}; font-variant-numeric: tabular-nums; }
.title { font: 600 ${sizes.title}px ${fonts.prose}; }
.lead { font: ${sizes.body}px ${fonts.prose}; fill: ${grey}; }
.ground { fill: ${ground}; }
.land { fill: ${ground}; }
.edge { fill: none; stroke: ${rule}; }
.border { fill: none; stroke: ${grey}; stroke-width: 0.8; }
.coast { fill: none; stroke: ${grey}; stroke-width: 0.8; stroke-dasharray: 1 2; }
.region { fill: none; stroke: ${text}; stroke-width: 1.6; stroke-linejoin: round; }
.country { fill: ${grey}; letter-spacing: 0.08em; ${halo} }
.reach { fill: ${defence}; fill-opacity: 0.13; fill-rule: evenodd; stroke: ${defence}; stroke-width: 1; }
.headline { fill: none; stroke: ${text}; stroke-width: 1.5; stroke-dasharray: 7 5; }
.ballistic { fill: none; stroke: ${threat}; stroke-width: 2.5; }
.height { fill: ${defence}; font-weight: 600; ${halo} }
.told { font-weight: 600; ${halo} }
.warm { fill: ${threat}; font-weight: 600; ${halo} }
.name { ${halo} }
.place { fill: ${text}; }
.battery { fill: ${defence}; stroke: ${ground}; stroke-width: 1.5; }
.axis, .rule { fill: none; stroke: ${text}; stroke-width: 1; }
.rule { stroke: ${rule}; }
.head { fill: ${grey}; }
.bar { fill: ${defence}; }
.bar-warm { fill: ${threat}; }
.bar-told { fill: none; stroke: ${text}; stroke-dasharray: 7 5; }
.hatch { stroke: ${grey}; }
`);
}
