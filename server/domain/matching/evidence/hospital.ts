import type { MatchProfile } from '../profile.ts';
import { bits, type EvidenceTools, missing, type Observation } from './observation.ts';

/** The hospital, by its number where it has one. */
export function hospitalEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  { weights }: EvidenceTools,
): Observation {
  const requestValue = request.hospitals.join(', ') || null;
  const soldierValue = soldier.hospitals.join(', ') || null;
  if (requestValue === null || soldierValue === null) return missing('hospital', requestValue, soldierValue);
  const level = request.hospitals.some((hospital) => soldier.hospitals.includes(hospital)) ? 'same' : 'different';
  const { m, u } = weights.levels.hospital[level];
  const score = level === 'same' ? 1 : 0;
  return { kind: 'hospital', level, weight: bits(m, u), score, values: {}, requestValue, soldierValue };
}
