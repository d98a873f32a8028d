/** The answer as a curve over single-shot kill probability: readers may put in their own. */

import type { KillCurve } from "@pavise/lab";
import type { ReportInput, ReportKillProbability } from "./input.ts";
import { html, type Markup } from "./markup.ts";
import { MULTIPLE_WIDTH, titleAbove, titleRoom } from "./multiple.ts";
import {
  drawing,
  hatched,
  label,
  line,
  linearScale,
  pathThrough,
  textWidth,
  wholeTicks,
} from "./svg.ts";

const PLOT_HEIGHT = 136;
const LEFT = 26;
const RIGHT = 8;

export function killCurves(input: ReportInput): Markup {
  const { answer, killProbability } = input;
  const titles = new Map(answer.summary.options.map(({ id, title }) => [id, title]));
  const titleOf = ({ option }: KillCurve): string => titles.get(option) ?? option;
  const armed = answer.curves.filter(isMoved);
  const still = answer.curves.filter((curve) => !isMoved(curve));
  if (armed.length === 0) {
    return html`<p>Whatever one shot is worth, it changes nothing: what arrives does not depend on
kill probability under any option.</p>`;
  }
  const top = titleRoom(armed.map(titleOf));
  return html`<p>The chance that one shot stops a threat is what readers will dispute first. Put in
your own: read up from it to the line. ${drawnText(killProbability)}${stillText(still.map(titleOf))}</p>
<figure class="multiples" aria-label="Arrivals over single-shot kill probability">${armed.map(
    (curve, index) =>
      killCurve(curve, {
        id: `curve-${index + 1}`,
        title: titleOf(curve),
        top,
        most: answer.launched[1],
        prior: killProbability,
      }),
  )}</figure><p class="small grey">Across: chance that one shot stops a threat, the same for every
interceptor, from 0 to 1. Up: threats that arrive on an average night; the band is ignorance of all the rest.
Data: <a href="curves.csv">curves.csv</a>.</p>`;
}

function drawnText(prior: ReportKillProbability | undefined): Markup | null {
  if (prior === undefined) return null;
  const { lower, likely, upper } = prior;
  return html`The study itself drew it (hatched) mostly from ${lower.toFixed(2)} to
${upper.toFixed(2)}; the likely value is ${likely.toFixed(2)} (upright line). `;
}

function stillText(titles: readonly string[]): Markup | null {
  if (titles.length === 0) return null;
  const named = titles.map((title, index) => html`${index > 0 ? " and " : ""}“${title}”`);
  return html`It changes nothing under ${named}.`;
}

/** Whether the curve is more than sampling noise. */
function isMoved({ points }: KillCurve): boolean {
  const means = points.map(({ arrivals }) => arrivals.mean);
  return Math.max(...means) - Math.min(...means) > 0.05;
}

interface CurveFrame {
  readonly id: string;
  readonly title: string;
  /** Where the plot begins, below the title. */
  readonly top: number;
  readonly most: number;
  readonly prior: ReportKillProbability | undefined;
}

function killCurve({ points }: KillCurve, { id, title, top, most, prior }: CurveFrame): Markup {
  const bottom = top + PLOT_HEIGHT;
  const right = MULTIPLE_WIDTH - RIGHT;
  const x = linearScale([0, 1], [LEFT, right]);
  const y = linearScale([0, most], [bottom, top]);
  const at = (p: number, arrivals: number): readonly [number, number] => [x(p), y(arrivals)];
  const band = [
    ...points.map((point) => at(point.killProbability, point.arrivals.ignorance[1])),
    ...points.toReversed().map((point) => at(point.killProbability, point.arrivals.ignorance[0])),
  ];
  const means = points.map((point) => at(point.killProbability, point.arrivals.mean));
  const said = points
    .filter((_, index) => index % 2 === 0)
    .map((point) => `${point.arrivals.mean.toFixed(1)} at ${point.killProbability}`);
  const frame = {
    id,
    width: MULTIPLE_WIDTH,
    height: bottom + 24,
    title: `Arrivals over single-shot kill probability: ${title}`,
    description: `Mean arrivals by kill probability: ${said.join(", ")}.`,
  };
  return drawing(frame, [
    ...titleAbove(title, top),
    ...(prior === undefined ? [] : priorMarks(id, prior, x, [top, bottom])),
    ...wholeTicks(most, 4).flatMap((tick) => [
      line("grid", [LEFT, y(tick)], [right, y(tick)]),
      label({ x: LEFT - 6, y: y(tick) + 4, text: String(tick), anchor: "end" }),
    ]),
    ...[0, 0.5, 1].map((tick) =>
      label({ x: x(tick), y: bottom + 17, text: String(tick), anchor: "middle" }),
    ),
    html`<path class="band" d="${pathThrough(band)}Z"/><path class="curve" d="${pathThrough(means)}"/>`,
  ]);
}

function priorMarks(
  id: string,
  { lower, likely, upper }: ReportKillProbability,
  x: (p: number) => number,
  [top, bottom]: readonly [number, number],
): Markup[] {
  const fill = hatched(id);
  const text = "range drawn";
  const y = top + 14;
  const overflows = x(upper) + 6 + textWidth(text) > MULTIPLE_WIDTH;
  return [
    html`<rect x="${x(lower)}" y="${top}" width="${x(upper) - x(lower)}" height="${bottom - top}"
 fill="${fill}"/>`,
    line("leader", [x(likely), top], [x(likely), bottom]),
    overflows
      ? label({ x: x(upper) - 4, y, text, anchor: "end", className: "label grey haloed" })
      : label({ x: x(upper) + 6, y, text, className: "label grey haloed" }),
  ];
}
