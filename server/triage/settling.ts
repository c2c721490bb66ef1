import type { Decision } from '../domain/matching/candidate.ts';
import { decidedBy, isComplete, needsSecondPerson, statusAfter } from '../domain/matching/decided.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import { type CaseAccess, getCase, membersOf } from './case-access.ts';
import type { DecisionStore } from './decision-store.ts';

export type SettlingDeps = CaseAccess & {
  decisions: DecisionStore;
  /** Says on his page that his family is known, or no longer. */
  setKin: (soldierId: string, kin: boolean) => Promise<void>;
  /** The soldier who answers for each of these addresses now, after merges; no entry where there is none. */
  answering: (soldierIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** Says on the page of each of these soldiers whether his family is known now. */
export async function tellKin(deps: SettlingDeps, soldierIds: readonly (string | null)[]): Promise<void> {
  for (const soldierId of new Set(soldierIds)) {
    if (soldierId === null) continue;
    const tied = await deps.requests.findBySoldier(soldierId);
    await deps.setKin(
      soldierId,
      tied.some((request) => request.status === 'identified'),
    );
  }
}

/** What was decided in any request of a case holds for all its families. */
export async function settle(deps: SettlingDeps, requestId: string): Promise<SearchRequest> {
  for (const member of await membersOf(deps, await getCase(deps, requestId))) await settleOne(deps, member.id);
  return getCase(deps, requestId);
}

/** Whatever was decided in any request of its case, oldest first in each. */
export async function decisionsOfCase(deps: SettlingDeps, request: SearchRequest): Promise<Decision[]> {
  const members = await membersOf(deps, request);
  return (await Promise.all(members.map(({ id }) => deps.decisions.findOf(id)))).flat();
}

const ATTEMPTS = 8;

async function settleOne(deps: SettlingDeps, requestId: string): Promise<SearchRequest> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const request = await getCase(deps, requestId);
    const decided = decidedBy(await decisionsOfCase(deps, request));
    const over = request.status === 'withdrawn';
    const next = over
      ? { soldierId: null, evidenceLevel: null, secondLook: false, ...statusAfter(request, decided) }
      : { ...decided, ...statusAfter(request, decided) };
    const settled =
      next.soldierId === request.soldierId &&
      next.evidenceLevel === request.evidenceLevel &&
      next.secondLook === request.secondLook &&
      next.status === request.status;
    if (settled) return request;
    const entry = { what: 'outcome', by: null, at: deps.clock() };
    const changed = await deps.requests.change(requestId, request.version, next, entry);
    if (changed === null) continue;
    await tellKin(deps, [request.soldierId, changed.soldierId]);
    return changed;
  }
  throw new AppError('conflict', 'The request is being changed by others; try again');
}

/** Whom two people have concluded on in the case of this request. */
export async function concludedMen(deps: SettlingDeps, request: SearchRequest): Promise<string[]> {
  const decisions = await decisionsOfCase(deps, request);
  return decisions.filter((one) => isComplete(one) && needsSecondPerson(one)).map(({ soldierId }) => soldierId);
}

/**
 * While two people's conclusion on one man stands, nobody puts another in his place: it is withdrawn first, with a reason, and the
 * family reads of it. "Possible" is searched on: a better one replaces it, which the family reads too.
 * @param soldierIds who is to be the man of this request
 */
export async function mustBeOneMan(
  deps: SettlingDeps,
  request: SearchRequest,
  soldierIds: readonly string[],
): Promise<void> {
  const concluded = await concludedMen(deps, request);
  const answering = await deps.answering([...soldierIds, ...concluded]);
  const men = new Set([...soldierIds, ...concluded].map((id) => answering.get(id) ?? id));
  if (concluded.length === 0 || men.size < 2) return;
  throw new AppError('conflict', 'A conclusion on another man stands: it has to be withdrawn first', {
    messageKey: 'requestProblem.otherConcluded',
    details: { concluded },
  });
}
