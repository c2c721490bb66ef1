import type { AuditService } from '../audit/audit-service.ts';
import type { ContactService } from '../contacts/contact-service.ts';
import type { UnderstoodRow } from '../domain/mention.ts';
import { canMove, type RequestStatus } from '../domain/request-states.ts';
import type { Actor } from '../domain/roles.ts';
import { hasName, type MentionRow, rowProblems } from '../domain/row.ts';
import type { Applicant, SearchRequest } from '../domain/search-request.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import type { FileService, IncomingFile } from '../files/file-service.ts';
import { type Clock, type Ids, secretHash } from '../ids.ts';
import type { CasePaper, CasePaperStore } from './case-paper-store.ts';
import type { RequestFields, RequestStore } from './request-store.ts';

/** What a family sends. `token` comes with the form, so that sending it twice makes one request. */
export type Submission = {
  soldier: MentionRow;
  applicant: Applicant;
  letter: string | null;
  language: 'kk' | 'ru' | 'en';
  consent: boolean;
  token: string | null;
  example?: boolean;
};

export type Submitted = { number: number; code: string };

/** All that the family's page needs. Nothing of other people, no candidate. */
export type FamilyCase = {
  request: SearchRequest;
  papers: CasePaper[];
  /** How many requests wait before this one; null once somebody has looked at it. */
  before: number | null;
};

export type RequestService = {
  /** Leaves a request: everything is checked before anything is kept, and the request itself is written last. */
  submit(submission: Submission, files: readonly IncomingFile[], enteredBy: Actor | null): Promise<Submitted>;
  /** What the family may see. @throws AppError `not_found` for a code of nobody. */
  open(code: string): Promise<FamilyCase>;
  answer(code: string, text: string): Promise<FamilyCase>;
  addFiles(code: string, files: readonly IncomingFile[]): Promise<FamilyCase>;
  /** Stops the search and erases the contact, the letter and the files. Final. */
  withdraw(code: string): Promise<FamilyCase>;
};

export type RequestServiceDeps = {
  requests: RequestStore;
  papers: CasePaperStore;
  contacts: ContactService;
  files: FileService;
  audit: AuditService;
  understand: (row: MentionRow) => UnderstoodRow;
  /** A code that the same form gives again, and that nobody can work out without the site's secret. */
  codeOf: (form: string) => string;
  /** Queues the matching; the family does not wait for it. */
  match: (requestId: string) => Promise<void>;
  /** Called when a request no longer stands for a soldier. */
  forget: (request: SearchRequest) => Promise<void>;
  ids: Ids;
  clock: Clock;
};

const FILES_OF_A_REQUEST = 10;

function problemsOf({ soldier, applicant, consent }: Submission): FieldProblem[] {
  const problems: FieldProblem[] = rowProblems(soldier).map(({ field, rule, limit }) => ({
    pointer: `/soldier/${field}`,
    detail: rule === 'too_long' ? 'problem.field.tooLong' : 'problem.field.wrong',
    ...(limit === undefined ? {} : { values: { limit } }),
  }));
  // A tag number finds a man as well as a name does; anything less finds everybody.
  if (!hasName(soldier) && (soldier.campNumber ?? '') === '') {
    problems.push({ pointer: '/soldier', detail: 'requestProblem.name' });
  }
  if (applicant.name.trim() === '') problems.push({ pointer: '/applicant/name', detail: 'problem.field.required' });
  if (!consent) problems.push({ pointer: '/consent', detail: 'requestProblem.consent' });
  return problems;
}

function newRequest(deps: RequestServiceDeps, submission: Submission, id: string): Omit<SearchRequest, 'number'> {
  const now = deps.clock();
  return {
    id,
    status: 'received',
    soldier: submission.soldier,
    understood: deps.understand(submission.soldier),
    letter: submission.letter,
    language: submission.language,
    fileIds: [],
    assignee: null,
    leaseUntil: null,
    freshCandidates: 0,
    bestProbability: null,
    soldierId: null,
    evidenceLevel: null,
    secondLook: false,
    statusBeforeDecision: null,
    enteredBy: null,
    example: submission.example ?? false,
    version: 1,
    changes: [{ what: 'received', by: null, at: now }],
    createdAt: now,
    changedAt: now,
    matchedAt: null,
  };
}

type Parcel = { submission: Submission; files: readonly IncomingFile[]; enteredBy: Actor | null };

async function submit(deps: RequestServiceDeps, { submission, files, enteredBy }: Parcel): Promise<Submitted> {
  const problems = problemsOf(submission);
  if (problems.length > 0) throw new AppError('bad_input', 'The request has to be corrected', { problems });
  const { token, ...content } = submission;
  const form = token === null ? null : JSON.stringify([token, content]);
  const code = form === null ? deps.ids.newCode() : deps.codeOf(form);
  const formKey = form === null ? null : secretHash(form);
  const before = formKey === null ? null : await deps.requests.findByForm(formKey);
  if (before !== null) return { number: before.number, code };
  const id = deps.ids.newOrderedId(deps.clock());
  const owner = { kind: 'request', id } as const;
  const kept = await deps.files.keepPapers(owner, files);
  try {
    await deps.contacts.keep(owner, submission.applicant);
    const number = await deps.requests.nextNumber();
    const fileIds = kept.map((file) => file.id);
    const request = { ...newRequest(deps, submission, id), number, fileIds, enteredBy: enteredBy?.id ?? null };
    // Written last: only now is there a request, and everything it needs is there before it.
    if (await deps.requests.insert(request, { codeHash: secretHash(code), formKey })) {
      if (enteredBy)
        await deps.audit.record(enteredBy, 'request.enter', { kind: 'request', id }, { after: { number } });
      await deps.match(id);
      return { number, code };
    }
  } catch (error) {
    await removePersonal(deps, id);
    throw error;
  }
  // The same form came twice at once and the other one was first.
  await removePersonal(deps, id);
  const first = formKey === null ? null : await deps.requests.findByForm(formKey);
  if (first === null) throw new AppError('conflict', 'The request could not be kept; send it again');
  return { number: first.number, code };
}

