/** What was wrong with something a person wrote: where, what was expected, what came. */
export interface Fault {
  /** File, line and column (`scenario.yaml:14:9`), or the name of the option it came from (`--set`). */
  readonly place: string;
  /** Field inside the file (`raid[2].count`); empty when the whole file is meant. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * Wrong input, refused. The message is one line:
 * `scenario.yaml:14:9 raid[2].count: expected a positive whole number, got -5`. Names in it may come
 * from anybody's file: what would move a terminal's cursor or begin a new line is shown as `\u001b`.
 */
export class InputError extends Error implements Fault {
  readonly place: string;
  readonly path: string;
  readonly expected: string;
  readonly got: string;

  constructor(fault: Fault) {
    const where = fault.path === "" ? fault.place : `${fault.place} ${fault.path}`;
    super(controlsShown(`${where}: expected ${fault.expected}, got ${fault.got}`));
    this.name = "InputError";
    this.place = fault.place;
    this.path = fault.path;
    this.expected = fault.expected;
    this.got = fault.got;
  }
}

/** Whether a character of this code steers a terminal: line feeds and tabs, too. */
export function isControl(code: number): boolean {
  return code < 32 || (code >= 127 && code < 160);
}

/** A text with control characters written out, so that it stays on its line and steers nothing. */
export function controlsShown(text: string): string {
  let shown = "";
  for (const character of text) {
    const code = character.codePointAt(0)!;
    shown += isControl(code) ? `\\u${code.toString(16).padStart(4, "0")}` : character;
  }
  return shown;
}

const printedMax = 60;

/** A value as an error message shows it: short, on one line, never the whole file. */
export function shownValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return shortened(JSON.stringify(value));
  if (Array.isArray(value)) {
    const inner = value.map((item) => shownItem(item)).join(", ");
    return shortened(`[${inner}]`);
  }
  if (typeof value === "object") {
    const keys = Object.keys(value);
    if (keys.length === 0) return "an empty mapping";
    return shortened(`a mapping with ${keys.join(", ")}`);
  }
  return shortened(String(value));
}

function shownItem(item: unknown): string {
  if (Array.isArray(item)) return "[…]";
  if (typeof item === "object" && item !== null) return "{…}";
  return typeof item === "string" ? JSON.stringify(item) : String(item);
}

function shortened(text: string): string {
  return text.length <= printedMax ? text : `${text.slice(0, printedMax - 1)}…`;
}

/** A path inside a file as a reader writes it: `raid[2].count`. */
export function shownPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? String(step) : `.${String(step)}`;
  }
  return text;
}
