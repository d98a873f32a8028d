/** APP-6 symbols as shapes: laid in by the build (`build/symbol-drawings.ts`). */

import type { ThreatClass } from "@pavise/lab";

/** Letter codes of APP-6 (and MIL-STD-2525C); a second letter H is hostile, F is friendly. */
export const SYMBOL_CODES = {
  ballistic: "SHAPWMSS--",
  cruise: "SHAPWMCM--",
  drone: "SHAPMFQ---",
  aircraft: "SHAPMF----",
  rocket: "SHAPWM----",
  unit: "SFGPEWMA--",
  sensor: "SFGPESR---",
  asset: "SFGPI-----",
  interceptor: "SFAPWMSA--",
} as const satisfies Record<ThreatClass, string> & Record<string, string>;

export type SymbolName = keyof typeof SYMBOL_CODES;

/** Colours by what they mean: of the lines, of the paper behind them, and around the whole. */
export type SymbolTone = "ink" | "ground" | "halo";

export interface SymbolShape {
  readonly path?: string;
  /** Centre and radius. */
  readonly circle?: readonly [number, number, number];
  /** Middle of the text, its size, and what it says. */
  readonly text?: readonly [number, number, number, string];
  readonly width: number;
  readonly stroke: SymbolTone | null;
  readonly fill: SymbolTone | null;
}

export interface SymbolDrawing {
  /** Left, top, width and height; the frame of a symbol is about 100 wide and its middle at 100, 100. */
  readonly box: readonly [number, number, number, number];
  readonly shapes: readonly SymbolShape[];
}

/** Empty until the build fills it. */
export const symbolDrawings: Readonly<Partial<Record<SymbolName, SymbolDrawing>>> = {};
