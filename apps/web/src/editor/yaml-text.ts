/**
 * Changes to a YAML text that touch nothing else in it: every comment, blank line and alignment
 * stays as its writer left it. A change is a list of replaced spans, so that it is one step of the
 * editor's own history.
 */

import type { YAMLMap, YAMLSeq } from "yaml";
import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, stringify } from "yaml";

/** A span of the old text and what stands there afterwards. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export type FieldPath = readonly (string | number)[];
type Entry = readonly [name: string, value: unknown];
interface Ranged {
  readonly range?: readonly [number, number, number] | null;
}

/** A value on one line, as it may stand in a block and between brackets alike. */
function inline(value: unknown): string {
  const style = { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 } as const;
  return stringify([value], style).trim().slice(1, -1);
}

export class YamlText {
  readonly text: string;
  readonly #document: Document;

  constructor(text: string) {
    this.text = text;
    this.#document = parseDocument(text);
  }

  /** Whether it can be changed in place: a mapping without a fault of YAML in it. */
  get isReadable(): boolean {
    return this.#document.errors.length === 0 && isMap(this.#document.contents);
  }

  value(path: FieldPath): unknown {
    const node = this.#node(path);
    return node === undefined ? undefined : plain(node, this.#document);
  }

  /** Where the value at a path stands; of its nearest parent where there is none. */
  offset(path: FieldPath): number {
    for (let length = path.length; length > 0; length--) {
      const range = (this.#node(path.slice(0, length)) as Ranged | undefined)?.range;
      if (range) return range[0];
    }
    return 0;
  }

  /** Sets a field, making what is missing above it. */
  set(path: FieldPath, value: unknown): TextChange[] {
    const [parent, name] = [path.slice(0, -1), path.at(-1)!];
    const old = this.#node(path) as Ranged | undefined;
    if (old?.range) return [this.#replaced(old.range, inline(value))];
    const into = this.#node(parent);
    if (isMap(into)) return this.#added(into, [[String(name), value]]);
    if (typeof name === "number") return this.append(parent, value);
    return this.set(parent, { [name]: value });
  }

  /** Takes a field out; a mapping that loses its last field goes as well. */
  remove(path: FieldPath): TextChange[] {
    const [parent, name] = [path.slice(0, -1), path.at(-1)!];
    const owner = this.#node(parent);
    if (isSeq(owner)) return this.#itemRemoved(owner, Number(name), parent);
    if (!isMap(owner)) return [];
    const index = owner.items.findIndex((pair) => keyOf(pair) === String(name));
    if (index < 0) return [];
    if (owner.items.length === 1 && typeof parent.at(-1) === "string") return this.remove(parent);
    return [this.#pairRemoved(owner, index)];
  }

  /** Puts fields in the place of one, with the comment behind it. */
  replace(path: FieldPath, entries: readonly Entry[]): TextChange[] {
    const owner = this.#node(path.slice(0, -1));
    if (!isMap(owner)) return [];
    const pair = owner.items.find((each) => keyOf(each) === String(path.at(-1)))!;
    const [from, to] = spanOf(pair);
    const [first, ...rest] = entries.map(([name, value]) => `${name}: ${inline(value)}`);
    if (owner.flow) return [{ from, to, insert: [first, ...rest].join(", ") }];
    const indent = " ".repeat(this.#column(owner));
    const end = this.#lineEnd(to);
    const lines = rest.map((line) => `\n${indent}${line}`).join("");
    return [
      { from, to, insert: first! },
      ...(lines === "" ? [] : [{ from: end, to: end, insert: lines }]),
    ];
  }

  /** Adds an item at the end of a list, a field of it on each line. */
  append(path: FieldPath, item: unknown): TextChange[] {
    const list = this.#node(path);
    if (isSeq(list) && list.items.length > 0) {
      const last = list.items.at(-1) as Ranged;
      if (list.flow) {
        const at = last.range![1];
        return [{ from: at, to: at, insert: `, ${inline(item)}` }];
      }
      const at = this.#lineEnd(this.#lastEnd(list));
      return [{ from: at, to: at, insert: `\n${itemLines(item, this.#column(list))}` }];
    }
    const owner = this.#node(path.slice(0, -1));
    if (!isMap(owner) || owner.flow || owner.items.length === 0) return this.set(path, [item]);
    const old = (list as Ranged | undefined)?.range;
    if (old === undefined || old === null) {
      const at = this.#lineEnd(this.#lastEnd(owner));
      const column = this.#column(owner);
      const name = `\n${" ".repeat(column)}${path.at(-1)}:\n`;
      return [{ from: at, to: at, insert: name + itemLines(item, column + 2) }];
    }
    const key = owner.items.find((pair) => keyOf(pair) === String(path.at(-1)))!.key as Ranged;
    const lines = itemLines(item, this.#column(owner) + 2);
    return [{ from: key.range![1] + 1, to: old[1], insert: `\n${lines}` }];
  }

  #node(path: FieldPath): unknown {
    if (path.length === 0) return this.#document.contents;
    const node = this.#document.getIn(path, true);
    return node ?? undefined;
  }

  #replaced([from, to]: readonly [number, number, number], insert: string): TextChange {
    const old = this.text.slice(from, to);
    // `name:` with nothing behind it, and block texts, which end with their line.
    if (old === "") return { from, to, insert: ` ${insert}` };
    return { from, to, insert: old.endsWith("\n") ? `${insert}\n` : insert };
  }

  #added(map: YAMLMap, entries: readonly Entry[]): TextChange[] {
    const written = entries.map(([name, value]) => `${name}: ${inline(value)}`);
    if (map.items.length === 0) {
      const [from, to] = map.range!;
      return [{ from, to, insert: `{${written.join(", ")}}` }];
    }
    const end = spanOf(map.items.at(-1)!)[1];
    if (map.flow) return [{ from: end, to: end, insert: `, ${written.join(", ")}` }];
    const at = this.#lineEnd(this.#lastEnd(map));
    const indent = " ".repeat(this.#column(map));
    return [{ from: at, to: at, insert: written.map((line) => `\n${indent}${line}`).join("") }];
  }

  #pairRemoved(map: YAMLMap, index: number): TextChange {
    const [from, to] = spanOf(map.items[index]!);
    const next = map.items[index + 1];
    if (next !== undefined && (map.flow || index === 0)) {
      return { from, to: spanOf(next)[0], insert: "" };
    }
    if (map.flow)
      return { from: index === 0 ? from : spanOf(map.items[index - 1]!)[1], to, insert: "" };
    const last = this.#lastEnd({ items: [map.items[index]!] } as unknown as YAMLMap);
    return { from: this.#lineStart(from) - 1, to: this.#lineEnd(last), insert: "" };
  }

  #itemRemoved(list: YAMLSeq, index: number, path: FieldPath): TextChange[] {
    const item = list.items[index] as Ranged | undefined;
    if (item?.range == null) return [];
    if (list.items.length === 1) return this.#emptied(list, path);
    const [from, to] = item.range;
    if (list.flow) {
      const next = list.items[index + 1] as Ranged | undefined;
      if (next !== undefined) return [{ from, to: next.range![0], insert: "" }];
      return [{ from: (list.items[index - 1] as Ranged).range![1], to, insert: "" }];
    }
    const last = this.#lastEnd({ items: [item] } as unknown as YAMLSeq);
    return [{ from: this.#lineStart(from) - 1, to: this.#lineEnd(last), insert: "" }];
  }

  #emptied(list: YAMLSeq, path: FieldPath): TextChange[] {
    if (list.flow) return [{ from: list.range![0], to: list.range![1], insert: "[]" }];
    const owner = this.#node(path.slice(0, -1)) as YAMLMap;
    const key = owner.items.find((pair) => keyOf(pair) === String(path.at(-1)))!.key as Ranged;
    const to = this.#lineEnd(this.#lastEnd(list));
    return [{ from: key.range![1] + 1, to, insert: " []" }];
  }

  /** Where the last thing in a collection ends, without comments behind it. */
  #lastEnd(node: unknown): number {
    const items = (node as { items?: unknown[]; flow?: boolean }).items;
    const isBlock = items !== undefined && (node as { flow?: boolean }).flow !== true;
    if (isBlock && items.length > 0) {
      const last = items.at(-1) as { key?: unknown; value?: unknown };
      const isPair = typeof last === "object" && last !== null && "key" in last;
      return isPair ? this.#lastEnd(last.value ?? last.key) : this.#lastEnd(last);
    }
    const end = (node as Ranged).range![1];
    return this.text[end - 1] === "\n" ? end - 1 : end;
  }

  #lineStart(offset: number): number {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  #lineEnd(offset: number): number {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }

  #column(node: YAMLMap | YAMLSeq): number {
    const at = node.range![0];
    return at - this.#lineStart(at);
  }
}

function plain(node: unknown, document: Document): unknown {
  if (isScalar(node)) return node.value;
  return isMap(node) || isSeq(node) ? node.toJS(document) : node;
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** From a key to the end of its value. */
function spanOf({ key, value }: Pair): readonly [number, number] {
  const [from, end] = (key as Ranged).range!;
  const range = (value as Ranged | null)?.range;
  return [from, range ? range[1] : end];
}

/** A mapping as an item of a list: `- id: a`, then a line for each other field. */
function itemLines(item: unknown, column: number): string {
  const indent = " ".repeat(column);
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return `${indent}- ${inline(item)}`;
  }
  return Object.entries(item)
    .map(([name, value], index) => `${indent}${index === 0 ? "- " : "  "}${name}: ${inline(value)}`)
    .join("\n");
}

/** A text with changes made to it: what the editor does with them. */
export function changedText(text: string, changes: readonly TextChange[]): string {
  let [made, at] = ["", 0];
  for (const { from, to, insert } of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    made += text.slice(at, from) + insert;
    at = to;
  }
  return made + text.slice(at);
}
