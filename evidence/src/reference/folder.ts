import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { casesOf, isPlain } from "./question.ts";
import type { Case } from "./rule.ts";
import type { Subject } from "./subject.ts";

/** A folder or file the runner cannot use: the user's input was wrong. */
export class InputError extends Error {}

/** One file of cases as it lies in the folder. */
export interface ReferenceFile {
  /** File name without its ending. */
  name: string;
  /** Name by which table and adapter are found: an ending `_h` is ignored. */
  baseName: string;
  content: Record<string, unknown>;
}

function readFile(folder: string, fileName: string): ReferenceFile {
  const path = join(folder, fileName);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${path}: expected JSON, got: ${reason}`);
  }
  if (!isPlain(content)) throw new InputError(`${path}: expected an object with cases`);
  if (casesOf(content.cases) === undefined) {
    throw new InputError(`${path} cases: expected a list of cases, got ${typeof content.cases}`);
  }
  const name = fileName.replace(/\.json$/, "");
  return { name, baseName: name.replace(/_h$/, ""), content: { ...content, folder } };
}

/** Reads every reference file of a folder, in order of name. */
export function referenceFiles(folder: string): ReferenceFile[] {
  const path = resolve(folder);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new InputError(`${path}: expected a folder, found nothing`);
  if (!found.isDirectory()) throw new InputError(`${path}: expected a folder, got a file`);
  const names = readdirSync(path).filter((name) => name.endsWith(".json"));
  if (names.length === 0) throw new InputError(`${path}: expected reference files, found none`);
  return names.sort().map((name) => readFile(path, name));
}

/** One case with the lists in which it is asked. */
export interface AskedCase {
  /** Where it stands: `cases[3]`, `cases.halton`. */
  place: string;
  given: Case;
  /** Names of the lists of the table: the same case may be asked more than one way. */
  asked: string[];
}

/** The cases of a file, in order, with the lists of the table that ask them. */
export function askedCases(file: ReferenceFile, subject: Subject): AskedCase[] {
  const sources = new Map<string, string[]>();
  for (const [name, list] of Object.entries(subject.lists)) {
    const source = list.of ?? name;
    sources.set(source, [...(sources.get(source) ?? []), name]);
  }
  for (const [key, value] of Object.entries(file.content)) {
    const isList = Array.isArray(value) && value.length > 0 && value.every(isPlain);
    if (isList && !sources.has(key)) {
      throw new InputError(
        `${file.name}.json ${key}: no such list in the table of expected fields`,
      );
    }
  }
  return [...sources].flatMap(([source, asked]) =>
    (casesOf(file.content[source] ?? []) ?? []).map((given, index) => ({
      place: `${source}[${index}]`,
      given,
      asked,
    })),
  );
}

/** The file without its cases: what an adapter may look at beside its question. */
export function besidesCases(file: ReferenceFile, subject: Subject): Record<string, unknown> {
  const lists = new Set(Object.entries(subject.lists).map(([name, list]) => list.of ?? name));
  return Object.fromEntries(Object.entries(file.content).filter(([key]) => !lists.has(key)));
}
