import { introducedTo, leadOf } from '../domain/gathering.ts';
import { bandOf, isFresh } from '../domain/matching/bands.ts';
import type { Candidate, Decision, Objection } from '../domain/matching/candidate.ts';
import { type SearchRequest, waitsSince } from '../domain/search-request.ts';
import type { Soldier } from '../domain/soldier.ts';
import { isNothingNew, soldierLine } from '../requests/request-view.ts';
import { holderOf } from './case-access.ts';
import type { Case } from './case-service.ts';
import type { Pair } from './pair-service.ts';
import type { SidedPlace } from './place-map-service.ts';
import { lifeOf } from './soldier-desk-view.ts';

type Person = { id: string; name: string };

/** What the views look up: names of people and soldiers, by id. Unknown ids are shown as they are. */
export type Lookup = {
  people: ReadonlyMap<string, string>;
  soldiers: ReadonlyMap<string, Soldier>;
  /** The requests worked on together, by the id of each that was gathered. */
  cases: ReadonlyMap<string, SearchRequest[]>;
  now: Date;
};

const person = (id: string, { people }: Lookup): Person => ({ id, name: people.get(id) ?? id });
const personOrNull = (id: string | null, lookup: Lookup): Person | null => (id === null ? null : person(id, lookup));
const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** A request in the queue. A lease that ran out is no lease. */
export function queueItem(request: SearchRequest, lookup: Lookup) {
  const members = lookup.cases.get(request.id) ?? [request];
  const lead = leadOf(members) ?? request;
  const holder = holderOf(lead, lookup.now);
  const until = holder === null ? null : iso(lead.leaseUntil);
  return {
    id: request.id,
    number: request.number,
    status: request.status,
    name: soldierLine(request),
    assignee: personOrNull(holder, lookup),
    leaseUntil: until,
    lease: until === null ? null : { until },
    freshCandidates: request.freshCandidates,
    bestProbability: request.bestProbability,
    secondLook: request.secondLook,
    evidenceLevel: request.evidenceLevel,
    families: members.length,
    since: waitsSince(request).toISOString(),
    createdAt: request.createdAt.toISOString(),
    example: request.example,
  };
}

function objectionItem({ by, at, reason }: Objection, lookup: Lookup) {
  return { by: person(by, lookup), at: at.toISOString(), reason };
}

export function decisionItem(decision: Decision, lookup: Lookup) {
  const { id, soldierId, verdict, reason, evidenceLevel, evidence, probability, weightsVersion } = decision;
  return {
    id,
    soldierId,
    soldierName: lookup.soldiers.get(soldierId)?.summary.name.full ?? soldierId,
    verdict,
    reason,
    evidenceLevel,
    evidence,
    probability,
    weightsVersion,
    by: person(decision.by, lookup),
    at: decision.at.toISOString(),
    confirmedBy: personOrNull(decision.confirmedBy, lookup),
    confirmedAt: iso(decision.confirmedAt),
    objection: decision.objection && objectionItem(decision.objection, lookup),
    formerObjections: decision.formerObjections.map((former) => {
      return { ...objectionItem(former, lookup), takenBackAt: former.takenBackAt.toISOString() };
    }),
    withdrawnBy: personOrNull(decision.withdrawnBy, lookup),
    withdrawnAt: iso(decision.withdrawnAt),
    withdrawnReason: decision.withdrawnReason,
  };
}

export function candidateItem(candidate: Candidate, lookup: Lookup) {
  const { soldierId, probability, evidence, state, weightsVersion, foundAt } = candidate;
  const soldier = lookup.soldiers.get(soldierId);
  return {
    soldierId,
    name: soldier?.summary.name.full ?? soldierId,
    life: soldier === undefined ? '' : lifeOf(soldier.summary),
    restricted: soldier?.restricted ?? false,
    probability,
    band: bandOf(probability),
    evidence,
    state,
    fresh: isFresh(candidate),
    weightsVersion,
    foundAt: foundAt.toISOString(),
  };
}

