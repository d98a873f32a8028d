/** What the schema of scenarios says of a place in the text: which fields, and what may stand there. */

import type { FieldPath } from "./desk.ts";

export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What may stand at a place. */
export type Shape =
  | { readonly kind: "choice"; readonly values: readonly (string | number)[] }
  | {
      readonly kind: "figure";
      readonly least: number;
      readonly most: number;
      readonly isWhole: boolean;
      /** Whether a range may stand there as well. */
      readonly takesRange: boolean;
      /** A word that may stand in place of a number: `never`. */
      readonly word: string | null;
    }
  | { readonly kind: "text" | "flag" | "unknown" }
  | {
      readonly kind: "group";
      readonly fields: readonly string[];
      readonly needed: readonly string[];
    }
  | { readonly kind: "record" }
  /** Of groups: each is shown by itself. */
  | { readonly kind: "list" }
  /** Of plain values, on one line. */
  | { readonly kind: "values" };

/** All alternatives of a schema, without those that only gather others. */
function alternatives(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(alternatives);
}

function inner(schema: JsonSchema, step: string | number): JsonSchema | null {
  for (const each of alternatives(schema)) {
    const { properties, additionalProperties, items } = each;
    if (typeof step === "number") {
      if (typeof items === "object") return items;
    } else if (properties !== undefined && Object.hasOwn(properties, step)) {
      return properties[step]!;
    } else if (typeof additionalProperties === "object") return additionalProperties;
  }
  return null;
}

/** The schema of the value at a path, or null where nothing may stand. */
export function schemaAt(root: JsonSchema, path: FieldPath): JsonSchema | null {
  let schema: JsonSchema | null = root;
  for (const step of path) {
    if (schema === null) return null;
    schema = inner(schema, step);
  }
  return schema;
}

export function shapeOf(schema: JsonSchema): Shape {
  const all = alternatives(schema);
  const figures = all.filter(({ type }) => type === "number" || type === "integer");
  const words = all.flatMap((each) => each.enum ?? (each.const === undefined ? [] : [each.const]));
  const [first] = figures;
  if (first !== undefined && first.const === undefined) {
    return {
      kind: "figure",
      least: first.minimum ?? Number.NEGATIVE_INFINITY,
      most: first.maximum ?? Number.POSITIVE_INFINITY,
      isWhole: first.type === "integer",
      takesRange: all.some(({ prefixItems }) => prefixItems !== undefined),
      word: words.length === 0 ? null : String(words[0]),
    };
  }
  if (words.length > 0) return { kind: "choice", values: words };
  return structureOf(all[0]!);
}

function structureOf({
  type,
  properties,
  required,
  items,
  additionalProperties,
}: JsonSchema): Shape {
  if (type === "string") return { kind: "text" };
  if (type === "boolean") return { kind: "flag" };
  if (type === "array" && typeof items === "object") {
    return { kind: shapeOf(items).kind === "group" ? "list" : "values" };
  }
  if (properties !== undefined) {
    return { kind: "group", fields: Object.keys(properties), needed: required ?? [] };
  }
  if (typeof additionalProperties === "object") return { kind: "record" };
  return { kind: "unknown" };
}
