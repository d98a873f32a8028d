/** A column of numbers that grows while tables are built. */
export class Column {
  readonly #values: number[] = [];

  get length(): number {
    return this.#values.length;
  }

  /** The value that was pushed last. */
  last(): number {
    return this.#values[this.#values.length - 1]!;
  }

  push(value: number): void {
    this.#values.push(value);
  }

  pushAll(values: Iterable<number>): void {
    for (const value of values) this.#values.push(value);
  }

  int32(): Int32Array {
    return Int32Array.from(this.#values);
  }

  uint32(): Uint32Array {
    return Uint32Array.from(this.#values);
  }

  uint8(): Uint8Array {
    return Uint8Array.from(this.#values);
  }

  float64(): Float64Array {
    return Float64Array.from(this.#values);
  }
}
