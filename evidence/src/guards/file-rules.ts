import type { Node } from "@babel/types";
import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import type { ProjectFile, Repository, SourceFile } from "./repository.ts";
import { lineOf, nameOf, walk } from "./syntax.ts";

const linesMax = 400;
const functionLinesMax = 70;
const bytesMax = 3_000_000;

/** Joins a word that this file may not contain whole. */
const word = (...parts: string[]): string => parts.join("");

interface TextRule {
  pattern: RegExp;
  what: string;
  /** Only in files whose path matches. */
  only?: RegExp;
}

const textRules: TextRule[] = [
  {
    pattern: new RegExp(`\\b(${word("TO", "DO")}|${word("FIX", "ME")}|${word("XX", "X")})\\b`),
    what: "leaves work in a comment: do it, or write it down where it is seen",
    only: /\.(ts|tsx|mjs|md|yaml|yml|json|css|html)$/,
  },
  {
    pattern: new RegExp(`(?<![\\w.:/-])/(home|root|${word("wo", "rk")}|tmp|Users)/[\\w.-]+`),
    what: "names a path of one machine",
  },
  {
    pattern: /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/,
    what: "silences a check",
    only: /\.(ts|tsx|mjs)$/,
  },
];

function textSins(file: ProjectFile): Sin[] {
  const lines = (file.text ?? "").split("\n");
  return textRules.flatMap((rule) => {
    if (rule.only !== undefined && !rule.only.test(file.path)) return [];
    return lines.flatMap((text, index): Sin[] => {
      const match = rule.pattern.exec(text);
      if (match === null || isOwnWord(file.path, text)) return [];
      return [{ path: file.path, line: index + 1, what: `${rule.what}: ${match[0]}` }];
    });
  });
}

/** This file must name what it forbids. */
function isOwnWord(path: string, line: string): boolean {
  return path === "evidence/src/guards/file-rules.ts" && /pattern: |bad\(/.test(line);
}

function sizeSins(file: ProjectFile): Sin[] {
  const sins: Sin[] = [];
  if (file.bytes > bytesMax) {
    sins.push({ path: file.path, line: 1, what: `is ${file.bytes} bytes long, over 3 MB` });
  }
  const lines = (file.text ?? "").split("\n").length - 1;
  if (/\.(ts|tsx|mjs|md|css)$/.test(file.path) && lines > linesMax) {
    sins.push({ path: file.path, line: linesMax, what: `has ${lines} lines, over ${linesMax}` });
  }
  return sins;
}

const isFunction = (node: Node): boolean =>
  /^(Function(Declaration|Expression)|ArrowFunctionExpression|(Class|Object)(Private)?Method)$/.test(
    node.type,
  );

/** The name of what is called, through `it.each(…)("…", …)` and its like. */
function calledName(node: Node): string | undefined {
  if (node.type === "CallExpression") return calledName(node.callee);
  if (node.type === "MemberExpression") return calledName(node.object);
  if (node.type === "TaggedTemplateExpression") return calledName(node.tag);
  return nameOf(node);
}

function functionSin(node: Node, parent: Node | null): string | undefined {
  if (!isFunction(node) || node.loc === null || node.loc === undefined) return undefined;
  // The body of a `describe` is a chapter, not a function.
  if (parent?.type === "CallExpression" && calledName(parent) === "describe") return undefined;
  const lines = node.loc.end.line - node.loc.start.line + 1;
  return lines > functionLinesMax
    ? `has a function of ${lines} lines, over ${functionLinesMax}`
    : undefined;
}

const testWords = new Set(["it", "test", "describe", "suite", "bench"]);
const skipWords = new Set(["skip", "only", "todo", "skipIf", "runIf", "fails"]);

function testSin(node: Node): string | undefined {
  if (
    node.type === "CallExpression" &&
    /^(x|f)(it|test|describe)$/.test(nameOf(node.callee) ?? "")
  ) {
    return "leaves out tests";
  }
  if (node.type !== "MemberExpression") return undefined;
  const name = nameOf(node.property) ?? "";
  const isOfTest = testWords.has(calledName(node.object) ?? "");
  return isOfTest && skipWords.has(name) ? `leaves out tests by .${name}` : undefined;
}

function codeSins(source: SourceFile): Sin[] {
  const sins: Sin[] = [];
  const isTestFile = /\.test\.tsx?$/.test(source.path);
  walk(source.syntax.program, (node, parent) => {
    const what =
      node.type === "TSAnyKeyword"
        ? "says any"
        : (functionSin(node, parent) ?? (isTestFile ? testSin(node) : undefined));
    if (what !== undefined) sins.push({ path: source.path, line: lineOf(node), what });
  });
  return sins;
}

/** A check that most runs leave out says on its first line why. */
function longSins(file: ProjectFile): Sin[] {
  if (!file.path.endsWith(".long.test.ts") || /^\/\*\* Long: .+\*\/\n/.test(file.text ?? ""))
    return [];
  return [{ path: file.path, line: 1, what: "does not say on its first line why it is long" }];
}

function inspect(repository: Repository): Inspection {
  const files = [...repository.files.values()];
  const sins = files.flatMap((file) => [...sizeSins(file), ...textSins(file), ...longSins(file)]);
  return { looked: files.length, sins: [...sins, ...repository.sources.flatMap(codeSins)] };
}

const bad = (code: string, says: RegExp, path = "lab/src/a.test.ts"): Plant => ({
  files: { [path]: code },
  says,
});

const plants: Plant[] = [
  bad(`// ${word("TO", "DO")}: later`, /leaves work/),
  bad(`const a = "${word("/ho", "me/me")}/a.json";`, /path of one machine/),
  bad(`see ${word("/wo", "rk/a")}.md`, /path of one machine/, "docs/a.md"),
  bad(`// ${word("@ts-", "ignore")}`, /silences a check/),
  bad("let a: any = 1;", /says any/),
  bad("export const A = () => <p>{x as any}</p>;", /says any/, "apps/web/src/a.tsx"),
  bad(`// ${word("biome-", "ignore")} lint`, /silences a check/, "apps/web/src/a.tsx"),
  bad("\n".repeat(401), /has 401 lines/),
  bad(`function f() {${"\n".repeat(70)}}`, /a function of 71 lines/),
  bad('it.only("x", () => {});', /leaves out tests by .only/),
  bad('describe.skip("x", () => {});', /leaves out tests by .skip/),
  bad('it.skipIf(true)("x", () => {});', /leaves out tests by .skipIf/),
  bad('xit("x", () => {});', /leaves out tests/),
  bad("", /why it is long/, "lab/src/a.long.test.ts"),
  bad("x".repeat(3_000_001), /over 3 MB/, "docs/a.txt"),
];

/** Sizes, and things no file may contain. */
export const fileRules: Guard = { name: "file rules", counts: "files", inspect, plants };
