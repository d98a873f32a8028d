/** Columns of a table for a terminal. */

export const TABLE_COLUMNS_MAX = 100;

/** One line of a table; widths stand on dim ones. */
export interface TableLine {
  readonly text: string;
  readonly dim: boolean;
}

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly side: "left" | "right";
}

const GAP = "  ";
/** A line that is read first. */
export const bright = (text: string): TableLine => ({ text, dim: false });
/** A line that is read second. */
export const dim = (text: string): TableLine => ({ text, dim: true });

/** Text in a column; what does not fit ends in an ellipsis. */
function cell(text: string, { width, side }: Column): string {
  const fitted = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return side === "left" ? fitted.padEnd(width) : fitted.padStart(width);
}

/** One line of texts in columns. */
export function row(columns: readonly Column[], texts: readonly string[]): string {
  return columns
    .map((column, index) => cell(texts[index] ?? "", column))
    .join(GAP)
    .trimEnd();
}

/** Titles, and a rule below them. */
export function heading(columns: readonly Column[]): TableLine[] {
  const titles = row(
    columns,
    columns.map(({ title }) => title),
  );
  const rule = columns.map(({ width }) => "─".repeat(width)).join(GAP);
  return [bright(titles), dim(rule)];
}

/** A column of so many characters. */
export const column = (title: string, width: number, side: Column["side"] = "right"): Column => ({
  title,
  width,
  side,
});

/**
 * Columns of which one has a text too wide for it: each as wide as its texts, as far as the terminal
 * has room. Numbers are given room before words, for a number cut short is another number.
 */
function widened(columns: readonly Column[], rows: readonly (readonly string[])[]): Column[] {
  const needed = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((texts) => texts[index]?.length ?? 0)),
  );
  if (columns.every(({ width }, index) => needed[index]! <= width)) return [...columns];
  const widths = columns.map(({ width }, index) => Math.min(width, needed[index]!));
  const gaps = GAP.length * (columns.length - 1);
  let free = TABLE_COLUMNS_MAX - gaps - widths.reduce((sum, width) => sum + width, 0);
  for (const side of ["right", "left"]) {
    for (const [index, each] of columns.entries()) {
      if (each.side !== side) continue;
      const more = Math.min(free, needed[index]! - widths[index]!);
      widths[index] = widths[index]! + more;
      free -= more;
    }
  }
  return columns.map((each, index) => ({ ...each, width: widths[index]! }));
}

/** One line of a table before its columns have their widths. */
export interface Row {
  readonly texts: readonly string[];
  readonly isDim: boolean;
  /** Stands for itself, outside the columns. */
  readonly whole?: true;
}

/** A row that is read first. */
export const brightRow = (...texts: string[]): Row => ({ texts, isDim: false });
/** A row that is read second. */
export const dimRow = (...texts: string[]): Row => ({ texts, isDim: true });

/** Heading and rows, the columns as wide as they need to be. */
export function tabled(columns: readonly Column[], rows: readonly Row[]): TableLine[] {
  const inColumns = rows.filter(({ whole }) => whole !== true);
  const wide = widened(
    columns,
    inColumns.map(({ texts }) => texts),
  );
  const lines = rows.map(({ texts, isDim, whole }) => {
    const text = whole === true ? texts.join("") : row(wide, texts);
    return isDim ? dim(text) : bright(text);
  });
  return [...heading(wide), ...lines];
}
