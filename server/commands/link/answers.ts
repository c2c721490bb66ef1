import type { MatchProfile } from '../../domain/matching/profile.ts';
import type { ScoredPair } from '../../domain/matching/score.ts';
import type { ShardAnswer } from './shards.ts';

/** The candidates of all shares together, those of most weight first; what was observed stays with the shares. */
export function strongestFirst({ candidates }: ShardAnswer): ScoredPair[] {
  return candidates
    .map(({ soldierId, weight }) => ({ soldierId, weight, observations: [] }))
    .sort((a, b) => b.weight - a.weight || (a.soldierId < b.soldierId ? -1 : 1));
}

/** Whose profiles came with the answer: of those strong enough to be tied to others. */
export function profilesOf({ candidates }: ShardAnswer): Map<string, MatchProfile> {
  return new Map(
    candidates.flatMap(({ soldierId, profile }) => (profile === null ? [] : [[soldierId, profile] as const])),
  );
}
