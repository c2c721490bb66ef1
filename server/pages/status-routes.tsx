import type { Request, Response, Router } from 'express';
import type { Language } from '../../client/messages/translate.ts';
import { KeptAnswerPage } from '../../client/pages/kept-answer-page.tsx';
import { LookUpPage } from '../../client/pages/look-up-page.tsx';
import { StatusPage } from '../../client/pages/status-page.tsx';
import { MOST_ANSWER } from '../domain/search-request.ts';
import { readCode } from '../domain/status-code.ts';
import { AppError } from '../errors.ts';
import { sendFile } from '../files/file-routes.ts';
import { fileQuery } from '../files/file-schemas.ts';
import { isMultipart, type ReceiveFiles } from '../files/receive-files.ts';
import { writtenText } from '../http/form-text.ts';
import { parse } from '../http/parse.ts';
import type { SayProblem } from '../http/problem.ts';
import { isStoreDown, sayStoreDown } from '../http/store-down.ts';
import type { Clock } from '../ids.ts';
import type { KinService } from '../requests/kin-service.ts';
import type { MeetingService } from '../requests/meeting-service.ts';
import type { FamilyCase, RequestService } from '../requests/request-service.ts';
import { statusOf } from '../requests/request-view.ts';
import { formErrorsOf, isMendable } from './form-errors.ts';
import { isJustSent } from './just-sent.ts';
import { meetingCall } from './kin-page-view.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';
import { isEmail, requestFieldOf } from './request-form-view.ts';
import { statusPageView } from './status-page-view.ts';

export type StatusPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  requests: RequestService;
  receiveFiles: ReceiveFiles;
  limits: { files: number; fileBytes: number };
  say: SayProblem;
  kin: Pick<KinService, 'newsOf'>;
  meetings: Pick<MeetingService, 'open'>;
  clock: Clock;
  /** The telephone number of those who fill the form in for others; null where there is none. */
  helpPhone: string | null;
};

/** What a family can do on the page of its request, and what is said when it is done. */
const ACTIONS = {
  answer: { act: sendAnswer, done: 'status.answerSent' },
  files: { act: sendFiles, done: 'status.fileAdded' },
  mail: { act: askForMail, done: null },
  'mail-end': { act: endMail, done: 'status.mailEnded' },
  withdraw: { act: withdraw, done: null },
} as const;

type Action = keyof typeof ACTIONS;

const isAction = (name: string | undefined): name is Action => name !== undefined && Object.hasOwn(ACTIONS, name);

/** The page a family follows its request on; every form on it works without a script. */
export function addStatusPages(router: Router, deps: StatusPageDeps): void {
  router.get('/:language/requests', (req, res) => {
    const { language } = parse(req, pageSchemas.page).params;
    sendLookUp(deps, res, language, { value: '', wrong: false });
  });
  router.post('/:language/requests', (req, res) => lookUp(deps, req, res));
  router.get('/:language/requests/:code', (req, res) => showStatus(deps, req, res));
  router.get('/:language/requests/:code/files/:id', async (req, res) => {
    const { params, query } = parse(req, { params: pageSchemas.ownFile, query: fileQuery });
    await sendFile(res, await deps.requests.openFile(params.code, params.id, query.size), 'no-store');
  });
  for (const action of Object.keys(ACTIONS) as Action[]) {
    router.post(`/:language/requests/:code/${action}`, (req, res) => act(deps, req, res, action));
  }
}

function sendLookUp(deps: StatusPageDeps, res: Response, language: Language, typed: { value: string; wrong: boolean }) {
  const { page, props } = shared(deps, language);
  res.status(typed.wrong ? 422 : 200).set('Cache-Control', 'no-store');
  const wrong = NUMBER_ALONE.test(typed.value) ? 'status.codeIsNumber' : 'status.codeWrong';
  const error = typed.wrong ? page.say(wrong) : undefined;
  res.send(renderPage(<LookUpPage {...props} value={typed.value} error={error} phone={deps.helpPhone} />));
}

/** An address that was sent through a messenger or two is longer than the code. */
const MOST_LOOKED_UP = 500;
/** The number of a request is told beside its code and is easily taken for it. */
const NUMBER_ALONE = /^(?:№|n|no\.?)?\s*\d{1,9}$/i;

