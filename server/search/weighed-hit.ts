import type { NameHit } from './engine.ts';

/** A hit with what decides between two of one likeness: how exactly the words agree, and how few the name has. */
export type WeighedHit = NameHit & { cost: number; words: number };

/** The order in which both engines answer, best first. */
export function bestHits(hits: Iterable<WeighedHit>, limit: number): NameHit[] {
  return [...hits]
    .sort((a, b) => b.score - a.score || a.cost - b.cost || a.words - b.words || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, score, matched, exact }) => ({ id, score, matched, ...(exact === undefined ? {} : { exact }) }));
}
