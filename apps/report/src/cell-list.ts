/** Cells of the study: every number of a table leads to the row that says where it came from. */

import { citedParts, namedFigures, proseCells, type StudyAnswer } from "@pavise/lab";
import { html, type Markup, prose } from "./markup.ts";

/** Last steps of the names of figures that belong to one cell. */
const STATISTIC = /\.(mean|(?:luck|ignorance|both)\.(?:lower|upper))$/;

interface Statistic {
  readonly name: string;
  readonly value: number;
  readonly error: number;
}

export class CellList {
  readonly #known = new Map<string, Statistic[]>();
  readonly #numbers = new Map<string, number>();

  constructor(answer: StudyAnswer) {
    for (const { name, value, precision } of [...namedFigures(answer), ...proseCells(answer)]) {
      const statistic = STATISTIC.exec(name)?.[1] ?? "";
      const cell = statistic === "" ? name : name.slice(0, -statistic.length - 1);
      const before = this.#known.get(cell) ?? [];
      this.#known.set(cell, [...before, { name: statistic, value, error: precision }]);
    }
  }

  /** A number, linked to its cell; as it is where there is no such cell. */
  linked(cell: string, text: string): Markup {
    if (!this.#known.has(cell)) return html`${text}`;
    const known = this.#numbers.get(cell);
    const number = known ?? this.#numbers.size + 1;
    if (known === undefined) this.#numbers.set(cell, number);
    return html`<a class="cell" href="${`#cell-${number}`}">${text}</a>`;
  }

  /** A sentence whose numbers know their cells. */
  sentence(text: string): Markup {
    return html`${citedParts(text).map(({ text: part, cell }) => {
      return cell === undefined ? html`${prose(part)}` : this.linked(cell, prose(part));
    })}`;
  }

  /** Every cell that was linked so far, with all its digits. */
  list(): Markup {
    if (this.#numbers.size === 0) return html`<p>No number is linked.</p>`;
    return html`<p>Every number of the answer, its sentences and its tables leads here. These are rows of
<a href="figures.csv">figures.csv</a> (options), <a href="pairs.csv">pairs.csv</a>, <a href="learning.csv">learning.csv</a>,
<a href="walks.csv">walks.csv</a>, <a href="curves.csv">curves.csv</a> and <a href="levers.csv">levers.csv</a>, written beside this
page; ± is the standard error of the runs. Each is computed from nights like those in <a href="outcomes.csv">outcomes.csv</a>, a
row for every option and draw.</p>
<details><summary>${String(this.#numbers.size)} cells, with all their digits</summary>
<ol class="cells">${[...this.#numbers].map(
      ([cell, number]) =>
        html`<li id="${`cell-${number}`}"><code>${cell}</code> ${this.#text(cell)}</li>`,
    )}</ol></details>`;
  }

  #text(cell: string): string {
    return this.#known
      .get(cell)!
      .map(({ name, value, error }) => {
        const noise = error > 0 ? ` ± ${error.toPrecision(2)}` : "";
        return `${name === "" ? "" : `${name} `}${Number(value.toPrecision(12))}${noise}`;
      })
      .join(" · ");
  }
}
