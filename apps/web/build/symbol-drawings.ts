/**
 * APP-6 symbols as a few lines each, drawn once by milsymbol when the page is built: the library
 * knows thousands of symbols and would be a quarter of what the stage loads.
 */

import milsymbol, { type ColorMode } from "milsymbol";
import type { Plugin } from "vite";
import {
  SYMBOL_CODES,
  type SymbolDrawing,
  type SymbolShape,
  type SymbolTone,
} from "../src/stage/symbol-drawings.ts";

/** Names that stand for the colours of a palette until the page draws. */
const TONES: Readonly<Record<string, SymbolTone>> = { INK: "ink", GROUND: "ground", HALO: "halo" };

function everywhere(tone: string): ColorMode {
  return {
    Civilian: tone,
    Friend: tone,
    Hostile: tone,
    Neutral: tone,
    Unknown: tone,
    Suspect: tone,
  };
}

export function symbolDrawing(code: string): SymbolDrawing {
  const symbol = new milsymbol.Symbol(code, {
    size: 100,
    colorMode: everywhere("GROUND"),
    frameColor: everywhere("INK"),
    iconColor: everywhere("INK"),
    outlineColor: "HALO",
    outlineWidth: 5,
    strokeWidth: 7,
  });
  if (!symbol.isValid()) throw new Error(`${code} is no symbol`);
  const svg = symbol.asSVG();
  const box = /viewBox="([^"]+)"/.exec(svg)![1]!.split(" ").map(Number);
  const elements = [...svg.matchAll(/<(path|circle|text)((?: [\w-]+="[^"]*")*) *>([^<]*)/g)];
  const marks = svg.match(/<(?!\/|svg)/g) ?? [];
  // Whatever the library draws otherwise would be lost in silence.
  if (marks.length !== elements.length) throw new Error(`${code} has shapes that are not known`);
  const [x, y, width, height] = box;
  return {
    box: [x!, y!, width!, height!],
    shapes: elements.map(([, kind, attributes, text]) => shapeOf(kind!, attributes!, text!)),
  };
}

function shapeOf(kind: string, attributes: string, text: string): SymbolShape {
  const value = (name: string): string => {
    const found = new RegExp(` ${name}="([^"]*)"`).exec(attributes);
    return found?.[1] ?? "";
  };
  const number = (name: string): number => Number(value(name));
  const tone = (name: string): SymbolTone | null => TONES[value(name)] ?? null;
  const look = { width: number("stroke-width"), stroke: tone("stroke"), fill: tone("fill") };
  if (kind === "path") return { ...look, path: value("d") };
  if (kind === "circle") return { ...look, circle: [number("cx"), number("cy"), number("r")] };
  return { ...look, text: [number("x"), number("y"), number("font-size"), text] };
}

/** Lays the drawings into `src/stage/symbol-drawings.ts`, which has none as it is written. */
export function symbolDrawings(): Plugin {
  return {
    name: "pavise-symbols",
    enforce: "pre",
    transform: (code, id) => {
      if (!id.endsWith("/src/stage/symbol-drawings.ts")) return;
      const drawings = Object.fromEntries(
        Object.entries(SYMBOL_CODES).map(([name, each]) => [name, symbolDrawing(each)]),
      );
      return code.replace(/(symbolDrawings: [^=]*=) \{\};/, `$1 ${JSON.stringify(drawings)};`);
    },
  };
}
