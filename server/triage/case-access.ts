import { leadOf } from '../domain/gathering.ts';
import type { Actor } from '../domain/roles.ts';
import { changesSince, type RequestChange, type SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../ids.ts';
import type { RequestFields, RequestStore } from '../requests/request-store.ts';

export type CaseAccess = { requests: RequestStore; clock: Clock; nameOf: (userId: string) => Promise<string> };

/** A version of a request that somebody read and now wants to change. */
export type CaseVersion = { id: string; version: number };

export async function getCase({ requests }: Pick<CaseAccess, 'requests'>, id: string): Promise<SearchRequest> {
  const request = await requests.findById(id);
  if (request === null) throw new AppError('not_found', 'There is no such request');
  return request;
}

/** Who has the request now; null when nobody does or the lease ran out. */
export function holderOf(request: Pick<SearchRequest, 'assignee' | 'leaseUntil'>, now: Date): string | null {
  const { assignee, leaseUntil } = request;
  return assignee !== null && leaseUntil !== null && leaseUntil > now ? assignee : null;
}

/** The requests that are worked on together; one that was never gathered is alone. */
export async function membersOf(
  { requests }: Pick<CaseAccess, 'requests'>,
  request: SearchRequest,
): Promise<SearchRequest[]> {
  return request.gathered === null ? [request] : requests.findCases([request.gathered.caseId]);
}

/** The request whose lease holds for the whole case. */
export async function leadingOf(access: Pick<CaseAccess, 'requests'>, request: SearchRequest): Promise<SearchRequest> {
  if (request.gathered === null || request.gathered.lead) return request;
  return leadOf(await membersOf(access, request)) ?? request;
}

/** Refused because somebody else has it: who, and until when. */
export async function heldBy(access: CaseAccess, request: SearchRequest): Promise<AppError> {
  const holder = request.assignee ?? '';
  const who = await access.nameOf(holder);
  const until = request.leaseUntil?.toISOString() ?? '';
  return new AppError('conflict', `${who} has this request until ${until}`, {
    messageKey: 'requestProblem.held',
    details: { who, holderId: holder, until },
  });
}

/** Refused because it changed since it was read: what happened meanwhile, and by whom. */
export async function stale(access: CaseAccess, request: SearchRequest, version: number): Promise<AppError> {
  const changes = await Promise.all(
    changesSince(request, version).map(async ({ what, by, at }) => ({
      what,
      by: by === null ? null : await access.nameOf(by),
      at: at.toISOString(),
    })),
  );
  return new AppError('stale', 'The request has changed since you read it', {
    messageKey: 'requestProblem.stale',
    details: { version: request.version, changes },
  });
}

/**
 * Takes the next version of a request for one change: of two who read the same version one wins, the other is told what
 * happened. Work that somebody else holds is refused, one's own lease is renewed. `beside`: not the holder's work, so nobody
 * waits for her, and she reads of it as of any change.
 */
export async function takeVersion(
  access: CaseAccess,
  actor: Actor,
  target: CaseVersion,
  change: { what: string; fields?: RequestFields; beside?: boolean },
): Promise<SearchRequest> {
  const request = await getCase(access, target.id);
  const lead = await leadingOf(access, request);
  const now = access.clock();
  const holder = holderOf(lead, now);
  if (request.version !== target.version) throw await stale(access, request, target.version);
  if (change.beside !== true && holder !== null && holder !== actor.id) throw await heldBy(access, lead);
  const until = leaseFrom(now);
  const lease = holder === actor.id && lead.id === request.id ? { leaseUntil: until } : {};
  const entry = { what: change.what, by: actor.id, at: now };
  const taken = await access.requests.change(target.id, target.version, { ...lease, ...change.fields }, entry);
  if (taken === null) throw await stale(access, await getCase(access, target.id), target.version);
  if (holder === actor.id && lead.id !== request.id) await access.requests.renew(lead.id, actor.id, until);
  return taken;
}

const ATTEMPTS = 8;

/**
 * A change that does not rest on what somebody read: it is made over whatever was written meanwhile. `fields` null leaves
 * the request as it is.
 * @throws AppError `conflict` when others change it all the time
 */
export async function changeAnyway(
  { requests }: Pick<CaseAccess, 'requests'>,
  id: string,
  change: { entry: RequestChange; fields: (request: SearchRequest) => RequestFields | null },
): Promise<SearchRequest> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const request = await getCase({ requests }, id);
    const fields = change.fields(request);
    if (fields === null) return request;
    const changed = await requests.change(id, request.version, fields, change.entry);
    if (changed !== null) return changed;
  }
  throw new AppError('conflict', 'The request is being changed by others; try again');
}

/** Long enough to read a case and its documents; whoever works on renews it with each step. */
const LEASE_MS = 45 * 60_000;

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
