/** Files that a user names: read whole, or refused with one error that says why. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "@pavise/catalogue";

/** A scenario of ten thousand threats takes about one megabyte. */
export const SCENARIO_BYTES_MAX = 8_000_000;
export const REPORT_BYTES_MAX = 64_000_000;

/** The text of a file. Its size is looked at before a byte is read. */
export function readTextFile(path: string, bytesMax: number): string {
  const stats = statsOf(path);
  if (stats.isDirectory()) throw refused(path, "a file", "a folder");
  if (!stats.isFile()) throw refused(path, "a plain file", "something else");
  if (stats.size > bytesMax) {
    throw refused(path, `a file of at most ${bytesMax} bytes`, `one of ${stats.size}`);
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw refused(path, "a file that can be read", codeOf(error));
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused(path, "text in UTF-8", "bytes that are none");
  }
}

/** Refuses, before any work is done, a place where no file can be written. */
export function checkWritable(flag: string, path: string): void {
  const place = (expected: string, got: string): InputError =>
    new InputError({ place: flag, path: "", expected, got });
  if (path === "") throw place("the path of a file", "nothing");
  if (existsSync(path) && !statSync(path).isFile()) {
    throw place("the path of a file", `folder ${path}`);
  }
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw place("a path in a folder that is there", path);
  }
}

/** Writes a file whole: beside its place first, so that what is interrupted leaves no half of it. */
export function writeTextFile(path: string, text: string): void {
  const aside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(aside, text);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw refused(path, "a file that can be written", codeOf(error));
  }
}

function statsOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const code = codeOf(error);
    throw refused(path, "a file that is there", code === "ENOENT" ? "no such file" : code);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function refused(path: string, expected: string, got: string): InputError {
  return new InputError({ place: path, path: "", expected, got });
}

/** All YAML files below a folder, by name relative to it. README.md is for people only. */
export function readYamlFolder(folder: string): { name: string; text: string }[] {
  if (!existsSync(folder)) throw refused(folder, "a folder that is there", "no such folder");
  if (!statsOf(folder).isDirectory()) throw refused(folder, "a folder", "a file");
  const visit = (path: string, prefix: string): { name: string; text: string }[] =>
    readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const name = `${prefix}${entry.name}`;
        if (entry.isDirectory()) return visit(join(path, entry.name), `${name}/`);
        if (name === "README.md") return [];
        return [{ name, text: readTextFile(join(path, entry.name), SCENARIO_BYTES_MAX) }];
      });
  const files = visit(folder, "");
  if (files.length === 0) throw refused(folder, "a folder with YAML files in it", "an empty one");
  return files;
}
