/**
 * How much the heap grows over many replications. Needs `node --expose-gc`.
 *
 * Two figures. What stays after a collection is a leak. What is used before one, summed over short
 * stretches with no collection between, is everything that was allocated, garbage included.
 */

export interface HeapGrowth {
  readonly replications: number;
  /** Bytes still held after a collection. */
  readonly heldBytes: number;
  /** Bytes allocated on the way. */
  readonly allocatedBytes: number;
}

/** Replications between two readings of the heap; far too few to start a collection by themselves. */
const STRETCH = 1000;

/** Plays `warmUp` replications, then `replications` while watching the heap. */
export function heapGrowth(
  play: (replication: number) => void,
  warmUp: number,
  replications: number,
): HeapGrowth {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error("heapGrowth: expected node --expose-gc");
  for (let replication = 0; replication < warmUp; replication++) play(replication);
  collect();
  collect();
  const before = process.memoryUsage().heapUsed;
  let allocatedBytes = 0;
  for (let start = 0; start < replications; start += STRETCH) {
    const end = Math.min(start + STRETCH, replications);
    const used = process.memoryUsage().heapUsed;
    for (let replication = start; replication < end; replication++) play(replication);
    allocatedBytes += Math.max(0, process.memoryUsage().heapUsed - used);
  }
  collect();
  collect();
  return { replications, heldBytes: process.memoryUsage().heapUsed - before, allocatedBytes };
}
