import type { AskedName, AskedWord } from '../asked-name.ts';
import type { CandidateQuery } from '../engine.ts';
import type { PartDictionary } from '../part-dictionary.ts';

/** One question to the index: who has these parts, within these filters. */
export type PartsQuery = { filter: string[]; limit: number };

// How many of the nearest parts a word is asked with. The filter's answer has no order, so the nearest are asked first and
// apart: a common name then fills the wide question and not the narrow one. 100 values each took 6 ms on the server.
const NARROW = 8;
const MIDDLE = 40;
const WIDE = 120;

const PAIR_LIMIT = 300;
const ALONE_LIMIT = 200;

/** More words than these are not combined: the three that say most find the man. */
const MOST_WORDS = 3;

/** Parts are lower-case ASCII letters and need no quotes; tags may hold anything. */
const partsFilter = (parts: readonly string[]): string => `parts IN [${parts.join(', ')}]`;
const tagsFilter = (tags: readonly string[]): string =>
  `tags IN [${tags.map((tag) => JSON.stringify(tag)).join(', ')}]`;

/** Within the years and tags asked for. A year nobody knows is indexed as any year, so it excludes nobody. */
export function limitsOf({ bornFrom, bornTo, tags = [] }: CandidateQuery): string[] {
  const limits = tags.map(tagsFilter);
  if (bornFrom !== undefined) limits.push(`bornTo >= ${bornFrom}`);
  if (bornTo !== undefined) limits.push(`bornFrom <= ${bornTo}`);
  return limits;
}

/** The questions that bring in everybody who may be meant: two words at a time, nearest first, and each word alone. */
export function queriesOf(asked: AskedName, dictionary: PartDictionary, limits: readonly string[]): PartsQuery[] {
  const nearest = (word: AskedWord, most: number): string =>
    partsFilter(word.near.slice(0, most).map(({ id }) => dictionary.partOf(id)));
  const words = asked.words.filter(({ near }) => near.length > 0).sort((a, b) => b.bits - a.bits);
  const known = words.slice(0, MOST_WORDS);
  const queries: PartsQuery[] = [];
  known.forEach((first, index) => {
    for (const second of known.slice(index + 1)) {
      for (const most of [NARROW, WIDE]) {
        queries.push({ filter: [nearest(first, most), nearest(second, most), ...limits], limit: PAIR_LIMIT });
      }
    }
  });
  for (const word of known) queries.push({ filter: [nearest(word, NARROW), ...limits], limit: ALONE_LIMIT });
  const [only] = known;
  if (known.length === 1 && only !== undefined) {
    for (const most of [MIDDLE, WIDE]) queries.push({ filter: [nearest(only, most), ...limits], limit: PAIR_LIMIT });
  }
  for (const word of asked.borders.flatMap(({ words }) => words).filter(({ near }) => near.length > 0)) {
    queries.push({ filter: [nearest(word, NARROW), ...limits], limit: ALONE_LIMIT });
  }
  return queries;
}
