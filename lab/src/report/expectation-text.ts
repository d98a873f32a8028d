/** Judged expectations as lines for a reader. */

import type { Relation } from "../scenario/expectation-schema.ts";
import type { JudgedExpectation } from "../study/expectation.ts";
import { fixedText, roundedText } from "./number.ts";

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  less_than: "less than",
  at_most: "at most",
  greater_than: "more than",
  at_least: "at least",
  equals: "equal to",
};

/** Three significant digits, two below a hundredth; whole figures whole, large ones in words. */
function figureText(value: number): string {
  if (!Number.isFinite(value)) return "nothing";
  const size = Math.abs(value);
  if (size >= 1e9) return `${figureText(value / 1e9)} billion`;
  if (size >= 1e6) return `${figureText(value / 1e6)} million`;
  if (Number.isInteger(value)) return fixedText(value, 0);
  if (size >= 100) return fixedText(value, 0);
  if (size >= 10) return fixedText(value, 1);
  return size === 0 || size >= 0.01 ? fixedText(value, 2) : roundedText(value, size);
}

/** `5.24, less than 11.9: by 6.66 (± 0.31)` */
export function marginText({ figures, relation, verdict }: JudgedExpectation): string {
  if (figures === undefined) return "not judged: an option it speaks of was not played";
  const { quantity, other, margin, precision } = figures;
  const sides = `${figureText(quantity)}, ${RELATION_WORDS[relation]} ${figureText(other)}`;
  if (Number.isNaN(margin)) return `${sides}: one side is nothing`;
  const noise = precision > 0 ? ` (± ${figureText(precision)})` : "";
  if (verdict === "holds" && relation === "equals") {
    const allowed = margin + Math.abs(quantity - other);
    return allowed === 0 ? sides : `${sides} within ${figureText(allowed)}${noise}`;
  }
  return verdict === "holds"
    ? `${sides}: by ${figureText(margin)}${noise}`
    : `${sides}: missed by ${figureText(Math.abs(margin))}${noise}`;
}

/** One line on all of them: `5 of 5 expectations hold`. */
export function expectationsText(judged: readonly JudgedExpectation[]): string {
  const played = judged.filter(({ verdict }) => verdict !== "not-played");
  const held = played.filter(({ verdict }) => verdict === "holds").length;
  const left = judged.length - played.length;
  const noun = played.length === 1 ? "expectation holds" : "expectations hold";
  const others = left === 0 ? "" : `; ${left} not judged`;
  return `${held} of ${played.length} ${noun}${others}`;
}
