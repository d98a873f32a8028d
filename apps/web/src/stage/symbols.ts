/** APP-6 symbols and the marks of what happened, drawn in the tokens' colours. */

import type { Palette } from "@pavise/report";
import {
  SYMBOL_CODES,
  type SymbolName,
  type SymbolShape,
  type SymbolTone,
  symbolDrawings,
} from "./symbol-drawings.ts";

/** Marks of records; each has a shape of its own, for a hue alone says nothing. */
export const MARKS = ["kill", "miss", "nothing", "arrival", "short", "fell"] as const;
export type MarkName = (typeof MARKS)[number];

/** Pixels of a picture for each CSS pixel: as fine as the screen, so that nothing is blurred. */
export const SYMBOL_RATIO = Math.min(3, Math.max(1, Math.ceil(globalThis.devicePixelRatio ?? 1)));
/** CSS pixels of 100 units of a drawing. */
const SYMBOL_SIZE = 19;
const SHOT_SIZE = 13;
const MARK_SIZE = 15;

/** A symbol as a picture. One that is not yet tracked is its frame without paper behind it. */
export function symbolPicture(
  name: SymbolName,
  palette: Palette,
  look: "plain" | "hollow" = "plain",
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const drawing = symbolDrawings[name];
  if (drawing === undefined) return canvas;
  const [left, top, width, height] = drawing.box;
  const perUnit = ((name === "interceptor" ? SHOT_SIZE : SYMBOL_SIZE) / 100) * SYMBOL_RATIO;
  canvas.width = Math.ceil(width * perUnit);
  canvas.height = Math.ceil(height * perUnit);
  const context = canvas.getContext("2d")!;
  context.scale(perUnit, perUnit);
  context.translate(-left, -top);
  const isThreat = SYMBOL_CODES[name][1] === "H";
  const tones: Readonly<Record<SymbolTone, string | null>> = {
    ink: isThreat ? palette.threat : palette.defence,
    ground: look === "plain" ? palette.ground : null,
    halo: look === "plain" ? palette.ground : null,
  };
  for (const shape of drawing.shapes) drawShape(context, shape, tones);
  return canvas;
}

function drawShape(
  context: CanvasRenderingContext2D,
  { path, circle, text, width, stroke, fill }: SymbolShape,
  tones: Readonly<Record<SymbolTone, string | null>>,
): void {
  const strokeColour = stroke === null ? null : tones[stroke];
  const fillColour = fill === null ? null : tones[fill];
  context.lineWidth = width;
  context.lineJoin = "round";
  context.strokeStyle = strokeColour ?? "transparent";
  context.fillStyle = fillColour ?? "transparent";
  if (text !== undefined) {
    const [x, y, size, words] = text;
    context.font = `bold ${size}px Arial, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(words, x, y);
    return;
  }
  const outline = new Path2D(path);
  if (circle !== undefined) outline.arc(circle[0], circle[1], circle[2], 0, 2 * Math.PI);
  if (fillColour !== null) context.fill(outline);
  if (strokeColour !== null) context.stroke(outline);
}

/** A mark as a picture: a filled burst for a kill, crosses and squares for the others. */
export function markPicture(name: MarkName, palette: Palette): HTMLCanvasElement {
  const side = Math.ceil(MARK_SIZE * SYMBOL_RATIO);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d")!;
  context.translate(side / 2, side / 2);
  context.lineCap = "round";
  context.lineJoin = "round";
  // Each mark stands on a halo of the ground, so that it is read over lines.
  for (const [colour, width] of [
    [palette.ground, 3.4 * SYMBOL_RATIO],
    [markColour(name, palette), 1.6 * SYMBOL_RATIO],
  ] as const) {
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = width;
    drawMark(context, name, side / 2 - 2 * SYMBOL_RATIO);
  }
  return canvas;
}

function markColour(name: MarkName, { threat, defence, grey }: Palette): string {
  if (name === "kill") return defence;
  return name === "arrival" || name === "short" ? threat : grey;
}

function drawMark(context: CanvasRenderingContext2D, name: MarkName, reach: number): void {
  const box = reach * 0.62;
  context.beginPath();
  if (name === "kill") {
    for (let ray = 0; ray < 8; ray++) {
      const angle = (ray * Math.PI) / 4;
      context.moveTo(0, 0);
      context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
    }
  } else if (name === "miss") {
    const arm = box * 0.75;
    context.moveTo(-arm, -arm);
    context.lineTo(arm, arm);
    context.moveTo(arm, -arm);
    context.lineTo(-arm, arm);
  } else if (name === "fell") {
    context.moveTo(-box, -box * 0.7);
    context.lineTo(box, -box * 0.7);
    context.lineTo(0, box);
    context.closePath();
  } else if (name === "nothing") context.arc(0, 0, box * 0.7, 0, 2 * Math.PI);
  else context.rect(-box, -box, 2 * box, 2 * box);
  if (name === "arrival") context.fill();
  context.stroke();
}

export interface IconAtlas {
  readonly picture: HTMLCanvasElement;
  /** Where each icon lies, as the icon layers want it; heights in pixels of the atlas. */
  readonly places: Readonly<Record<string, IconPlace>>;
}

export interface IconPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly anchorX: number;
  readonly anchorY: number;
}

/** All icons that move or mark, in one picture, side by side. */
export function iconAtlas(palette: Palette): IconAtlas {
  const classes = ["ballistic", "cruise", "drone", "aircraft", "rocket"] as const;
  const pictures: [string, HTMLCanvasElement][] = [
    ...classes.map((each) => [each, symbolPicture(each, palette)] as [string, HTMLCanvasElement]),
    ...classes.map(
      (each) =>
        [`${each}-hollow`, symbolPicture(each, palette, "hollow")] as [string, HTMLCanvasElement],
    ),
    ["interceptor", symbolPicture("interceptor", palette)],
    ...MARKS.map((mark) => [mark, markPicture(mark, palette)] as [string, HTMLCanvasElement]),
  ];
  const gap = 4;
  const width = pictures.reduce((sum, [, each]) => sum + each.width + gap, 0);
  const height = Math.max(...pictures.map(([, each]) => each.height));
  const picture = document.createElement("canvas");
  picture.width = width;
  picture.height = height;
  const context = picture.getContext("2d")!;
  const places: Record<string, IconPlace> = {};
  let x = 0;
  for (const [name, each] of pictures) {
    context.drawImage(each, x, 0);
    const centre = { anchorX: each.width / 2, anchorY: each.height / 2 };
    places[name] = { x, y: 0, width: each.width, height: each.height, ...centre };
    x += each.width + gap;
  }
  return { picture, places };
}
