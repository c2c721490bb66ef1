import {
  type NamePart,
  type NameRole,
  type NameText,
  type PartReading,
  partReadings,
  partsOf,
  systemHint,
  wordsOf,
} from '../../domain/names/name-parts.ts';
import type { WritingSystem } from '../../domain/names/word-reading.ts';
import { initialBits } from '../asked-name.ts';
import type { PartDictionary } from '../part-dictionary.ts';
import { GrowingColumn } from './growing-column.ts';

const FIELDS: readonly NameRole[] = ['unknown', 'family', 'given', 'patronymic'];
/** The field takes the two lowest bits of a number in a run, the word the others. */
const FIELD_BITS = 2;

type KnownWord = { text: string; readings: PartReading[]; parts: number[]; initials: number };

/**
 * Every different written word once, with its readings, so that a million Ивановs are read once. A name is a run of
 * numbers: word and field together.
 */
export class WordTable {
  private readonly idOf = new Map<string, number>();
  private readonly words: KnownWord[] = [];
  private readonly runs = new GrowingColumn(4096);
  private readonly dictionary: PartDictionary;

  constructor(dictionary: PartDictionary) {
    this.dictionary = dictionary;
  }

  /** Where the next name's run will begin. */
  get end(): number {
    return this.runs.length;
  }

  /** Appends the words of a name; its run ends at the new `end`. */
  append(name: NameText): void {
    const hint = systemHint(name.full);
    for (const { text, field } of wordsOf(name)) {
      this.runs.push(this.intern(text, hint) * 2 ** FIELD_BITS + FIELDS.indexOf(field));
    }
  }

  /** The words of a run as parts of a name, their roles found as in any other name. */
  parts(from: number, to: number): NamePart[] {
    const words = [];
    for (let at = from; at < to; at++) {
      const value = this.runs.at(at);
      const word = this.words[value >> FIELD_BITS];
      if (word)
        words.push({
          text: word.text,
          readings: word.readings,
          field: FIELDS[value & (2 ** FIELD_BITS - 1)] ?? 'unknown',
        });
    }
    return partsOf(words);
  }

  /** Calls back with each dictionary part of a run; one that two words share comes twice. */
  eachPart(from: number, to: number, found: (part: number) => void): void {
    for (let at = from; at < to; at++) {
      const parts = this.words[this.runs.at(at) >> FIELD_BITS]?.parts ?? [];
      for (const part of parts) found(part);
    }
  }

  /** The first sounds of all words of a run, as a set of bits. */
  initials(from: number, to: number): number {
    let bits = 0;
    for (let at = from; at < to; at++) bits |= this.words[this.runs.at(at) >> FIELD_BITS]?.initials ?? 0;
    return bits;
  }

  private intern(text: string, hint: WritingSystem | undefined): number {
    const key = hint === undefined ? text : `${text}\n${hint}`;
    const known = this.idOf.get(key);
    if (known !== undefined) return known;
    const id = this.words.length;
    const readings = partReadings(text, hint);
    const [part] = partsOf([{ text, readings, field: 'unknown' }]);
    if (part && !part.initial) for (const reading of readings) reading.id = this.dictionary.intern(reading.stem);
    const parts = new Set(readings.flatMap(({ id }) => (id === undefined ? [] : [id])));
    this.words.push({ text, readings, parts: [...parts], initials: initialBits(readings) });
    this.idOf.set(key, id);
    return id;
  }
}
