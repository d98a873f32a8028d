/**
 * The root of a rising function on [lower, upper], to the last bit: halves the interval until its
 * ends are neighbours. Slow and certain; for statistics, never for hot loops.
 */
export function bisection(rising: (x: number) => number, lower: number, upper: number): number {
  let low = lower;
  let high = upper;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
}
