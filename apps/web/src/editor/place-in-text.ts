/** Where in a scenario a cursor stands, also while the text around it cannot be read. */

import type { FieldPath } from "./desk.ts";

export interface PlaceInText {
  /** Of the mapping or list in which something is being typed. */
  readonly path: FieldPath;
  /** The field whose value is being typed; null for the name of a field. */
  readonly field: string | null;
  /** What has been typed of it. */
  readonly typed: string;
}

interface Line {
  /** Column of its first dash, or −1. */
  readonly dash: number;
  /** Column of what stands behind its dashes. */
  readonly column: number;
  readonly rest: string;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s:{}[\],#][^:{}[\],#]*)):(?:\s|$)/;

function lineOf(text: string): Line | null {
  const [, indent = "", dashes = "", rest = ""] = /^(\s*)((?:-\s+)*)(.*)$/.exec(text) ?? [];
  if (rest === "" && dashes === "") return null;
  if (rest.startsWith("#")) return null;
  return {
    dash: dashes === "" ? -1 : indent.length,
    column: indent.length + dashes.length,
    rest,
  };
}

function keyOf(rest: string): string | null {
  const [, double, single, bare] = KEY.exec(rest) ?? [];
  return double ?? single ?? bare ?? null;
}

/** The place of the last character of a text. */
export function placeInText(before: string): PlaceInText {
  const lines = before.split("\n");
  const [, indent = "", dashes = "", rest = ""] =
    /^(\s*)((?:-\s+)*)(.*)$/.exec(lines.at(-1)!) ?? [];
  const current = {
    dash: dashes === "" ? -1 : indent.length,
    column: indent.length + dashes.length,
    rest,
  };
  const outer = pathAbove(lines.slice(0, -1), current);
  return placeInFlow(outer, rest);
}

/** The path of what a line stands in, from the lines above it. */
function pathAbove(lines: readonly string[], current: Line): FieldPath {
  const path: (string | number)[] = [];
  let column = current.column;
  let list = current.dash;
  let index = 0;
  for (let number = lines.length - 1; number >= 0; number--) {
    const line = lineOf(lines[number]!);
    if (line === null) continue;
    const key = keyOf(line.rest);
    if (list < 0 && line.dash >= 0 && line.column === column) {
      [list, index] = [line.dash, 0];
      continue;
    }
    if (list >= 0 && line.dash === list) {
      index += 1;
      continue;
    }
    const isParent = line.column < (list < 0 ? column : list + 1) && line.column < column;
    if (!isParent || key === null) continue;
    if (list >= 0) path.unshift(index);
    path.unshift(key);
    column = line.column;
    [list, index] = [line.dash, 0];
  }
  if (list >= 0) path.unshift(index);
  return path;
}

/** Goes on into braces and brackets that are open at the end of a line. */
function placeInFlow(outer: FieldPath, rest: string): PlaceInText {
  const open: (string | number)[][] = [];
  let entry = "";
  for (const character of rest) {
    if (character === "{" || character === "[") {
      const key = keyOf(`${entry.trim()} `);
      const at = open.at(-1);
      const own =
        at !== undefined && typeof at.at(-1) === "number" ? [] : key === null ? [] : [key];
      open.push(character === "[" ? [...own, 0] : own);
      entry = "";
    } else if (character === "}" || character === "]") {
      open.pop();
      entry = "";
    } else if (character === ",") {
      const list = open.at(-1);
      if (typeof list?.at(-1) === "number") list[list.length - 1] = Number(list.at(-1)) + 1;
      entry = "";
    } else entry += character;
  }
  const path = [...outer, ...open.flat()];
  const plain = entry.trimStart();
  const field = keyOf(plain);
  if (field === null) return { path, field, typed: plain };
  return { path, field, typed: plain.slice(plain.indexOf(":") + 1).trimStart() };
}
