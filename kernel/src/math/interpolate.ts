/**
 * Reading a table between its entries. Nothing is extrapolated: outside the table, and at a
 * coordinate that is not a number, the answer is NaN, which a caller must ask for by name.
 */

/**
 * Place i with xs[i] ≤ x < xs[i + 1] in ascending xs, the last interval including its upper end;
 * −1 outside or for NaN. Takes log₂ n comparisons and allocates nothing.
 */
export function intervalIndex(xs: ArrayLike<number>, x: number): number {
  const last = xs.length - 1;
  if (last < 1 || !(x >= xs[0]! && x <= xs[last]!)) return -1;
  let lower = 0;
  let upper = last;
  while (upper - lower > 1) {
    const middle = (lower + upper) >> 1;
    if (xs[middle]! <= x) lower = middle;
    else upper = middle;
  }
  return lower;
}

/** Value at x on the straight lines between (xs, ys), xs strictly ascending; NaN outside. */
export function interpolateLinear(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  const i = intervalIndex(xs, x);
  if (i < 0) return Number.NaN;
  const fraction = (x - xs[i]!) / (xs[i + 1]! - xs[i]!);
  return between(ys[i]!, ys[i + 1]!, fraction);
}

/** Exact at both ends, and monotone between them. */
function between(a: number, b: number, fraction: number): number {
  return fraction < 0.5 ? a + (b - a) * fraction : b - (b - a) * (1 - fraction);
}

/**
 * Value at (x, y) in a table over strictly ascending xs and ys, bilinear in its cell; NaN outside.
 * The table lies row by row: `values[j * xs.length + i]` belongs to (xs[i], ys[j]). A NaN entry
 * (a hole) makes the cells that touch it NaN.
 */
export function interpolateBilinear(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  values: ArrayLike<number>,
  x: number,
  y: number,
): number {
  const i = intervalIndex(xs, x);
  const j = intervalIndex(ys, y);
  if (i < 0 || j < 0) return Number.NaN;
  const fractionX = (x - xs[i]!) / (xs[i + 1]! - xs[i]!);
  const fractionY = (y - ys[j]!) / (ys[j + 1]! - ys[j]!);
  const row = j * xs.length + i;
  const next = row + xs.length;
  return between(
    between(values[row]!, values[row + 1]!, fractionX),
    between(values[next]!, values[next + 1]!, fractionX),
    fractionY,
  );
}

/** Throws a RangeError, naming the place, unless xs has two or more finite, strictly ascending entries. */
export function refuseUnsorted(xs: ArrayLike<number>, where: string): void {
  if (xs.length < 2) {
    throw new RangeError(`${where}: expected two or more entries, got ${xs.length}`);
  }
  for (let i = 0; i < xs.length; i++) {
    if (!Number.isFinite(xs[i]) || (i > 0 && xs[i]! <= xs[i - 1]!)) {
      throw new RangeError(`${where}[${i}]: expected finite, strictly ascending, got ${xs[i]}`);
    }
  }
}
