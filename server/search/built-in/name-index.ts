import type { NamePart, WordReader } from '../../domain/names/name-parts.ts';
import type { SoldierDocument } from '../engine.ts';
import { PartDictionary } from '../part-dictionary.ts';
import { GrowingColumn } from './growing-column.ts';
import { Postings } from './postings.ts';
import { WordTable } from './word-table.ts';

/** No birth year known, in a column of numbers. */
const UNKNOWN_YEAR = -1;
const NO_TAGS: readonly string[] = [];
/** So many names may wait in short lists, or as many as are packed: each packing then doubles what is packed. */
const MOST_WAITING = 20_000;

export type BirthYears = { from: number | undefined; to: number | undefined };

/** All names of all documents, in columns. A name knows its document; a document that went away leaves dead names behind. */
export class NameIndex {
  readonly dictionary = new PartDictionary();
  readonly postings = new Postings();
  private readonly words: WordTable;
  private readonly runStart = new GrowingColumn();
  private readonly wordCounts = new GrowingColumn();
  private readonly documentOf = new GrowingColumn();
  private readonly texts: string[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly ids: (string | null)[] = [];
  private readonly firstName = new GrowingColumn();
  private readonly bornFrom = new GrowingColumn();
  private readonly bornTo = new GrowingColumn();
  private readonly tags: (readonly string[])[] = [];
  private readonly tagOf = new Map<string, string>();
  /** Documents whose parts are counted, names that have postings, and those of them that are packed. */
  private counted = 0;
  private posted = 0;
  private packed = 0;

  constructor(read?: WordReader) {
    this.words = new WordTable(this.dictionary, read);
  }

  /** Documents that can be found. */
  get documents(): number {
    return this.numberOf.size;
  }

  /** Names, dead ones included: every name's number is below. */
  get names(): number {
    return this.documentOf.length;
  }

  /** Whether names are left of documents that were dropped. */
  get hasDead(): boolean {
    return this.ids.length > this.numberOf.size;
  }

  put(document: SoldierDocument): void {
    this.drop(document.id);
    const number = this.ids.length;
    this.ids.push(document.id);
    this.numberOf.set(document.id, number);
    this.firstName.push(this.names);
    this.bornFrom.push(document.bornFrom ?? UNKNOWN_YEAR);
    this.bornTo.push(document.bornTo ?? UNKNOWN_YEAR);
    this.tags.push(document.tags.length === 0 ? NO_TAGS : document.tags.map((tag) => this.sharedTag(tag)));
    for (const name of document.names) {
      const start = this.words.end;
      this.runStart.push(start);
      this.words.append(name);
      this.wordCounts.push(this.words.end - start);
      this.texts.push(name.full);
      this.documentOf.push(number);
    }
  }

  drop(id: string): void {
    const number = this.numberOf.get(id);
    if (number === undefined) return;
    if (number < this.counted) this.countPeople(number, -1);
    this.numberOf.delete(id);
    this.ids[number] = null;
    this.tags[number] = NO_TAGS;
    for (let name = this.firstName.at(number); name < this.names && this.documentOf.at(name) === number; name++) {
      this.documentOf.set(name, -1);
    }
  }

  /**
   * Makes what came since the last call findable. To be called before each search: writes stay cheap, and a million of
   * them are counted and packed once.
   */
  settle(): void {
    for (; this.counted < this.ids.length; this.counted++) {
      if (this.ids[this.counted] !== null) this.countPeople(this.counted, 1);
    }
    if (this.names - this.packed > Math.max(MOST_WAITING, this.packed)) this.pack();
    for (; this.posted < this.names; this.posted++) {
      const name = this.posted;
      this.words.eachPart(this.runStart.at(name), this.runEnd(name), (part) => this.postings.add(part, name));
    }
  }

  private pack(): void {
    this.postings.pack(this.dictionary.size, (entry) => {
      for (let name = 0; name < this.names; name++) {
        if (this.documentOf.at(name) < 0) continue;
        this.words.eachPart(this.runStart.at(name), this.runEnd(name), (part) => entry(part, name));
      }
    });
    this.packed = this.names;
    this.posted = this.names;
  }

  /** The document of a name; -1 when it was dropped. */
  document(name: number): number {
    return this.documentOf.at(name);
  }

  idOf(document: number): string {
    return this.ids[document] ?? '';
  }

  text(name: number): string {
    return this.texts[name] ?? '';
  }

  wordCount(name: number): number {
    return this.wordCounts.at(name);
  }

  parts(name: number): NamePart[] {
    return this.words.parts(this.runStart.at(name), this.runEnd(name));
  }

  /** The first sounds of a name's words, as `initialBits` writes them. */
  initials(name: number): number {
    return this.words.initials(this.runStart.at(name), this.runEnd(name));
  }

  /** Whether a document may have been born in these years; one whose year is not known may. */
  bornWithin(document: number, years: BirthYears): boolean {
    const from = this.bornFrom.at(document);
    const to = this.bornTo.at(document);
    if (years.from !== undefined && to !== UNKNOWN_YEAR && to < years.from) return false;
    return years.to === undefined || from === UNKNOWN_YEAR || from <= years.to;
  }

  hasTags(document: number, wanted: readonly (readonly string[])[]): boolean {
    const tags = this.tags[document] ?? [];
    return wanted.every((anyOf) => anyOf.some((tag) => tags.includes(tag)));
  }

  private runEnd(name: number): number {
    return name + 1 < this.runStart.length ? this.runStart.at(name + 1) : this.words.end;
  }

  private countPeople(document: number, change: 1 | -1): void {
    const parts: number[] = [];
    for (let name = this.firstName.at(document); name < this.names && this.documentOf.at(name) === document; name++) {
      this.words.eachPart(this.runStart.at(name), this.runEnd(name), (part) => {
        if (!parts.includes(part)) parts.push(part);
      });
    }
    for (const part of parts) this.dictionary.count(part, change);
    this.dictionary.people += change;
  }

  private sharedTag(tag: string): string {
    const known = this.tagOf.get(tag);
    if (known !== undefined) return known;
    this.tagOf.set(tag, tag);
    return tag;
  }
}
