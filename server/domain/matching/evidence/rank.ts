import type { MatchProfile } from '../profile.ts';
import { WEIGHTS } from '../weights.ts';
import { bestPair, bits, missing, type Observation } from './observation.ts';

/** Privates, sergeants, officers: the words within a group were used one for the other. */
function rankGroup(rank: string): 'private' | 'sergeant' | 'officer' | 'other' {
  if (/серж|старшин|ефрейт|сержант|sgt|unteroff/u.test(rank)) return 'sergeant';
  if (/лейт|капит|майор|полков|комисс|политр|техник|интенд|врач|генерал|офиц/u.test(rank)) return 'officer';
  if (/красн|ряд|боец|стрел|қатардағы|қызыл|soldat|private|guard/u.test(rank)) return 'private';
  return 'other';
}

function compareRanks(request: string, soldier: string): Observation {
  const [a, b] = [rankGroup(request), rankGroup(soldier)];
  const level = request === soldier ? 'same' : a === b && a !== 'other' ? 'same_group' : 'different';
  const { m, u } = WEIGHTS.rank[level];
  const score = level === 'same' ? 1 : level === 'same_group' ? 0.7 : 0;
  return { kind: 'rank', level, weight: bits(m, u), score, values: {}, requestValue: request, soldierValue: soldier };
}

/** Ranks by group. Men were promoted and papers write loosely, so a difference weighs little. */
export function rankEvidence(request: MatchProfile, soldier: MatchProfile): Observation {
  const best = bestPair({ request: request.ranks, soldier: soldier.ranks }, compareRanks);
  return best ?? missing('rank', request.ranks[0] ?? null, soldier.ranks[0] ?? null);
}
