/**
 * The one seam between the site and whatever finds people: built-in (in memory) or Meilisearch.
 * An engine finds and ranks by NAME, narrowed by tags and birth years; it knows nothing of requests or evidence.
 * Both engines are fed the same documents and order their hits by the same likeness of `domain/names`, so they agree.
 */

/** A name as one document writes it. `full` always stands; the parts only where the source had them apart. */
export type WrittenName = {
  full: string;
  familyName?: string | undefined;
  givenName?: string | undefined;
  patronymic?: string | undefined;
};

/** What is indexed of one soldier. Never anything about a living person, never a sensitive fate. */
export type SoldierDocument = {
  id: string;
  names: WrittenName[];
  /** Earliest and latest possible birth year; null when nothing is known (then no year filter excludes him). */
  bornFrom: number | null;
  bornTo: number | null;
  /** `fate:killed`, `country:DE`, `site:<id>`, `division:<id>`, `unit:<key>`, `oblast:<id>`, `place:<key>`, `hospital:<key>`, `camp:<key>`, `tag:<number>`, `kin:yes`, `buried:named` … */
  tags: string[];
};

export type CandidateQuery = {
  /** The name asked for, in any script, order and completeness. */
  name: WrittenName;
  bornFrom?: number | undefined;
  bornTo?: number | undefined;
  /** Every inner list is an OR, the lists together an AND: [['fate:killed','fate:missing'],['country:DE']]. */
  tags?: string[][] | undefined;
  limit: number;
};

/**
 * `score` 0 to 1 is the likeness of the best of his names to the one asked; `matched` is that name as written. `exact` is a
 * name of his in which every word asked stands just as it was typed, where he has one.
 */
export type NameHit = { id: string; score: number; matched: string; exact?: string | undefined };

export type EngineState = { documents: number; ready: boolean };

export type SearchEngine = {
  readonly kind: 'built-in' | 'meilisearch';
  /** Best first. Throws AppError('search_down') when the engine cannot answer; an empty list means nobody was found. */
  candidates(query: CandidateQuery): Promise<NameHit[]>;
  /** Names of the records, as written, that have a word beginning as this one sounds in any script; the commonest words first. */
  completions(beginning: string, most: number): Promise<string[]>;
  upsert(documents: SoldierDocument[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /** Replaces the whole index: filled under a new name, counts compared, then swapped. Readers see the old one until then. */
  rebuild(documents: AsyncIterable<SoldierDocument[]>, expected: number): Promise<void>;
  /** Of an engine whose index outlives the process: reads what it needs in memory beside it, without writing. */
  learn?(documents: AsyncIterable<SoldierDocument[]>): Promise<void>;
  state(): Promise<EngineState>;
  close(): Promise<void>;
};
