import { parse } from "@babel/parser";
import type { File, Node } from "@babel/types";

/** Parses a module; a syntax error names the file. */
export function syntaxOf(path: string, text: string): File {
  try {
    const plugins: ("typescript" | "jsx")[] = /\.(tsx|jsx)$/.test(path)
      ? ["typescript", "jsx"]
      : ["typescript"];
    return parse(text, { sourceType: "module", plugins });
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof Reflect.get(value, "type") === "string"
  );
}

const notCode = new Set(["loc", "leadingComments", "trailingComments", "innerComments", "extra"]);

/** Visits every node below a node, parents first. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void): void {
  const visitFrom = (at: Node, parent: Node | null): void => {
    visit(at, parent);
    for (const [key, value] of Object.entries(at)) {
      if (notCode.has(key)) continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visitFrom(child, at);
      }
    }
  };
  visitFrom(node, null);
}

/** The line a node begins on. */
export function lineOf(node: Node): number {
  return node.loc?.start.line ?? 0;
}

/** The name of a key or identifier, private or not; undefined when it is computed. */
export function nameOf(node: Node | null | undefined): string | undefined {
  if (node?.type === "Identifier") return node.name;
  if (node?.type === "PrivateName") return node.id.name;
  return undefined;
}
