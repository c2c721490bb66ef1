import type { MatchProfile } from '../profile.ts';
import type { EvidenceTools, Observation } from './observation.ts';
import { placeEvidence } from './place-evidence.ts';

/** Where he was born. Papers mix birth and residence up, so the other side's residence stands in where birth is missing. */
export function birthplaceEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const soldierPlaces = soldier.birthPlaces.length > 0 ? soldier.birthPlaces : soldier.residences;
  const requestPlaces = request.birthPlaces.length > 0 ? request.birthPlaces : request.residences;
  return placeEvidence('birthplace', { request: requestPlaces, soldier: soldierPlaces }, tools);
}
