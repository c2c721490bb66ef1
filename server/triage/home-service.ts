import { DAY_MS } from '../domain/dates/calendar.ts';
import { caseIdOf } from '../domain/gathering.ts';
import type { Decision, Objection } from '../domain/matching/candidate.ts';
import { isOver, OPEN_STATUSES, REQUEST_STATUSES, type RequestStatus } from '../domain/request-states.ts';
import { type Actor, demand, may } from '../domain/roles.ts';
import type { RequestChange, SearchRequest } from '../domain/search-request.ts';
import type { Clock } from '../ids.ts';
import type { QueueFilter, RequestStore } from '../requests/request-store.ts';
import type { DecisionStore } from './decision-store.ts';
import { filterOfQueue } from './queue-service.ts';

/** What waits for this person, by heap. */
export type Waiting = {
  /** Requests that nobody has: new ones, and those that were given back. */
  free: number;
  fresh: number;
  waiting: number;
  /** Requests with a decision of somebody else that needs a second person. */
  second: number;
  /** Reports that something on a page is wrong. */
  reports: number;
  /** Photographs and words of families, for those who moderate them; else null. */
  memories: number | null;
  /** Photographs and custodians of burial places, for those who moderate them; else null. */
  siteAdditions: number | null;
  /** Rows of partners' lists that wait for a person, for those who decide on them; else null. */
  importRows: number | null;
  /** Jobs that failed for good, for those who lead; else null. */
  failedJobs: number | null;
  /** Letters that no mail server took yet, for admins; else null. */
  letters: number | null;
};

/** A request this person worked on, and what others did to it since. */
export type Changed = { request: SearchRequest; changes: RequestChange[] };

/** A decision of this person's that somebody does not agree with, and that she has not answered by another one. */
export type Objected = { request: SearchRequest; decision: Decision & { objection: Objection } };

export type DeskHome = { mine: SearchRequest[]; waiting: Waiting; objected: Objected[]; changed: Changed[] };

export type Load = {
  byStatus: Record<RequestStatus, number>;
  /** Nobody has begun them: how many, and when the oldest came. */
  unread: { count: number; oldest: Date | null };
  second: { count: number; oldest: Date | null };
  /** Whoever holds a request or did something on the desk lately. */
  people: PersonLoad[];
  days: number;
};

export type PersonLoad = {
  id: string;
  held: number;
  decisions: number;
  confirmations: number;
  messages: number;
  searches: number;
};

export type HomeService = {
  home(actor: Actor | null): Promise<DeskHome>;
  load(actor: Actor | null): Promise<Load>;
};

export type HomeDeps = {
  requests: RequestStore;
  decisions: DecisionStore;
  countReports: () => Promise<number>;
  countMemories: () => Promise<number>;
  countSiteAdditions: () => Promise<number>;
  countImportRows: () => Promise<number>;
  countFailedJobs: () => Promise<number>;
  countLetters: () => Promise<number>;
  /** How often each person did each thing since a moment, out of the audit. */
  workSince: (since: Date) => Promise<{ actorId: string; action: string; count: number }[]>;
  clock: Clock;
};

const MOST_MINE = 20;
const MOST_CHANGED = 15;
/** So many are shown at once; the older ones follow as these are answered. */
const MOST_OBJECTED = 20;
/** More second looks than this wait nowhere; if they do, "200" says enough. */
const MOST_SECOND = 200;
/** What changed longer ago is no news any more. */
const CHANGED_DAYS = 14;
const LOAD_DAYS = 7;

async function waitingOf(deps: HomeDeps, actor: Actor): Promise<Waiting> {
  const { requests, clock } = deps;
  const now = clock();
  const count = (filter: QueueFilter) => requests.count(filter, now);
  const queue = (name: 'free' | 'fresh' | 'waiting') => count(filterOfQueue(name, actor));
  const leads = may(actor, 'job.read');
  const [fresh, free, waiting, second, reports, memories, siteAdditions, importRows, failedJobs, letters] =
    await Promise.all([
      queue('fresh'),
      queue('free'),
      queue('waiting'),
      countSecond(deps, actor),
      deps.countReports(),
      may(actor, 'memory.moderate') ? deps.countMemories() : null,
      may(actor, 'site.moderate') ? deps.countSiteAdditions() : null,
      may(actor, 'import.decide_quarantine') ? deps.countImportRows() : null,
      leads ? deps.countFailedJobs() : null,
      may(actor, 'user.manage') ? deps.countLetters() : null,
    ]);
  return { free, fresh, waiting, second, reports, memories, siteAdditions, importRows, failedJobs, letters };
}

