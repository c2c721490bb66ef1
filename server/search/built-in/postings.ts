/** So many entries may wait in short lists, or as many as are packed: each packing then doubles the index and all together cost little. */
const MOST_WAITING = 50_000;

/** For each part of the dictionary the names that have it: packed in one array, with what came since in short lists. */
export class Postings {
  private offsets = new Int32Array(1);
  private entries = new Int32Array(0);
  private readonly waiting = new Map<number, number[]>();
  private waitingCount = 0;

  add(part: number, name: number): void {
    const list = this.waiting.get(part);
    if (list) list.push(name);
    else this.waiting.set(part, [name]);
    this.waitingCount++;
  }

  /** Whether so much waits that packing pays. */
  get crowded(): boolean {
    return this.waitingCount > Math.max(MOST_WAITING, this.entries.length);
  }

  each(part: number, visit: (name: number) => void): void {
    const end = part + 1 < this.offsets.length ? (this.offsets[part + 1] as number) : 0;
    for (let at = end === 0 ? 0 : (this.offsets[part] as number); at < end; at++) visit(this.entries[at] as number);
    for (const name of this.waiting.get(part) ?? []) visit(name);
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
    this.waitingCount = 0;
  }
}
