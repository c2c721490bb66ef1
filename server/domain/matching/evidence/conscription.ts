import type { MatchPlace } from '../place-agreement.ts';
import type { MatchProfile } from '../profile.ts';
import type { MatchStatistics } from '../statistics.ts';
import type { Observation } from './observation.ts';
import { placeEvidence } from './place-evidence.ts';

/** A home as far as an office tells it: the rayon. */
function withoutVillage(place: MatchPlace): MatchPlace {
  const parts = { ...place.located.parts, aulNumber: null };
  return { ...place, village: null, located: { ...place.located, parts, settlement: null } };
}

/**
 * The call-up office. Where the family does not know it, the rayon it lived in stands for it: men were called up there.
 */
export function conscriptionEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  statistics: MatchStatistics,
): Observation {
  const home = (profile: MatchProfile): MatchProfile['offices'] =>
    [...profile.residences, ...profile.birthPlaces].slice(0, 1).map(withoutVillage);
  const requestPlaces = request.offices.length > 0 ? request.offices : home(request);
  const soldierPlaces = soldier.offices.length > 0 ? soldier.offices : home(soldier);
  if (request.offices.length === 0 && soldier.offices.length === 0) {
    return placeEvidence('conscription', { request: [], soldier: [] }, statistics);
  }
  return placeEvidence('conscription', { request: requestPlaces, soldier: soldierPlaces }, statistics);
}
