import express, { type Request, type Response, Router } from 'express';
import type { Language } from '../../client/messages/translate.ts';
import { type AboutSoldier, RequestFormPage } from '../../client/pages/request-form-page.tsx';
import type { AppError } from '../errors.ts';
import { fieldsOf, type Received } from '../files/receive-files.ts';
import { FORM_LIMIT } from '../http/form-text.ts';
import { parse } from '../http/parse.ts';
import { toAppError } from '../http/problem.ts';
import { isStoreDown, sayStoreDown } from '../http/store-down.ts';
import {
  type FormErrors,
  type FormValues,
  formErrorsOf,
  isMendable,
  knownValues,
  writtenValues,
} from './form-errors.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';
import { formErrors, formFields, requestFieldOf, submissionOfForm } from './request-form-view.ts';
import { addStatusPages, type StatusPageDeps } from './status-routes.tsx';

export type RequestPageDeps = StatusPageDeps & {
  /** The token that makes one request of a form sent twice. */
  newToken: () => string;
  /** A soldier whom visitors may see, for a form that is about him; null when there is none at this address. */
  soldierNamed: (id: string, page: PageContext) => Promise<AboutSoldier | null>;
};

/** The family's pages: the form, and the page of its request. Every form works without a script. */
export function createRequestPages(deps: RequestPageDeps): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: FORM_LIMIT }));
  router.get('/:language/requests/new', (req, res) => {
    const { params, query } = parse(req, pageSchemas.form);
    return sendForm(deps, res, params.language, { values: knownValues(textsOf(query), formFields), errors: {} });
  });
  router.post('/:language/requests/new', (req, res) => submitForm(deps, req, res));
  addStatusPages(router, deps);
  return router;
}

function textsOf(query: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** `storeDown`: nothing can be kept now, so that what was written stays in the form. */
type FormState = { values: FormValues; errors: FormErrors; storeDown?: boolean };

async function sendForm(
  deps: RequestPageDeps,
  res: Response,
  language: Language,
  { values, errors, storeDown = false }: FormState,
): Promise<void> {
  const { page, props } = shared(deps, language);
  const token = values.token ?? deps.newToken();
  const about = values.soldier && !storeDown ? await deps.soldierNamed(values.soldier, page) : null;
  const shown = { values: withHisName(values, about), errors, storeDown, token, about, phone: deps.helpPhone };
  if (storeDown) sayStoreDown(res);
  else res.status(Object.keys(errors).length > 0 ? 422 : 200);
  res.send(renderPage(<RequestFormPage {...props} {...shown} />));
}

/**
 * Of his page only the name is filled in, and only where nothing was written yet. What else the family writes it knows by
 * itself: that is what a volunteer compares with his papers.
 */
function withHisName(values: FormValues, about: AboutSoldier | null): FormValues {
  if (about === null || values.familyName || values.givenName) return values;
  const { familyName, givenName } = about;
  return { ...values, ...(familyName ? { familyName } : {}), ...(givenName ? { givenName } : {}) };
}

async function submitForm(deps: RequestPageDeps, req: Request, res: Response): Promise<void> {
  const { params } = parse(req, pageSchemas.page);
  const { language } = params;
  const { page } = shared(deps, language);
  let received: Received | null = null;
  try {
    received = await deps.receiveFiles(req, res, { field: 'files', longField: 'letter', ...deps.limits });
    const values = writtenValues(received.fields, formFields);
    const errors = formErrors(received.fields, page.say);
    if (Object.keys(errors).length > 0) return await sendForm(deps, res, language, { values, errors });
    // A browser sends an empty file where none was chosen.
    const files = received.files.filter((file) => file.bytes > 0);
    const about = values.soldier ? await deps.soldierNamed(values.soldier, page) : null;
    const submission = { ...submissionOfForm(values, language), about: about?.id ?? null };
    const { code } = await deps.requests.submit(submission, files, null);
    res.redirect(303, `/${language}/requests/${code}?sent=1`);
  } catch (error) {
    await showAgain(deps, req, res, { language, thrown: error });
  } finally {
    await received?.discard();
  }
}

/** Of a form that broke off what came before is still shown. */
async function showAgain(
  deps: RequestPageDeps,
  req: Request,
  res: Response,
  { language, thrown }: { language: Language; thrown: unknown },
): Promise<void> {
  const values = writtenValues(fieldsOf(req), formFields);
  const down = () => sendForm(deps, res, language, { values, errors: {}, storeDown: true });
  if (isStoreDown(thrown)) return down();
  const problem = toAppError(thrown);
  if (!isMendable(problem)) throw thrown;
  try {
    await sendForm(deps, res, language, { values, errors: said(deps, problem, language) });
  } catch (error) {
    // What is to be mended waits: the man whose page led here cannot be read either.
    if (!isStoreDown(error)) throw error;
    await down();
  }
}

function said({ say }: RequestPageDeps, error: AppError, language: Language): FormErrors {
  return formErrorsOf(error, { say, language, fieldOf: requestFieldOf });
}
