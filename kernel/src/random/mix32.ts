/**
 * The last step of MurmurHash3 (A. Appleby, public domain): a bijection of the 32-bit words in
 * which every input bit reaches every output bit. Takes any whole number modulo 2^32 and gives a
 * signed 32-bit integer, which is what the callers go on computing with.
 */
export function mix32(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
