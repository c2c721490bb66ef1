import type { AuditService } from '../audit/audit-service.ts';
import type { ContactService } from '../contacts/contact-service.ts';
import { leadOf } from '../domain/gathering.ts';
import type { Ending } from '../domain/matching/decided.ts';
import type { UnderstoodRow } from '../domain/mention.ts';
import { canMove, mustBeOpen, type RequestStatus } from '../domain/request-states.ts';
import { type Actor, demand } from '../domain/roles.ts';
import type { MentionRow } from '../domain/row.ts';
import { type Applicant, type SearchRequest, withoutLiving } from '../domain/search-request.ts';
import { AppError } from '../errors.ts';
import type { FileService, FileSize, IncomingFile, OpenFile } from '../files/file-service.ts';
import { type Clock, type Ids, secretHash } from '../ids.ts';
import type { MailState, SubscriptionService } from '../mail/subscription-service.ts';
import type { CasePaper, CasePaperStore } from './case-paper-store.ts';
import type { RequestFields, RequestStore } from './request-store.ts';
import { removePersonal, submit } from './request-submission.ts';

/** What a family sends. `token` comes with the form, so that sending it twice makes one request. */
export type Submission = {
  soldier: MentionRow;
  applicant: Applicant;
  letter: string | null;
  language: 'kk' | 'ru' | 'en';
  consent: boolean;
  token: string | null;
  example?: boolean;
  /** From which soldier's page it came. */
  about?: string | null;
};

export type Submitted = { number: number; code: string };

/** All that the family's page needs. Nothing of other people, no candidate. */
export type FamilyCase = {
  request: SearchRequest;
  papers: CasePaper[];
  /** How many requests wait before this one; null once somebody has looked at it. */
  before: number | null;
  mail: MailState;
  /** How conclusions of ours ended that it knew: taken back, or replaced by a better one. */
  endings: readonly Ending[];
  /** A second person did not agree with a conclusion: the question is open again. */
  lookAgain: boolean;
  /** Somebody at the desk has it now. */
  held: boolean;
  /** What it sent. */
  files: readonly { id: string; kind: string }[];
};

export type RequestService = {
  /** Leaves a request: everything is checked before anything is kept, and the request itself is written last. */
  submit(submission: Submission, files: readonly IncomingFile[], enteredBy: Actor | null): Promise<Submitted>;
  /** What the family may see. @throws AppError `not_found` for a code of nobody. */
  open(code: string): Promise<FamilyCase>;
  answer(code: string, text: string): Promise<FamilyCase>;
  addFiles(code: string, files: readonly IncomingFile[]): Promise<FamilyCase>;
  /** What the family sent itself. */
  openFile(code: string, fileId: string, size: FileSize): Promise<OpenFile>;
  /** Asks an address whether it wants letters about this request; it gets none before it says so. */
  askForMail(code: string, email: string): Promise<FamilyCase>;
  endMail(code: string): Promise<FamilyCase>;
  /** Stops the search and erases the contact, the letter and the files. Final. */
  withdraw(code: string): Promise<FamilyCase>;
  /** The same for a family that asks for it on the telephone. */
  withdrawFor(actor: Actor | null, id: string, reason: string): Promise<SearchRequest>;
};

export type RequestServiceDeps = {
  requests: RequestStore;
  papers: CasePaperStore;
  contacts: ContactService;
  files: FileService;
  mail: Pick<SubscriptionService, 'ask' | 'stateOf' | 'forget'>;
  audit: AuditService;
  understand: (row: MentionRow) => UnderstoodRow;
  /** A code that the same form gives again, and that nobody can work out without the site's secret. */
  codeOf: (form: string) => string;
  /** Queues the matching; the family does not wait for it. */
  match: (requestId: string) => Promise<void>;
  /** How conclusions ended that this family had been told. */
  endings: (request: SearchRequest) => Promise<Ending[]>;
  lookAgain: (request: SearchRequest) => Promise<boolean>;
  isHeld: (request: SearchRequest) => Promise<boolean>;
  /** Called when a request no longer stands for a soldier. */
  forget: (request: SearchRequest) => Promise<void>;
  ids: Ids;
  clock: Clock;
};

const FILES_OF_A_REQUEST = 10;

async function getByCode(deps: RequestServiceDeps, code: string): Promise<SearchRequest> {
  const request = await deps.requests.findByCode(secretHash(code));
  if (request === null) throw new AppError('not_found', 'There is no request under this address');
  return request;
}

/** A case of several families is handed out once, by the request that leads it. */
async function waitingBefore({ requests, clock }: RequestServiceDeps, request: SearchRequest): Promise<number> {
  const { gathered } = request;
  const lead = gathered === null || gathered.lead ? request : leadOf(await requests.findCases([gathered.caseId]));
  return requests.countWaitingBefore((lead ?? request).number, clock());
}

async function caseOf(deps: RequestServiceDeps, request: SearchRequest): Promise<FamilyCase> {
  const waits = request.status === 'received';
  const [papers, before, mail, endings, lookAgain, held, files] = await Promise.all([
    deps.papers.findOf(request.id),
    waits ? waitingBefore(deps, request) : null,
    deps.mail.stateOf(request.id),
    deps.endings(request),
    deps.lookAgain(request),
    deps.isHeld(request),
    deps.files.listOf({ kind: 'request', id: request.id }),
  ]);
  return { request, papers, before, mail, endings, lookAgain, held, files };
}

const ATTEMPTS = 5;

type FamilyChange = { what: string; by: string | null; fields: (request: SearchRequest) => RequestFields };

