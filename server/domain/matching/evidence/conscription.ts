import { dateAgreement, isCertainlyBefore } from '../../dates/date-agreement.ts';
import type { PartialDate } from '../../partial-date.ts';
import type { MatchPlace } from '../place-agreement.ts';
import type { MatchProfile } from '../profile.ts';
import { joined } from './joined.ts';
import { bestPair, bits, type EvidenceTools, missing, type Observation } from './observation.ts';
import { placeEvidence } from './place-evidence.ts';

/** A home as far as an office tells it: the rayon. */
function withoutVillage(place: MatchPlace): MatchPlace {
  const parts = { ...place.located.parts, aulNumber: null };
  return { ...place, village: null, located: { ...place.located, parts, settlement: null } };
}

/** The office. Where the family does not know it, the rayon it lived in stands for it: men were called up there. */
function officeEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const home = (profile: MatchProfile): MatchProfile['offices'] =>
    [...profile.residences, ...profile.birthPlaces].slice(0, 1).map(withoutVillage);
  const requestPlaces = request.offices.length > 0 ? request.offices : home(request);
  const soldierPlaces = soldier.offices.length > 0 ? soldier.offices : home(soldier);
  const known = request.offices.length > 0 || soldier.offices.length > 0;
  return placeEvidence('conscription', known ? { request: requestPlaces, soldier: soldierPlaces } : NOTHING, tools);
}

const NOTHING = { request: [], soldier: [] };

function compareDates(request: PartialDate, soldier: PartialDate, { weights }: EvidenceTools): Observation {
  const { level } = dateAgreement(request, soldier);
  if (level === 'unknown') return missing('conscription', request.text, soldier.text);
  const found = level === 'years_apart' ? 'other_call_up' : 'same_call_up';
  const { m, u } = weights.levels.conscription[found];
  return {
    kind: 'conscription',
    level: found,
    weight: bits(m, u),
    score: level === 'years_apart' ? 0 : 1,
    values: {},
    requestValue: request.text,
    soldierValue: soldier.text,
  };
}

/** Nobody was called up after the day of his death. */
function lateCallUp(one: MatchProfile, other: MatchProfile): boolean {
  const ends = one.fateDates.filter(() => one.fates.some((fate) => fate !== 'missing'));
  return ends.some((end) => other.conscriptions.some((callUp) => isCertainlyBefore(end, callUp)));
}

function dateEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation | null {
  const sides = { request: request.conscriptions, soldier: soldier.conscriptions };
  if (!lateCallUp(request, soldier) && !lateCallUp(soldier, request)) {
    return bestPair(sides, (a, b) => compareDates(a, b, tools));
  }
  const { m, u } = tools.weights.levels.conscription.late_call_up;
  const told = (profile: MatchProfile): string | null =>
    (profile.conscriptions[0] ?? profile.fateDates[0])?.text ?? null;
  return {
    kind: 'conscription',
    level: 'late_call_up',
    weight: bits(m, u),
    score: 0,
    values: {},
    requestValue: told(request),
    soldierValue: told(soldier),
  };
}

/** Where and when he was called up. */
export function conscriptionEvidence(request: MatchProfile, soldier: MatchProfile, tools: EvidenceTools): Observation {
  const office = officeEvidence(request, soldier, tools);
  return joined(office, [office, dateEvidence(request, soldier, tools)]);
}
