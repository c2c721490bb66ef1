import type { AuditService } from '../audit/audit-service.ts';
import type { ContactService } from '../contacts/contact-service.ts';
import type { Candidate, Decision } from '../domain/matching/candidate.ts';
import { stateAfter } from '../domain/matching/decided.ts';
import { canMove, move, type RequestStatus } from '../domain/request-states.ts';
import { type Actor, demand, may } from '../domain/roles.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import type { Ids } from '../ids.ts';
import type { CasePaper, CasePaperStore } from '../requests/case-paper-store.ts';
import type { CandidateStore } from './candidate-store.ts';
import {
  type CaseAccess,
  type CaseVersion,
  changeAnyway,
  getCase,
  holderOf,
  leadingOf,
  membersOf,
  takeVersion,
} from './case-access.ts';
import type { DecisionStore } from './decision-store.ts';
import { type MessageTemplate, messageText } from './message-templates.ts';
import { knownRecordAddress } from './record-address.ts';

/** A request as the desk sees it, with everything that gathered in its case. */
export type Case = {
  request: SearchRequest;
  /** All requests that are worked on together, this one among them. */
  members: SearchRequest[];
  decisions: Decision[];
  papers: CasePaper[];
  relation: string | null;
};

export type NewMessage = { text?: string | undefined; template?: MessageTemplate | undefined; question: boolean };
export type NewSearch = { where: string; what: string; hits: number; url?: string | undefined };

export type CaseService = {
  get(actor: Actor | null, id: string): Promise<Case>;
  /** Those not decided yet, or whose evidence changed since; `all` gives the decided ones too. */
  candidates(actor: Actor | null, id: string, all: boolean): Promise<Candidate[]>;
  note(actor: Actor | null, target: CaseVersion, text: string): Promise<SearchRequest>;
  message(actor: Actor | null, target: CaseVersion, message: NewMessage): Promise<SearchRequest>;
  logSearch(actor: Actor | null, target: CaseVersion, search: NewSearch): Promise<SearchRequest>;
  close(
    actor: Actor | null,
    target: CaseVersion,
    closing: { as: 'nothing_found' | 'closed'; reason: string },
  ): Promise<SearchRequest>;
  reopen(actor: Actor | null, target: CaseVersion, reason: string): Promise<SearchRequest>;
  /** The applicant's own data, for whoever may write to the family. Each reading is in the audit. */
  contact(actor: Actor | null, id: string): Promise<unknown>;
  /** @throws AppError when this reader may not write to families, and so has no use for the templates. */
  mayWrite(actor: Actor | null): void;
};

export type CaseDeps = CaseAccess & {
  decisions: DecisionStore;
  candidates: CandidateStore;
  papers: CasePaperStore;
  contacts: ContactService;
  /** Who answers for each of these addresses now, after merges. */
  answering: (soldierIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  audit: AuditService;
  ids: Ids;
};

function relationOf(contact: unknown): string | null {
  if (typeof contact !== 'object' || contact === null || !('relation' in contact)) return null;
  return typeof contact.relation === 'string' ? contact.relation : null;
}

async function caseOf(deps: CaseDeps, request: SearchRequest): Promise<Case> {
  const { id } = request;
  const members = await membersOf(deps, request);
  const [decisions, papers, contact] = await Promise.all([
    Promise.all(members.map((member) => deps.decisions.findOf(member.id))),
    Promise.all(members.map((member) => deps.papers.findOf(member.id))),
    deps.contacts.find({ kind: 'request', id }),
  ]);
  // Where was searched and what volunteers noted serves all; what one family writes is between it and the desk.
  const shared = papers.flat().filter((paper) => paper.requestId === id || paper.kind !== 'message');
  const inOrder = <T extends { id: string }>(all: T[]): T[] => all.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    request,
    members,
    decisions: inOrder(decisions.flat()),
    papers: inOrder(shared),
    relation: relationOf(contact),
  };
}

async function candidatesOf(deps: CaseDeps, actor: Actor, request: SearchRequest): Promise<Candidate[]> {
  const [found, decisions] = await Promise.all([deps.candidates.findOf(request.id), deps.decisions.findOf(request.id)]);
  const lead = await leadingOf(deps, request);
  if (request.freshCandidates > 0 && holderOf(lead, deps.clock()) === actor.id) {
    await deps.candidates.markSeen(request.id);
    await deps.requests.note(request.id, { freshCandidates: 0 });
  }
  const answering = await deps.answering(decisions.map(({ soldierId }) => soldierId));
  return found.map((candidate) => ({ ...candidate, state: stateAfter(candidate, decisions, answering) }));
}

type PaperContent = CasePaper extends infer P
  ? P extends CasePaper
    ? Omit<P, 'id' | 'requestId' | 'by' | 'at'>
    : never
  : never;

