/**
 * A running 64-bit hash of 32-bit words, for telling whether two runs made the same bytes.
 *
 * Two lanes in the manner of MurmurHash3 (A. Appleby, public domain) that feed each other, so that
 * order matters and a change anywhere reaches all 64 bits. It guards against accidents, not against
 * an adversary: it is not cryptographic. Two different records meet by chance once in 1.8 × 10^19.
 */
import { invariant } from "../invariant.ts";
import { mix32 } from "../random/mix32.ts";
import { utf8FromText } from "../utf8.ts";

/** Words of a hash state: two lanes and the number of words taken in. */
const STATE_WORDS = 3;

const doubleValue = new Float64Array(1);
const doubleBytes = new DataView(doubleValue.buffer);

/** A hash that has taken in nothing yet. */
export function hashState(): Uint32Array {
  return new Uint32Array([0x9e3779b9, 0x7f4a7c15, 0]);
}

/** Puts a state back to the beginning, so that a loop need not allocate another. */
export function hashReset(state: Uint32Array): void {
  state[0] = 0x9e3779b9;
  state[1] = 0x7f4a7c15;
  state[2] = 0;
}

/** Takes in one 32-bit word (any whole number, modulo 2^32). Allocates nothing. */
export function hashMix(state: Uint32Array, word: number): void {
  let a = state[0]! | 0;
  let b = state[1]! | 0;
  let k = Math.imul(word | 0, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  a ^= k;
  a = (a << 13) | (a >>> 19);
  a = (Math.imul(a + b, 5) + 0xe6546b64) | 0;
  k = Math.imul(word | 0, 0x38b34ae5);
  k = Math.imul((k << 16) | (k >>> 16), 0xa1e38b93);
  b ^= k;
  b = (b << 15) | (b >>> 17);
  b = (Math.imul(b + a, 5) + 0x0bcaa747) | 0;
  state[0] = a;
  state[1] = b;
  state[2] = state[2]! + 1;
}

/**
 * Takes in a double as two words, low word first. −0 and 0 differ; every NaN counts as the same
 * one, because engines may write its bits differently.
 */
export function hashDouble(state: Uint32Array, value: number): void {
  if (Number.isNaN(value)) {
    hashMix(state, 0);
    hashMix(state, 0x7ff80000);
    return;
  }
  doubleBytes.setFloat64(0, value, true);
  hashMix(state, doubleBytes.getInt32(0, true));
  hashMix(state, doubleBytes.getInt32(4, true));
}

function hexOfWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

/** The hash of everything taken in so far, 16 hexadecimal digits. Leaves the state as it is. */
export function hashDigest(state: Uint32Array): string {
  invariant(state.length === STATE_WORDS, "hash: a state has three words");
  let a = state[0]! ^ state[2]!;
  let b = state[1]! ^ state[2]!;
  a = (a + b) | 0;
  b = (b + a) | 0;
  a = mix32(a);
  b = mix32(b);
  a = (a + b) | 0;
  b = (b + a) | 0;
  return hexOfWord(a) + hexOfWord(b);
}

/** Takes in bytes as little-endian words, the last filled up with zeros, then their number. */
export function hashMixBytes(state: Uint32Array, bytes: Uint8Array): void {
  const whole = bytes.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    hashMix(
      state,
      bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24),
    );
  }
  if (whole < bytes.length) {
    let word = 0;
    for (let i = whole; i < bytes.length; i++) word |= bytes[i]! << (8 * (i - whole));
    hashMix(state, word);
  }
  hashMix(state, bytes.length);
}

/** Hash of bytes, 16 hexadecimal digits. */
export function hashBytes(bytes: Uint8Array): string {
  const state = hashState();
  hashMixBytes(state, bytes);
  return hashDigest(state);
}

/** Hash of a text's UTF-8 bytes, 16 hexadecimal digits. */
export function hashText(text: string): string {
  return hashBytes(utf8FromText(text));
}
