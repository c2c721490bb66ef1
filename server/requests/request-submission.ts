import type { Actor } from '../domain/roles.ts';
import { hasName, rowProblems } from '../domain/row.ts';
import { CONSENT_WORDS, canBeCalled, type SearchRequest, untouchedRequest } from '../domain/search-request.ts';
import { bornTooLate } from '../domain/understand-row.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import type { IncomingFile } from '../files/file-service.ts';
import { secretHash } from '../ids.ts';
import type { RequestServiceDeps, Submission, Submitted } from './request-service.ts';

type Understand = RequestServiceDeps['understand'];

function problemsOf({ soldier, applicant, consent }: Submission, understand: Understand): FieldProblem[] {
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
  const phone = applicant.phone?.trim() ?? '';
  if (phone !== '' && !canBeCalled(phone))
    problems.push({ pointer: '/applicant/phone', detail: 'request.error.phone' });
  if (bornTooLate(understand(soldier).birth))
    problems.push({ pointer: '/soldier/birthDate', detail: 'request.error.birth' });
  if (!consent) problems.push({ pointer: '/consent', detail: 'requestProblem.consent' });
  return problems;
}

function newRequest(deps: RequestServiceDeps, submission: Submission, id: string): Omit<SearchRequest, 'number'> {
  const now = deps.clock();
  return {
    ...untouchedRequest(),
    id,
    status: 'received',
    soldier: submission.soldier,
    understood: deps.understand(submission.soldier),
    letter: submission.letter,
    language: submission.language,
    about: submission.about ?? null,
    consent: { words: CONSENT_WORDS, at: now },
    example: submission.example ?? false,
    changes: [{ what: 'received', by: null, at: now }],
    createdAt: now,
    changedAt: now,
    matchedAt: null,
  };
}

export type Parcel = { submission: Submission; files: readonly IncomingFile[]; enteredBy: Actor | null };
type Keys = { id: string; code: string; formKey: string | null };

/** Everything is checked before anything is kept, and the request itself is written last. */
export async function submit(deps: RequestServiceDeps, parcel: Parcel): Promise<Submitted> {
  const { submission } = parcel;
  const problems = problemsOf(submission, deps.understand);
  if (problems.length > 0) throw new AppError('bad_input', 'The request has to be corrected', { problems });
  const { token, ...content } = submission;
  const form = token === null ? null : JSON.stringify([token, content]);
  const code = form === null ? deps.ids.newCode() : deps.codeOf(form);
  const formKey = form === null ? null : secretHash(form);
  const before = formKey === null ? null : await deps.requests.findByForm(formKey);
  if (before !== null) return sentBefore(deps, before, code);
  const keys = { id: deps.ids.newOrderedId(deps.clock()), code, formKey };
  const number = await keep(deps, parcel, keys);
  if (number !== null) return afterKeeping(deps, parcel, { ...keys, number });
  // The same form came twice at once and the other one was first.
  const first = formKey === null ? null : await deps.requests.findByForm(formKey);
  if (first === null) throw new AppError('conflict', 'The request could not be kept; send it again');
  return { number: first.number, code };
}

/** The number of the request, or null when the same form came twice. Of one that was not kept nothing stays. */
async function keep(deps: RequestServiceDeps, parcel: Parcel, { id, code, formKey }: Keys): Promise<number | null> {
  const { submission, files, enteredBy } = parcel;
  const owner = { kind: 'request', id } as const;
  let kept = false;
  const papers = await deps.files.keepPapers(owner, files);
  try {
    await deps.contacts.keep(owner, submission.applicant);
    const number = await deps.requests.nextNumber();
    const fileIds = papers.map((file) => file.id);
    const request = { ...newRequest(deps, submission, id), number, fileIds, enteredBy: enteredBy?.id ?? null };
    kept = await deps.requests.insert(request, { codeHash: secretHash(code), formKey });
    return kept ? number : null;
  } finally {
    if (!kept) await removePersonal(deps, id);
  }
}

/** The request stands from here on. If the matching fails to be queued, it is when the form is sent again; mail is asked for again on the page. */
async function afterKeeping(
  deps: RequestServiceDeps,
  { submission, enteredBy }: Parcel,
  { id, code, number }: Keys & { number: number },
): Promise<Submitted> {
  if (enteredBy) await deps.audit.record(enteredBy, 'request.enter', { kind: 'request', id }, { after: { number } });
  await deps.match(id);
  const { email } = submission.applicant;
  const { language } = submission;
  const told = { status: 'received', secondLook: false, messageId: '' } as const;
  if (email !== null && !submission.example) {
    await deps.mail.ask({ requestId: id, number, code, email, language, told }).catch(unlessAskedTooOften);
  }
  return { number, code };
}

/** Asked too often today: no reason to refuse the request, and its page offers to ask again. */
function unlessAskedTooOften(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'too_many_requests') throw error;
}

async function sentBefore(deps: RequestServiceDeps, { id, number, matchedAt }: SearchRequest, code: string) {
  // The first time may have broken off before the matching was queued.
  if (matchedAt === null) await deps.match(id);
  return { number, code };
}

export async function removePersonal(deps: RequestServiceDeps, id: string): Promise<void> {
  await deps.files.removeOf({ kind: 'request', id });
  await deps.contacts.erase({ kind: 'request', id });
}
