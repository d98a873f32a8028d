import type { Node } from "@babel/types";
import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import { declaredNames } from "./identifiers.ts";
import type { Repository, SourceFile } from "./repository.ts";
import { isTest } from "./repository.ts";
import { roomOf } from "./rooms.ts";
import { lineOf, nameOf, walk } from "./syntax.ts";

/** Members of `Math` that have the same bits on every engine. */
const portableMath = new Set(
  "sqrt abs min max floor ceil round trunc sign imul fround clz32 PI SQRT2 SQRT1_2 E LN2 LN10".split(
    " ",
  ),
);

/** Names that bring in a clock, a disk, a screen, chance or the habits of a country. */
const bannedNames: Record<string, string> = {
  Date: "reads a clock",
  performance: "reads a clock",
  setTimeout: "reads a clock",
  setInterval: "reads a clock",
  process: "belongs to Node",
  require: "belongs to Node",
  Buffer: "belongs to Node",
  console: "is output",
  fetch: "is input",
  window: "belongs to a browser",
  document: "belongs to a browser",
  navigator: "belongs to a browser",
  globalThis: "hides what it reaches",
  crypto: "is chance without an address",
  Intl: "differs from engine to engine",
  eval: "hides what it does",
};

const bannedMembers = new Set(["toLocaleString", "localeCompare", "toLocaleUpperCase"]);

/** Whether an identifier means a global, rather than a key, a member or a type. */
function isReference(node: Node, parent: Node | null): boolean {
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.object === node || parent.computed;
    case "ObjectProperty":
      return parent.value === node || parent.computed;
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
    case "TSPropertySignature":
    case "TSMethodSignature":
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
    case "ImportSpecifier":
      return false;
    default:
      return true;
  }
}

function mathSin(node: Node, parent: Node | null): string | undefined {
  if (node.type !== "Identifier" || node.name !== "Math") return undefined;
  const isMember = parent?.type === "MemberExpression" && parent.object === node;
  const member = isMember && !parent.computed ? nameOf(parent.property) : undefined;
  if (member === undefined) return "hands Math about: nobody can say what of it is used";
  if (portableMath.has(member)) return undefined;
  return `uses Math.${member}: its last bits differ from engine to engine`;
}

/** Names the file declares itself: a `window` of time is no window of a browser. */
function ownNames(source: SourceFile): Set<string> {
  const names = new Set<string>();
  walk(source.syntax.program, (node, parent) => {
    for (const one of declaredNames(node, parent)) names.add(nameOf(one) ?? "");
  });
  return names;
}

function codeSin(node: Node, parent: Node | null, own: Set<string>): string | undefined {
  if (node.type === "BinaryExpression" && node.operator === "**") return "uses **";
  if (node.type === "AssignmentExpression" && node.operator === "**=") return "uses **=";
  if (node.type !== "Identifier") return undefined;
  const isForeign = Object.hasOwn(bannedNames, node.name) && !own.has(node.name);
  const reason = isForeign ? bannedNames[node.name] : undefined;
  if (reason !== undefined && isReference(node, parent))
    return `uses ${node.name}, which ${reason}`;
  if (bannedMembers.has(node.name)) return `uses ${node.name}: it differs from engine to engine`;
  return mathSin(node, parent);
}

function sinsOf(source: SourceFile): Sin[] {
  const sins: Sin[] = [];
  const own = ownNames(source);
  walk(source.syntax.program, (node, parent) => {
    const what = codeSin(node, parent, own);
    if (what !== undefined) sins.push({ path: source.path, line: lineOf(node), what });
  });
  return sins;
}

function inspect(repository: Repository): Inspection {
  const sources = repository.sources.filter(
    (source) => roomOf(source.path)?.isPure && !isTest(source.path),
  );
  return { looked: sources.length, sins: sources.flatMap(sinsOf) };
}

const bad = (code: string, says: RegExp): Plant => ({ files: { "lab/src/a.ts": code }, says });

const plants: Plant[] = [
  bad("const u = Math.random();", /Math.random/),
  bad("const y = Math.sin(1);", /Math.sin/),
  bad('const y = Math["cos"](1);', /hands Math about/),
  bad("const { exp } = Math;", /hands Math about/),
  bad("const y = 2 ** 0.5;", /uses \*\*/),
  bad("const t = Date.now();", /Date, which reads a clock/),
  bad("const t = new Date();", /Date, which reads a clock/),
  bad("const t = performance.now();", /performance/),
  bad("fetch(address);", /fetch, which is input/),
  bad("process.exit(1);", /process/),
  bad('console.log("x");', /console/),
  bad("document.title = name;", /document, which belongs to a browser/),
  bad("const s = x.toLocaleString();", /toLocaleString/),
];

/** No chance, no clock, no unportable mathematics, no input or output in the four pure rooms. */
export const bannedCalls: Guard = { name: "banned calls", counts: "files", inspect, plants };
