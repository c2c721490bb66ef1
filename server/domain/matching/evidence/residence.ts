import type { MatchProfile } from '../profile.ts';
import type { MatchStatistics } from '../statistics.ts';
import type { Observation } from './observation.ts';
import { placeEvidence } from './place-evidence.ts';

/** Where he lived before the war. */
export function residenceEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  statistics: MatchStatistics,
): Observation {
  return placeEvidence('residence', { request: request.residences, soldier: soldier.residences }, statistics);
}
