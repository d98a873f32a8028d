/**
 * Throws when a condition that the program itself must keep does not hold. For mistakes of the
 * programmer; what a user wrote is refused by an error that names its place instead.
 *
 * In hot loops give a constant message: a template is built even when the condition holds.
 *
 * @example
 * invariant(queue.size < queue.capacity, "event queue: capacity exceeded");
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** A promise of the program to itself was broken: a fault to report, not something to correct in a file. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";

  constructor(message: string) {
    super(`invariant broken: ${message}`);
  }
}
