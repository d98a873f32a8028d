/** The main table: what arrived, what was spent, what was fielded, with every width kept apart. */

import {
  halfWidth,
  type Interval,
  moneyText,
  moneyWidthText,
  type OptionSummary,
  type Parameter,
  percentText,
  type Quantity,
  reasonText,
  roundedText,
  widthText,
} from "@pavise/lab";
import type { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";

/** More assets than this have no columns of their own. */
const ASSET_COLUMNS_MAX = 3;
const DASH = "–";

/** One quantity of an option, as text: a width it does not have is a dash. */
interface Cell {
  readonly mean: string;
  readonly precision: string;
  readonly both: string;
  readonly luck: string;
  readonly ignorance: string;
}

interface Column {
  readonly title: string;
  /** Of its quantity among the figures of an option. */
  readonly name: string;
  cell(option: OptionSummary): Cell;
}

/** How numbers of one column are written. */
interface Style {
  readonly mean: (mean: number, half: number) => string;
  readonly width: (width: Interval) => string;
  readonly precision: (error: number) => string;
}

const plain: Style = {
  mean: roundedText,
  width: widthText,
  precision: (error) => roundedText(error, error),
};

const percent: Style = {
  mean: (mean) => percentText(mean),
  width: ([lower, upper]) => {
    const [from, to] = [percentText(lower), percentText(upper)];
    return from === to ? from : `${from.replace(" %", "")} to ${to}`;
  },
  precision: (error) => `${roundedText(100 * error, 100 * error)} %`,
};

/** Dollars in thousands or millions, one size for a whole column. */
function money(size: number): Style {
  return {
    mean: (mean, half) => roundedText(mean / size, half / size),
    width: ([lower, upper]) => widthText([lower / size, upper / size]),
    precision: (error) => roundedText(error / size, error / size),
  };
}

function parameterCell({ mean, precision, ignorance }: Parameter, style: Style): Cell {
  return {
    mean: style.mean(mean, halfWidth(ignorance)),
    precision: precision > 0 ? `±${style.precision(precision)}` : DASH,
    both: DASH,
    luck: DASH,
    ignorance: style.width(ignorance),
  };
}

function quantityCell(quantity: Quantity, style: Style): Cell {
  const { mean, both, luck } = quantity;
  return {
    ...parameterCell(quantity, style),
    mean: style.mean(mean, halfWidth(both)),
    both: style.width(both),
    luck: style.width(luck),
  };
}

interface Money {
  readonly size: number;
  readonly word: string;
}

function moneySize(most: number): Money {
  return most >= 1e6 ? { size: 1e6, word: "$\u00a0m" } : { size: 1e3, word: "$\u00a01,000" };
}

function columns({ assets, answer }: ReportInput): Column[] {
  const shown = assets.length > 1 && assets.length <= ASSET_COLUMNS_MAX ? assets : [];
  const { options } = answer.summary;
  const spent = moneySize(Math.max(...options.map((each) => each.costSpent_usd.defence.both[1])));
  return [
    {
      title: "threats that arrive",
      name: "arrivals.total",
      cell: ({ arrivals }) => quantityCell(arrivals.total, plain),
    },
    ...shown.map(({ id, name }) => ({
      title: `at ${name}`,
      name: `arrivals.${id}`,
      cell: ({ arrivals }: OptionSummary) => quantityCell(arrivals[id]!, plain),
    })),
    {
      title: "chance that nothing arrives",
      name: "nothingArrives",
      cell: ({ nothingArrives }) => parameterCell(nothingArrives, percent),
    },
    {
      title: "rounds spent",
      name: "roundsSpent",
      cell: ({ roundsSpent }) => quantityCell(roundsSpent, plain),
    },
    {
      title: `cost of rounds spent, ${spent.word}`,
      name: "costSpent_usd.defence",
      cell: ({ costSpent_usd }) => quantityCell(costSpent_usd.defence, money(spent.size)),
    },
  ];
}

const ROWS = [
  { name: "mean", of: "mean", className: "mean" },
  { name: "eight nights of ten", of: "both", className: "" },
  { name: "luck alone", of: "luck", className: "grey" },
  { name: "ignorance alone", of: "ignorance", className: "grey" },
  { name: "± of the mean", of: "precision", className: "grey" },
] as const;

/** Narrow screens keep precision below the mean. */
const NARROW = ROWS.filter(({ of }) => of !== "precision");

/** Why arrived threats were not stopped: `shots missed 89 %, not seen in time 10 %`. */
function limitsText({ id, limits }: OptionSummary, cells: CellList): Markup {
  return html`${limits.map(({ reason, share }, index) => {
    const told = cells.linked(`options.${id}.limits.${reason}`, percentText(share));
    return html`${index > 0 ? ", " : ""}${reasonText(reason)} ${told}`;
  })}`;
}

/** What stands there before a night begins, and why it did not stop what arrived. */
function said(option: OptionSummary, cells: CellList): Markup {
  const stopped =
    option.limits.length === 0
      ? "Nothing arrived."
      : html`What arrived was not stopped, because: ${limitsText(option, cells)}.`;
  return html`${fieldedText(option, cells)} ${stopped}`;
}

function fieldedText(
  { id, roundsFielded, costFielded_usd }: OptionSummary,
  cells: CellList,
): Markup {
  const { mean, ignorance } = costFielded_usd;
  if (mean === 0) return html`Fielded: nothing.`;
  const rounds = roundedText(roundsFielded.mean, halfWidth(roundsFielded.ignorance));
  const price = moneyText(mean, halfWidth(ignorance));
  const range = ignorance[0] === ignorance[1] ? "" : ` (${moneyWidthText(ignorance)})`;
  const linked = (name: string, text: string): Markup =>
    cells.linked(`options.${id}.${name}`, text);
  return html`Fielded: ${linked("roundsFielded", rounds)} rounds, at a price of
${linked("costFielded_usd", price + range)}.`;
}

/** The table twice: columns for a page, a list of quantities for a narrow screen. */
export function outcomeTable(input: ReportInput, cells: CellList): Markup {
  return html`${wideTable(input, cells)}${narrowTables(input, cells)}`;
}

/** A number that leads to its cell; a dash leads nowhere. */
function linked(cells: CellList, option: OptionSummary, column: Column, text: string) {
  return text === DASH ? text : cells.linked(`options.${option.id}.${column.name}`, text);
}

function wideTable(input: ReportInput, list: CellList): Markup {
  const shown = columns(input);
  const { options } = input.answer.summary;
  return html`<table class="figures outcome wide-only"><caption>What each option let through, spent and
fielded</caption><thead><tr><td></td>${shown.map(({ title }) => html`<th scope="col">${title}</th>`)}
</tr></thead>${options.map((option, index) => {
    const cells = shown.map((column) => column.cell(option));
    return html`<tbody><tr class="head"><th scope="rowgroup" colspan="${shown.length + 1}">
${`${index + 1}. ${option.title}`}</th></tr>
${ROWS.map(
  ({ name, of, className }) => html`<tr class="${className}"><th scope="row">${name}</th>
${cells.map((cell, at) => html`<td>${linked(list, option, shown[at]!, cell[of])}</td>`)}</tr>`,
)}<tr class="said"><td colspan="${shown.length + 1}">${said(option, list)}</td></tr></tbody>`;
  })}</table>`;
}

function narrowTables(input: ReportInput, list: CellList): Markup {
  const shown = columns(input);
  return html`<div class="narrow-only">${input.answer.summary.options.map(
    (
      option,
      index,
    ) => html`<table class="figures outcome"><caption>${`${index + 1}. ${option.title}`}
</caption><thead><tr><td></td>${NARROW.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${shown.map((column) => {
  const cell = column.cell(option);
  return html`<tr><th scope="row">${column.title}</th>${NARROW.map(
    ({ of, className }) =>
      html`<td class="${className}">${linked(list, option, column, cell[of])}${of === "mean" ? precisionBelow(cell) : null}</td>`,
  )}</tr>`;
})}<tr class="said"><td colspan="5">${said(option, list)}</td></tr></tbody></table>`,
  )}</div>`;
}

function precisionBelow({ precision }: Cell): Markup | null {
  return precision === DASH ? null : html`<br><span class="grey light">${precision}</span>`;
}

/** That the options are not equals, and what else belongs to the table. */
export function outcomeNotes(input: ReportInput): Markup {
  const { options } = input.answer.summary;
  const fielded = options.filter(({ roundsFielded }) => roundsFielded.mean > 0);
  const attack = options[0]?.costSpent_usd.attack;
  return html`${
    fielded.length > 1 && !isLevel(fielded)
      ? html`<p>The options are <strong>not equals</strong>: ${unequalText(fielded)}. Nothing here is
scaled to the same money or the same number of rounds.</p>`
      : null
  }<p>“±” says how well the runs pin a mean down; it alone shrinks with more runs. A probability and a price
have no luck of their own: a dash. What is fielded is the price of the systems without rounds, plus the
rounds loaded; it is shown once and never added to what a night spends. ${
    attack === undefined || attack.mean === 0
      ? null
      : html`The raid itself spends ${moneyText(attack.mean, halfWidth(attack.both))}
(${moneyWidthText(attack.both)}) in threats, under every option. `
  }Prices are in US dollars of 2020. No price is put on what is hit. Every number here leads to the
cell of the study that it was rounded from. Data: <a href="figures.csv">figures.csv</a>,
<a href="nights.csv">nights.csv</a>.</p>`;
}

function isLevel(options: readonly OptionSummary[]): boolean {
  const first = options[0]!;
  return options.every(
    ({ roundsFielded, costFielded_usd }) =>
      roundsFielded.mean === first.roundsFielded.mean &&
      costFielded_usd.mean === first.costFielded_usd.mean,
  );
}

function unequalText(fielded: readonly OptionSummary[]): string {
  const reach = (of: (option: OptionSummary) => Parameter, text: Style["mean"]): string => {
    const sorted = fielded.map(of).sort((a, b) => a.mean - b.mean);
    const end = ({ mean, ignorance }: Parameter) => text(mean, halfWidth(ignorance));
    return `${end(sorted[0]!)} to ${end(sorted.at(-1)!)}`;
  };
  const rounds = reach(({ roundsFielded }) => roundsFielded, roundedText);
  const price = reach(({ costFielded_usd }) => costFielded_usd, moneyText);
  return `they field ${rounds} rounds, at a price of ${price}`;
}
