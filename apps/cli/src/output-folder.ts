/**
 * Files of a study, all or none: each is written beside its place under another name, and they are
 * put in place together at the end. What is interrupted leaves nothing behind.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "@pavise/catalogue";

export class OutputFolder {
  readonly path: string;
  private readonly aside = new Map<string, string>();
  private readonly made: string[] = [];

  constructor(path: string) {
    this.path = path;
  }

  /** Refuses a place where no folder can be, before any work is done. */
  check(): void {
    let path = this.path;
    while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
    if (!statSync(path).isDirectory()) {
      throw new InputError({ place: "--out", path: "", expected: "a folder", got: `file ${path}` });
    }
  }

  /** Writes one file aside, piece by piece. */
  write(name: string, pieces: Iterable<string | Uint8Array>): void {
    this.makeFolder(this.path);
    const aside = join(this.path, `.${name}.${process.pid}.part`);
    this.aside.set(aside, join(this.path, name));
    const file = openSync(aside, "w");
    try {
      for (const piece of pieces) {
        if (typeof piece === "string") writeSync(file, piece);
        else writeSync(file, piece);
      }
    } finally {
      closeSync(file);
    }
  }

  private makeFolder(path: string): void {
    if (existsSync(path)) return;
    this.makeFolder(dirname(path));
    mkdirSync(path);
    this.made.push(path);
  }

  /** Puts every file in its place. */
  commit(): void {
    for (const [aside, place] of this.aside) renameSync(aside, place);
    this.aside.clear();
    this.made.length = 0;
  }

  /** Takes away what was written aside, and folders made for it. */
  discard(): void {
    for (const aside of this.aside.keys()) rmSync(aside, { force: true });
    this.aside.clear();
    for (const folder of this.made.reverse()) {
      try {
        rmdirSync(folder);
      } catch {
        // Someone else has put something there: it is no longer ours to take away.
      }
    }
    this.made.length = 0;
  }
}