/** By POST, so that the code stands in no history and no log on the way. */
async function lookUp(deps: StatusPageDeps, req: Request, res: Response): Promise<void> {
  const { language } = parse(req, pageSchemas.page).params;
  const value = textOf(req, 'code').slice(0, MOST_LOOKED_UP);
  const code = readCode(value);
  try {
    await deps.requests.open(code);
    res.redirect(303, `/${language}/requests/${code}`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    sendLookUp(deps, res, language, { value, wrong: true });
  }
}

async function showStatus(deps: StatusPageDeps, req: Request, res: Response): Promise<void> {
  const { params, query } = parse(req, pageSchemas.status);
  const { page } = shared(deps, params.language);
  const found = await deps.requests.open(params.code);
  const done = isAction(query.done) ? ACTIONS[query.done].done : null;
  const notice = done ? { text: page.say(done), wrong: false } : null;
  const justSent = query.sent === '1' && isJustSent(found.request.createdAt, deps.clock());
  await sendStatus(deps, res, { found, params, justSent, notice });
}

type Shown = {
  found: FamilyCase;
  params: { language: Language; code: string };
  justSent: boolean;
  notice: { text: string; wrong: boolean } | null;
  answer?: string;
};

async function sendStatus(deps: StatusPageDeps, res: Response, shown: Shown): Promise<void> {
  const { found, params, justSent, notice, answer } = shown;
  const { code, language } = params;
  const { page, props } = shared(deps, language);
  const [news, meeting] = await Promise.all([deps.kin.newsOf(code), deps.meetings.open(code)]);
  const { lookAgain, held } = found;
  const status = { ...statusOf(found), fateOpen: news.fateOpen, lookAgain, held };
  const kinUrl = `/${language}/requests/${code}/soldier`;
  const view = {
    // What only kin may see is on a page of their own, behind a warning.
    ...statusPageView(news.hard ? { ...status, memorialUrl: kinUrl, hardNews: true } : status, found, page),
    calls: meetingCall(meeting, code, page),
    phone: deps.helpPhone,
  };
  // The code is in the address: a shared computer's cache is not to keep the page.
  // Taken back for good: the page still tells so, and programs are told not to come again.
  if (found.request.status === 'withdrawn' && res.statusCode === 200) res.status(410);
  res.set('Cache-Control', 'no-store');
  res.send(renderPage(<StatusPage {...props} {...view} {...{ justSent, notice, answer }} code={params.code} />));
}

async function act(deps: StatusPageDeps, req: Request, res: Response, action: Action): Promise<void> {
  const { params } = parse(req, { params: pageSchemas.status.params });
  try {
    // Before anything is received: a code of nobody takes no files.
    await deps.requests.open(params.code);
    await ACTIONS[action].act(deps, req, res, params.code);
  } catch (error) {
    const text = error instanceof AppError ? wordsOf(deps, error, params.language) : null;
    const answer = textOf(req, 'answer');
    if (action === 'answer' && answer !== '' && isStoreDown(error)) return sendKept(deps, res, params, answer);
    if (text === null) throw error;
    res.status(422);
    const found = await deps.requests.open(params.code);
    await sendStatus(deps, res, { found, params, justSent: false, notice: { text, wrong: true }, answer });
    return;
  }
  res.redirect(303, `/${params.language}/requests/${params.code}?done=${action}`);
}

/** Nothing can be kept now: the words stay with whoever wrote them. */
function sendKept(deps: StatusPageDeps, res: Response, { language, code }: Shown['params'], answer: string): void {
  const { props } = shared(deps, language);
  sayStoreDown(res).send(renderPage(<KeptAnswerPage {...props} {...{ code, answer }} phone={deps.helpPhone} />));
}

/** What the family can mend, or wait for, in its own words on its own page; null for everything else. */
function wordsOf({ say }: StatusPageDeps, error: AppError, language: Language): string | null {
  const mendable = isMendable(error) || error.code === 'conflict' || error.messageKey === 'status.mailTooOften';
  if (!mendable) return null;
  return Object.values(formErrorsOf(error, { say, language, fieldOf: requestFieldOf })).join(' ');
}

function textOf(req: Request, field: string): string {
  const body: unknown = req.body;
  const value = body && typeof body === 'object' ? Object.entries(body).find(([name]) => name === field)?.[1] : '';
  return typeof value === 'string' ? writtenText(value).trim() : '';
}

async function sendAnswer(deps: StatusPageDeps, req: Request, _res: Response, code: string): Promise<void> {
  const answer = textOf(req, 'answer');
  if (answer === '') throw new AppError('bad_input', 'The answer is empty', { messageKey: 'problem.field.required' });
  if (answer.length > MOST_ANSWER)
    throw new AppError('bad_input', 'The answer is too long', {
      messageKey: 'problem.field.tooLong',
      details: { limit: MOST_ANSWER },
    });
  await deps.requests.answer(code, answer);
}

async function sendFiles(deps: StatusPageDeps, req: Request, res: Response, code: string): Promise<void> {
  if (!isMultipart(req))
    throw new AppError('bad_input', 'Send the files as a form', { messageKey: 'problem.file.missing' });
  const received = await deps.receiveFiles(req, res, { field: 'files', ...deps.limits });
  try {
    const files = received.files.filter((file) => file.bytes > 0);
    if (files.length === 0) throw new AppError('bad_input', 'No file was sent', { messageKey: 'problem.file.missing' });
    await deps.requests.addFiles(code, files);
  } finally {
    await received.discard();
  }
}

async function askForMail(deps: StatusPageDeps, req: Request, _res: Response, code: string): Promise<void> {
  const email = textOf(req, 'email');
  if (!isEmail(email)) throw new AppError('bad_input', 'This is no address', { messageKey: 'request.error.email' });
  await deps.requests.askForMail(code, email);
}

async function endMail(deps: StatusPageDeps, _req: Request, _res: Response, code: string): Promise<void> {
  await deps.requests.endMail(code);
}

async function withdraw(deps: StatusPageDeps, _req: Request, _res: Response, code: string): Promise<void> {
  await deps.requests.withdraw(code);
}
