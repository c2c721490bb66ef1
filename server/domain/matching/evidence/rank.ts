import { type Rank, rankDistance } from '../../rank.ts';
import type { MatchProfile } from '../profile.ts';
import { WEIGHTS } from '../weights.ts';
import { bestPair, bits, missing, type Observation } from './observation.ts';

function compareRanks(request: Rank, soldier: Rank): Observation {
  const distance = rankDistance(request, soldier);
  if (distance === null) return missing('rank', request.text, soldier.text);
  const level = distance === 0 ? 'same' : request.group === soldier.group ? 'same_group' : 'different';
  const { m, u } = WEIGHTS.rank[level];
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
export function rankEvidence(request: MatchProfile, soldier: MatchProfile): Observation {
  const best = bestPair({ request: request.ranks, soldier: soldier.ranks }, compareRanks);
  return best ?? missing('rank', request.ranks[0]?.text ?? null, soldier.ranks[0]?.text ?? null);
}