/** The version first: the paper of somebody who came too late is not kept. */
async function addPaper(
  deps: CaseDeps,
  actor: Actor,
  target: CaseVersion,
  { content, status }: { content: PaperContent; status?: RequestStatus },
): Promise<SearchRequest> {
  const fields = status === undefined ? {} : { status };
  const request = await takeVersion(deps, actor, target, { what: content.kind, fields });
  const at = deps.clock();
  const id = deps.ids.newOrderedId(at);
  await deps.papers.append({ id, requestId: target.id, by: actor.id, at, ...content } as CasePaper);
  await deps.audit.record(
    actor,
    `request.${content.kind}`,
    { kind: 'request', id: target.id },
    { after: { paper: id } },
  );
  return request;
}

async function sendMessage(deps: CaseDeps, actor: Actor, target: CaseVersion, message: NewMessage) {
  const request = await getCase(deps, target.id);
  if (request.status === 'withdrawn') throw new AppError('conflict', 'The family withdrew this request');
  const text = messageText(message, request);
  const { template } = message;
  const asks = message.question && (request.status === 'searching' || request.status === 'checking_document');
  return addPaper(deps, actor, target, {
    content: {
      kind: 'message',
      direction: 'to_family',
      text,
      question: message.question,
      ...(template === undefined ? {} : { template }),
    },
    ...(asks ? { status: move(request.status, 'waiting_for_family') } : {}),
  });
}

/** From any status to another, by way of `searching` where there is no straight way. */
function wayTo(from: RequestStatus, to: RequestStatus): RequestStatus {
  if (from === to) return to;
  return from === 'received' && to === 'nothing_found' ? move(move(from, 'searching'), to) : move(from, to);
}

const mayCome = (from: RequestStatus, to: RequestStatus): boolean =>
  canMove(from, to) || (from === 'received' && to === 'nothing_found');

type Moving = { target: CaseVersion; to: RequestStatus; what: 'close' | 'reopen'; reason: string };

async function moveCase(deps: CaseDeps, actor: Actor, { target, to, what, reason }: Moving): Promise<SearchRequest> {
  const before = await getCase(deps, target.id);
  const status = wayTo(before.status, to);
  const over = to === 'closed' || to === 'nothing_found';
  const fields = { status, ...(over ? { assignee: null, leaseUntil: null } : {}) };
  const request = await takeVersion(deps, actor, target, { what, fields });
  const others = (await membersOf(deps, request)).filter((member) => member.id !== request.id);
  const entry = { what, by: actor.id, at: deps.clock() };
  const along = ({ status: from }: SearchRequest) =>
    from !== 'withdrawn' && from !== to && mayCome(from, to) ? { ...fields, status: to } : null;
  // The search for one man ends and begins for all who ask for him.
  for (const { id } of others) await changeAnyway(deps, id, { entry, fields: along });
  await deps.audit.record(
    actor,
    `request.${what}`,
    { kind: 'request', id: target.id },
    {
      before: { status: before.status },
      after: { status, reason },
    },
  );
  return request;
}

/** The case of a request: what the desk reads and writes in it, decisions aside. */
export function createCaseService(deps: CaseDeps): CaseService {
  return {
    mayWrite: (actor) => demand(actor, 'request.message_family'),
    async get(actor, id) {
      demand(actor, 'request.read');
      return caseOf(deps, await getCase(deps, id));
    },
    async candidates(actor, id, all) {
      demand(actor, 'request.read');
      const found = await candidatesOf(deps, actor, await getCase(deps, id));
      return all ? found : found.filter((candidate) => candidate.state !== 'decided');
    },
    async note(actor, target, text) {
      demand(actor, 'request.note');
      return addPaper(deps, actor, target, { content: { kind: 'note', text } });
    },
    async message(actor, target, message) {
      demand(actor, 'request.message_family');
      return sendMessage(deps, actor, target, message);
    },
    async logSearch(actor, target, { where, what, hits, url }) {
      demand(actor, 'request.log_search');
      const content = { kind: 'search' as const, where, what, hits, url: knownRecordAddress(url) };
      return addPaper(deps, actor, target, { content });
    },
    async close(actor, target, { as, reason }) {
      demand(actor, 'request.move');
      return moveCase(deps, actor, { target, to: as, what: 'close', reason });
    },
    async reopen(actor, target, reason) {
      demand(actor, 'request.move');
      return moveCase(deps, actor, { target, to: 'searching', what: 'reopen', reason });
    },
    async contact(actor, id) {
      demand(actor, 'request.read');
      const lead = await leadingOf(deps, await getCase(deps, id));
      if (!may(actor, 'request.read_contact', { holder: holderOf(lead, deps.clock()) })) {
        throw new AppError('forbidden', 'Take the request first', { messageKey: 'requestProblem.contactOfHolder' });
      }
      await deps.audit.record(actor, 'request.read_contact', { kind: 'request', id });
      return deps.contacts.find({ kind: 'request', id });
    },
  };
}
