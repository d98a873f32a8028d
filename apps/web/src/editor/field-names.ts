/** Completion of field names: those that the shipped scenarios use, at the same depth of a block. */
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { shippedTexts } from "../gallery/shipped-texts.ts";

const FIELD = /^(\s*)(?:- )?([a-z][a-z0-9_]*):/;

let known: ReadonlyMap<number, readonly Completion[]> | undefined;

/** Names by depth of indentation. */
export function namesByDepth(texts: readonly string[]): Map<number, Completion[]> {
  const byDepth = new Map<number, Map<string, number>>();
  for (const line of texts.flatMap((text) => text.split("\n"))) {
    const [, indent, name] = FIELD.exec(line) ?? [];
    if (indent === undefined || name === undefined) continue;
    const depth = indent.length + (line.trimStart().startsWith("- ") ? 2 : 0);
    const here = byDepth.get(depth) ?? new Map<string, number>();
    here.set(name, (here.get(name) ?? 0) + 1);
    byDepth.set(depth, here);
  }
  return new Map(
    [...byDepth].map(([depth, names]) => [
      depth,
      [...names]
        .toSorted(([, a], [, b]) => b - a)
        .map(([name]) => ({ label: name, apply: `${name}: `, type: "property" })),
    ]),
  );
}

/** What may begin here. */
export function fieldNames(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const [, indent, dash = "", typed] = /^(\s*)(- )?([a-z_0-9]*)$/.exec(before) ?? [];
  if (indent === undefined || typed === undefined) return null;
  if (typed === "" && !context.explicit) return null;
  known ??= namesByDepth(shippedTexts.map(({ text }) => text));
  const options = known.get(indent.length + dash.length) ?? [];
  return { from: context.pos - typed.length, options: [...options], validFor: /^[a-z_0-9]*$/ };
}
