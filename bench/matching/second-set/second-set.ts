import { ABSENT, type MatchingSet, type SetOptions } from '../matching-set.ts';
import { seededRandom } from '../random.ts';
import { papersOf, requestOf } from './documents.ts';
import { fellows } from './households.ts';
import { type NameLists, secondStock } from './stock.ts';

export type SecondSetOptions = SetOptions & { lists?: NameLists };

const PAPERS_A_MAN = 1.32;

/**
 * A set made by other rules than the first, which no weight was fitted to: it tells whether what holds on the first holds
 * at all. Households, clerks and papers are described in the files beside this one.
 */
export function secondSet({ soldiers, requests, seed, absent = ABSENT, lists = {} }: SecondSetOptions): MatchingSet {
  const random = seededRandom(seed ^ 0x5eed);
  const missing = Math.round(requests * absent);
  const men = fellows(Math.round(soldiers / PAPERS_A_MAN) + missing, secondStock(random, lists), random);
  const asked = new Map<number, 'present' | 'absent'>();
  while (asked.size < requests) {
    const id = random.between(0, men.length - 1);
    if (!asked.has(id)) asked.set(id, asked.size < missing ? 'absent' : 'present');
  }
  const set: MatchingSet = { soldiers: [], requests: [], truth: new Map(), meant: new Map() };
  for (const man of men) {
    const { papers, fate } = papersOf(man, random);
    const question = asked.get(man.id);
    const own = new Set<string>();
    for (const { row, meant } of question === 'absent' ? [] : papers) {
      const id = `s${String(set.soldiers.length)}`;
      own.add(id);
      set.meant.set(id, meant);
      set.soldiers.push({ id, ...row });
    }
    if (question === undefined) continue;
    const id = `r${String(man.id)}`;
    const { row, meant } = requestOf(man, fate, random);
    set.requests.push({ id, ...row });
    set.meant.set(id, meant);
    set.truth.set(id, own);
  }
  return set;
}
