import type { NamePart } from '../domain/names/name-parts.ts';
import type { NearId } from './part-dictionary.ts';

/** What is near a word in the documents, and what agreement with it is worth, in bits. */
export type Nearby = { near: readonly NearId[]; costOf: ReadonlyMap<number, NearId>; bits: number };

/** So many near parts are kept in all, some thousand words with theirs: families ask for the same given names again and again. */
const MOST_KEPT = 250_000;

/** What was found near a word, kept while no document comes or goes. */
export class NearMemory {
  private readonly known = new Map<string, Nearby>();
  private kept = 0;

  get(part: NamePart, find: () => Nearby): Nearby {
    const key = part.readings.map(({ stem, cost }) => `${stem} ${cost}`).join('|');
    const seen = this.known.get(key);
    if (seen !== undefined) return seen;
    const found = find();
    if (this.kept > MOST_KEPT) this.forget();
    this.known.set(key, found);
    this.kept += found.near.length + 1;
    return found;
  }

  forget(): void {
    if (this.kept === 0) return;
    this.known.clear();
    this.kept = 0;
  }
}
