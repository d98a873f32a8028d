import type { Node } from "@babel/types";
import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import type { Repository, SourceFile } from "./repository.ts";
import { lineOf, nameOf, walk } from "./syntax.ts";

/** Words with two owners, and what to say instead. */
const twoOwners = new Map([
  ["missile", "threat or interceptor"],
  ["missiles", "threats or interceptors"],
  ["target", "asset or threat"],
  ["targets", "assets or threats"],
]);

/** Where such a word is somebody's own, and why. */
const mayName: { path: RegExp; why: string }[] = [
  { path: /^models\/src\/sensor\//, why: "a radar's target is the field's word" },
  { path: /^catalogue\/src\//, why: "fields of published records keep their names" },
  { path: /^evidence\/src\/reference\/adapters\//, why: "so do fields of other people's cases" },
  { path: /^lab\/src\/scenario\/schema\.ts$/, why: "an option of the schema library" },
  { path: /^evidence\/src\/determinism\/bundle\.ts$/, why: "an option of the bundler" },
  { path: /^apps\/web\/vite\.config\.ts$/, why: "the same option" },
];

/** Verbs that do not say what is done. */
const emptyVerbs = new Set(["get", "do", "handle", "process", "manage"]);

const kindFolders = new Set(["utils", "helpers", "common", "types", "services", "managers"]);

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[ _$]+/)
    .map((word) => word.toLowerCase());
}

/** The names an identifier, or a pattern that takes things apart, brings into the world. */
function boundNames(node: Node | null | undefined): Node[] {
  switch (node?.type) {
    case "Identifier":
    case "PrivateName":
      return [node];
    case "ObjectPattern":
      return node.properties.flatMap((one) =>
        boundNames(one.type === "RestElement" ? one.argument : one.value),
      );
    case "ArrayPattern":
      return node.elements.flatMap((one) => boundNames(one));
    case "AssignmentPattern":
      return boundNames(node.left);
    case "RestElement":
      return boundNames(node.argument);
    case "TSParameterProperty":
      return boundNames(node.parameter);
    default:
      return [];
  }
}

/** The names a node brings into the world. */
export function declaredNames(node: Node, parent: Node | null): Node[] {
  switch (node.type) {
    case "VariableDeclarator":
    case "ClassDeclaration":
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return boundNames(node.id);
    case "FunctionDeclaration":
    case "FunctionExpression":
      return [...boundNames(node.id), ...node.params.flatMap((one) => boundNames(one))];
    case "ArrowFunctionExpression":
      return node.params.flatMap((one) => boundNames(one));
    case "ClassMethod":
    case "ClassPrivateMethod":
    case "ObjectMethod":
      return [...boundNames(node.key), ...node.params.flatMap((one) => boundNames(one))];
    case "ObjectProperty":
      return parent?.type === "ObjectExpression" && !node.computed ? boundNames(node.key) : [];
    case "ClassProperty":
    case "ClassPrivateProperty":
    case "TSPropertySignature":
    case "TSMethodSignature":
      return boundNames(node.key);
    default:
      return [];
  }
}

const isFunction = (node: Node | null | undefined): boolean =>
  node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression";

/**
 * The name of a function that is declared here; accessors are properties and do not count, and what
 * overrides a library's method has the library's name.
 */
function functionName(node: Node): Node | null | undefined {
  if (node.type === "ClassMethod" && node.override === true) return undefined;
  if (node.type === "FunctionDeclaration" || node.type === "TSDeclareFunction") return node.id;
  if (node.type === "ClassMethod" || node.type === "ObjectMethod") {
    return node.kind === "method" ? node.key : undefined;
  }
  if (node.type === "ClassPrivateMethod" || node.type === "TSMethodSignature") return node.key;
  if (node.type === "VariableDeclarator" && isFunction(node.init)) return node.id;
  if (node.type === "ClassProperty" || node.type === "ObjectProperty") {
    return isFunction(node.value) ? node.key : undefined;
  }
  return undefined;
}

function nameSins(source: SourceFile, node: Node, parent: Node | null): Sin[] {
  if (mayName.some(({ path }) => path.test(source.path))) return [];
  return declaredNames(node, parent).flatMap((one): Sin[] => {
    const name = nameOf(one) ?? "";
    // Names with an underscore are fields of files: the catalogue's and other people's words.
    if (name.includes("_")) return [];
    const word = words(name).find((each) => twoOwners.has(each));
    if (word === undefined) return [];
    const what = `${name}: ${word} has two owners; say ${twoOwners.get(word)}`;
    return [{ path: source.path, line: lineOf(one), what }];
  });
}

function verbSins(source: SourceFile, node: Node): Sin[] {
  const name = nameOf(functionName(node));
  const verb = name === undefined ? undefined : words(name)[0];
  if (verb === undefined || !emptyVerbs.has(verb)) return [];
  const what = `${name}: a function that begins with ${verb} does not say what it does`;
  return [{ path: source.path, line: lineOf(node), what }];
}

const shouted = /^(README|ARCHITECTURE|CONTRIBUTING|CHANGELOG|CITATION|LICENSE|SECURITY)(\.|$)/;
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Data keep the names their owners gave them: catalogue ids and other people's cases. */
const namedByOthers = /^(catalogue\/(data|terrain)|evidence\/reference\/cases)\//;

function pathSins(path: string): Sin[] {
  const folders = path.split("/");
  const file = folders.pop() ?? "";
  const sins = folders
    .filter((folder) => kindFolders.has(folder))
    .map((folder) => `lies in ${folder}/: a folder is named for what it is about`);
  if (!namedByOthers.test(path) && !kebab.test(file) && !shouted.test(file)) {
    sins.push("is not named in kebab-case");
  }
  return sins.map((what) => ({ path, line: 1, what }));
}

function inspect(repository: Repository): Inspection {
  const sins = [...repository.files.keys()].flatMap(pathSins);
  let looked = repository.files.size;
  for (const source of repository.sources) {
    walk(source.syntax.program, (node, parent) => {
      looked += declaredNames(node, parent).length;
      sins.push(...nameSins(source, node, parent), ...verbSins(source, node));
    });
  }
  return { looked, sins };
}

const bad = (code: string, says: RegExp): Plant => ({ files: { "lab/src/a.ts": code }, says });

const plants: Plant[] = [
  bad("const missileCount = 1;", /missileCount: missile has two owners/),
  bad("function f({ a: [targetRange] }) {}", /targetRange/),
  bad("interface A { readonly targets: number }", /targets has two owners/),
  bad("class A { #target = 1; }", /target has two owners/),
  bad("function getRange() {}", /begins with get/),
  bad("const handleTrack = () => 1;", /begins with handle/),
  bad("class A { process() {} }", /begins with process/),
  bad("const a = { manageRaid: () => 1 };", /begins with manage/),
  { files: { "lab/src/utils/a.ts": "" }, says: /lies in utils/ },
  { files: { "lab/src/fireUnit.ts": "" }, says: /kebab-case/ },
];

/** Names as section 7 of the design has them. */
export const identifiers: Guard = { name: "names", counts: "names", inspect, plants };
