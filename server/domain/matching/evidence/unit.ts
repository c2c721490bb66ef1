import type { MatchUnit } from '../match-unit.ts';
import type { MatchProfile } from '../profile.ts';
import { share } from '../statistics.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';

function compareUnits(request: MatchUnit, soldier: MatchUnit, { statistics, weights }: EvidenceTools): Observation {
  const { same_regiment, same_division, renamed, different } = weights.levels.unit;
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
  const renumbered = [...request.keys, ...request.otherKeys].find(
    (key) => soldier.keys.includes(key) || soldier.otherKeys.includes(key),
  );
  if (renumbered !== undefined) {
    return found('renamed', bits(renamed.m, share(statistics.units, renumbered, renamed.u)), 0.7);
  }
  const comparable = request.parts.some((part) => soldier.parts.some((other) => other.level === part.level));
  return comparable
    ? found('different', bits(different.m, different.u), 0)
    : missing('unit', request.text, soldier.text);
}

/** Units: the same regiment, the same larger unit under this or another number, or others of one size. Men were moved, so a difference weighs little. */
export function unitEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const best = bestPair({ request: request.units, soldier: soldier.units }, (a, b) => compareUnits(a, b, tools));
  return best ?? missing('unit', request.units[0]?.text ?? null, soldier.units[0]?.text ?? null);
}