/** One's own decisions wait for somebody else. */
async function countSecond({ requests, decisions, clock }: HomeDeps, actor: Actor): Promise<number> {
  const page = { filter: filterOfQueue('second', actor), order: 'oldest', after: null, limit: MOST_SECOND } as const;
  const waiting = await requests.page({ ...page, now: clock() });
  const families = await requests.findCases(waiting.flatMap(({ gathered }) => gathered?.caseId ?? []));
  const ids = new Set([...waiting, ...families].map(({ id }) => id));
  const unconfirmed = new Set(await decisions.findUnconfirmed([...ids], actor.id));
  // A case stands in the queue once, whichever of its families the decision was made for.
  return new Set([...waiting, ...families].filter(({ id }) => unconfirmed.has(id)).map(caseIdOf)).size;
}

/** What others, the family or the site did after this person's own last step. */
function changesSinceOwn({ changes }: SearchRequest, userId: string): RequestChange[] {
  const own = changes.findLastIndex((change) => change.by === userId);
  const after = changes.slice(own + 1);
  // The state that her own step led to is no news to her.
  const news = after.findIndex(({ what }) => what !== 'outcome');
  return news < 0 ? [] : after.slice(news);
}

async function changedFor({ requests, clock }: HomeDeps, actor: Actor): Promise<Changed[]> {
  const since = new Date(clock().getTime() - CHANGED_DAYS * DAY_MS);
  const touched = await requests.findTouchedBy(actor.id, since, MOST_CHANGED * 2);
  return touched
    .map((request) => ({ request, changes: changesSinceOwn(request, actor.id) }))
    .filter(({ changes }) => changes.length > 0)
    .slice(0, MOST_CHANGED);
}

async function objectedFor({ requests, decisions }: HomeDeps, actor: Actor): Promise<Objected[]> {
  const found: Objected[] = [];
  const objected = await decisions.findObjected(actor.id);
  const asked = await requests.findByIds(objected.map(({ requestId }) => requestId));
  // Of the others people have come to a conclusion meanwhile, or the request is over.
  const open = new Map(asked.filter((one) => one.soldierId === null && !isOver(one)).map((one) => [one.id, one]));
  for (const { objection, ...decision } of objected) {
    const request = open.get(decision.requestId);
    if (found.length === MOST_OBJECTED) break;
    if (objection === null || request === undefined) continue;
    const later = await decisions.findOf(request.id);
    if (later.some(({ id, by }) => by === actor.id && id > decision.id)) continue;
    found.push({ request, decision: { ...decision, objection } });
  }
  return found;
}

async function oldestOf({ requests, clock }: HomeDeps, filter: QueueFilter) {
  const page = { filter, order: 'oldest', after: null, limit: 1, now: clock() } as const;
  const [count, [oldest]] = await Promise.all([requests.count(filter, clock()), requests.page(page)]);
  return { count, oldest: oldest?.createdAt ?? null };
}

const NO_WORK = { held: 0, decisions: 0, confirmations: 0, messages: 0, searches: 0 };

/** Which entries of the audit count as work on requests, and as what. */
const WORK: Readonly<Record<string, keyof typeof NO_WORK>> = {
  'decision.make': 'decisions',
  'decision.confirm': 'confirmations',
  'request.message': 'messages',
  'request.search': 'searches',
};

async function peopleOf(deps: HomeDeps): Promise<PersonLoad[]> {
  const now = deps.clock();
  const people = new Map<string, PersonLoad>();
  const person = (id: string) => {
    const known = people.get(id) ?? { id, ...NO_WORK };
    people.set(id, known);
    return known;
  };
  for (const { assignee, count } of await deps.requests.countHeld(now)) person(assignee).held = count;
  for (const { actorId, action, count } of await deps.workSince(new Date(now.getTime() - LOAD_DAYS * DAY_MS))) {
    const kind = WORK[action];
    if (kind !== undefined) person(actorId)[kind] += count;
  }
  return [...people.values()].sort((a, b) => b.held - a.held || b.decisions - a.decisions || (a.id < b.id ? -1 : 1));
}

async function loadOf(deps: HomeDeps): Promise<Load> {
  const now = deps.clock();
  const counts = await Promise.all(
    REQUEST_STATUSES.map(async (status) => [status, await deps.requests.count({ statuses: [status] }, now)] as const),
  );
  return {
    byStatus: Object.fromEntries(counts) as Load['byStatus'],
    unread: await oldestOf(deps, { statuses: ['received'] }),
    second: await oldestOf(deps, { statuses: OPEN_STATUSES, secondLook: true }),
    people: await peopleOf(deps),
    days: LOAD_DAYS,
  };
}

/** Where the desk opens: what waits for whom, and for those who lead how the work is spread. */
export function createHomeService(deps: HomeDeps): HomeService {
  return {
    async home(actor) {
      demand(actor, 'request.list');
      const page = { filter: { assignee: actor.id }, order: 'oldest', after: null, limit: MOST_MINE } as const;
      const [mine, waiting, objected, changed] = await Promise.all([
        deps.requests.page({ ...page, now: deps.clock() }),
        waitingOf(deps, actor),
        objectedFor(deps, actor),
        changedFor(deps, actor),
      ]);
      return { mine, waiting, objected, changed };
    },
    async load(actor) {
      demand(actor, 'desk.read_load');
      return loadOf(deps);
    },
  };
}