async function removePersonal(deps: RequestServiceDeps, id: string): Promise<void> {
  await deps.files.removeOf({ kind: 'request', id });
  await deps.contacts.erase({ kind: 'request', id });
}

async function getByCode(deps: RequestServiceDeps, code: string): Promise<SearchRequest> {
  const request = await deps.requests.findByCode(secretHash(code));
  if (request === null) throw new AppError('not_found', 'There is no request under this address');
  return request;
}

async function caseOf(deps: RequestServiceDeps, request: SearchRequest): Promise<FamilyCase> {
  const papers = await deps.papers.findOf(request.id);
  const waits = request.status === 'received';
  const before = waits ? await deps.requests.countWaitingBefore(request.number) : null;
  return { request, papers, before };
}

const ATTEMPTS = 5;

/** The family's own change goes on over whatever the desk wrote meanwhile: it never has to be repeated by her. */
async function changeAsFamily(
  deps: RequestServiceDeps,
  code: string,
  change: { what: string; fields: (request: SearchRequest) => RequestFields },
): Promise<SearchRequest> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const request = await getByCode(deps, code);
    const entry = { what: change.what, by: null, at: deps.clock() };
    const changed = await deps.requests.change(request.id, request.version, change.fields(request), entry);
    if (changed !== null) return changed;
  }
  throw new AppError('conflict', 'The request is being changed; try again');
}

function mustBeOpen({ status }: SearchRequest): void {
  if (status !== 'withdrawn' && status !== 'closed') return;
  throw new AppError('conflict', 'This request is over', { messageKey: 'requestProblem.over', details: { status } });
}

const movedByFamily = (from: RequestStatus, to: RequestStatus): RequestFields =>
  canMove(from, to, 'family') ? { status: to } : {};

async function answer(deps: RequestServiceDeps, code: string, text: string): Promise<FamilyCase> {
  const request = await getByCode(deps, code);
  mustBeOpen(request);
  const at = deps.clock();
  const id = deps.ids.newOrderedId(at);
  await deps.papers.append({
    id,
    requestId: request.id,
    kind: 'message',
    direction: 'from_family',
    text,
    by: null,
    at,
  });
  const changed = await changeAsFamily(deps, code, {
    what: 'answer',
    fields: ({ status }) => (status === 'waiting_for_family' ? movedByFamily(status, 'searching') : {}),
  });
  return caseOf(deps, changed);
}

async function addFiles(deps: RequestServiceDeps, code: string, files: readonly IncomingFile[]): Promise<FamilyCase> {
  const request = await getByCode(deps, code);
  mustBeOpen(request);
  if (request.fileIds.length + files.length > FILES_OF_A_REQUEST) {
    throw new AppError('too_large', `A request takes ${FILES_OF_A_REQUEST} files`, {
      messageKey: 'problem.file.count',
      details: { limit: FILES_OF_A_REQUEST },
    });
  }
  const kept = await deps.files.keepPapers({ kind: 'request', id: request.id }, files);
  const ids = kept.map((file) => file.id);
  const fields = (now: SearchRequest): RequestFields => ({ fileIds: [...now.fileIds, ...ids] });
  return caseOf(deps, await changeAsFamily(deps, code, { what: 'file', fields }));
}

async function withdraw(deps: RequestServiceDeps, code: string): Promise<FamilyCase> {
  const before = await getByCode(deps, code);
  if (before.status === 'withdrawn') return caseOf(deps, before);
  const changed = await changeAsFamily(deps, code, {
    what: 'withdrawn',
    fields: () => ({
      status: 'withdrawn',
      letter: null,
      fileIds: [],
      assignee: null,
      leaseUntil: null,
      soldierId: null,
      evidenceLevel: null,
      secondLook: false,
      freshCandidates: 0,
    }),
  });
  await removePersonal(deps, changed.id);
  await deps.papers.removePersonal(changed.id);
  await deps.forget(before);
  return caseOf(deps, changed);
}

/** The family's side of a request: it has no account, only the code of its page. */
export function createRequestService(deps: RequestServiceDeps): RequestService {
  return {
    submit: (submission, files, enteredBy) => submit(deps, { submission, files, enteredBy }),
    open: async (code) => caseOf(deps, await getByCode(deps, code)),
    answer: (code, text) => answer(deps, code, text),
    addFiles: (code, files) => addFiles(deps, code, files),
    withdraw: (code) => withdraw(deps, code),
  };
}
