import type { CST, Document, Node } from "yaml";
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from "yaml";
import { InputError, isControl, shownPath, shownValue } from "./input-error.ts";

/** Largest text that is read, in characters: a scenario or a catalogue file is a few kilobytes. */
export const documentLengthMax = 5_000_000;
/** Deepest nesting that is read. The reader is recursive: without a limit, depth is a stack overflow. */
export const documentDepthMax = 100;

/** Where something stands in a file; both counts start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Steps from the root of a document to a field in it. */
export type DocumentPath = readonly PropertyKey[];

/** A YAML (or JSON) text that was read: plain values, and the way back to where each one stands. */
export interface SourceDocument {
  readonly name: string;
  /** Plain objects, arrays, text, finite numbers, booleans and null; the root is a mapping. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Where the value at `path` starts; for a missing field, where its nearest parent does. */
  locate(path: DocumentPath): Position;
  /** Where the key of the last step of `path` stands. */
  locateKey(path: DocumentPath): Position;
  /** An error about the value at `path`; `got` is that value where nothing else is said. */
  fault(path: DocumentPath, expected: string, got?: string): InputError;
}

/**
 * Reads one YAML document safely: no aliases, no duplicate keys, no tags, no numbers that are not
 * finite, no nesting deeper than {@link documentDepthMax}, no binary, nothing above
 * {@link documentLengthMax} characters. JSON is read too, being YAML.
 *
 * @throws InputError with the place of the first fault.
 */
export function readDocument(text: string, name: string): SourceDocument {
  refuseUnreadable(text, name);
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const parsed = composed(text, lines, (offset, expected, got, path = "") => {
    return new InputError({ place: place(offset), path, expected, got });
  });
  const root = parsed.contents;
  if (!isMap(root)) {
    const got = root === null ? "an empty file" : shownValue(plainValue(root, [], place));
    const expected = "a mapping of fields, such as `name: value`";
    throw new InputError({ place: `${name}:1:1`, path: "", expected, got });
  }
  const value = plainValue(root, [], place) as Record<string, unknown>;
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const locate = (path: DocumentPath): Position => position(nodeOffset(root, path, false));
  return {
    name,
    value,
    locate,
    locateKey: (path) => position(nodeOffset(root, path, true)),
    fault(path, expected, got = shownValue(valueAt(value, path))) {
      const { line, column } = locate(path);
      const where = `${name}:${line}:${column}`;
      return new InputError({ place: where, path: shownPath(path), expected, got });
    },
  };
}

/** The value a path leads to, or undefined. Only own fields are followed. */
export function valueAt(root: unknown, path: DocumentPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function refuseUnreadable(text: string, name: string): void {
  if (text.length > documentLengthMax) {
    const got = `${Math.round(text.length / 100_000) / 10} million`;
    const expected = `at most ${documentLengthMax / 1_000_000} million characters`;
    throw new InputError({ place: name, path: "", expected, got });
  }
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) {
      line += 1;
      lineStart = index + 1;
    } else if ((code < 32 && code !== 9 && code !== 13) || code === 127 || code === 0xfffd) {
      const place = `${name}:${line}:${index - lineStart + 1}`;
      const got = code === 0xfffd ? "bytes that are not UTF-8" : `the control character ${code}`;
      throw new InputError({ place, path: "", expected: "readable text in UTF-8", got });
    }
  }
}

type FaultAt = (offset: number, expected: string, got: string, path?: string) => InputError;

/** Faults of the reader that a line at the wrong indent gives rise to. */
const INDENTATION: ReadonlySet<string> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MULTILINE_IMPLICIT_KEY",
]);

/** Tokens are checked for depth before anything recursive sees them. */
function composed(text: string, lines: LineCounter, faultAt: FaultAt): Document.Parsed {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > documentDepthMax) {
      const expected = `nesting at most ${documentDepthMax} levels deep`;
      throw faultAt(offset, expected, "something deeper");
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const options = { uniqueKeys: false, strict: true, version: "1.2", stringKeys: false } as const;
  const documents = [...new Composer(options).compose(tokens, true, text.length)];
  const first = documents[0]!;
  for (const document of documents) {
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault !== undefined) {
      const hint = INDENTATION.has(fault.code) ? " (is it indented like its neighbours?)" : "";
      throw faultAt(fault.pos[0], "YAML", `text that is not: ${fault.message}${hint}`);
    }
  }
  const second = documents[1];
  if (second !== undefined) {
    throw faultAt(second.range[0], "one document in the file", `${documents.length} documents`);
  }
  return first as Document.Parsed;
}

type PlaceOf = (offset: number) => string;

/** Whether a text that was written with escapes would do to a terminal what the file may not hold. */
function steersTerminal(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isControl(code) && code !== 9 && code !== 10) return true;
  }
  return false;
}

function nodeStart(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

function plainValue(node: unknown, path: PropertyKey[], place: PlaceOf): unknown {
  const fault = (at: Node, expected: string, got: string): InputError =>
    new InputError({ place: place(nodeStart(at)), path: shownPath(path), expected, got });
  if (node === null || node === undefined) return null;
  if (isAlias(node)) throw fault(node, "the value written out", `the alias *${node.source}`);
  if (isScalar(node)) {
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw fault(node, "a finite number", node.source ?? String(value));
    }
    if (typeof value === "string" && steersTerminal(value)) {
      throw fault(node, "text without control characters", shownValue(value));
    }
    return value;
  }
  if (isSeq(node))
    return node.items.map((item, index) => plainValue(item, [...path, index], place));
  if (!isMap(node)) return null;
  const object: Record<string, unknown> = {};
  for (const pair of node.items) {
    const key = pair.key;
    if (isAlias(key)) throw fault(key, "a field name", `the alias *${key.source}`);
    if (!isScalar(key) || typeof key.value !== "string") {
      const got = isScalar(key)
        ? `${key.source ?? shownValue(key.value)} without quotes`
        : "a list or a mapping";
      throw fault(isScalar(key) ? key : node, "a field name that is text", got);
    }
    if (steersTerminal(key.value)) {
      throw fault(key, "a field name without control characters", shownValue(key.value));
    }
    if (key.value === "__proto__") throw fault(key, "a field name", "__proto__");
    if (Object.hasOwn(object, key.value)) {
      throw fault(key, "each field once", `${shownValue(key.value)} a second time`);
    }
    object[key.value] = plainValue(pair.value, [...path, key.value], place);
  }
  return object;
}

/** Offset of the value (or of the key) at the end of a path, or of the last part of it that exists. */
function nodeOffset(root: Node, path: DocumentPath, ofKey: boolean): number {
  let node: Node | null = root;
  let offset = nodeStart(root);
  for (const [index, step] of path.entries()) {
    let keyOffset = offset;
    let next: Node | null = null;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return offset;
      keyOffset = nodeStart(pair.key as Node);
      next = pair.value as Node | null;
    } else if (isSeq(node)) {
      if (typeof step !== "number" || step >= node.items.length) return offset;
      next = node.items[step] as Node;
      keyOffset = nodeStart(next);
    } else return offset;
    const isLast = index === path.length - 1;
    // A mapping below its key is reported at the key: that is where a reader looks for it.
    offset = (isLast && ofKey) || isMap(next) || next === null ? keyOffset : nodeStart(next);
    node = next;
  }
  return offset;
}
