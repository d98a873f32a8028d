/** What became of every pair of threat and fire unit, on an average night. */

import {
  fixedText,
  type OptionSummary,
  PAIR_STATES,
  type PairState,
  reasonText,
} from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";
import { drawing, hatched, label, linearScale, textWidth } from "./svg.ts";

const WIDTH = 480;
const HEIGHT = 22;
/** Shares below this have no place in the words beside the bar. */
const SHOWN_MIN = 0.005;

interface Part {
  readonly state: PairState;
  /** Threats of an average night. */
  readonly mean: number;
}

/** Engaged first, then what was refused in the order of the chain, then what needed nothing. */
const ORDER: readonly PairState[] = [
  "engaged",
  ...PAIR_STATES.filter((state) => state !== "engaged" && state !== "not-needed"),
  "not-needed",
];

export function refusals(input: ReportInput, cells: CellList): Markup {
  const { draws, replications, options } = input.answer.summary;
  const armed = options.filter((option) => Object.keys(option.refusals).length > 0);
  if (armed.length === 0) return html`<p>No option has a fire unit: nothing could refuse.</p>`;
  const names = new Map(
    input.options.flatMap(({ id, units }) => units.map((unit) => [`${id} ${unit.id}`, unit.name])),
  );
  return html`<p>Every threat ends in exactly one state for every fire unit. A unit engages it; or it
is not needed, because the threat failed, was stopped, or was engaged by another; or it cannot, for the reason
that was met furthest along, which is what would have to change next. Counted are threats on an average night.</p>
<table class="refusals"><thead class="unseen"><tr><th scope="col">fire unit</th><th scope="col">threats by
state</th></tr></thead>${armed.map((option) => {
    const units = Object.entries(option.refusals);
    return html`<tbody><tr class="head"><th scope="rowgroup" colspan="2">${titleOf(option, input)}</th></tr>
${units.map(([unit, states]) => {
  const parts = partsOf(states, draws * replications);
  const name = names.get(`${option.id} ${unit}`) ?? unit;
  return html`<tr><th scope="row">${name}<br><code>${unit}</code></th><td>
${bar(`refusals-${option.id}-${unit}`, `${option.title}, ${unit}`, parts)}
<p>${linkedParts(parts, `options.${option.id}.refusals.${unit}`, cells)}</p></td></tr>`;
})}</tbody>`;
  })}</table><p class="small grey">Data: <a href="figures.csv">figures.csv</a>.</p>`;
}

function titleOf(option: OptionSummary, { answer }: ReportInput): string {
  return `${answer.summary.options.indexOf(option) + 1}. ${option.title}`;
}

function partsOf(states: Partial<Readonly<Record<PairState, number>>>, nights: number): Part[] {
  return ORDER.flatMap((state) => {
    const count = states[state] ?? 0;
    return count === 0 ? [] : [{ state, mean: count / nights }];
  });
}

function meanText({ mean }: Part): string {
  return mean < SHOWN_MIN ? "<0.01" : fixedText(mean, mean < 0.1 ? 2 : 1);
}

function partText(part: Part): string {
  return `${reasonText(part.state)} ${meanText(part)}`;
}

function partsText(parts: readonly Part[]): string {
  return parts.map(partText).join(" · ");
}

function linkedParts(parts: readonly Part[], cell: string, cells: CellList): Markup {
  return html`${parts.map((part, index) => {
    const text = `${index > 0 ? " · " : ""}${reasonText(part.state)} `;
    return html`${text}${cells.linked(`${cell}.${part.state}`, meanText(part))}`;
  })}`;
}

function bar(rawId: string, title: string, parts: readonly Part[]): Markup {
  const id = rawId.replace(/[^a-zA-Z0-9_-]/g, "-");
  const total = parts.reduce((sum, { mean }) => sum + mean, 0);
  const x = linearScale([0, total], [0, WIDTH]);
  let from = 0;
  const segments = parts.map((part) => {
    const segment = { ...part, left: x(from), right: x(from + part.mean) };
    from += part.mean;
    return segment;
  });
  const frame = { id, width: WIDTH, height: HEIGHT, title, description: partsText(parts) };
  return drawing(
    { ...frame, className: "drawing bar" },
    segments.map(({ state, left, right }) => {
      const text = reasonText(state);
      const width = right - left;
      const kind = state === "engaged" || state === "not-needed" ? state : "refused";
      return [
        html`<rect class="${kind}" x="${left}" y="0.5" width="${width}" height="${HEIGHT - 1}"/>`,
        kind === "refused"
          ? html`<rect x="${left}" y="0.5" width="${width}" height="${HEIGHT - 1}" fill="${hatched(id)}"/>`
          : null,
        width > textWidth(text) + 8
          ? label({ x: left + 6, y: 15, text, className: `label on-${kind}` })
          : null,
      ];
    }),
  );
}
