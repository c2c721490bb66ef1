import {
  type NamePart,
  type NameRole,
  type NameText,
  type PartReading,
  partReadings,
  partsOf,
  systemHint,
  type WordReader,
  wordsOf,
} from '../../domain/names/name-parts.ts';
import type { WritingSystem } from '../../domain/names/word-reading.ts';
import { initialBits } from '../asked-name.ts';
import type { PartDictionary } from '../part-dictionary.ts';
import { GrowingColumn } from './growing-column.ts';

const FIELDS: readonly NameRole[] = ['unknown', 'family', 'given', 'patronymic'];
/** The field takes the two lowest bits of a number in a run, the word the others. */
const FIELD_BITS = 2;

type KnownWord = { text: string; readings: readonly PartReading[]; initials: number };

/**
 * Every different written word once, with its readings, so that a million Ивановs are read once. A name is a run of
 * numbers: word and field together.
 */
export class WordTable {
  /** By the writing system that a whole name hints at: the same letters are read in another way. */
  private readonly idOf = new Map<WritingSystem | undefined, Map<string, number>>();
  private readonly words: KnownWord[] = [];
  /** The dictionary parts of all words one after another; those of word w end where those of w + 1 begin. */
  private readonly partIds = new GrowingColumn(4096);
  private readonly partStart = new GrowingColumn(4096);
  private readonly runs = new GrowingColumn(4096);
  private readonly dictionary: PartDictionary;
  private readonly read: WordReader;

  /** @param read one that remembers, where somebody else reads the same words: its readings get their numbers in this dictionary */
  constructor(dictionary: PartDictionary, read: WordReader = partReadings) {
    this.dictionary = dictionary;
    this.read = read;
    this.partStart.push(0);
  }

  /** Where the next name's run will begin. */
  get end(): number {
    return this.runs.length;
  }

  /** Appends the words of a name; its run ends at the new `end`. */
  append(name: NameText): void {
    const hint = systemHint(name.full);
    let known = this.idOf.get(hint);
    if (known === undefined) {
      known = new Map();
      this.idOf.set(hint, known);
    }
    for (const { text, field } of wordsOf(name)) {
      const id = known.get(text) ?? this.learn(text, hint, known);
      this.runs.push((id << FIELD_BITS) | (field === 'unknown' ? 0 : FIELDS.indexOf(field)));
    }
  }

  /** The words of a run as parts of a name, their roles found as in any other name. */
  parts(from: number, to: number): NamePart[] {
    const words = [];
    for (let at = from; at < to; at++) {
      const value = this.runs.at(at);
      const word = this.words[value >> FIELD_BITS];
      const field = FIELDS[value & (2 ** FIELD_BITS - 1)] ?? 'unknown';
      if (word) words.push({ text: word.text, readings: word.readings, field });
    }
    return partsOf(words);
  }

  /** Calls back with each dictionary part of a run; one that two words share comes twice. */
  eachPart(from: number, to: number, found: (part: number) => void): void {
    for (let at = from; at < to; at++) {
      const word = this.runs.at(at) >> FIELD_BITS;
      const end = this.partStart.at(word + 1);
      for (let place = this.partStart.at(word); place < end; place++) found(this.partIds.at(place));
    }
  }

  /** The first sounds of all words of a run, as a set of bits. */
  initials(from: number, to: number): number {
    let bits = 0;
    for (let at = from; at < to; at++) bits |= this.words[this.runs.at(at) >> FIELD_BITS]?.initials ?? 0;
    return bits;
  }

  private learn(text: string, hint: WritingSystem | undefined, known: Map<string, number>): number {
    const id = this.words.length;
    const readings = this.read(text, hint);
    const [part] = partsOf([{ text, readings, field: 'unknown' }]);
    if (part && !part.initial) {
      for (const reading of readings) reading.id = this.dictionary.intern(reading.stem);
      for (const one of new Set(readings.map((reading) => reading.id ?? 0))) this.partIds.push(one);
    }
    this.partStart.push(this.partIds.length);
    this.words.push({ text, readings, initials: initialBits(readings) });
    known.set(text, id);
    return id;
  }
}
