import type { LinkRow } from '../../server/domain/row.ts';
import type { MeantName } from './meant-name.ts';
import { familyRequest, paper } from './papers.ts';
import { population } from './population.ts';
import { seededRandom } from './random.ts';
import { service } from './service.ts';

export type MatchingSet = {
  soldiers: LinkRow[];
  requests: LinkRow[];
  /** For each request the ids of the mentions of its man; empty for those whose man is not there. */
  truth: Map<string, Set<string>>;
  /** The names that each request and each mention means, by its id. */
  meant: Map<string, MeantName>;
};

export type SetOptions = {
  soldiers: number;
  requests: number;
  seed: number;
  /** Share of requests whose man has no paper at all. */
  absent?: number | undefined;
};

/** Four in ten. */
export const ABSENT = 0.4;

/**
 * A set of about so many mentions of soldiers and requests. A man has one paper, two (one in five) or three (one
 * in sixteen). The man of an absent request has none, but his kin and neighbours keep theirs: that is the hard part.
 */
export function matchingSet({ soldiers, requests, seed, absent = ABSENT }: SetOptions): MatchingSet {
  const random = seededRandom(seed);
  const absentCount = Math.round(requests * absent);
  const men = population(Math.round(soldiers / 1.325) + absentCount, random);
  const chosen = new Map<number, 'present' | 'absent'>();
  while (chosen.size < requests) {
    const man = random.between(0, men.length - 1);
    if (!chosen.has(man)) chosen.set(man, chosen.size < absentCount ? 'absent' : 'present');
  }
  const set: MatchingSet = { soldiers: [], requests: [], truth: new Map(), meant: new Map() };
  for (const man of men) {
    const served = service(random);
    const asked = chosen.get(man.id);
    const own = new Set<string>();
    const papers = asked === 'absent' ? 0 : Number(random.weighted({ '1': 74, '2': 20, '3': 6 }));
    for (let n = 0; n < papers; n += 1) {
      const id = `s${String(set.soldiers.length)}`;
      own.add(id);
      const { row, meant } = paper(man, served, random);
      set.soldiers.push({ id, ...row });
      set.meant.set(id, meant);
    }
    if (asked === undefined) continue;
    const id = `r${String(man.id)}`;
    const { row, meant } = familyRequest(man, served, random);
    set.requests.push({ id, ...row });
    set.meant.set(id, meant);
    set.truth.set(id, own);
  }
  return set;
}
