/** For each part of the dictionary the names that have it: packed in one array, with what came since in short lists. */
export class Postings {
  private offsets = new Int32Array(1);
  private entries = new Int32Array(0);
  private readonly waiting = new Map<number, number[]>();

  add(part: number, name: number): void {
    const list = this.waiting.get(part);
    if (list) list.push(name);
    else this.waiting.set(part, [name]);
  }

  each(part: number, visit: (name: number) => void): void {
    const end = part + 1 < this.offsets.length ? (this.offsets[part + 1] as number) : 0;
    for (let at = end === 0 ? 0 : (this.offsets[part] as number); at < end; at++) visit(this.entries[at] as number);
    const waiting = this.waiting.get(part);
    if (waiting) for (const name of waiting) visit(name);
  }

  /**
   * Packs everything anew.
   * @param parts how many parts there are
   * @param all calls back with each (part, name); it is asked twice, to count and to fill
   */
  pack(parts: number, all: (entry: (part: number, name: number) => void) => void): void {
    const offsets = new Int32Array(parts + 1);
    all((part) => {
      offsets[part + 1] = (offsets[part + 1] as number) + 1;
    });
    for (let part = 1; part <= parts; part++) offsets[part] = (offsets[part] as number) + (offsets[part - 1] as number);
    const entries = new Int32Array(offsets[parts] as number);
    const next = offsets.slice();
    all((part, name) => {
      const place = next[part] as number;
      entries[place] = name;
      next[part] = place + 1;
    });
    this.offsets = offsets;
    this.entries = entries;
    this.waiting.clear();
  }
}
