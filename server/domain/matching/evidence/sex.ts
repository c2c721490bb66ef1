import type { MatchProfile } from '../profile.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

/** Sex, where both papers say it. */
export function sexEvidence(request: MatchProfile, soldier: MatchProfile, { weights }: EvidenceTools): Observation {
  const best = bestPair({ request: request.sexes, soldier: soldier.sexes }, (a, b) => {
    const level = a === b ? 'same' : 'different';
    const { m, u } = weights.levels.sex[level];
    return {
      kind: 'sex',
      level,
      weight: bits(m, u),
      score: a === b ? 1 : 0,
      values: {},
      requestValue: a,
      soldierValue: b,
    };
  });
  return best ?? missing('sex', request.sexes[0] ?? null, soldier.sexes[0] ?? null);
}
