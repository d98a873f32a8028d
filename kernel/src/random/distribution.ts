/**
 * How a published range becomes a draw.
 *
 * `[least, likely, greatest]` is triangular with that mode, on the logarithm where
 * greatest > 10 × least > 0; `[least, greatest]` is uniform; a single value is used as it is; a count
 * is drawn on [least − ½, greatest + ½] and rounded. Quantile functions, so that one uniform number
 * gives one value, the same order of luck for every fact.
 */
import { exp, ln } from "../math/elementary.ts";

/** A value as published: one figure, a bare interval, or least, likely and greatest. */
export type PublishedRange =
  | number
  | readonly [least: number, greatest: number]
  | readonly [least: number, likely: number, greatest: number];

const TWO_TO_32 = 4294967296;

function refuseUniform(uniform: number): void {
  if (!(uniform >= 0 && uniform <= 1)) {
    throw new RangeError(`uniform number: expected 0 to 1, got ${uniform}`);
  }
}

function limited(value: number, least: number, greatest: number): number {
  return Math.min(greatest, Math.max(least, value));
}

/** Value with `uniform` of the uniform distribution on [least, greatest] below it. */
export function uniformQuantile(least: number, greatest: number, uniform: number): number {
  // Measured from the nearer end, so that both ends are reached exactly.
  const width = greatest - least;
  const middle = least + width * 0.5;
  return uniform <= 0.5
    ? limited(least + width * uniform, least, middle)
    : limited(greatest - width * (1 - uniform), middle, greatest);
}

/** Value with `uniform` of the triangular distribution of this mode below it. */
export function triangularQuantile(
  least: number,
  likely: number,
  greatest: number,
  uniform: number,
): number {
  const width = greatest - least;
  if (width === 0) return least;
  const below = likely - least;
  const above = greatest - likely;
  // Measured from the nearer end, so that the small square roots keep their digits in both tails.
  if (uniform * width <= below) {
    return limited(least + Math.sqrt(uniform * width * below), least, likely);
  }
  return limited(greatest - Math.sqrt((1 - uniform) * width * above), likely, greatest);
}

/** Value whose logarithm is triangular between the logarithms of three positive numbers. */
export function logTriangularQuantile(
  least: number,
  likely: number,
  greatest: number,
  uniform: number,
): number {
  const logarithm = triangularQuantile(ln(least), ln(likely), ln(greatest), uniform);
  return limited(exp(logarithm), least, greatest);
}

/** Does a range span so much that it is drawn on the logarithm: greatest > 10 × least > 0? */
export function isDrawnOnLogarithm(least: number, greatest: number): boolean {
  return least > 0 && greatest > 10 * least;
}

/** Throws unless all figures are finite and in order; `where` begins the message. */
export function refuseRange(range: PublishedRange, where: string): void {
  const figures = typeof range === "number" ? [range] : range;
  if (figures.length < 1 || figures.length > 3) {
    throw new RangeError(
      `${where}: expected a number, [least, greatest] or [least, likely, greatest], ` +
        `got ${figures.length} figures`,
    );
  }
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!;
    if (!Number.isFinite(figure) || (i > 0 && figure < figures[i - 1]!)) {
      throw new RangeError(
        `${where}: expected finite figures from least to greatest, got [${figures.join(", ")}]`,
      );
    }
  }
}

/**
 * The value of a published range behind a uniform number in [0, 1]. Throws on figures that are not
 * finite and in order, and on a uniform number outside [0, 1].
 */
export function rangeQuantile(range: PublishedRange, uniform: number): number {
  refuseRange(range, "range");
  refuseUniform(uniform);
  if (typeof range === "number") return range;
  if (range.length === 2) return uniformQuantile(range[0], range[1], uniform);
  const [least, likely, greatest] = range;
  return isDrawnOnLogarithm(least, greatest)
    ? logTriangularQuantile(least, likely, greatest, uniform)
    : triangularQuantile(least, likely, greatest, uniform);
}

/**
 * The count behind a uniform number: the range widened by one half at both ends, then rounded, so
 * that the end counts keep their share. Whether it is drawn on the logarithm is decided by the
 * published figures, not by the widened ones. Throws unless the ends are whole numbers ≥ 0.
 */
export function countQuantile(range: PublishedRange, uniform: number): number {
  refuseRange(range, "count");
  refuseUniform(uniform);
  const least = typeof range === "number" ? range : range[0];
  const greatest = typeof range === "number" ? range : range[range.length - 1]!;
  if (!(Number.isSafeInteger(least) && Number.isSafeInteger(greatest) && least >= 0)) {
    throw new RangeError(`count: expected whole ends ≥ 0, got ${least} to ${greatest}`);
  }
  if (typeof range === "number") return range;
  const lower = least - 0.5;
  const upper = greatest + 0.5;
  let value: number;
  if (range.length === 2) value = uniformQuantile(lower, upper, uniform);
  else if (isDrawnOnLogarithm(least, greatest)) {
    value = logTriangularQuantile(lower, range[1], upper, uniform);
  } else value = triangularQuantile(lower, range[1], upper, uniform);
  // Exactly greatest + ½ has probability 0 but rounds up, and −½ rounds to −0.
  return limited(Math.round(value), least, greatest) + 0;
}

/** The likely value of a range, as draw 0 uses it; the middle where none was published. */
export function rangeLikely(range: PublishedRange): number {
  refuseRange(range, "range");
  if (typeof range === "number") return range;
  return range.length === 2 ? range[0] + (range[1] - range[0]) / 2 : range[1];
}

/** The likely count of a range, rounded to a whole number (a half goes up). */
export function countLikely(range: PublishedRange): number {
  return Math.round(rangeLikely(range));
}

/**
 * The number t for which `word < t` holds with probability p for a uniform 32-bit word: p·2^32
 * rounded, in error by at most 2^−33. At p = 0 it never holds, at p = 1 always; 2^32 itself does
 * not fit a Uint32Array, so thresholds are kept as doubles. Throws outside [0, 1].
 */
export function thresholdFromProbability(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability: expected 0 to 1, got ${probability}`);
  }
  return Math.round(probability * TWO_TO_32);
}