/** A soldier whom somebody brought to compare. */
export function pairItem({ soldierId, evidence, probability, weightsVersion }: Pair, lookup: Lookup) {
  const soldier = lookup.soldiers.get(soldierId);
  return {
    soldierId,
    name: soldier?.summary.name.full ?? soldierId,
    life: soldier === undefined ? '' : lifeOf(soldier.summary),
    restricted: soldier?.restricted ?? false,
    probability,
    band: probability === null ? null : bandOf(probability),
    evidence,
    weightsVersion,
  };
}

type Point = { latitude: number; longitude: number };
type Spot = { x: number; y: number };
/** Draws coasts around these points; `spots` are where they came to lie, null for one outside the picture. */
export type DrawMap = (points: Point[]) => {
  width: number;
  height: number;
  land: string;
  spots: (Spot | null)[];
  /** Towns and seas to find one's way by, by language. */
  landmarks: Record<string, { dots: Spot[]; labels: (Spot & { text: string })[] }>;
};

/** Pins nearer than this would cover each other; in the units of the map. */
const ONE_PIN = 14;

function pinsOf(spots: readonly (Spot | null)[]): (Spot & { numbers: number[] })[] {
  const pins: (Spot & { numbers: number[] })[] = [];
  for (const [index, spot] of spots.entries()) {
    if (spot === null) continue;
    const near = pins.find((pin) => Math.hypot(pin.x - spot.x, pin.y - spot.y) < ONE_PIN);
    if (near) near.numbers.push(index + 1);
    else pins.push({ ...spot, numbers: [index + 1] });
  }
  return pins;
}

/** The places in a numbered list, and the same numbers on a map. */
export function placeMapItem(places: readonly SidedPlace[], draw: DrawMap) {
  const numbered = places.map(({ latitude: _latitude, longitude: _longitude, ...place }, index) => {
    return { number: index + 1, ...place };
  });
  if (places.length === 0) return { map: null, places: numbered };
  const { spots, ...map } = draw([...places]);
  return { map: { ...map, pins: pinsOf(spots) }, places: numbered };
}

/** A whole case. `files` are their ids and kinds; their content is asked for one by one. */
export function caseItem(
  { request, members, decisions, papers, relation }: Case,
  files: readonly { id: string; kind: string }[],
  lookup: Lookup,
) {
  const notes = papers.filter((paper) => paper.kind === 'note');
  const messages = papers.filter((paper) => paper.kind === 'message');
  const searches = papers.filter((paper) => paper.kind === 'search');
  const numberOf = (requestId: string) => members.find(({ id }) => id === requestId)?.number ?? request.number;
  return {
    ...queueItem(request, lookup),
    soldier: request.soldier,
    letter: request.letter,
    language: request.language,
    relation,
    about: request.about,
    soldierId: request.soldierId,
    files: files.map(({ id, kind }) => ({ id, kind })),
    decisions: decisions.map((decision) => decisionItem(decision, lookup)),
    notes: notes.map(({ id, requestId, text, by, at }) => {
      return { id, number: numberOf(requestId), text, by: person(by ?? '', lookup), at: at.toISOString() };
    }),
    messages: messages.map(({ id, direction, text, at }) => ({ id, direction, text, at: at.toISOString() })),
    searches: searches.map((search) => {
      const { id, requestId, where, what, hits, url, at } = search;
      const nothingNew = isNothingNew(search);
      return { id, where, what, hits, nothingNew, url, at: at.toISOString(), number: numberOf(requestId) };
    }),
    matchedAt: iso(request.matchedAt),
    gathered: gatheredItem(request, members, lookup),
  };
}

function gatheredItem({ gathered }: SearchRequest, members: readonly SearchRequest[], lookup: Lookup) {
  if (gathered === null) return null;
  const { caseId, by, at, reason } = gathered;
  const lead = leadOf(members);
  const families = members.map((member) => ({
    id: member.id,
    number: member.number,
    name: soldierLine(member),
    status: member.status,
    lead: member.id === lead?.id,
    freshCandidates: member.freshCandidates,
    meeting: meetingState(member, members),
  }));
  return { caseId, by: person(by, lookup), at: at.toISOString(), reason, families };
}

function meetingState(member: SearchRequest, members: readonly SearchRequest[]) {
  const { meeting } = member;
  if (meeting === null) return 'not_asked';
  if (introducedTo(member, members).length > 0) return 'introduced';
  return meeting.answer ?? 'asked';
}
