import { FATE_CODES, FATES } from '../domain/fate.ts';
import type { SoldierListStore, SoldierPage } from './soldier-list-store.ts';

/** How many are sought for, by the oblast and district of the war years. */
export type SeekingCounts = { total: number; oblasts: PlaceCount[]; districts: PlaceCount[] };
export type PlaceCount = { id: string; count: number };

export type SeekingQuestion = {
  oblast?: string | undefined;
  district?: string | undefined;
  after?: string | undefined;
  limit: number;
};

export type SeekingService = {
  counts(): Promise<SeekingCounts>;
  /** In the order of the alphabet. */
  people(question: SeekingQuestion): Promise<SoldierPage>;
};

/** A paper names where he lies, and no family has been found for him. */
const SOUGHT = {
  tags: [['kin:no'], ['buried:named']],
  // Who came home lived with his family, and whom books tell of has one that is known.
  without: [...FATE_CODES.filter((code) => FATES[code].outcome === 'alive').map((code) => `fate:${code}`), 'told:yes'],
};
const MOST_COUNTED = 1_000_000;
// Counting goes over everybody sought; the numbers change with imports and decisions, not with readers.
const KEEP_MS = 300_000;

const placesOf = (counts: ReadonlyMap<string, number>, tag: string): PlaceCount[] =>
  [...counts]
    .filter(([key]) => key.startsWith(tag))
    .map(([key, count]) => ({ id: key.slice(key.indexOf(':') + 1), count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));

/** Soldiers whose grave is known and whose family is not: the search the other way round. */
export function createSeekingService(deps: { soldiers: SoldierListStore; clock: () => Date }): SeekingService {
  const { soldiers, clock } = deps;
  let kept: { until: number; counts: Promise<SeekingCounts> } | null = null;
  const count = async (): Promise<SeekingCounts> => {
    const [total, counts] = await Promise.all([
      soldiers.countByTags(SOUGHT, MOST_COUNTED),
      soldiers.countEachTag(SOUGHT, ['oblast:', 'place:ray-']),
    ]);
    return { total, oblasts: placesOf(counts, 'oblast:'), districts: placesOf(counts, 'place:ray-') };
  };
  return {
    counts() {
      const now = clock().getTime();
      if (kept !== null && now < kept.until) return kept.counts;
      const counts = count();
      kept = { until: now + KEEP_MS, counts };
      // A failure is told to those who waited for it and not kept for the next.
      counts.catch(() => {
        kept = null;
      });
      return counts;
    },
    people({ oblast, district, after, limit }) {
      const place = [
        ...(oblast === undefined ? [] : [[`oblast:${oblast}`]]),
        ...(district === undefined ? [] : [[`place:${district}`]]),
      ];
      return soldiers.findByTags({ ...SOUGHT, tags: [...SOUGHT.tags, ...place], after, limit });
    },
  };
}
