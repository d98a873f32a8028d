/** Where in a text a fault lies: `scenario.yaml:14:9` as a position. */

export interface Lines {
  readonly length: number;
  readonly lines: number;
  line(number: number): { readonly from: number; readonly to: number };
}

/** Line and column at the end of a place, counted from 1; null for a place outside a file. */
export function lineOfPlace(place: string | undefined): readonly [number, number] | null {
  const [, line, column] = /:(\d+):(\d+)$/.exec(place ?? "") ?? [];
  return line === undefined ? null : [Number(line), Number(column)];
}

/** From the place to the end of its line; at least one character wide. */
export function spanOfPlace(text: Lines, place: string | undefined): readonly [number, number] {
  const at = lineOfPlace(place);
  if (at === null) return [0, Math.min(1, text.length)];
  const line = text.line(Math.min(Math.max(1, at[0]), text.lines));
  const from = Math.min(line.from + at[1] - 1, line.to);
  return [from, Math.max(line.to, Math.min(from + 1, text.length))];
}
