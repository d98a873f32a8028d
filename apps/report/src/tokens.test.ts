import { expect, test } from "vitest";
import { dark, light, type Palette, sizes, tokenCss } from "./tokens.ts";

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

test.each<[string, Palette]>([
  ["light", light],
  ["dark", dark],
])(
  "%s: text, grey, accent, threats and defence keep a contrast of 4.5 on the ground",
  (_, palette) => {
    for (const name of ["text", "grey", "accent", "threat", "defence"] as const) {
      expect([name, contrast(palette[name], palette.ground) >= 4.5]).toEqual([name, true]);
    }
  },
);

test("threats are warm #b5462f, defence is cool #2b6a99, and there are four sizes of type", () => {
  expect([light.threat, light.defence]).toEqual(["#b5462f", "#2b6a99"]);
  expect(Object.values(sizes)).toEqual([13, 15, 19, 27]);
});

test("paper is light, whatever the screen prefers", () => {
  const css = tokenCss();
  expect(css.indexOf("@media print")).toBeGreaterThan(css.indexOf("prefers-color-scheme: dark"));
});
