/**
 * The figure of a report: a row per option; a thick bar for ignorance, a thin line for both widths,
 * a tick for the likely values, a dot for each of a hundred nights, what was recorded as a dotted
 * line. Marks are named in the row where they lie farthest apart, not in a legend.
 */

import { type Interval, widthText, wrappedLines } from "@pavise/lab";
import { html, type Markup } from "./markup.ts";
import { type DotBlocks, dotBlocks } from "./night-dots.ts";
import {
  charactersWithin,
  drawing,
  hatched,
  label,
  labels,
  line,
  linearScale,
  type Scale,
  textWidth,
  wholeTicks,
} from "./svg.ts";
import { figureWidths, sizes } from "./tokens.ts";

export interface RangeRow {
  readonly title: string;
  /** Mean and width in figures, below the title. */
  readonly figures: string;
  /** Said in grey below the figures. */
  readonly note?: string;
  readonly both: Interval;
  readonly ignorance: Interval;
  /** Mean at the likely values, where it is known. */
  readonly likely?: number;
  /** Arrivals of single nights. */
  readonly nights: readonly number[];
}

export interface RangeFigure {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly RangeRow[];
  /** End of the axis. */
  readonly most: number;
  readonly axis: string;
  readonly recorded?: number;
  /** Whether marks are named. */
  readonly isNamed: boolean;
}

const LABEL_WIDTH = 248;
const EDGE = 20;
const LINE = 18;
const BAR = 9;
const TICK = 22;
const NAME_LINE = 16;

interface Layout {
  readonly id: string;
  readonly width: number;
  readonly isNarrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly x: Scale;
}

interface PlacedRow {
  readonly row: RangeRow;
  readonly lines: readonly string[];
  readonly noteLines: readonly string[];
  readonly dots: DotBlocks;
  readonly top: number;
  /** Where dots stand. */
  readonly baseline: number;
  /** Middle of the bar. */
  readonly middle: number;
  readonly bottom: number;
  readonly names: readonly MarkName[];
}

/** For wide and for narrow screens: one of the two is shown. */
export function rangeFigure(figure: RangeFigure): Markup {
  return html`${drawn(figure, figureWidths.wide)}${drawn(figure, figureWidths.narrow)}`;
}

function drawn(figure: RangeFigure, width: number): Markup {
  const isNarrow = width < figureWidths.wide;
  const id = `${figure.id}-${isNarrow ? "narrow" : "wide"}`;
  const left = isNarrow ? 0 : LABEL_WIDTH;
  const right = width;
  const x = linearScale([0, figure.most], [left + EDGE, right - EDGE]);
  const layout: Layout = { id, width, isNarrow, left, right, x };
  const top = figure.recorded === undefined ? 8 : 24;
  const rows = placedRows(figure, layout, top);
  const bottom = rows.at(-1)?.bottom ?? top;
  const height = bottom + 48;
  const frame = {
    id,
    width,
    height,
    title: figure.title,
    description: described(figure),
    className: isNarrow ? "drawing narrow-only" : "drawing wide-only",
  };
  return drawing(frame, [
    ...axis(figure, layout, top, bottom),
    ...recordedLine(figure, layout, top, bottom),
    ...rows.flatMap((placed, index) => [
      index === 0 ? null : line("rule", [0, placed.top], [width, placed.top]),
      ...rowMarks(placed, layout),
    ]),
  ]);
}

function described({ rows, recorded }: RangeFigure): string {
  const said = rows.map(
    ({ title, figures, ignorance }) =>
      `${title}: ${figures}; ignorance alone ${widthText(ignorance)}.`,
  );
  if (recorded !== undefined) said.push(`Recorded: ${recorded}.`);
  return said.join(" ");
}

function placedRows(figure: RangeFigure, layout: Layout, top: number): PlacedRow[] {
  const widest = figure.rows.reduce<RangeRow | undefined>(
    (best, row) => (best !== undefined && spread(best) >= spread(row) ? best : row),
    undefined,
  );
  const room = layout.isNarrow ? layout.width : LABEL_WIDTH - 16;
  const placed: PlacedRow[] = [];
  let y = top;
  for (const row of figure.rows) {
    const lines = wrappedLines(row.title, charactersWithin(room, sizes.body));
    const noteLines = row.note === undefined ? [] : wrappedLines(row.note, charactersWithin(room));
    const texts = (lines.length + 1) * LINE + noteLines.length * NAME_LINE;
    const dots = dotBlocks(row.nights, layout.x);
    const names = figure.isNamed && row === widest ? markNames(row, layout) : [];
    const head = layout.isNarrow ? y + 8 + texts : y + 8;
    const baseline = head + dots.height;
    const middle = baseline + 6 + BAR;
    const marksEnd = middle + TICK / 2 + names.length * NAME_LINE + (names.length > 0 ? 8 : 0);
    const bottom = Math.max(marksEnd, layout.isNarrow ? 0 : y + 8 + texts) + 10;
    placed.push({ row, lines, noteLines, dots, top: y, baseline, middle, bottom, names });
    y = bottom;
  }
  return placed;
}

