import type { AuditService } from '../audit/audit-service.ts';
import { OPEN_STATUSES, type RequestStatus } from '../domain/request-states.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { FREE_TO_TAKE, type QueueFilter, type QueueOrder, type QueuePosition } from '../requests/request-store.ts';
import {
  type CaseAccess,
  changeAnyway,
  getCase,
  heldBy,
  holderOf,
  leadingOf,
  leaseFrom,
  membersOf,
} from './case-access.ts';

/** The named heaps of the desk. Each is a condition, so the counts cannot lie. */
export const QUEUES = ['new', 'free', 'mine', 'fresh', 'waiting', 'second', 'old', 'all'] as const;
export type Queue = (typeof QUEUES)[number];

export type QueueQuestion = {
  queue?: Queue | undefined;
  status?: RequestStatus | undefined;
  /** A person's id, `me`, or `none`. */
  assignee?: string | undefined;
  sort: QueueOrder;
  after: QueuePosition | null;
  limit: number;
};

export type QueueService = {
  list(actor: Actor | null, question: QueueQuestion): Promise<{ items: SearchRequest[]; next: QueuePosition | null }>;
  /** How many wait in each heap, as the list of that heap would show them. */
  counts(actor: Actor | null): Promise<{ queue: Queue; count: number }[]>;
  claim(actor: Actor | null, id: string): Promise<SearchRequest>;
  /** Gives it back to the queue; a coordinator may give back what another has. */
  release(actor: Actor | null, id: string): Promise<SearchRequest>;
  /** Whether somebody has it, or the case it belongs to, now. */
  isHeld(request: SearchRequest): Promise<boolean>;
};

export type QueueDeps = CaseAccess & { audit: AuditService };

export function filterOfQueue(queue: Queue, actor: Actor): QueueFilter {
  switch (queue) {
    case 'new':
      // Nobody has begun it: taking it is the beginning of the search.
      return { statuses: ['received'], free: true, leading: true };
    case 'free':
      return FREE_TO_TAKE;
    case 'mine':
      return { assignee: actor.id };
    case 'fresh':
      return { statuses: OPEN_STATUSES, fresh: true };
    case 'waiting':
      return { statuses: ['waiting_for_family'] };
    case 'second':
      return { statuses: OPEN_STATUSES, secondLook: true, leading: true };
    case 'old':
      return { statuses: ['nothing_found'], leading: true };
    case 'all':
      return {};
  }
}

function narrowed(question: QueueQuestion, actor: Actor): QueueFilter {
  const filter = filterOfQueue(question.queue ?? 'all', actor);
  const { status, assignee } = question;
  return {
    ...filter,
    ...(status === undefined ? {} : { statuses: [status] }),
    ...(assignee === undefined ? {} : assignee === 'none' ? { free: true } : { assignee: assigneeId(assignee, actor) }),
  };
}

const assigneeId = (assignee: string, actor: Actor): string => (assignee === 'me' ? actor.id : assignee);

async function claim(deps: QueueDeps, actor: Actor, id: string): Promise<SearchRequest> {
  const now = deps.clock();
  const request = await getCase(deps, id);
  const { id: leadId } = await leadingOf(deps, request);
  const claimed = await deps.requests.claim(leadId, { by: actor.id, until: leaseFrom(now), now });
  if (claimed === null) throw await heldBy(deps, await getCase(deps, leadId));
  await deps.audit.record(actor, 'request.claim', { kind: 'request', id }, { after: { until: claimed.leaseUntil } });
  const entry = { what: 'begun', by: actor.id, at: now };
  // Taking it is the beginning of the search, and the page of each family may say so.
  for (const member of await membersOf(deps, claimed)) {
    if (member.status !== 'received') continue;
    const begun = ({ status }: SearchRequest) => (status === 'received' ? { status: 'searching' as const } : null);
    await changeAnyway(deps, member.id, { entry, fields: begun });
  }
  return getCase(deps, id);
}

async function release(deps: QueueDeps, actor: Actor, id: string): Promise<SearchRequest> {
  const request = await getCase(deps, id);
  const lead = await leadingOf(deps, request);
  const now = deps.clock();
  const holder = holderOf(lead, now);
  if (holder === null) return request;
  if (holder !== actor.id) demand(actor, 'request.release_other');
  const released = await deps.requests.release(lead.id, holder, { what: 'release', by: actor.id, at: now });
  if (released === null) throw await heldBy(deps, await getCase(deps, lead.id));
  await deps.audit.record(actor, 'request.release', { kind: 'request', id }, { before: { assignee: holder } });
  return getCase(deps, id);
}

/** Who works on what. A request is with one person at a time, and comes back by itself when she does not go on. */
export function createQueueService(deps: QueueDeps): QueueService {
  return {
    async list(actor, question) {
      demand(actor, 'request.list');
      const { sort: order, after, limit } = question;
      const page = { filter: narrowed(question, actor), order, after, now: deps.clock() };
      const items = await deps.requests.page({ ...page, limit: limit + 1 });
      const last = items.length > limit ? items[limit - 1] : undefined;
      const next = last ? { number: last.number, probability: last.bestProbability ?? -1 } : null;
      return { items: items.slice(0, limit), next };
    },
    async counts(actor) {
      demand(actor, 'request.list');
      const now = deps.clock();
      return Promise.all(
        QUEUES.map(async (queue) => ({ queue, count: await deps.requests.count(filterOfQueue(queue, actor), now) })),
      );
    },
    async claim(actor, id) {
      demand(actor, 'request.claim');
      return claim(deps, actor, id);
    },
    async release(actor, id) {
      demand(actor, 'request.claim');
      return release(deps, actor, id);
    },
    isHeld: async (request) => holderOf(await leadingOf(deps, request), deps.clock()) !== null,
  };
}
