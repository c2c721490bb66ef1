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
import type { PartDictionary } from '../part-dictionary.ts';
import { GrowingColumn } from './growing-column.ts';

const FIELDS: readonly NameRole[] = ['unknown', 'family', 'given', 'patronymic'];

type KnownWord = { text: string; readings: PartReading[]; parts: number[] };

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
      this.runs.push(this.intern(text, hint) * FIELDS.length + FIELDS.indexOf(field));
    }
  }

  /** The words of a run as parts of a name, their roles found as in any other name. */
  parts(from: number, to: number): NamePart[] {
    const words = [];
    for (let at = from; at < to; at++) {
      const value = this.runs.at(at);
      const word = this.words[Math.floor(value / FIELDS.length)];
      if (word)
        words.push({ text: word.text, readings: word.readings, field: FIELDS[value % FIELDS.length] ?? 'unknown' });
    }
    return partsOf(words);
  }

  /** Calls back with each dictionary part of a run, each once. */
  eachPart(from: number, to: number, found: (part: number) => void): void {
    for (let at = from; at < to; at++) {
      for (const part of this.partsAt(at)) {
        if (!this.hadBefore(from, at, part)) found(part);
      }
    }
  }

  private hadBefore(from: number, to: number, part: number): boolean {
    for (let at = from; at < to; at++) if (this.partsAt(at).includes(part)) return true;
    return false;
  }

  private partsAt(at: number): readonly number[] {
    return this.words[Math.floor(this.runs.at(at) / FIELDS.length)]?.parts ?? [];
  }

  private intern(text: string, hint: WritingSystem | undefined): number {
    const key = hint === undefined ? text : `${text}\n${hint}`;
    const known = this.idOf.get(key);
    if (known !== undefined) return known;
    const id = this.words.length;
    const readings = partReadings(text, hint);
    const [part] = partsOf([{ text, readings, field: 'unknown' }]);
    const stems = part && !part.initial ? part.readings.map(({ stem }) => stem) : [];
    this.words.push({ text, readings, parts: [...new Set(stems)].map((stem) => this.dictionary.intern(stem)) });
    this.idOf.set(key, id);
    return id;
  }
}
