/** The style sheet of a report: tokens, page, marks, paper. */

import { figureWidths, fonts, GRID, MEASURE_CHARACTERS, sizes, tokenCss } from "./tokens.ts";

/** Lines of text stand this far apart, in heights of letters. */
const LEADING = 1.45;

const page = `
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: ${4 * GRID}px ${3 * GRID}px ${6 * GRID}px;
  max-width: ${figureWidths.wide + 6 * GRID}px;
  font: ${sizes.body}px/${LEADING} ${fonts.prose}; }
p, li, dl, h1, h2, .answer { max-width: ${MEASURE_CHARACTERS}ch; }
p { margin: 0 0 ${GRID}px; text-wrap: pretty; }
a { color: var(--accent); }
h1 { font-size: ${sizes.title}px; line-height: 1.2; font-weight: 600; margin: 0 0 ${2 * GRID}px; text-wrap: balance; }
h2 { font-size: ${sizes.lead}px; line-height: 1.25; font-weight: 600; margin: ${6 * GRID}px 0 ${GRID}px; }
h3 { font-size: ${sizes.body}px; font-weight: 600; margin: ${3 * GRID}px 0 ${GRID}px; }
.answer p { font-size: ${sizes.lead}px; line-height: 1.4; max-width: none; }
.kicker, .small, figcaption, .note, code, .cited { font-size: ${sizes.small}px; }
.kicker { margin-bottom: ${GRID}px; max-width: none; }
.grey, .kicker { color: var(--grey); }
.small, figcaption p { line-height: 1.4; }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  color: var(--grey); overflow-wrap: anywhere; }
li { margin-bottom: 4px; }
.warning { border-left: 3px solid var(--accent); padding-left: ${2 * GRID}px; }
figure { margin: ${2 * GRID}px 0; }
figcaption { margin-top: ${GRID}px; }
.multiples { display: grid; gap: ${3 * GRID}px ${2 * GRID}px;
  grid-template-columns: repeat(auto-fill, minmax(232px, 1fr)); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;

const tables = `
table { border-collapse: collapse; margin: ${2 * GRID}px 0; width: 100%;
  font: ${sizes.small}px/1.4 ${fonts.figures}; font-variant-numeric: tabular-nums; }
caption { text-align: left; font: 600 ${sizes.body}px/1.3 ${fonts.prose}; padding-bottom: ${GRID}px; }
th { text-align: left; font-weight: 400; vertical-align: top; }
td { vertical-align: top; }
thead th { color: var(--grey); vertical-align: bottom; border-bottom: 1px solid var(--text); padding: 0 0 4px ${GRID}px; }
thead td { border-bottom: 1px solid var(--text); }
th[scope="row"] { padding: 1px 0; }
.figures td, .figures thead th { text-align: right; padding-left: ${GRID}px; }
.figures td, .outcome.wide-only th[scope="row"] { white-space: nowrap; }
.figures .words, .figures tr.said td { white-space: normal; }
.figures .words, .figures thead th.words { text-align: left; padding-left: ${2 * GRID}px; }
.light { font-weight: 400; }
.figures tr.mean td, .figures td.mean { font-weight: 600; }
tr.grey, td.grey { color: var(--grey); }
tr.head th { padding: ${2 * GRID}px 0 2px; font-size: ${sizes.body}px; font-weight: 600; font-family: ${fonts.prose}; }
tbody + tbody tr.head th { border-top: 1px solid var(--rule); }
.figures tr.said td { text-align: left; padding: 4px 0 ${2 * GRID}px; font: ${sizes.small}px/1.4 ${fonts.prose}; }
.difference td:first-child, .difference thead th:first-child { padding-left: 0; }
.difference tr:last-child td { padding-bottom: 6px; }
.difference tr.head th { padding-top: 6px; }
.difference .words { width: 32%; }
.values tbody tr + tr > * { border-top: 1px solid var(--rule); }
.values td, .values th { padding: ${GRID}px 0 ${GRID}px ${2 * GRID}px; }
.values th:first-child { padding-left: 0; width: 36%; }
.values td:nth-child(2) { width: 25%; }
.values .note { color: var(--grey); }
.values .range { color: var(--text); }
.values p { margin: 2px 0 0; }
.refusals th[scope="row"] { width: 34%; padding: 4px ${2 * GRID}px ${GRID}px 0; }
.refusals td p { margin: 2px 0 ${GRID}px; max-width: none; }
.learning th[scope="row"] { padding: 2px 0; width: 44%; }
.learning .words, .learning thead th.words { padding-left: 0; }
.learning td { padding-top: 2px; }
.learning td.words { white-space: nowrap; }
.learning .drawing { display: inline-block; vertical-align: middle; }
.sources { padding-left: 4ch; font-size: ${sizes.small}px; line-height: 1.4; }
.cell { color: inherit; text-decoration: none; }
.cell:hover, .cell:focus { text-decoration: underline dotted; }
.cells { padding-left: 5ch; font: ${sizes.small}px/1.4 ${fonts.figures}; }
.cells li { max-width: none; overflow-wrap: anywhere; }
.cells li:target { background: var(--rule); }
.pairs thead th:first-child, .learning thead th:first-child, .sweep thead th:first-child { padding-left: 0; }
.pairs tbody tr + tr > * { border-top: 1px solid var(--rule); }
.pairs th[scope="row"] { padding: 4px 0; width: 60%; }
.pairs td { padding-top: 4px; }
.pairs .words { padding-left: 0; }
.pairs td.words { padding-left: ${2 * GRID}px; }
.sources li { margin-bottom: 4px; max-width: none; }
.address { overflow-wrap: anywhere; }
.identity { display: grid; grid-template-columns: max-content 1fr; gap: 2px ${2 * GRID}px;
  font: ${sizes.small}px/1.4 ${fonts.figures}; font-variant-numeric: tabular-nums; margin: 0; }
