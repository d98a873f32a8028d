import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { File } from "@babel/types";
import { syntaxOf } from "./syntax.ts";

/** One file of the project, by its path from the root. Text is undefined for data of other kinds. */
export interface ProjectFile {
  path: string;
  bytes: number;
  text: string | undefined;
}

/** One parsed source file. */
export interface SourceFile {
  path: string;
  text: string;
  syntax: File;
}

/** The files a guard looks at: the real tree, or a few planted ones. */
export class Repository {
  readonly files: Map<string, ProjectFile>;
  #sources: SourceFile[] | undefined;

  constructor(files: ProjectFile[]) {
    this.files = new Map(files.map((file) => [file.path, file]));
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** TypeScript and JavaScript modules, parsed once. */
  get sources(): SourceFile[] {
    this.#sources ??= [...this.files.values()]
      .filter((file) => /\.(ts|mts|tsx|mjs|js)$/.test(file.path) && file.text !== undefined)
      .map(({ path, text = "" }) => ({ path, text, syntax: syntaxOf(path, text) }));
    return this.#sources;
  }

  /** A JSON file as an object, empty when there is none. */
  manifest(path: string): Record<string, unknown> {
    return JSON.parse(this.files.get(path)?.text ?? "{}") as Record<string, unknown>;
  }
}

const leftOut = new Set(["node_modules", "dist", "out", ".git", ".node-check"]);
const textEnding = /\.(ts|mts|tsx|mjs|js|json|md|yaml|yml|cff|css|html|svg|txt|npmrc|gitignore)$/;
const textNames = new Set(["LICENSE", "run"]);

function filesBelow(folder: string, prefix: string): ProjectFile[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !leftOut.has(entry.name) && !entry.name.endsWith(".tsbuildinfo"))
    .flatMap((entry): ProjectFile[] => {
      const full = join(folder, entry.name);
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return filesBelow(full, `${path}/`);
      if (!entry.isFile()) return [];
      const isText = textEnding.test(entry.name) || textNames.has(entry.name);
      const text = isText ? readFileSync(full, "utf8") : undefined;
      return [{ path, bytes: statSync(full).size, text }];
    });
}

/** The project itself, without what is installed, built or written by runs. */
export function projectRepository(): Repository {
  return new Repository(filesBelow(fileURLToPath(new URL("../../../", import.meta.url)), ""));
}

/** A repository in memory, to plant a sin in. */
export function plantedRepository(files: Record<string, string>): Repository {
  return new Repository(
    Object.entries(files).map(([path, text]) => ({ path, bytes: text.length, text })),
  );
}

/** Whether a file is a test, or made for tests alone (`flat.test-scene.ts`). */
export function isTest(path: string): boolean {
  return /\.test(-[a-z-]+)?\.tsx?$/.test(path);
}
