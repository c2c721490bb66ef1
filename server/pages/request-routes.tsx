import express, { type Request, type Response, Router } from 'express';
import type { Language } from '../../client/messages/translate.ts';
import { RequestFormPage } from '../../client/pages/request-form-page.tsx';
import { StatusPage } from '../../client/pages/status-page.tsx';
import { AppError } from '../errors.ts';
import { fieldsOf, isMultipart, type Received, type ReceiveFiles } from '../files/receive-files.ts';
import { parse } from '../http/parse.ts';
import type { SayProblem } from '../http/problem.ts';
import type { FamilyCase, RequestService } from '../requests/request-service.ts';
import { statusOf } from '../requests/request-view.ts';
import { type FormErrors, type FormValues, formErrorsOf, isMendable, knownValues } from './form-errors.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';
import { formErrors, formFields, requestFieldOf, submissionOfForm } from './request-form-view.ts';
import { statusPageView } from './status-page-view.ts';

export type RequestPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  requests: RequestService;
  receiveFiles: ReceiveFiles;
  limits: { files: number; fileBytes: number };
  say: SayProblem;
  /** The token that makes one request of a form sent twice. */
  newToken: () => string;
  /** The telephone number of those who fill the form in for others; null where there is none. */
  helpPhone: string | null;
};

/** The family's pages: the form, and the page of its request. Every form works without a script. */
export function createRequestPages(deps: RequestPageDeps): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: '64kb' }));
  router.get('/:language/requests/new', (req, res) => {
    const { params, query } = parse(req, pageSchemas.form);
    sendForm(deps, res, params.language, { values: knownValues(textsOf(query), formFields), errors: {} });
  });
  router.post('/:language/requests/new', (req, res) => submitForm(deps, req, res));
  router.get('/:language/requests/:code', (req, res) => statusPage(deps, req, res));
  router.post('/:language/requests/:code/answer', (req, res) => act(deps, req, res, 'answer'));
  router.post('/:language/requests/:code/files', (req, res) => act(deps, req, res, 'files'));
  router.post('/:language/requests/:code/withdraw', (req, res) => act(deps, req, res, 'withdraw'));
  return router;
}

function textsOf(query: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

type FormState = { values: FormValues; errors: FormErrors };

function sendForm(deps: RequestPageDeps, res: Response, language: Language, { values, errors }: FormState): void {
  const { props } = shared(deps, language);
  const token = values.token ?? deps.newToken();
  res.status(Object.keys(errors).length > 0 ? 422 : 200);
  res.send(
    renderPage(<RequestFormPage {...props} values={values} errors={errors} token={token} phone={deps.helpPhone} />),
  );
}

async function submitForm(deps: RequestPageDeps, req: Request, res: Response): Promise<void> {
  const { params } = parse(req, pageSchemas.page);
  const { language } = params;
  const { page } = shared(deps, language);
  let received: Received | null = null;
  try {
    received = await deps.receiveFiles(req, res, { field: 'files', ...deps.limits });
    const values = knownValues(received.fields, formFields);
    const errors = formErrors(received.fields, page.say);
    if (Object.keys(errors).length > 0) return sendForm(deps, res, language, { values, errors });
    // A browser sends an empty file where none was chosen.
    const files = received.files.filter((file) => file.bytes > 0);
    const { code } = await deps.requests.submit(submissionOfForm(values, language), files, null);
    res.redirect(303, `/${language}/requests/${code}?sent=1`);
  } catch (error) {
    if (!(error instanceof AppError) || !isMendable(error)) throw error;
    // Of a form that broke off what came before is still shown.
    sendForm(deps, res, language, {
      values: knownValues(fieldsOf(req), formFields),
      errors: said(deps, error, language),
    });
  } finally {
    await received?.discard();
  }
}

function said({ say }: RequestPageDeps, error: AppError, language: Language): FormErrors {
  return formErrorsOf(error, { say, language, fieldOf: requestFieldOf });
}

async function statusPage(deps: RequestPageDeps, req: Request, res: Response): Promise<void> {
  const { params, query } = parse(req, pageSchemas.status);
  const { page } = shared(deps, params.language);
  const found = await deps.requests.open(params.code);
  const said = { answer: 'status.answerSent', files: 'status.fileAdded' } as const;
  const done = query.done === 'answer' || query.done === 'files' ? said[query.done] : null;
  sendStatus(deps, res, {
    found,
    params,
    justSent: query.sent === '1',
    notice: done ? { text: page.say(done), wrong: false } : null,
  });
}

type Shown = {
  found: FamilyCase;
  params: { language: Language; code: string };
  justSent: boolean;
  notice: { text: string; wrong: boolean } | null;
};

function sendStatus(deps: RequestPageDeps, res: Response, { found, params, justSent, notice }: Shown): void {
  const { page, props } = shared(deps, params.language);
  const view = statusPageView(statusOf(found), page);
  // The code is in the address: a shared computer's cache is not to keep the page.
  res.set('Cache-Control', 'no-store');
  res.send(renderPage(<StatusPage {...props} {...view} code={params.code} justSent={justSent} notice={notice} />));
}

async function act(
  deps: RequestPageDeps,
  req: Request,
  res: Response,
  action: 'answer' | 'files' | 'withdraw',
): Promise<void> {
  const { params } = parse(req, { params: pageSchemas.status.params });
  try {
    await carryOut(deps, req, res, { code: params.code, action });
  } catch (error) {
    if (!(error instanceof AppError) || !isMendable(error)) throw error;
    const notice = { text: Object.values(said(deps, error, params.language)).join(' '), wrong: true };
    res.status(422);
    sendStatus(deps, res, { found: await deps.requests.open(params.code), params, justSent: false, notice });
    return;
  }
  res.redirect(303, `/${params.language}/requests/${params.code}?done=${action}`);
}

const ANSWER = 2000;

async function carryOut(
  deps: RequestPageDeps,
  req: Request,
  res: Response,
  { code, action }: { code: string; action: 'answer' | 'files' | 'withdraw' },
): Promise<void> {
  if (action === 'withdraw') return void (await deps.requests.withdraw(code));
  if (action === 'answer') {
    const body: unknown = req.body;
    const answer = body && typeof body === 'object' && 'answer' in body ? String(body.answer).trim() : '';
    if (answer === '') throw new AppError('bad_input', 'The answer is empty', { messageKey: 'problem.field.required' });
    if (answer.length > ANSWER)
      throw new AppError('bad_input', 'The answer is too long', {
        messageKey: 'problem.field.tooLong',
        details: { limit: ANSWER },
      });
    return void (await deps.requests.answer(code, answer));
  }
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
