import { BITS_PER_COST } from '../../domain/names/name-match.ts';
import type { AskedName, AskedWord, BorderWords } from '../asked-name.ts';
import type { NameIndex } from './name-index.ts';

/** So many names are weighed exactly after the quick pass. */
const WEIGHED = 120;
/** And so many that have a word written apart or as one. */
const WEIGHED_BORDERS = 60;
/** Where many names are level, so many times more at most. */
const LEVEL = 3;
/** Bits that a name loses in the quick pass for each word that was not asked for. */
const EXTRA_WORD = 4;
/** Whether a document may be found; null lets all in. */
type Allowed = ((document: number) => boolean) | null;

/** Bits that an initial adds in the quick pass. */
const INITIAL = 3;
/**
 * The two rarest words, and any that one in 128 people has, bring names in; the others only add to names that are in, or
 * every Иван would come.
 */
const BRINGING_WORDS = 2;
const BRINGING_BITS = 7;
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
  private steps = new Uint16Array(0);
  private touchedCount = 0;
  private stamp = 0;
  private queryStart = 0;
  private readonly stampOf = new Map<AskedWord, number>();
  private readonly histogram = new Int32Array(STEPS);

  constructor(index: NameIndex) {
    this.index = index;
  }

  /** The names worth weighing, in no order; `allowed` sees the documents, -1 where one was dropped; null lets all in. */
  run(asked: AskedName, allowed: Allowed): number[] {
    this.begin();
    const rarestFirst = [...asked.words].filter(({ part }) => !part.initial).sort((a, b) => b.bits - a.bits);
    for (const [order, word] of rarestFirst.entries())
      this.addWord(word, order < BRINGING_WORDS || word.bits >= BRINGING_BITS);
    const found = this.best(asked.initials, allowed, WEIGHED);
    if (asked.borders.length === 0) return found;
    // After the words themselves, so that names with two likely halves never crowd out those with the word.
    for (const border of asked.borders) this.addBorder(border);
    return [...new Set([...found, ...this.best(asked.initials, allowed, WEIGHED_BORDERS)])];
  }

  private begin(): void {
    const names = this.index.names;
    if (this.gains.length < names || this.stamp > 2 ** 30) {
      const capacity = Math.ceil(names * 1.25) + 1024;
      this.gains = new Float32Array(capacity);
      this.seen = new Int32Array(capacity);
      this.matched = new Uint8Array(capacity);
      this.touched = new Int32Array(capacity);
      this.steps = new Uint16Array(capacity);
      this.stamp = 0;
    }
    this.queryStart = this.stamp + 1;
    this.touchedCount = 0;
    this.stampOf.clear();
  }

  /** What stands in the place of a word adds nothing to names that have the word itself. */
  private addBorder({ instead, words }: BorderWords): void {
    const stamps = instead.map((word) => this.stampOf.get(word) ?? 0);
    for (const word of words) this.addWord(word, word.bits >= BRINGING_BITS, stamps);
  }

  private addWord(word: AskedWord, brings: boolean, not: readonly number[] = []): void {
    this.stamp++;
    this.stampOf.set(word, this.stamp);
    for (const { id, cost } of word.near) {
      const gain = word.bits - cost * BITS_PER_COST;
      if (gain <= 0) return;
      this.index.postings.each(id, (name) => {
        if (not.length === 0 || !not.includes(this.seen[name] as number)) this.add(name, gain, brings);
      });
    }
  }

  private add(name: number, gain: number, brings: boolean): void {
    const seen = this.seen[name] as number;
    if (seen === this.stamp) return;
    if (seen >= this.queryStart) {
      this.gains[name] = (this.gains[name] as number) + gain;
      this.matched[name] = (this.matched[name] as number) + 1;
    } else if (brings) {
      this.gains[name] = gain;
      this.matched[name] = 1;
      this.touched[this.touchedCount++] = name;
    } else return;
    this.seen[name] = this.stamp;
  }

  private best(initials: readonly number[], allowed: Allowed, wanted: number): number[] {
    const { touched, steps, histogram } = this;
    histogram.fill(0);
    let kept = 0;
    for (let at = 0; at < this.touchedCount; at++) {
      const name = touched[at] as number;
      if (allowed !== null && !allowed(this.index.document(name))) continue;
      const step = this.step(name, initials);
      touched[kept] = name;
      steps[kept++] = step;
      histogram[step] = (histogram[step] as number) + 1;
    }
    let lowest = STEPS;
    let count = 0;
    this.touchedCount = kept;
    while (lowest > 0 && count < wanted) count += histogram[--lowest] as number;
    const chosen: number[] = [];
    for (let at = 0; at < kept; at++) if ((steps[at] as number) > lowest) chosen.push(touched[at] as number);
    for (let at = 0; at < kept && chosen.length < LEVEL * wanted; at++) {
      if (steps[at] === lowest) chosen.push(touched[at] as number);
    }
    return chosen;
  }

  private step(name: number, initials: readonly number[]): number {
    let matched = this.matched[name] as number;
    let bits = this.gains[name] as number;
    if (initials.length > 0) {
      const own = this.index.initials(name);
      for (const initial of initials) {
        if ((own & initial) === 0) continue;
        bits += INITIAL;
        matched++;
      }
    }
    bits -= EXTRA_WORD * Math.max(0, this.index.wordCount(name) - matched);
    return Math.max(0, Math.min(STEPS - 1, Math.floor((bits - LOWEST) * STEPS_PER_BIT)));
  }
}
