import type { MatchProfile } from '../profile.ts';
import type { EvidenceTools, Observation } from './observation.ts';
import { placeEvidence } from './place-evidence.ts';

/** Where he lived before the war. */
export function residenceEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  return placeEvidence('residence', { request: request.residences, soldier: soldier.residences }, tools);
}
