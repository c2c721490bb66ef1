import type { MatchProfile } from '../profile.ts';
import { share } from '../statistics.ts';
import type { LevelOf } from '../weights.ts';
import { bits, type EvidenceTools, missing, type Observation } from './observation.ts';

function written(profile: MatchProfile): string | null {
  const parts = [...profile.camps, ...profile.campNumbers.map((number) => `№ ${number}`)];
  return parts.length > 0 ? parts.join(', ') : null;
}

const meet = (a: readonly string[], b: readonly string[]): string | undefined => a.find((value) => b.includes(value));

/** Camp and tag number. A tag number belongs to one man of a camp: the strongest single fact there is. */
export function campEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  { statistics, weights }: EvidenceTools,
): Observation {
  const levels = weights.levels.camp;
  const requestValue = written(request);
  const soldierValue = written(soldier);
  const found = (level: LevelOf<'camp'>, u: number, score: number): Observation => ({
    kind: 'camp',
    level,
    weight: bits(levels[level].m, u),
    score,
    values: {},
    requestValue,
    soldierValue,
  });
  if (request.campNumbers.length > 0 && soldier.campNumbers.length > 0) {
    const same = meet(request.campNumbers, soldier.campNumbers) !== undefined;
    return same ? found('same_number', levels.same_number.u, 1) : found('other_number', levels.other_number.u, 0);
  }
  if (request.camps.length === 0 || soldier.camps.length === 0) return missing('camp', requestValue, soldierValue);
  const common = meet(request.camps, soldier.camps);
  if (common === undefined) return found('other_camp', levels.other_camp.u, 0);
  return found('same_camp', share(statistics.camps, common, levels.same_camp.u), 0.7);
}