function spread({ ignorance: [lower, upper] }: RangeRow): number {
  return upper - lower;
}

function axis({ most, axis: title }: RangeFigure, layout: Layout, top: number, bottom: number) {
  const { x, left, right, isNarrow } = layout;
  const ticks = wholeTicks(most, 8);
  return [
    ...ticks.map((tick) => line("grid", [x(tick), top], [x(tick), bottom])),
    line("axis", [left, bottom], [right, bottom]),
    ...ticks.map((tick) =>
      label({ x: x(tick), y: bottom + 17, text: String(tick), anchor: "middle" }),
    ),
    label({
      x: isNarrow ? right : x(most),
      y: bottom + 38,
      text: title,
      anchor: "end",
      className: "label grey",
    }),
  ];
}

function rowMarks(placed: PlacedRow, layout: Layout): Markup[] {
  const { row, lines, noteLines, dots, top, baseline, middle, names } = placed;
  const { x, id } = layout;
  const [low, high] = row.ignorance.map(x) as [number, number];
  const from = low - Math.max(0, 2 - (high - low)) / 2;
  const textTop = top + 8 + LINE - 4;
  return [
    ...labels(lines, { x: 0, y: textTop, className: "label title haloed" }, LINE),
    label({ x: 0, y: textTop + lines.length * LINE, text: row.figures, className: "label haloed" }),
    ...labels(
      noteLines,
      { x: 0, y: textTop + (lines.length + 1) * LINE, className: "label grey haloed" },
      NAME_LINE,
    ),
    dots.draw(baseline),
    line("both", [x(row.both[0]), middle], [Math.max(x(row.both[1]), x(row.both[0]) + 2), middle]),
    html`<rect class="ignorance" x="${from}" y="${middle - BAR / 2}" width="${Math.max(2, high - low)}"
 height="${BAR}"/><rect x="${from}" y="${middle - BAR / 2}" width="${Math.max(2, high - low)}"
 height="${BAR}" fill="${hatched(id)}"/>`,
    ...(row.likely === undefined
      ? []
      : [
          line("halo", [x(row.likely), middle - TICK / 2], [x(row.likely), middle + TICK / 2]),
          line("tick", [x(row.likely), middle - TICK / 2], [x(row.likely), middle + TICK / 2]),
        ]),
    ...names.flatMap((name, index) => namedMark(name, index, middle)),
  ];
}

function recordedLine(
  { recorded }: RangeFigure,
  { x, right }: Layout,
  top: number,
  bottom: number,
) {
  if (recorded === undefined) return [];
  const text = `recorded: ${recorded}`;
  const at = x(recorded);
  const overflows = at + textWidth(text) / 2 > right;
  return [
    line("recorded", [at, top - 6], [at, bottom]),
    overflows
      ? label({ x: right, y: top - 10, text, anchor: "end" })
      : label({ x: at, y: top - 10, text, anchor: "middle" }),
  ];
}

/** The name of a mark, with a line to it. */
interface MarkName {
  readonly text: string;
  /** Where the line begins. */
  readonly x: number;
  /** How far below the middle of the bar it begins. */
  readonly below: number;
  readonly anchor: "start" | "end";
}

/** Names stacked so that no line to a mark crosses another name; none where they do not fit. */
function markNames(row: RangeRow, { x, left, right, isNarrow }: Layout): MarkName[] {
  const [low, high] = row.ignorance.map(x) as [number, number];
  const [least, most] = row.both.map(x) as [number, number];
  const onRight = most - high >= low - least;
  const tick = row.likely === undefined ? undefined : x(row.likely);
  // The bar is named away from the tick.
  const share = tick !== undefined && tick > (low + high) / 2 ? 0.2 : 0.8;
  const marks = [
    {
      text: isNarrow ? "line: eight in ten" : "thin line: eight nights of ten",
      x: onRight ? (high + most) / 2 : (low + least) / 2,
      below: 3,
    },
    {
      text: isNarrow ? "bar: ignorance" : "thick bar: ignorance alone",
      x: low + share * (high - low),
      below: BAR / 2 + 2,
    },
    ...(tick === undefined ? [] : [{ text: "tick: likely values", x: tick, below: TICK / 2 + 1 }]),
  ];
  const reach = ({ text }: { text: string }): number => textWidth(text) + 9;
  const toRight = marks.every((mark) => mark.x + reach(mark) <= right);
  const toLeft = marks.every((mark) => mark.x - reach(mark) >= left);
  if (!toRight && !toLeft) return [];
  return marks
    .sort((a, b) => (toRight ? b.x - a.x : a.x - b.x))
    .map((mark) => ({ ...mark, anchor: toRight ? ("start" as const) : ("end" as const) }));
}

function namedMark({ text, x, below, anchor }: MarkName, index: number, middle: number): Markup[] {
  const y = middle + TICK / 2 + 12 + index * NAME_LINE;
  const side = anchor === "start" ? 1 : -1;
  return [
    html`<path class="leader" d="M${x} ${middle + below}V${y - 4}h${side * 6}"/>`,
    label({ x: x + side * 9, y, text, anchor, className: "label grey haloed" }),
  ];
}
