import { posix } from "node:path";
import type { ImportDeclaration, Node } from "@babel/types";
import type { Repository, SourceFile } from "./repository.ts";
import { lineOf, nameOf, walk } from "./syntax.ts";

/** One import, export-from, dynamic import or worker address of a source file. */
export interface Import {
  from: string;
  line: number;
  /** Undefined when it is computed and nobody can say what it imports. */
  specifier: string | undefined;
  /** Gone at run time. */
  isType: boolean;
  /** What is imported by name; empty for everything. */
  names: string[];
}

type Found = Omit<Import, "from">;

function isTypeOnly(node: ImportDeclaration): boolean {
  if (node.importKind === "type") return true;
  const named = node.specifiers;
  return (
    named.length > 0 &&
    named.every((one) => one.type === "ImportSpecifier" && one.importKind === "type")
  );
}

function declared(node: Node): Found | undefined {
  const line = lineOf(node);
  if (node.type === "ImportDeclaration") {
    const names = node.specifiers.map((one) =>
      one.type === "ImportSpecifier" ? (nameOf(one.imported) ?? "*") : "*",
    );
    return { line, specifier: node.source.value, isType: isTypeOnly(node), names };
  }
  if (node.type === "ExportAllDeclaration") {
    const isType = node.exportKind === "type";
    return { line, specifier: node.source.value, isType, names: ["*"] };
  }
  if (node.type === "ExportNamedDeclaration" && node.source) {
    const isType = node.exportKind === "type";
    return { line, specifier: node.source.value, isType, names: ["*"] };
  }
  return undefined;
}

function literal(node: Node | undefined): string | undefined {
  return node?.type === "StringLiteral" ? node.value : undefined;
}

/** `require`, or what `createRequire(…)` makes, called at once. */
function isRequire(callee: Node): boolean {
  if (callee.type === "CallExpression") return nameOf(callee.callee) === "createRequire";
  return nameOf(callee) === "require";
}

/** Imports that are expressions: `import(…)`, `new URL("./worker.js", import.meta.url)`. */
function called(node: Node): Found | undefined {
  const line = lineOf(node);
  if (node.type === "CallExpression" && node.callee.type === "Import") {
    return { line, specifier: literal(node.arguments[0]), isType: false, names: ["*"] };
  }
  if (node.type === "CallExpression" && isRequire(node.callee)) {
    return { line, specifier: literal(node.arguments[0]), isType: false, names: ["*"] };
  }
  if (node.type === "ImportExpression") {
    return { line, specifier: literal(node.source), isType: false, names: ["*"] };
  }
  if (node.type === "TSImportType") {
    const specifier = literal(node.argument);
    return { line, specifier, isType: true, names: ["*"] };
  }
  if (node.type === "NewExpression" && nameOf(node.callee) === "URL") {
    const specifier = literal(node.arguments[0]);
    if (specifier === undefined || !/^\..*\.(ts|js|mjs)$/.test(specifier)) return undefined;
    return { line, specifier, isType: false, names: ["*"] };
  }
  return undefined;
}

/** Every import of a file. */
export function importsOf(source: SourceFile): Import[] {
  const found: Import[] = [];
  walk(source.syntax.program, (node) => {
    const one = declared(node) ?? called(node);
    if (one !== undefined) found.push({ from: source.path, ...one });
  });
  return found;
}

/**
 * The file a relative import means, or undefined when there is none. What is addressed as built
 * (`../dist/main.js`) is looked up as source.
 */
export function resolvedPath(
  repository: Repository,
  from: string,
  specifier: string,
): string | undefined {
  const path = posix.join(posix.dirname(from), specifier);
  const asSource = path.replace(/(^|\/)dist\//, "$1src/").replace(/\.js$/, ".ts");
  return [path, asSource, path.replace(/\.js$/, ".ts")].find((one) => repository.has(one));
}

/** The package a bare specifier belongs to: `@scope/name`, `name`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]!;
}
