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

const homeOf = (profile: MatchProfile): MatchProfile['offices'] =>
  [...profile.residences, ...profile.birthPlaces].slice(0, 1).map(withoutVillage);

/**
 * A side that names no office says nothing of one: its home is told as what it is, in the values, not as its words. The
 * text of the home stays, for the evidence changes when it does.
 */
function withHomeAs(side: 'request' | 'soldier', found: Observation): Observation {
  const home = (side === 'request' ? found.requestValue : found.soldierValue) ?? '';
  return { ...found, [`${side}Value`]: null, values: { ...found.values, homeOf: side, home } };
}

/**
 * The office. Where one side does not name it, the rayon of the home stands for it: men were called up there. But only
 * where the homes themselves could not be compared: a home that agrees is one fact, however many places it agrees with.
 * @param homeTold whether his home on both sides was compared already
 */
export function officeEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  tools: EvidenceTools,
  homeTold = false,
): Observation {
  const sides = { request: request.offices, soldier: soldier.offices };
  const direct = placeEvidence('conscription', sides, tools);
  const silent = [request, soldier].filter(({ offices }) => offices.length === 0);
  if (silent.length !== 1 || homeTold) return direct;
  const side = request.offices.length === 0 ? 'request' : 'soldier';
  const home = homeOf(side === 'request' ? request : soldier);
  const found = placeEvidence('conscription', { ...sides, [side]: home }, tools);
  return found.level === 'missing' ? direct : withHomeAs(side, found);
}

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

/** Where and when he was called up. `office`: what the offices say, weighed beside the other homes; the day is no home. */
export function conscriptionEvidence(
  request: MatchProfile,
  soldier: MatchProfile,
  tools: EvidenceTools,
  office: Observation = officeEvidence(request, soldier, tools),
): Observation {
  return joined(office, [office, dateEvidence(request, soldier, tools)]);
}
