/** Sources, numbered in the order in which the page first names them. */

import type { ReportSource } from "./input.ts";
import { html, type Markup } from "./markup.ts";

/** Only pages of the web become links; anything else stays text. */
const WEB = /^https?:\/\/[^\s"'<>\\]+$/i;

export class SourceList {
  readonly #known: Readonly<Record<string, ReportSource>>;
  readonly #numbers = new Map<string, number>();

  constructor(known: Readonly<Record<string, ReportSource>>) {
    this.#known = known;
  }

  /** Numbers of sources, linked to the list: `[3, 17]`. What is no key of a source stays text. */
  cited(keys: readonly string[]): Markup | null {
    if (keys.length === 0) return null;
    const parts = keys.map((key, index) => {
      const comma = index === 0 ? "" : ", ";
      if (!Object.hasOwn(this.#known, key)) return html`${comma}${key}`;
      const number = this.#numberOf(key);
      return html`${comma}<a href="${`#source-${number}`}">${String(number)}</a>`;
    });
    return html`<span class="cited">[${parts}]</span>`;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** Everything that was cited so far. */
  list(): Markup {
    if (this.#numbers.size === 0) return html`<p>No source is named.</p>`;
    return html`<ol class="sources">${[...this.#numbers].map(([key, number]) => {
      return html`<li id="${`source-${number}`}">${sourceText(this.#known[key]!)}</li>`;
    })}</ol>`;
  }
}

function sourceText({ title, publisher, date, url, opened }: ReportSource): Markup {
  const by = [publisher, date].filter((part) => part !== undefined && part !== "").join(", ");
  return html`<cite>${title}</cite>${by === "" ? null : `. ${by}`}. ${address(url)}${
    opened === false ? html` <span class="grey">(not opened by the compiler)</span>` : null
  }`;
}

function address(url: string | null | undefined): Markup | null {
  if (url === null || url === undefined || url === "") return null;
  if (!WEB.test(url)) return html`<span class="address">${url}</span>`;
  return html`<a class="address" href="${url}" rel="noreferrer"><bdi>${readable(url)}</bdi></a>`;
}

/** An address in letters, where it is written in escapes. */
function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
