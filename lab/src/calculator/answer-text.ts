/** A calculator's answer for a reader, and for a program. */
import { fixedText } from "../report/number.ts";
import { wrappedLines } from "../report/wrap.ts";
import {
  type Calculator,
  type CalculatorAnswer,
  type Finding,
  fieldFromName,
  optionFromName,
} from "./calculator.ts";

const DIGITS = 5;

/** A number with five significant digits; what is not quite 1 is never shown as 1. */
export function calculatedText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "unlimited" : String(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1 - 1e-12 && size > 1 - 5e-6) return value > 0 ? ">0.99999" : "<−0.99999";
  if (size < 1e-4 || size >= 1e9) return value.toExponential(DIGITS - 1).replace("-", "−");
  if (Number.isInteger(value)) return fixedText(value, 0);
  const exponent = Number(size.toExponential(DIGITS - 1).split("e")[1]);
  const text = fixedText(value, Math.max(0, DIGITS - 1 - exponent));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function withUnit(text: string, unit: string): string {
  if (unit === "") return text;
  return unit === "°" ? `${text}°` : `${text} ${unit}`;
}

/** Blanks that are no place to break a line; made plain again once lines are made. */
const FIRM = "\u00a0";

function lines(words: readonly string[], columns: number, lead: string): string[] {
  const text = `${lead} ${words.join(", ")}`;
  return wrappedLines(text, columns, 2).map((line) => line.replaceAll(FIRM, " "));
}

function findingLines(finding: Finding, width: number, columns: number): string[] {
  const { meaning, unit, value, labels, whyNone, separator = ", " } = finding;
  const label = `  ${meaning.padEnd(width)}  `;
  if (value === null) {
    const why = wrappedLines(`none: ${whyNone ?? "there is no answer"}`, columns - label.length);
    return why.map((line, i) => (i === 0 ? label : " ".repeat(label.length)) + line);
  }
  if (typeof value === "number") return [label + withUnit(calculatedText(value), unit)];
  if (labels === undefined) {
    return [label + withUnit(value.map(calculatedText).join(separator), unit)];
  }
  const side = Math.max(...labels.map((each) => each.length));
  const rows = value.map(
    (each, i) => `    ${(labels[i] ?? "").padStart(side)}  ${withUnit(calculatedText(each), unit)}`,
  );
  return [`  ${meaning}:`, ...rows];
}

/** Lines of at most `columns`: what was asked, the answer, source and limits. */
export function answerLines(
  { title, source, limits }: Calculator,
  { inputs, findings }: CalculatorAnswer,
  columns: number,
): string[] {
  const asked = inputs.map(({ name, text, isStandard }) =>
    [optionFromName(name), text, ...(isStandard ? ["(standard)"] : [])].join(FIRM),
  );
  const aligned = findings.filter(({ labels }) => labels === undefined);
  const width = Math.max(0, ...aligned.map(({ meaning }) => meaning.length));
  return [
    title,
    ...lines(asked, columns, "Asked:"),
    "",
    ...findings.flatMap((finding) => findingLines(finding, width, columns)),
    "",
    ...wrappedLines(`Source: ${source}`, columns, 2),
    ...limits.flatMap((limit) => wrappedLines(`Limit: ${limit}`, columns, 2)),
  ];
}

/** The answer as plain data, every quantity with its unit in the name of its field. */
export function answerData(
  { source, limits }: Calculator,
  { calculator, inputs, findings }: CalculatorAnswer,
): Record<string, unknown> {
  return {
    calculator,
    inputs: Object.fromEntries(inputs.map(({ name, value }) => [fieldFromName(name), value])),
    answer: Object.fromEntries(findings.map(({ name, value }) => [fieldFromName(name), value])),
    source,
    limits,
  };
}
