/**
 * How everything looks, in one place: report, browser and docs take their colours, sizes and grid
 * from here. Paper, not dashboard: one ground, one text colour, one grey, one accent.
 */

/** Colours by what they mean. A hue never stands alone: shape, hatching or a label goes with it. */
export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly grey: string;
  /** Hairlines and grid: the grey, thinned. */
  readonly rule: string;
  /** Links and what the reader should look at first. */
  readonly accent: string;
  readonly threat: string;
  readonly defence: string;
}

export const light: Palette = {
  ground: "#ffffff",
  text: "#1c1b19",
  grey: "#66635d",
  rule: "#d9d6cf",
  accent: "#6a4a8c",
  threat: "#b5462f",
  defence: "#2b6a99",
};

/** The same hues on near-black, lifted until text in them keeps a contrast of 4.5. */
export const dark: Palette = {
  ground: "#141413",
  text: "#e9e6df",
  grey: "#a19d94",
  rule: "#3a3834",
  accent: "#bb9ede",
  threat: "#e0785f",
  defence: "#6caedd",
};

/** Sizes of type in CSS pixels; there are no others. */
export const sizes = { small: 13, body: 15, lead: 19, title: 27 } as const;

/** The grid in CSS pixels: every distance is a multiple. */
export const GRID = 8;

/** Prose is never wider than this many characters. */
export const MEASURE_CHARACTERS = 72;

/** Width of a figure on a page, and on a narrow screen, CSS pixels. */
export const figureWidths = { wide: 760, narrow: 344 } as const;

export const fonts = {
  prose: 'Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif',
  figures: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
} as const;

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(" ");
}

/** The tokens as CSS variables: light, dark where the reader prefers it, light again on paper. */
export function tokenCss(): string {
  return [
    `:root { color-scheme: light dark; ${declarations(light)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${declarations(dark)} } }`,
    `@media print { :root { color-scheme: light; ${declarations(light)} } }`,
  ].join("\n");
}

/** The same for a page whose reader may choose: `data-theme` on the root goes before the system. */
export function themeCss(): string {
  return [
    `:root { color-scheme: light; ${declarations(light)} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${declarations(dark)} } }`,
    `:root[data-theme="dark"] { color-scheme: dark; ${declarations(dark)} }`,
  ].join("\n");
}
