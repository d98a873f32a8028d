/** How far a slider reaches: never a limit of the engine, which says itself what it refuses. */
import type { NotedValue } from "../engine/message.ts";

export interface Span {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** The ends as catalogue or scenario have them. */
export function writtenEnds({ written, lower, upper }: NotedValue): readonly [number, number] {
  if (Array.isArray(written) && written.every((each) => typeof each === "number")) {
    return [Number(written[0]), Number(written.at(-1))];
  }
  return typeof written === "number" ? [written, written] : [lower, upper];
}

/** From 0, or as far below as a range reaches, to twice the greatest; fractions end at 1. */
export function spanOf(value: NotedValue, ...current: readonly number[]): Span {
  const [lower, upper] = writtenEnds(value);
  const greatest = Math.max(upper, ...current);
  if (value.unit === "fraction") return { least: 0, most: 1, step: 0.01 };
  if (value.unit === "deg") return { least: 0, most: 360, step: 1 };
  if (value.path === "doctrine.salvo_per_look") return { least: 1, most: 6, step: 1 };
  const most = roundUp(Math.max(greatest * 2, 4));
  const isCount = value.isCount || value.unit === "threats" || value.unit === "rounds";
  const step = isCount ? Math.max(1, most / 200) : most / 200;
  const least = Math.min(lower, ...current) > 0 && isCount ? 1 : 0;
  return { least, most: isCount ? Math.ceil(most) : most, step: isCount ? Math.ceil(step) : step };
}

/** The next of 1, 2, 4, 5, 10, 20 … */
function roundUp(value: number): number {
  for (let size = 10 ** Math.floor(Math.log10(value)); ; size *= 10) {
    for (const factor of [1, 2, 4, 5, 10]) if (factor * size >= value) return factor * size;
  }
}

const SYMBOLS: Readonly<Record<string, string>> = {
  fraction: "",
  case: "",
  looks: "",
  deg: "°",
  m2: " m²",
  "kg/m2": " kg/m²",
  USD: " $",
};

/** The unit behind a figure. */
export function unitText({ unit }: NotedValue): string {
  const plain = unit.replace(/ \(.*\)$/, "");
  return SYMBOLS[plain] ?? ` ${plain}`;
}
