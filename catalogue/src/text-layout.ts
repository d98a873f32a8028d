import type { Value } from "./datum.ts";
import { unitSign } from "./unit-name.ts";

/** Widest line of a page, in characters. */
export const pageWidth = 100;

/** A number as a reader expects it: groups of three, no exponent. */
export function shownNumber(value: number): string {
  const [whole = "", fraction] = plainDigits(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** JavaScript writes small numbers as 1e-7; a page never does. */
function plainDigits(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = "", first = "", rest = "", exponent = "0"] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${rest}`;
}

/** A value in words: `12 (8 to 30) s`, `454 to 907 kg`, `not published`. */
export function shownQuantity(value: Value, unit: string): string {
  const suffix = unit === "text" || unit === "" ? "" : ` ${unit}`;
  if (value === null) return "not published";
  if (typeof value === "string") return value;
  if (typeof value === "number") return `${shownNumber(value)}${suffix}`;
  if ("each" in value) return `each of ${value.each.map(shownNumber).join(", ")}${suffix}`;
  if (value.length === 2) return `${shownNumber(value[0])} to ${shownNumber(value[1])}${suffix}`;
  const [least, likely, greatest] = value;
  const bounds = `${shownNumber(least)} to ${shownNumber(greatest)}`;
  return `${shownNumber(likely)} (${bounds})${suffix}`;
}

/** The same for readers, who write units by their signs: `12 (8 to 30) m²`, `45°`. */
export function signedQuantity(value: Value, unit: string): string {
  return shownQuantity(value, unitSign(unit)).replace(/ °$/, "°");
}

/** Text broken into lines of at most {@link pageWidth} characters, each indented. */
export function wrapped(text: string, indent: number, hanging = 0): string[] {
  const lines: string[] = [];
  let line = "";
  const room = (): number => pageWidth - indent - (lines.length === 0 ? 0 : hanging);
  const push = (): void => {
    lines.push(" ".repeat(indent + (lines.length === 0 ? 0 : hanging)) + line);
    line = "";
  };
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > room()) push();
    let rest = line === "" ? word : `${line} ${word}`;
    while (rest.length > room()) {
      line = rest.slice(0, room());
      rest = rest.slice(room());
      push();
    }
    line = rest;
  }
  if (line !== "") push();
  return lines;
}

/** A name and what it is, side by side where there is room. */
export function labelled(
  label: string,
  text: string,
  indent: number,
  labelWidth: number,
): string[] {
  const first = label.padEnd(labelWidth);
  const lines = wrapped(text, indent + labelWidth + 1);
  if (label.length > labelWidth) return [" ".repeat(indent) + label, ...lines];
  const [top = "", ...rest] = lines;
  return [`${" ".repeat(indent)}${first} ${top.trimStart()}`.trimEnd(), ...rest];
}
