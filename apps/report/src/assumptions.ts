/** What the answer rests on, in the order of how far it moves the answer. */

import { signedQuantity } from "@pavise/catalogue";
import { fixedText, type Influence, walkEndCell } from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import type { ReportInput, ReportValue } from "./input.ts";
import { html, type Markup } from "./markup.ts";
import type { SourceList } from "./source-list.ts";
import { drawing, line, linearScale } from "./svg.ts";
import { valueTitle } from "./value-name.ts";

const WIDTH = 176;
const HEIGHT = 18;
const EDGE = 5;

/** What the kind alone does not say. */
const ORIGINS: Readonly<Record<ReportValue["origin"], string>> = {
  fact: "",
  "common assumption": ", the same for every system",
  "own value": ", as the catalogue reads its sources",
  override: ", set for this run by its user",
  scenario: ", written in the scenario",
  neutral: ", left out of the scenario",
};

/** Assumptions that move something. */
export function assumptions(input: ReportInput, sources: SourceList, cells: CellList): Markup {
  const moving = input.answer.influences.filter(({ withoutEffect }) => withoutEffect === undefined);
  if (moving.length === 0) {
    return html`<p>Nothing was drawn from a range, or nothing that was drawn moves what arrives.</p>`;
  }
  const values = byPath(input);
  return html`<p>Each line moves one value from its least to its greatest, all others at their likely
values, and shows what that does to the mean of arrivals under the option that it moves most: a hollow circle for
the least value, a full one for the greatest.</p><table class="values"><thead><tr><th scope="col">value, and the
range that was drawn</th><th scope="col">mean arrivals, least to greatest value</th><th scope="col">grounds</th></tr>
</thead><tbody>${moving.map(
    (influence, index) => html`<tr><th scope="row">${named(influence.path, values, influence)}</th>
<td>${moved(influence, index, input, cells)}</td><td>${grounds(values.get(influence.path), sources)}</td></tr>`,
  )}</tbody></table><p class="small grey">Data: <a href="walks.csv">walks.csv</a>.</p>`;
}

/** What was drawn and moved nothing, with the reason. */
export function withoutEffect(input: ReportInput, sources: SourceList): Markup {
  const still = input.answer.influences.filter((each) => each.withoutEffect !== undefined);
  if (still.length === 0) return html`<p>Everything that was drawn moved something.</p>`;
  const values = byPath(input);
  return html`<table class="values"><thead><tr><th scope="col">value, and the range that was drawn</th>
<th scope="col">why it moves nothing that arrives</th><th scope="col">grounds</th></tr></thead><tbody>${still.map(
    (influence) => html`<tr><th scope="row">${named(influence.path, values, influence)}</th>
<td>${sentence(influence.withoutEffect ?? "")}</td><td>${grounds(values.get(influence.path), sources)}</td></tr>`,
  )}</tbody></table>`;
}

/** Values without a range. */
export function singleFigures(input: ReportInput, sources: SourceList): Markup {
  const drawn = new Set(input.answer.influences.map(({ path }) => path));
  const single = input.values.filter(
    ({ path, origin }) => !drawn.has(path) && origin !== "neutral",
  );
  const unwritten = input.values.filter(
    ({ path, origin }) => !drawn.has(path) && origin === "neutral",
  );
  if (single.length === 0) return html`<p>There are none.</p>`;
  return html`<p>One figure published, no range: it was used as it is, and its doubt is in no width above. Some
are choices of the scenario.</p><table class="values single"><thead><tr><th scope="col">value</th>
<th scope="col">figure</th><th scope="col">grounds</th></tr></thead><tbody>${single.map(
    (value) => html`<tr><th scope="row">${title(value.path)}</th>
<td>${signedQuantity(value.written, value.unit)}</td><td>${grounds(value, sources)}</td></tr>`,
  )}</tbody></table>${
    unwritten.length === 0
      ? null
      : html`<p class="small">Left out of the scenario, so that nothing is assumed: ${unwritten.map(
          ({ path }, index) => html`${index > 0 ? ", " : ""}<code>${path}</code>`,
        )}.</p>`
  }`;
}