/** The family's own change goes on over whatever the desk wrote meanwhile: it never has to be repeated by her. */
async function changeAsFamily(
  deps: RequestServiceDeps,
  first: SearchRequest,
  change: FamilyChange,
): Promise<SearchRequest> {
  let request: SearchRequest | null = first;
  for (let attempt = 0; attempt < ATTEMPTS && request !== null; attempt += 1) {
    const entry = { what: change.what, by: change.by, at: deps.clock() };
    const changed = await deps.requests.change(request.id, request.version, change.fields(request), entry);
    if (changed !== null) return changed;
    request = await deps.requests.findById(request.id);
  }
  throw new AppError('conflict', 'The request is being changed; try again');
}

const movedByFamily = (from: RequestStatus, to: RequestStatus): RequestFields =>
  canMove(from, to, 'family') ? { status: to } : {};

async function answer(deps: RequestServiceDeps, code: string, text: string): Promise<FamilyCase> {
  const request = await getByCode(deps, code);
  mustBeOpen(request);
  const at = deps.clock();
  const id = deps.ids.newOrderedId(at);
  const words = { kind: 'message', direction: 'from_family', text } as const;
  await deps.papers.append({ id, requestId: request.id, by: null, at, ...words });
  const changed = await changeAsFamily(deps, request, {
    what: 'answer',
    by: null,
    fields: ({ status }) => (status === 'waiting_for_family' ? movedByFamily(status, 'searching') : {}),
  });
  return caseOf(deps, changed);
}

function mustHaveRoom({ fileIds }: SearchRequest, more: number): void {
  if (fileIds.length + more <= FILES_OF_A_REQUEST) return;
  throw new AppError('too_large', `A request takes ${FILES_OF_A_REQUEST} files`, {
    messageKey: 'problem.file.count',
    details: { limit: FILES_OF_A_REQUEST },
  });
}

async function addFiles(deps: RequestServiceDeps, code: string, files: readonly IncomingFile[]): Promise<FamilyCase> {
  const request = await getByCode(deps, code);
  mustBeOpen(request);
  mustHaveRoom(request, files.length);
  const kept = await deps.files.keepPapers({ kind: 'request', id: request.id }, files);
  const ids = kept.map((file) => file.id);
  const fields = (now: SearchRequest): RequestFields => ({ fileIds: [...now.fileIds, ...ids] });
  return caseOf(deps, await changeAsFamily(deps, request, { what: 'file', by: null, fields }));
}

async function askForMail(deps: RequestServiceDeps, code: string, email: string): Promise<FamilyCase> {
  const request = await getByCode(deps, code);
  mustBeOpen(request);
  const found = await caseOf(deps, request);
  const { id: requestId, number, language, status, secondLook } = request;
  const messages = found.papers.filter((paper) => paper.kind === 'message' && paper.direction === 'to_family');
  const told = { status, secondLook, messageId: messages.at(-1)?.id ?? '' };
  await deps.mail.ask({ requestId, number, code, email, language, told });
  return { ...found, mail: 'asked' };
}

/** The search stops, and of whoever asked nothing stays: contact, letter, photographs, names of relatives, messages. */
async function withdraw(deps: RequestServiceDeps, before: SearchRequest, by: string | null): Promise<SearchRequest> {
  if (before.status === 'withdrawn') {
    await eraseWithdrawn(deps, before);
    return before;
  }
  const fields = (now: SearchRequest): RequestFields => ({
    status: 'withdrawn',
    soldier: withoutLiving(now.soldier),
    letter: null,
    fileIds: [],
    assignee: null,
    leaseUntil: null,
    soldierId: null,
    evidenceLevel: null,
    secondLook: false,
    freshCandidates: 0,
  });
  const changed = await changeAsFamily(deps, before, { what: 'withdrawn', by, fields });
  await eraseWithdrawn(deps, before);
  return changed;
}

/** Can be done again: what broke off is finished when somebody asks for it once more. */
async function eraseWithdrawn(deps: RequestServiceDeps, before: SearchRequest): Promise<void> {
  await removePersonal(deps, before.id);
  await deps.papers.removePersonal(before.id);
  await deps.mail.forget(before.id);
  await deps.forget(before);
}

async function withdrawFor(
  deps: RequestServiceDeps,
  actor: Actor | null,
  { id, reason }: { id: string; reason: string },
) {
  demand(actor, 'request.withdraw');
  const before = await deps.requests.findById(id);
  if (before === null) throw new AppError('not_found', 'There is no such request');
  const changed = await withdraw(deps, before, actor.id);
  const change = { before: { status: before.status }, after: { status: changed.status, reason } };
  await deps.audit.record(actor, 'request.withdraw', { kind: 'request', id }, change);
  return changed;
}

/** The family's side of a request: it has no account, only the code of its page. */
export function createRequestService(deps: RequestServiceDeps): RequestService {
  return {
    submit: (submission, files, enteredBy) => submit(deps, { submission, files, enteredBy }),
    open: async (code) => caseOf(deps, await getByCode(deps, code)),
    answer: (code, text) => answer(deps, code, text),
    addFiles: (code, files) => addFiles(deps, code, files),
    async openFile(code, fileId, size) {
      const { id } = await getByCode(deps, code);
      return deps.files.openOf({ kind: 'request', id }, fileId, size);
    },
    askForMail: (code, email) => askForMail(deps, code, email),
    async endMail(code) {
      const request = await getByCode(deps, code);
      await deps.mail.forget(request.id);
      return caseOf(deps, request);
    },
    withdraw: async (code) => caseOf(deps, await withdraw(deps, await getByCode(deps, code), null)),
    withdrawFor: (actor, id, reason) => withdrawFor(deps, actor, { id, reason }),
  };
}
