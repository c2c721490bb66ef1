import type { AuditService } from '../audit/audit-service.ts';
import { caseIdOf, type Gathered, leadWithout, type Meeting } from '../domain/gathering.ts';
import { isOver, mustBeOpen } from '../domain/request-states.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import {
  type CaseAccess,
  type CaseVersion,
  changeAnyway,
  getCase,
  heldBy,
  holderOf,
  leadingOf,
  leaseFrom,
  membersOf,
  takeVersion,
} from './case-access.ts';

export type GatheringService = {
  /** Says that this request asks for the same soldier as that one: from now on they are worked on together. */
  gather(actor: Actor | null, target: CaseVersion, into: { withId: string; reason: string }): Promise<SearchRequest>;
  /** Takes it out of its case again. It keeps what was decided in it; the others keep what was decided in theirs. */
  separate(actor: Actor | null, target: CaseVersion, reason: string): Promise<SearchRequest>;
  /** Asks every family of the case that was not asked yet whether it wants to meet the others. */
  askToMeet(actor: Actor | null, target: CaseVersion): Promise<SearchRequest>;
  /** Introduces the families that agreed to each other. Refused while fewer than two have. */
  introduce(actor: Actor | null, target: CaseVersion): Promise<SearchRequest>;
  /** A family withdrew its request: another one leads the case from now on. */
  familyLeft(requestId: string): Promise<void>;
  /** The cases of these requests, by the id of each request that was gathered. */
  casesOf(requests: readonly SearchRequest[]): Promise<ReadonlyMap<string, SearchRequest[]>>;
};

export type GatheringDeps = CaseAccess & {
  audit: AuditService;
  /** Brings the request and its case in line with all their decisions. */
  settle: (requestId: string) => Promise<SearchRequest>;
  /** Throws while two people concluded on one man in the one case, and on another man in the other. */
  mustAgree: (one: SearchRequest, other: SearchRequest) => Promise<void>;
  /** Work on one case is done by one at a time. */
  inTurn: <T>(caseId: string, work: () => Promise<T>) => Promise<T>;
};

const refuse = (message: string, messageKey: string): AppError => new AppError('conflict', message, { messageKey });

type Said = Pick<Gathered, 'by' | 'at' | 'reason'>;

/** The case that the other request is in, or that begins with it. */
async function caseAround(deps: GatheringDeps, other: SearchRequest, said: Said): Promise<string> {
  const entry = { what: 'gathered', by: said.by, at: said.at };
  const begin = ({ id, gathered }: SearchRequest) =>
    gathered === null ? { gathered: { caseId: id, lead: true, ...said } } : null;
  return caseIdOf(await changeAnyway(deps, other.id, { entry, fields: begin }));
}

/** A case of one is no case. */
async function dissolveIfAlone(deps: GatheringDeps, caseId: string, by: string): Promise<void> {
  const members = await deps.requests.findCases([caseId]);
  const [last] = members;
  if (members.length !== 1 || last === undefined) return;
  const entry = { what: 'separated', by, at: deps.clock() };
  await changeAnyway(deps, last.id, { entry, fields: () => ({ gathered: null, meeting: null }) });
  await deps.settle(last.id);
}

/** Whoever has one of the two and works on has the lease of the whole case. */
async function keepLease(deps: GatheringDeps, actor: Actor, had: boolean, request: SearchRequest): Promise<void> {
  if (!had) return;
  const now = deps.clock();
  const { id } = await leadingOf(deps, request);
  await deps.requests.claim(id, { by: actor.id, until: leaseFrom(now), now });
}

async function gather(
  deps: GatheringDeps,
  actor: Actor,
  target: CaseVersion,
  { withId, reason }: { withId: string; reason: string },
): Promise<SearchRequest> {
  const [request, other] = [await getCase(deps, target.id), await getCase(deps, withId)];
  if (request.id === other.id) throw refuse('These are one request', 'requestProblem.gatheredAlready');
  if (request.gathered !== null) throw refuse('It is in a case already', 'requestProblem.gatheredAlready');
  mustBeOpen(request);
  mustBeOpen(other);
  await deps.mustAgree(request, other);
  const lead = await leadingOf(deps, other);
  const [now, holder] = [deps.clock(), holderOf(lead, deps.clock())];
  if (holder !== null && holder !== actor.id) throw await heldBy(deps, lead);
  const had = holderOf(request, now) === actor.id;
  const said = { by: actor.id, at: now, reason };
  const caseId = await caseAround(deps, other, said);
  try {
    const fields = { gathered: { caseId, lead: false, ...said }, assignee: null, leaseUntil: null };
    await takeVersion(deps, actor, target, { what: 'gathered', fields });
  } catch (error) {
    await dissolveIfAlone(deps, caseId, actor.id);
    throw error;
  }
  await deps.audit.record(actor, 'request.gather', { kind: 'request', id: request.id }, { after: { caseId, reason } });
  await keepLease(deps, actor, had, await getCase(deps, request.id));
  return deps.settle(request.id);
}

/** While nobody decides in either case. Always in the same order: of two who gather at once neither waits for the other. */
async function whileBothRest<T>(deps: GatheringDeps, ids: readonly string[], work: () => Promise<T>): Promise<T> {
  const cases = await Promise.all(ids.map(async (id) => caseIdOf(await getCase(deps, id))));
  const inOrder = [...new Set(cases)].sort();
  return inOrder.reduceRight<() => Promise<T>>((next, caseId) => () => deps.inTurn(caseId, next), work)();
}

