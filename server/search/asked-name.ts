import {
  endingCost,
  matchParts,
  type NameMatch,
  type PartCost,
  plainBits,
  type Rarity,
} from '../domain/names/likeness.ts';
import { type NamePart, type NameText, nameParts, type WordReader } from '../domain/names/name-parts.ts';
import type { NearId, PartDictionary } from './part-dictionary.ts';

/** A few thousand people nobody has counted: with few documents the letters of a name say how rare it is, later the counts do. */
const UNCOUNTED = 4000;

type AskedWord = { part: NamePart; near: NearId[]; costOf: Map<number, NearId>; bits: Float64Array };

/**
 * A name that is asked for, laid beside the dictionary once; then any number of documents are weighed against it.
 * Both engines order their hits by this, so they agree.
 */
export class AskedName {
  readonly words: AskedWord[];
  private readonly dictionary: PartDictionary;
  private readonly rules: { cost: PartCost; rarity: Rarity };

  constructor(dictionary: PartDictionary, name: NameText | string, read?: WordReader) {
    this.dictionary = dictionary;
    this.words = nameParts(name, read).map((part) => this.askedWord(part));
    const byPart = new Map(this.words.map((word) => [word.part, word]));
    this.rules = {
      cost: (a, b) => this.costBetween(byPart.get(a), b),
      rarity: (a, b, cost) => this.bitsBetween(byPart.get(a), b, cost),
    };
  }

  /** How well a document's name answers. */
  match(parts: readonly NamePart[]): NameMatch {
    return matchParts(
      this.words.map(({ part }) => part),
      parts,
      this.rules,
    );
  }

  /** Bits that a part at this cost is worth: few people have one at least as near. */
  bitsAt(word: AskedWord, cost: number): number {
    let low = 0;
    let high = word.near.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((word.near[middle]?.cost ?? 0) <= cost) low = middle + 1;
      else high = middle;
    }
    return word.bits[low] ?? 0;
  }

  private askedWord(part: NamePart): AskedWord {
    const near = part.initial ? [] : this.dictionary.nearPart(part);
    const bits = new Float64Array(near.length + 1);
    const prior = UNCOUNTED * 2 ** -plainBits(part.readings[0]?.stem ?? '');
    const all = this.dictionary.people + UNCOUNTED;
    let people = prior;
    bits[0] = Math.log2(all / people);
    near.forEach(({ id }, index) => {
      people += this.dictionary.peopleOf(id);
      bits[index + 1] = Math.max(0.5, Math.log2(all / people));
    });
    return { part, near, bits, costOf: new Map(near.map((one) => [one.id, one])) };
  }

  private costBetween(word: AskedWord | undefined, part: NamePart): number | null {
    let best: number | null = null;
    for (const reading of part.readings) {
      const id = this.dictionary.find(reading.stem);
      const near = id === undefined ? undefined : word?.costOf.get(id);
      const own = word?.part.readings[near?.reading ?? 0];
      if (near === undefined || own === undefined) continue;
      const cost = near.cost + reading.cost + endingCost(own, reading);
      if (best === null || cost < best) best = cost;
    }
    return best;
  }

  private bitsBetween(word: AskedWord | undefined, part: NamePart, cost: number): number {
    if (word) return this.bitsAt(word, cost);
    const stem = part.readings[0]?.stem ?? '';
    const id = this.dictionary.find(stem);
    const people = UNCOUNTED * 2 ** -plainBits(stem) + (id === undefined ? 0 : this.dictionary.peopleOf(id));
    return Math.max(0.5, Math.log2((this.dictionary.people + UNCOUNTED) / people));
  }
}
