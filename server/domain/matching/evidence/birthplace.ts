import type { MatchProfile } from '../profile.ts';
import type { EvidenceTools, Observation } from './observation.ts';
import { placeEvidence } from './place-evidence.ts';

/** Where he was born. Papers mix birth and residence up, so the other side's residence stands in where birth is missing. */
export function birthplaceEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const soldierPlaces = soldier.birthPlaces.length > 0 ? soldier.birthPlaces : soldier.residences;
  const requestPlaces = request.birthPlaces.length > 0 ? request.birthPlaces : request.residences;
  const found = placeEvidence('birthplace', { request: requestPlaces, soldier: soldierPlaces }, tools);
  return { ...found, values: { ...found.values, ...standsIn('request', request), ...standsIn('soldier', soldier) } };
}

/** Says of a side that it named no birthplace: nobody is to read the place where he lived as the one where he was born. */
function standsIn(side: 'request' | 'soldier', { birthPlaces, residences }: MatchProfile): Record<string, string> {
  return birthPlaces.length === 0 && residences.length > 0 ? { [`${side}Lived`]: 'yes' } : {};
}
