import { BORDER_COST, halvesOf, isJoined, joinParts } from '../domain/names/joined-words.ts';
import { BITS_PER_COST, matchNames, type NameMatch, plainBits, type Rarity } from '../domain/names/name-match.ts';
import {
  type NamePart,
  type NameText,
  nameParts,
  type PartReading,
  type WordReader,
} from '../domain/names/name-parts.ts';
import { endingCost, type PartCost, partCost } from '../domain/names/part-cost.ts';
import type { Nearby } from './near-memory.ts';
import type { NearId, PartDictionary } from './part-dictionary.ts';

/** A few thousand people nobody has counted: with few documents the letters of a name say how rare it is, later the counts do. */
const UNCOUNTED = 4000;

/** The doubt at the border is spread over a few bits; measured on people who are not there. */
const CROWD_MARGIN = 0.5;
const CROWD_STEP = 2;
/** Of what a missing part could have said, so much is counted as doubt: a man with just the name asked for comes first. */
const MISSING_DOUBT = 0.5;

/** Agreement in the commonest name is still worth that much. */
const LEAST_BITS = 1;

/** So many ways to cut a word in two are looked at. */
const MOST_CUTS = 4;
/** A known half is at least so long; a word that has something nearer than this in the documents is not cut for what is near its halves. */
const KNOWN_HALF = 4;
const NEAR_ENOUGH = 30;
const FAR = 1000;
/** A word so short may be a piece of its neighbour; the two together are a name of at most so many sounds. */
const FRAGMENT = 4;
const LONGEST_JOINED = 16;

function wordOf(stem: string, id?: number): NamePart {
  return { text: stem, role: 'unknown', initial: false, readings: [{ sound: stem, stem, ending: null, cost: 0, id }] };
}

const wordsAsWritten = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter(Boolean);

/** The first sounds of a word in all its readings as a set of bits; sounds that are taken for each other share one. */
export function initialBits(readings: readonly PartReading[]): number {
  let bits = 0;
  for (const { stem } of readings) bits |= 1 << ((SAME_INITIAL[stem.charAt(0)] ?? stem.charCodeAt(0)) % 32);
  return bits;
}

const SAME_INITIAL: Record<string, number> = {
  x: 107,
  g: 107,
  b: 112,
  d: 116,
  z: 115,
  f: 118,
  i: 104,
  w: 99,
  e: 97,
  j: 121,
  o: 117,
};

export type AskedWord = Nearby & { part: NamePart };
/** Words that only help to find a name, in the place of some that were asked: halves of a long word, two words as one. */
export type BorderWords = { instead: AskedWord[]; words: AskedWord[] };

/**
 * A name that is asked for, laid beside the dictionary once; then any number of documents are weighed against it.
 * Both engines order their hits by this, so they agree.
 */
export class AskedName {
  readonly words: AskedWord[];
  readonly borders: BorderWords[];
  /** For each initial asked for, the first sounds that answer it. */
  readonly initials: number[];
  /** The words as they were typed, capitals aside. */
  private readonly typed: readonly string[];
  private readonly dictionary: PartDictionary;
  /** Bits at which one such man by chance is to be expected among all. */
  private readonly crowd: number;
  private readonly rules: { cost: PartCost; rarity: Rarity };

  constructor(dictionary: PartDictionary, name: NameText | string, read?: WordReader) {
    this.dictionary = dictionary;
    this.crowd = Math.log2(dictionary.people + UNCOUNTED) + CROWD_MARGIN;
    const parts = nameParts(name, read);
    this.words = parts.map((part) => this.askedWord(part));
    this.typed = parts.flatMap(({ text }) => wordsAsWritten(text));
    this.borders = this.bordersOf(this.words.filter(({ part }) => !part.initial));
    this.initials = this.words.filter(({ part }) => part.initial).map(({ part }) => initialBits(part.readings));
    const byPart = new Map(this.words.map((word) => [word.part, word]));
    this.rules = {
      cost: (a, b) => this.costBetween(byPart.get(a), a, b),
      rarity: (a, b) => this.bitsBetween(byPart.get(a), b),
    };
  }

  /**
   * How well a document's name answers: its likeness, times the chance that it is not just one of the many who would come
   * as near. A common surname alone is no likely hit among a million people, however exactly it agrees.
   */
  match(parts: readonly NamePart[]): NameMatch {
    const asked = this.words.map(({ part }) => part);
    const match = matchNames(asked, parts, this.rules);
    let bits = 0;
    for (const { kind, gain, worth } of match.pairings) bits += kind === 'missing' ? -MISSING_DOUBT * worth : gain;
    return { ...match, score: match.score / (1 + 2 ** ((this.crowd - bits) / CROWD_STEP)) };
  }

