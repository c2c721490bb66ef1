import type { MatchProfile } from '../profile.ts';
import { type MatchStatistics, share } from '../statistics.ts';
import { WEIGHTS } from '../weights.ts';
import { bits, missing, type Observation } from './observation.ts';

function written(profile: MatchProfile): string | null {
  const parts = [...profile.camps, ...profile.campNumbers.map((number) => `№ ${number}`)];
  return parts.length > 0 ? parts.join(', ') : null;
}

const meet = (a: readonly string[], b: readonly string[]): string | undefined => a.find((value) => b.includes(value));

/** Camp and tag number. A tag number belongs to one man of a camp: the strongest single fact there is. */
export function campEvidence(request: MatchProfile, soldier: MatchProfile, statistics: MatchStatistics): Observation {
  const requestValue = written(request);
  const soldierValue = written(soldier);
  const found = (level: keyof typeof WEIGHTS.camp, u: number, score: number): Observation => ({
    kind: 'camp',
    level,
    weight: bits(WEIGHTS.camp[level].m, u),
    score,
    values: {},
    requestValue,
    soldierValue,
  });
  if (request.campNumbers.length > 0 && soldier.campNumbers.length > 0) {
    const same = meet(request.campNumbers, soldier.campNumbers) !== undefined;
    return same
      ? found('same_number', WEIGHTS.camp.same_number.u, 1)
      : found('other_number', WEIGHTS.camp.other_number.u, 0);
  }
  if (request.camps.length === 0 || soldier.camps.length === 0) return missing('camp', requestValue, soldierValue);
  const common = meet(request.camps, soldier.camps);
  if (common === undefined) return found('other_camp', WEIGHTS.camp.other_camp.u, 0);
  return found('same_camp', share(statistics.camps, common, WEIGHTS.camp.same_camp.u), 0.7);
}
