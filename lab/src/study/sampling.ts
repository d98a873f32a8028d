/**
 * Points that fill the unit cube more evenly than luck: Halton, Sobol with nested scrambling, and
 * the Latin hypercube.
 *
 * Every point is a pure function of its index (and of the seed, where there is one), so that jobs of
 * a study can make their own points in any order. Sources: J. H. Halton, Numer. Math. 2 (1960);
 * I. M. Sobol (1967) with the direction numbers of Joe and Kuo (2008); A. B. Owen, Randomly permuted
 * (t,m,s)-nets and (t,s)-sequences (1995); M. D. McKay, R. J. Beckman, W. J. Conover,
 * Technometrics 21 (1979).
 */
import { entityKey, Purpose, uniformFromWord, uniformWord } from "@pavise/kernel";
import { SOBOL_DIRECTIONS } from "./sobol-directions.ts";

/** Greatest number of dimensions of the Sobol sequence. */
export const SOBOL_DIMENSIONS_MAX = 256;
/** Greatest number of dimensions of the Halton sequence: beyond it neighbours look alike. */
export const HALTON_DIMENSIONS_MAX = 40;

const BITS = 32;
const TWO_TO_32 = 4294967296;

function refuseCount(where: string, value: number, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most)) {
    throw new RangeError(
      `${where}: expected a whole number from ${least} to ${most}, got ${value}`,
    );
  }
}

/** The digits of `index` in `base`, mirrored at the point: 6 is 110 in base 2 and becomes 0.011. */
export function radicalInverse(index: number, base: number): number {
  let value = 0;
  let place = 1;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    place *= base;
    value += (rest % base) / place;
  }
  return value;
}

/** The first so many primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

/** Points 0 … count − 1 of the Halton sequence in the bases 2, 3, 5, … */
export function haltonPoints(count: number, dimensions: number): Float64Array[] {
  refuseCount("haltonPoints count", count, 0, TWO_TO_32);
  refuseCount("haltonPoints dimensions", dimensions, 1, HALTON_DIMENSIONS_MAX);
  const bases = primes(dimensions);
  return Array.from({ length: count }, (_, index) =>
    Float64Array.from(bases, (base) => radicalInverse(index, base)),
  );
}

/** Direction words of every dimension, 32 each, the first bit of a fraction highest. */
function directionWords(dimensions: number): Uint32Array {
  const words = new Uint32Array(dimensions * BITS);
  for (let bit = 0; bit < BITS; bit++) words[bit] = 1 << (BITS - 1 - bit);
  const lines = SOBOL_DIRECTIONS.trim().split("\n");
  for (let dimension = 1; dimension < dimensions; dimension++) {
    const [polynomial = 0, ...first] = lines[dimension - 1]!.split(" ").map(Number);
    const own = words.subarray(dimension * BITS, (dimension + 1) * BITS);
    for (const [bit, m] of first.entries()) own[bit] = m << (BITS - 1 - bit);
    writeRecurrence(own, polynomial, first.length);
  }
  return words;
}

/** Bratley's and Fox's recurrence: every further word from the `degree` words before it. */
function writeRecurrence(words: Uint32Array, polynomial: number, degree: number): void {
  for (let bit = degree; bit < BITS; bit++) {
    const oldest = words[bit - degree]!;
    let word = oldest ^ (oldest >>> degree);
    for (let back = 1; back < degree; back++) {
      if ((polynomial >>> (degree - back)) & 1) word ^= words[bit - back]!;
    }
    words[bit] = word;
  }
}

/**
 * The Sobol sequence, in the order of the Gray code. With a seed every coordinate is scrambled by
 * Owen's nested permutations, each flip a random number of its own address: a point is then uniform
 * in the cube, and 2^m points keep the evenness of the net. Unscrambled the first point is 0.
 *
 * @example new SobolSequence(2).point(2) // [0.75, 0.25]
 */
export class SobolSequence {
  readonly dimensions: number;
  private readonly words: Uint32Array;
  /** Two words a dimension; absent where nothing is scrambled. */
  private readonly keys: Uint32Array | undefined;

  /** `dimensions` from 1 to 256; `batch` tells independent scramblings of one seed apart. */
  constructor(dimensions: number, seed?: number, batch = 0) {
    refuseCount("SobolSequence dimensions", dimensions, 1, SOBOL_DIMENSIONS_MAX);
    this.dimensions = dimensions;
    this.words = directionWords(dimensions);
    if (seed === undefined) return;
    this.keys = new Uint32Array(2 * dimensions);
    for (let dimension = 0; dimension < dimensions; dimension++) {
      entityKey(seed, batch, `sobol dimension ${dimension + 1}`, this.keys, 2 * dimension);
    }
  }

  /** Point `index`, a whole number from 0 to 2^32 − 1. */
  point(index: number): Float64Array {
    refuseCount("SobolSequence index", index, 0, TWO_TO_32 - 1);
    const gray = (index ^ (index >>> 1)) >>> 0;
    const point = new Float64Array(this.dimensions);
    for (let dimension = 0; dimension < this.dimensions; dimension++) {
      let word = 0;
      for (let bit = 0; bit < BITS; bit++) {
        if ((gray >>> bit) & 1) word ^= this.words[dimension * BITS + bit]!;
      }
      point[dimension] =
        this.keys === undefined
          ? (word >>> 0) / TWO_TO_32
          : uniformFromWord(scrambled(word >>> 0, this.keys, 2 * dimension));
    }
    return point;
  }
}

/** Flips every bit by a coin that belongs to the bits before it. */
function scrambled(word: number, keys: Uint32Array, at: number): number {
  let flips = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const before = bit === 0 ? 0 : word >>> (BITS - bit);
    const coin = uniformWord(keys[at]!, keys[at + 1]!, before, Purpose.unknown, bit);
    if (coin & 1) flips |= 1 << (BITS - 1 - bit);
  }
  return (word ^ flips) >>> 0;
}

/**
 * A Latin hypercube: in every dimension each of the `count` equal strata holds exactly one point,
 * at a random place within it. Costs memory for all points at once.
 */
export function latinHypercube(count: number, dimensions: number, seed: number): Float64Array[] {
  refuseCount("latinHypercube count", count, 1, 1_000_000);
  refuseCount("latinHypercube dimensions", dimensions, 1, 100_000);
  const points = Array.from({ length: count }, () => new Float64Array(dimensions));
  const key = new Uint32Array(2);
  const strata = new Uint32Array(count);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    entityKey(seed, 0, `hypercube dimension ${dimension + 1}`, key);
    const word = (i: number, index: number) =>
      uniformWord(key[0]!, key[1]!, i, Purpose.unknown, index);
    for (let i = 0; i < count; i++) strata[i] = i;
    // Fisher and Yates: every order equally likely.
    for (let i = count - 1; i > 0; i--) {
      const other = Math.floor((word(i, 0) / TWO_TO_32) * (i + 1));
      [strata[i], strata[other]] = [strata[other]!, strata[i]!];
    }
    for (let i = 0; i < count; i++) {
      points[i]![dimension] = (strata[i]! + uniformFromWord(word(i, 1))) / count;
    }
  }
  return points;
}