type Values = ReadonlyMap<string, ReportValue>;

function byPath({ values }: ReportInput): Values {
  return new Map(values.map((value) => [value.path, value]));
}

function title(path: string): Markup {
  return html`${valueTitle(path)}<br><code>${breakable(path)}</code>`;
}

/** A path may break after each dot. */
function breakable(path: string): Markup {
  return html`${path.split(".").map((step, index) => html`${index > 0 ? html`.<wbr>` : null}${step}`)}`;
}

function named(path: string, values: Values, { lower, likely, upper }: Influence): Markup {
  const value = values.get(path);
  const isInWords = value === undefined || typeof value.written === "string";
  const range = signedQuantity(
    isInWords ? [lower, likely, upper] : value.written,
    value?.unit ?? "",
  );
  return html`${title(path)}<br><span class="range">${range}</span>`;
}

/** Two marks on the axis of arrivals, and the same in words. */
function moved(
  { path, arrivals }: Influence,
  index: number,
  input: ReportInput,
  cells: CellList,
): Markup {
  const moves = Object.entries(arrivals).sort(
    ([, a], [, b]) => Math.abs(b[1] - b[0]) - Math.abs(a[1] - a[0]),
  );
  const [option, [atLower, atUpper]] = moves[0] ?? ["", [0, 0]];
  if (Math.abs(atUpper - atLower) < 0.005) {
    return html`<p>when things happen, not how many arrive</p>`;
  }
  const { options } = input.answer.summary;
  const number = options.findIndex(({ id }) => id === option) + 1;
  const [least, most] = [fixedText(atLower, 1), fixedText(atUpper, 1)];
  const words = least === most ? `${least} at both ends` : `${least} to ${most}`;
  const end = (name: "lower" | "upper", text: string): Markup =>
    cells.linked(walkEndCell(path, option, name), text);
  const told =
    least === most
      ? html`${end("lower", least)} at both ends`
      : html`${end("lower", least)} to ${end("upper", most)}`;
  const x = linearScale([0, input.answer.launched[1]], [EDGE, WIDTH - EDGE]);
  const middle = HEIGHT / 2;
  const [from, to] = [x(atLower), x(atUpper)];
  const gap = from < to ? 3.5 : -3.5;
  return html`${drawing(
    {
      id: `influence-${index + 1}`,
      width: WIDTH,
      height: HEIGHT,
      title: `Mean arrivals under option ${number}`,
      description: words,
    },
    [
      line("axis", [EDGE, middle], [WIDTH - EDGE, middle]),
      ...(Math.abs(to - from) > 4 ? [line("moved", [from + gap, middle], [to, middle])] : []),
      html`<circle class="at-lower" cx="${from}" cy="${middle}" r="3.5"/>
<circle class="at-upper" cx="${to}" cy="${middle}" r="3.5"/>`,
    ],
  )}<p>${told} <span class="grey">under ${String(number)}. ${options[number - 1]?.title ?? option}</span></p>`;
}

function grounds(value: ReportValue | undefined, sources: SourceList): Markup {
  if (value === undefined) return html`not told`;
  const { kind, confidence, origin, note } = value;
  const told = note === "Written in the scenario." ? "" : note;
  return html`<strong>${kind}, ${confidence}</strong>${ORIGINS[origin]} ${sources.cited(value.sources)}${
    told === "" ? null : html`<br><span class="note">${sentence(told)}</span>`
  }`;
}

/** A remark as a sentence of its own; the path of a value at its beginning stays as it is written. */
function sentence(text: string): string {
  if (text === "") return text;
  const isPath = /^\w+[._]\w/.test(text);
  const begun = isPath ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…)”"]$/.test(begun) ? begun : `${begun}.`;
}
