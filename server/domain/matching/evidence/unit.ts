import type { Unit } from '../../unit.ts';
import type { MatchProfile } from '../profile.ts';
import { type MatchStatistics, share } from '../statistics.ts';
import { WEIGHTS } from '../weights.ts';
import { bestPair, bits, missing, type Observation } from './observation.ts';

function compareUnits(request: Unit, soldier: Unit, statistics: MatchStatistics): Observation {
  const { same_regiment, same_division, different } = WEIGHTS.unit;
  const found = (level: string, weight: number, score: number): Observation => ({
    kind: 'unit',
    level,
    weight,
    score,
    values: {},
    requestValue: request.text,
    soldierValue: soldier.text,
  });
  if (request.keys.length === 0 || soldier.keys.length === 0) return missing('unit', request.text, soldier.text);
  const regiment = request.regiment;
  if (regiment !== null && regiment.key === soldier.regiment?.key) {
    return found('same_regiment', bits(same_regiment.m, share(statistics.units, regiment.key, same_regiment.u)), 1);
  }
  const common = request.keys.find((key) => soldier.keys.includes(key));
  if (common !== undefined)
    return found('same_division', bits(same_division.m, share(statistics.units, common, same_division.u)), 0.7);
  const comparable = request.parts.some((part) => soldier.parts.some((other) => other.level === part.level));
  return comparable
    ? found('different', bits(different.m, different.u), 0)
    : missing('unit', request.text, soldier.text);
}

/** Units: the same regiment, the same larger unit, or others of one size. Men were moved, so a difference weighs little. */
export function unitEvidence(request: MatchProfile, soldier: MatchProfile, statistics: MatchStatistics): Observation {
  const best = bestPair({ request: request.units, soldier: soldier.units }, (a, b) => compareUnits(a, b, statistics));
  return best ?? missing('unit', request.units[0]?.text ?? null, soldier.units[0]?.text ?? null);
}
