/** Between what stands in a field of a form and what stands in the text. */
import { parse, stringify } from "yaml";
import type { Shape } from "./schema-shape.ts";

/** A quantity with its source, `{value: …, sources: …}`: only its figures are edited in a form. */
export function isStated(value: unknown): value is { readonly value: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "value" in value;
}

/** A value as a line that can be typed. */
export function shownText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return String(value);
  const style = { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 } as const;
  return stringify(value, style).trim();
}

/**
 * What was typed as a value; undefined for nothing. It is not judged: whatever it is goes into the
 * text, and the engine says at its place what is wrong.
 */
export function typedValue(typed: string, shape: Shape): unknown {
  const plain = typed.trim();
  if (plain === "") return undefined;
  if (shape.kind === "text") return plain;
  const figures = plain.split("..").map(Number);
  if (figures.length > 1 && figures.every(Number.isFinite)) return figures;
  const read = parsed(plain);
  if (shape.kind !== "values" || Array.isArray(read)) return read;
  const items = parsed(`[${plain}]`);
  return Array.isArray(items) ? items : [read];
}

function parsed(plain: string): unknown {
  try {
    return parse(plain);
  } catch {
    return plain;
  }
}