  /** Whether every word asked stands in this name just as it was typed. */
  isWrittenIn(name: string): boolean {
    const text = name.toLowerCase();
    if (!this.typed.every((word) => text.includes(word))) return false;
    const words = wordsAsWritten(text);
    return this.typed.every((word) => words.includes(word));
  }

  private askedWord(part: NamePart): AskedWord {
    if (part.initial) return { part, ...this.nearby(part, []) };
    const known = this.dictionary.memory.get(part, () => this.nearby(part, this.dictionary.nearPart(part)));
    return { part, ...known };
  }

  private nearby(part: NamePart, near: readonly NearId[]): Nearby {
    let people = UNCOUNTED * 2 ** -plainBits(part.readings[0]?.stem ?? '');
    for (const { id, cost } of near) people += this.dictionary.peopleOf(id) * 2 ** (-cost * BITS_PER_COST);
    const bits = Math.max(LEAST_BITS, Math.log2((this.dictionary.people + UNCOUNTED) / people));
    return { near, bits, costOf: new Map(near.map((one) => [one.id, one])) };
  }

  /** The near list has the cost of a part as it stands; words joined for comparison are compared by their sounds. */
  private costBetween(word: AskedWord | undefined, asked: NamePart, part: NamePart): number | null {
    if (word === undefined || isJoined(part)) return partCost(asked, part);
    let best: number | null = null;
    for (const reading of part.readings) {
      const near = word.costOf.get(reading.id ?? this.dictionary.find(reading.stem) ?? -1);
      const own = word.part.readings[near?.reading ?? 0];
      if (near === undefined || own === undefined) continue;
      const cost = near.cost + reading.cost + endingCost(own, reading);
      if (best === null || cost < best) best = cost;
    }
    return best;
  }

  /** A long word may be two in the documents, two words one. */
  private bordersOf(words: readonly AskedWord[]): BorderWords[] {
    const borders = words.flatMap((word, index) => {
      const next = words[index + 1];
      const halves = { instead: [word], words: this.halves(word) };
      return next ? [halves, { instead: [word, next], words: this.joined(word.part, next.part) }] : [halves];
    });
    return borders.filter((border) => border.words.length > 0);
  }

  /** Two words as one: where documents have just that, else, where one of them is hardly a word alone, what is near it. */
  private joined(first: NamePart, second: NamePart): AskedWord[] {
    const part = joinParts(first, second);
    const exact = part.readings.map(({ stem }) => this.dictionary.find(stem)).filter((id) => id !== undefined);
    if (exact.length > 0) return [...new Set(exact)].flatMap((id) => this.borderWord(id));
    const lengths = [first, second].map((one) => one.readings[0]?.sound.length ?? 0);
    if (Math.min(...lengths) > FRAGMENT || (part.readings[0]?.stem.length ?? 0) > LONGEST_JOINED) return [];
    return [this.askedWord(part)];
  }

  /** A word as two: where documents have both, else, where nothing is near the word itself, one of both and what is near the other. */
  private halves({ part, near }: AskedWord): AskedWord[] {
    const cuts = part.readings.slice(0, 2).flatMap(({ stem }) => halvesOf(stem));
    const both = cuts.filter((halves) => halves.every((half) => this.dictionary.find(half) !== undefined));
    if (both.length > 0) return [...new Set(both.slice(0, MOST_CUTS).flat())].flatMap((half) => this.border(half));
    if ((near[0]?.cost ?? FAR) <= NEAR_ENOUGH) return [];
    return cuts
      .map(([first, second]) => (this.dictionary.find(first) === undefined ? [second, first] : [first, second]))
      .filter(([known = '']) => known.length >= KNOWN_HALF && this.dictionary.find(known) !== undefined)
      .sort(([a = ''], [b = '']) => b.length - a.length)
      .slice(0, 1)
      .flatMap(([known = '', other = '']) => [...this.border(known), this.askedWord(wordOf(other))]);
  }

  private border(stem: string): AskedWord[] {
    const id = this.dictionary.find(stem);
    return id === undefined ? [] : this.borderWord(id);
  }

  private borderWord(id: number): AskedWord[] {
    if (this.words.some(({ costOf }) => costOf.has(id))) return [];
    const part = wordOf(this.dictionary.partOf(id), id);
    const near = { id, cost: BORDER_COST, reading: 0 };
    return [{ part, near: [near], bits: this.bitsBetween(undefined, part), costOf: new Map([[id, near]]) }];
  }

  private bitsBetween(word: AskedWord | undefined, part: NamePart): number {
    if (word) return word.bits;
    const stem = part.readings[0]?.stem ?? '';
    const id = part.readings[0]?.id ?? this.dictionary.find(stem);
    const people = UNCOUNTED * 2 ** -plainBits(stem) + (id === undefined ? 0 : this.dictionary.peopleOf(id));
    return Math.max(LEAST_BITS, Math.log2((this.dictionary.people + UNCOUNTED) / people));
  }
}
