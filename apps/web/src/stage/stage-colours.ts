/** Colours of the stage that are mixed from the tokens. */

import type { Palette } from "@pavise/report";

export type Rgb = readonly [red: number, green: number, blue: number];

export interface StageColours {
  readonly sea: string;
  readonly river: string;
}

/** Red, green and blue from 0 to 255 of a colour as the tokens write it: `#b5462f`. */
export function rgbFromHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A colour between two, `share` of the way from the first. */
export function mixed(from: string, to: string, share: number): string {
  const [a, b] = [rgbFromHex(from), rgbFromHex(to)];
  const channels = a.map((each, k) => Math.round(each + share * (b[k]! - each)));
  return `#${channels.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}

/** Water is the ground with a breath of the grey: it must not compete with what is on the map. */
export function stageColours({ ground, grey, rule }: Palette): StageColours {
  return { sea: mixed(ground, rule, 0.35), river: mixed(ground, grey, 0.35) };
}
