/** Markup that cannot be broken out of: whatever is not markup already is escaped. */

/** A piece of finished markup. Only this file makes one. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Characters that no name needs: controls, and those that turn the direction of the text around
 * them. They are shown as the replacement character, so that nothing hides.
 */
const UNSEEN = new RegExp(
  "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f" +
    "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff\\p{Surrogate}]",
  "gu",
);

/** Text for an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(UNSEEN, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

function textOf(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escaped(part);
  return typeof part === "number" ? coordinate(part) : part.map(textOf).join("");
}

/** A number in markup: a tenth of a pixel is enough, and the same bytes everywhere. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a coordinate is finite, got ${value}`);
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/** Template of markup: ``html`<p>${anything}</p>` ``. Attributes must stand in double quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = literals[0]!;
  parts.forEach((part, index) => {
    text += textOf(part) + literals[index + 1]!;
  });
  return new Markup(text);
}

/** A text in which no line ends between a number and its sign of per cent, or its unit. */
export function prose(text: string): string {
  return text.replace(/(\d) (%|±|m²|s\b)/g, "$1\u00a0$2").replace(/± (\d)/g, "±\u00a0$1");
}

/** A value as JSON for a script element: no text in it can close the element. */
export function embeddedJson(value: unknown): Markup {
  const json = JSON.stringify(value, null, 1) ?? "null";
  return new Markup(
    json
      .replaceAll("<", "\\u003c")
      .replaceAll(">", "\\u003e")
      .replaceAll("&", "\\u0026")
      .replaceAll("\u2028", "\\u2028")
      .replaceAll("\u2029", "\\u2029"),
  );
}

/** CSS written in this room, for a style element. */
export function styleSheet(css: string): Markup {
  if (css.includes("<")) throw new RangeError("a style sheet has no markup in it");
  return new Markup(css);
}
