/** Writes the bytes of index keys. One buffer is reused: a key is copied out when it is done. */
export class KeyBytes {
  #buffer = Buffer.allocUnsafe(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  reset(): void {
    this.#length = 0;
  }

  copy(): Buffer {
    return Buffer.from(this.#buffer.subarray(0, this.#length));
  }

  byte(value: number): void {
    this.#room(1);
    this.#buffer[this.#length++] = value;
  }

  uint32(value: number): void {
    this.#room(4);
    this.#length = this.#buffer.writeUInt32BE(value >>> 0, this.#length);
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  /** Text in UTF-8 (its byte order is code point order, as MongoDB compares), ended so that "a" sorts before "a\0" and "ab". */
  text(value: string): void {
    this.textWithoutEnd(value);
    this.byte(0);
    this.byte(1);
  }

  textWithoutEnd(value: string): void {
    let from = 0;
    for (let zero = value.indexOf('\0'); zero >= 0; zero = value.indexOf('\0', from)) {
      this.#utf8(value.slice(from, zero));
      this.byte(0);
      this.byte(0xff);
      from = zero + 1;
    }
    this.#utf8(from === 0 ? value : value.slice(from));
  }

  /** A double so that bytes compare as numbers do; NaN is below all of them. */
  double(value: number): void {
    this.#room(8);
    const at = this.#length;
    const buffer = this.#buffer;
    this.#length += 8;
    if (Number.isNaN(value)) {
      buffer.fill(0, at, at + 8);
      return;
    }
    buffer.writeDoubleBE(value === 0 ? 0 : value, at);
    if (value < 0) this.invert(at);
    else buffer[at] = (buffer[at] ?? 0) ^ 0x80;
  }

  /** Turns the order of everything from `start` on: for the negative, and for descending index fields. */
  invert(start: number): void {
    const buffer = this.#buffer;
    for (let at = start; at < this.#length; at++) buffer[at] = ~(buffer[at] ?? 0);
  }

  #utf8(text: string): void {
    this.#room(text.length * 3);
    this.#length += this.#buffer.write(text, this.#length, 'utf8');
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}

/** The least bytes that are greater than everything that begins with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  const next = Buffer.from(prefix.subarray(0, end));
  if (end > 0) next[end - 1] = (next[end - 1] ?? 0) + 1;
  return next;
}
