import { BITS_PER_COST } from '../../domain/names/name-match.ts';
import type { AskedName } from '../asked-name.ts';
import type { NameIndex } from './name-index.ts';

/** So many names are weighed exactly after the quick pass. */
const WEIGHED = 160;
/** Where many names are level, so many of them at most. */
const WEIGHED_LEVEL = 480;
/** Bits that a name loses in the quick pass for each word that was not asked for. */
const EXTRA_WORD = 4;
/** Bits that an initial adds in the quick pass. */
const INITIAL = 3;
/** Steps of the histogram that finds the best names without sorting: eighths of a bit, from -16 to 112 bits. */
const STEPS_PER_BIT = 8;
const LOWEST = -16;
const STEPS = 1024;

/**
 * The quick pass over the postings: adds up, for every name that has a part near one asked for, the bits these parts are
 * worth. Its arrays are as long as the index and kept between queries; a stamp tells old values from new.
 */
export class CandidatePass {
  private readonly index: NameIndex;
  private gains = new Float32Array(0);
  private seen = new Int32Array(0);
  private matched = new Uint8Array(0);
  private touched = new Int32Array(0);
  private touchedCount = 0;
  private stamp = 0;

  constructor(index: NameIndex) {
    this.index = index;
  }

  /** The names worth weighing, in no order; `allowed` sees documents. */
  run(asked: AskedName, allowed: (document: number) => boolean): number[] {
    this.begin();
    for (const word of [...asked.words, ...asked.borderWords]) {
      this.stamp++;
      for (const { id, cost } of word.near) {
        const gain = word.bits - cost * BITS_PER_COST;
        if (gain <= 0) break;
        this.index.postings.each(id, (name) => this.add(name, gain));
      }
    }
    this.initials = asked.initials;
    return this.best(allowed);
  }

  private begin(): void {
    const names = this.index.names;
    if (this.gains.length < names) {
      const capacity = Math.ceil(names * 1.25) + 1024;
      this.gains = new Float32Array(capacity);
      this.seen = new Int32Array(capacity);
      this.matched = new Uint8Array(capacity);
      this.touched = new Int32Array(capacity);
      this.stamp = 0;
    }
    this.queryStart = this.stamp + 1;
    this.touchedCount = 0;
  }

  private queryStart = 0;
  private initials: readonly number[] = [];

  private add(name: number, gain: number): void {
    const seen = this.seen[name] as number;
    if (seen === this.stamp) return;
    this.seen[name] = this.stamp;
    if (seen < this.queryStart) {
      this.gains[name] = gain;
      this.matched[name] = 1;
      this.touched[this.touchedCount++] = name;
      return;
    }
    this.gains[name] = (this.gains[name] as number) + gain;
    this.matched[name] = (this.matched[name] as number) + 1;
  }

  private best(allowed: (document: number) => boolean): number[] {
    const histogram = new Int32Array(STEPS);
    let kept = 0;
    for (let at = 0; at < this.touchedCount; at++) {
      const name = this.touched[at] as number;
      const document = this.index.document(name);
      if (document < 0 || !allowed(document)) continue;
      this.touched[kept++] = name;
      const step = this.step(name);
      histogram[step] = (histogram[step] as number) + 1;
    }
    let lowest = STEPS;
    let count = 0;
    while (lowest > 0 && count < WEIGHED) count += histogram[--lowest] as number;
    const chosen: number[] = [];
    for (const level of [false, true]) {
      for (let at = 0; at < kept && chosen.length < WEIGHED_LEVEL; at++) {
        const name = this.touched[at] as number;
        const step = this.step(name);
        if (level ? step === lowest : step > lowest) chosen.push(name);
      }
    }
    return chosen;
  }

  private step(name: number): number {
    let matched = this.matched[name] as number;
    let bits = this.gains[name] as number;
    if (this.initials.length > 0) {
      const own = this.index.initials(name);
      for (const initial of this.initials) {
        if ((own & initial) === 0) continue;
        bits += INITIAL;
        matched++;
      }
    }
    bits -= EXTRA_WORD * Math.max(0, this.index.wordCount(name) - matched);
    return Math.max(0, Math.min(STEPS - 1, Math.floor((bits - LOWEST) * STEPS_PER_BIT)));
  }
}
