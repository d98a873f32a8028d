/** How far a slider reaches: never a limit of the engine, which says itself what it refuses. */
import { unitSign } from "@pavise/catalogue";
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

/** From 0 to about twice the greatest; fractions end at 1. Every end that is written can be met. */
export function spanOf(value: NotedValue, ...current: readonly number[]): Span {
  const [lower, upper] = writtenEnds(value);
  if (value.unit === "fraction") return fitting({ least: 0, most: 1, step: 0.01 }, lower, upper);
  if (value.unit === "deg") return fitting({ least: 0, most: 360, step: 1 }, lower, upper);
  if (value.path === "doctrine.salvo_per_look") return { least: 1, most: 6, step: 1 };
  const isCount = value.isCount || value.unit === "threats" || value.unit === "rounds";
  const greatest = Math.max(upper, ...current) * 2;
  if (isCount) {
    const least = Math.min(lower, ...current) > 0 ? 1 : 0;
    return { least, most: roundUp(Math.max(greatest, 4)), step: 1 };
  }
  const most = greatest > 0 ? roundUp(greatest) : 1;
  return fitting({ least: 0, most, step: most / 200 }, lower, upper);
}

/** The same span with steps fine enough to stop at these values, as far as three digits help. */
function fitting({ least, most, step }: Span, ...values: readonly number[]): Span {
  let fine = step;
  const isMet = (value: number): boolean =>
    Math.abs(value / fine - Math.round(value / fine)) < 1e-6;
  for (let digit = 0; digit < 3 && !values.every(isMet); digit++) fine /= 10;
  return { least, most, step: fine };
}

/** The next of 1, 2, 4, 5, 10, 20 … */
function roundUp(value: number): number {
  for (let size = 10 ** Math.floor(Math.log10(value)); ; size *= 10) {
    for (const factor of [1, 2, 4, 5, 10]) if (factor * size >= value) return factor * size;
  }
}

/** What a slider writes shorter than a table. */
const SHORT: Readonly<Record<string, string>> = { looks: "", USD: "$" };

/** The unit behind a figure. */
export function unitText({ unit }: NotedValue): string {
  const sign = SHORT[unit] ?? unitSign(unit);
  return sign === "" || sign === "°" ? sign : ` ${sign}`;
}