/** Another request of the case leads when the one that led is gone. */
async function passLead(deps: GatheringDeps, members: readonly SearchRequest[], leavingId: string, by: string | null) {
  const next = leadWithout(members, leavingId);
  if (next === null || next.gathered?.lead === true) return;
  const entry = { what: 'gathered', by, at: deps.clock() };
  const lead = ({ gathered }: SearchRequest) => (gathered === null ? null : { gathered: { ...gathered, lead: true } });
  await changeAnyway(deps, next.id, { entry, fields: lead });
}

async function separate(
  deps: GatheringDeps,
  actor: Actor,
  target: CaseVersion,
  reason: string,
): Promise<SearchRequest> {
  const request = await getCase(deps, target.id);
  if (request.gathered === null) throw refuse('It is in no case', 'requestProblem.notGathered');
  const { caseId, ...before } = request.gathered;
  const members = await membersOf(deps, request);
  await takeVersion(deps, actor, target, { what: 'separated', fields: { gathered: null, meeting: null } });
  await passLead(deps, members, request.id, actor.id);
  await dissolveIfAlone(deps, caseId, actor.id);
  await deps.audit.record(
    actor,
    'request.separate',
    { kind: 'request', id: request.id },
    { before: { caseId, ...before }, after: { reason } },
  );
  for (const { id } of members) await deps.settle(id);
  return getCase(deps, request.id);
}

const ASKED = { answer: null, answeredAt: null, introducedTo: [] } as const;

async function askToMeet(deps: GatheringDeps, actor: Actor, target: CaseVersion): Promise<SearchRequest> {
  const request = await getCase(deps, target.id);
  const members = (await membersOf(deps, request)).filter((member) => !isOver(member));
  const toAsk = members.filter(({ meeting }) => meeting === null);
  if (members.length < 2) throw refuse('There is no other family', 'requestProblem.notGathered');
  if (toAsk.length === 0) throw refuse('All were asked', 'requestProblem.askedAlready');
  const at = deps.clock();
  const taken = await takeVersion(deps, actor, target, { what: 'meeting_asked' });
  const entry = { what: 'meeting_asked', by: actor.id, at };
  const ask = ({ meeting }: SearchRequest) =>
    meeting === null ? { meeting: { askedAt: at, ...ASKED, introducedTo: [] } } : null;
  for (const { id } of toAsk) await changeAnyway(deps, id, { entry, fields: ask });
  const asked = toAsk.map(({ id }) => id);
  await deps.audit.record(actor, 'request.ask_to_meet', { kind: 'request', id: request.id }, { after: { asked } });
  return getCase(deps, taken.id);
}

async function introduce(deps: GatheringDeps, actor: Actor, target: CaseVersion): Promise<SearchRequest> {
  const request = await getCase(deps, target.id);
  const agreed = (await membersOf(deps, request)).filter(
    ({ meeting, status }) => meeting?.answer === 'yes' && status !== 'withdrawn',
  );
  if (agreed.length < 2) throw refuse('Fewer than two families agreed', 'requestProblem.notAgreed');
  await takeVersion(deps, actor, target, { what: 'introduced' });
  const ids = agreed.map(({ id }) => id);
  const entry = { what: 'introduced', by: actor.id, at: deps.clock() };
  const meet = ({ id, meeting }: SearchRequest): { meeting: Meeting } | null =>
    // Asked again: somebody may have taken it back since.
    meeting?.answer === 'yes' ? { meeting: { ...meeting, introducedTo: ids.filter((other) => other !== id) } } : null;
  for (const id of ids) await changeAnyway(deps, id, { entry, fields: meet });
  await deps.audit.record(
    actor,
    'request.introduce',
    { kind: 'request', id: request.id },
    { after: { families: ids } },
  );
  return getCase(deps, request.id);
}

async function casesOf(deps: GatheringDeps, requests: readonly SearchRequest[]) {
  const caseIds = new Set(requests.flatMap(({ gathered }) => (gathered === null ? [] : [gathered.caseId])));
  const cases = new Map<string, SearchRequest[]>();
  if (caseIds.size === 0) return cases;
  const members = await deps.requests.findCases([...caseIds]);
  for (const { id, gathered } of requests) {
    if (gathered === null) continue;
    const together = members.filter((member) => member.gathered?.caseId === gathered.caseId);
    cases.set(id, together);
  }
  return cases;
}

/** Several relatives of one soldier: worked on once, each told by itself, introduced only when both want it. */
export function createGatheringService(deps: GatheringDeps): GatheringService {
  return {
    async gather(actor, target, into) {
      demand(actor, 'request.gather');
      return whileBothRest(deps, [target.id, into.withId], () => gather(deps, actor, target, into));
    },
    async separate(actor, target, reason) {
      demand(actor, 'request.gather');
      return separate(deps, actor, target, reason);
    },
    async askToMeet(actor, target) {
      demand(actor, 'request.introduce_relatives');
      return askToMeet(deps, actor, target);
    },
    async introduce(actor, target) {
      demand(actor, 'request.introduce_relatives');
      return introduce(deps, actor, target);
    },
    async familyLeft(requestId) {
      const request = await getCase(deps, requestId);
      if (request.gathered?.lead !== true) return;
      await passLead(deps, await membersOf(deps, request), requestId, null);
      const entry = { what: 'gathered', by: null, at: deps.clock() };
      const follow = ({ gathered }: SearchRequest) =>
        gathered?.lead === true ? { gathered: { ...gathered, lead: false } } : null;
      await changeAnyway(deps, requestId, { entry, fields: follow });
    },
    casesOf: (requests) => casesOf(deps, requests),
  };
}
