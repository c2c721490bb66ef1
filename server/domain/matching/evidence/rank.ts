import { type Rank, rankDistance } from '../../rank.ts';
import type { MatchProfile } from '../profile.ts';
import type { Weights } from '../weights.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

function compareRanks(request: Rank, soldier: Rank, weights: Weights): Observation {
  const distance = rankDistance(request, soldier);
  if (distance === null) return missing('rank', request.text, soldier.text);
  const level = distance === 0 ? 'same' : request.group === soldier.group ? 'same_group' : 'different';
  const { m, u } = weights.levels.rank[level];
  const score = level === 'same' ? 1 : level === 'same_group' ? 0.7 : 0;
  const values = { distance: String(distance) };
  return {
    kind: 'rank',
    level,
    weight: bits(m, u),
    score,
    values,
    requestValue: request.text,
    soldierValue: soldier.text,
  };
}

/** Ranks by group. Men were promoted and papers write loosely, so a difference weighs little. */
export function rankEvidence(request: MatchProfile, soldier: MatchProfile, { weights }: EvidenceTools): Observation {
  const best = bestPair({ request: request.ranks, soldier: soldier.ranks }, (a, b) => compareRanks(a, b, weights));
  return best ?? missing('rank', request.ranks[0]?.text ?? null, soldier.ranks[0]?.text ?? null);
}