.identity dt { color: var(--grey); }
.identity dd { margin: 0; overflow-wrap: anywhere; }
`;

const marks = `
.drawing { display: block; max-width: 100%; height: auto; overflow: visible; }
.drawing text { font: ${sizes.small}px ${fonts.figures}; font-variant-numeric: tabular-nums; fill: var(--text); }
.drawing .title { font: 600 ${sizes.body}px ${fonts.prose}; }
.drawing .title.small { font-size: ${sizes.small}px; }
.drawing text.grey { fill: var(--grey); }
.drawing text.threat { fill: var(--threat); }
.drawing text.defence { fill: var(--defence); }
.drawing text.country { fill: var(--grey); letter-spacing: 0.12em; }
.haloed { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; stroke-linejoin: round; }
.map { overflow: hidden; }
.drawing path, .drawing circle, .drawing rect { vector-effect: non-scaling-stroke; }
.drawing .grid, .drawing .rule, .drawing .axis, .drawing .leader, .drawing .both, .drawing .halo, .drawing .tick,
.drawing .recorded, .drawing .curve, .drawing .track, .drawing .border, .drawing .coast, .drawing .moved { fill: none; }
.grid, .rule { stroke: var(--rule); stroke-width: 1; }
.axis { stroke: var(--text); stroke-width: 1; }
.leader { stroke: var(--grey); stroke-width: 1; }
.hatch { stroke: var(--grey); stroke-width: 1.2; stroke-opacity: 0.8; }
.dot { fill: var(--threat); }
.both { stroke: var(--text); stroke-width: 1.5; }
.ignorance { fill: var(--ground); stroke: var(--text); stroke-width: 1; }
.halo { stroke: var(--ground); stroke-width: 7; }
.tick { stroke: var(--text); stroke-width: 3; }
.recorded { stroke: var(--text); stroke-width: 2; stroke-dasharray: 0.1 5; stroke-linecap: round; }
.band { fill: var(--threat); fill-opacity: 0.18; }
.curve { stroke: var(--threat); stroke-width: 2; }
.track { stroke: var(--threat); stroke-width: 1.5; }
.border { stroke: var(--grey); stroke-width: 0.8; stroke-dasharray: 4 2; }
.coast { stroke: var(--grey); stroke-width: 1.2; }
.asset { fill: var(--text); stroke: var(--ground); stroke-width: 1; }
.launch-area { fill: none; stroke: var(--threat); stroke-width: 1; }
.envelope { fill: var(--defence); fill-opacity: 0.12; stroke: var(--defence); stroke-width: 1.5; }
.envelope.off { fill: none; stroke-dasharray: 2 3; }
.headline { fill: none; stroke: var(--defence); stroke-width: 1.2; stroke-dasharray: 6 4; }
.edge { fill: none; stroke: var(--rule); stroke-width: 1; }
.moved { stroke: var(--threat); stroke-width: 2; }
.share { fill: var(--text); }
.at-lower { fill: var(--ground); stroke: var(--threat); stroke-width: 1.5; }
.at-upper { fill: var(--threat); stroke: var(--threat); stroke-width: 1.5; }
.engaged { fill: var(--defence); stroke: var(--defence); }
.refused { fill: var(--ground); stroke: var(--text); stroke-width: 1; }
.not-needed { fill: var(--ground); stroke: var(--grey); stroke-width: 1; }
.drawing text.on-engaged { fill: var(--ground); }
.drawing text.on-refused { paint-order: stroke; stroke: var(--ground); stroke-width: 5px; stroke-linejoin: round; }
.narrow-only { display: none; }
`;

const screens = `
@media screen and (max-width: ${figureWidths.wide + 5 * GRID}px) {
  body { padding: ${3 * GRID}px ${2 * GRID}px; }
  .answer p { font-size: ${sizes.body}px; }
  .wide-only { display: none; }
  .narrow-only { display: block; }
  .drawing.narrow-only { margin: 0; }
  .values thead { position: absolute; clip-path: inset(50%); }
  .values, .values tbody, .values tr, .values th, .values td,
  .refusals, .refusals tbody, .refusals tr, .refusals th, .refusals td { display: block; width: auto; }
  .values td, .values th, .values th:first-child, .values td:nth-child(2) { width: auto; padding: 4px 0; }
  .values tbody tr + tr > * { border-top: 0; }
  .values tbody tr { border-top: 1px solid var(--rule); padding: 4px 0; }
  .difference td { white-space: normal; }
}
`;

const paper = `
@page { size: A4; margin: 14mm 13mm; }
@media print {
  body { padding: 0; max-width: none; }
  .answer p { font-size: ${sizes.body}px; }
  h2, h3, caption, thead, tr.head { break-after: avoid; }
  figure svg, .values tr, .difference tr, .outcome tbody, .refusals tr, .sources li { break-inside: avoid; }
  .learning th[scope="row"] { width: 36%; }
  .multiples { display: block; }
  .multiples .drawing { display: inline-block; width: 31%; margin: 0 1.5% ${2 * GRID}px 0; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
}
`;

/** Tables and marks alone, for a page with a frame of its own. */
export function figureCss(): string {
  return [tables, marks].join("\n");
}

/** All of it. */
export function reportCss(): string {
  return [tokenCss(), page, tables, marks, screens, paper].join("\n");
}
