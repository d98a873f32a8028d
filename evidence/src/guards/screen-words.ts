import type { Node } from "@babel/types";
import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import type { Repository, SourceFile } from "./repository.ts";
import { isTest } from "./repository.ts";
import { lineOf, nameOf, walk } from "./syntax.ts";

/** Attributes that a person reads or hears. */
const spoken = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "label",
  "placeholder",
  "title",
]);

const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/** What a literal says; undefined for what is computed elsewhere. */
function literalText(node: Node | null | undefined): string | undefined {
  if (node?.type === "StringLiteral") return node.value;
  if (node?.type === "TemplateLiteral") {
    return node.quasis.map(({ value }) => value.raw).join("");
  }
  if (node?.type === "JSXExpressionContainer") return literalText(node.expression);
  if (node?.type === "ConditionalExpression") {
    return `${literalText(node.consequent) ?? ""} ${literalText(node.alternate) ?? ""}`;
  }
  return undefined;
}

function attributeName(node: Node): string {
  return node.type === "JSXIdentifier" ? node.name : (nameOf(node) ?? "");
}

function wordSin(node: Node, parent: Node | null): string | undefined {
  if (node.type === "JSXText" && hasWord(node.value)) return node.value.trim();
  const isChild = parent?.type === "JSXElement" || parent?.type === "JSXFragment";
  const isSpoken = node.type === "JSXAttribute" && spoken.has(attributeName(node.name));
  const text = isSpoken
    ? literalText(node.value)
    : isChild && node.type === "JSXExpressionContainer"
      ? literalText(node)
      : undefined;
  return text !== undefined && hasWord(text) ? text.trim() : undefined;
}

function sinsOf(source: SourceFile): Sin[] {
  const sins: Sin[] = [];
  walk(source.syntax.program, (node, parent) => {
    const text = wordSin(node, parent);
    if (text === undefined) return;
    const what = `writes “${text.slice(0, 40)}” on the screen: words live in apps/web/src/texts`;
    sins.push({ path: source.path, line: lineOf(node), what });
  });
  return sins;
}

function inspect(repository: Repository): Inspection {
  const sources = repository.sources.filter(
    ({ path }) => /^apps\/web\/src\/.*\.tsx?$/.test(path) && !isTest(path),
  );
  return { looked: sources.length, sins: sources.flatMap(sinsOf) };
}

const bad = (code: string): Plant => ({
  files: { "apps/web/src/a.tsx": code },
  says: /words live in apps\/web\/src\/texts/,
});

const plants: Plant[] = [
  bad("export const a = <p>Play the raid</p>;"),
  bad('export const a = <p>{"Play"}</p>;'),
  bad("export const a = <p>{isOn ? `on since` : null}</p>;"),
  bad('export const a = <button aria-label="Play" />;'),
  bad("export const a = <Slider label={`Rounds of a unit`} />;"),
  bad('export const a = <input placeholder={isOwn ? "name" : other} />;'),
];

/** Every word on the screen comes from one place, ready to be translated. */
export const screenWords: Guard = { name: "screen words", counts: "files", inspect, plants };
