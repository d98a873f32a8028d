/** What may be typed here: fields and words of the schema, ids of catalogue and scenario. */
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { parseDocument } from "yaml";
import type { Choice, FieldPath, FormGuide } from "./desk.ts";
import { choicesAt, fieldsAt, keysAt } from "./field-choices.ts";
import { placeInText } from "./place-in-text.ts";
import { type JsonSchema, schemaAt, shapeOf } from "./schema-shape.ts";

/** The source of completions; without a guide yet it has none. */
export function completionSource(guide: () => FormGuide | null) {
  return (context: CompletionContext): CompletionResult | null => {
    const known = guide();
    if (known === null) return null;
    const text = context.state.doc.toString();
    const { path, field, typed } = placeInText(text.slice(0, context.pos));
    if (typed === "" && field === null && !context.explicit) return null;
    if (typed.includes("#")) return null;
    const scenario = (): unknown => parseDocument(text).toJS();
    const options =
      field === null ? namesAt(known, path, scenario) : valuesAt(known, [...path, field], scenario);
    if (options.length === 0) return null;
    return { from: context.pos - typed.length, options, validFor: /^[a-z0-9_-]*$/ };
  };
}

function namesAt(guide: FormGuide, path: FieldPath, scenario: () => unknown): Completion[] {
  const schema = guide.schema as JsonSchema;
  const here = schemaAt(schema, path);
  if (here === null) return [];
  if (shapeOf(here).kind === "record") {
    const keys = keysAt(path, scenario(), guide) ?? [];
    return keys.map((choice) => ({ ...completion(choice), apply: `${choice.id}: ` }));
  }
  return fieldsAt(schema, path).map((name) => ({
    label: name,
    apply: `${name}: `,
    type: "property",
  }));
}

function valuesAt(guide: FormGuide, path: FieldPath, scenario: () => unknown): Completion[] {
  const here = schemaAt(guide.schema as JsonSchema, path);
  if (here === null) return [];
  const shape = shapeOf(here);
  if (shape.kind === "choice")
    return shape.values.map((id) => completion({ id: String(id), name: "" }));
  if (shape.kind === "flag") return ["true", "false"].map((id) => completion({ id, name: "" }));
  if (shape.kind === "figure" && shape.word !== null) {
    return [completion({ id: shape.word, name: "" })];
  }
  return (choicesAt(path, scenario(), guide) ?? []).map(completion);
}

function completion({ id, name }: Choice): Completion {
  return { label: id, detail: name, type: "constant" };
}
