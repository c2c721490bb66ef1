import { type Request, type Response, Router } from 'express';
import type { Language } from '../../client/messages/translate.ts';
import { MemoryFormPage } from '../../client/pages/memory-form-page.tsx';
import { MemoryStatusPage } from '../../client/pages/memory-status-page.tsx';
import { MOST_PHOTOGRAPHS } from '../domain/memory.ts';
import { sendFile } from '../files/file-routes.ts';
import { fileParams, fileQuery } from '../files/file-schemas.ts';
import { fieldsOf, type Received, type ReceiveFiles } from '../files/receive-files.ts';
import { parse } from '../http/parse.ts';
import { type SayProblem, toAppError } from '../http/problem.ts';
import { isStoreDown, sayStoreDown } from '../http/store-down.ts';
import type { Clock } from '../ids.ts';
import type { MemoryService } from '../memories/memory-service.ts';
import type { SoldierService } from '../soldiers/soldier-service.ts';
import {
  type FormErrors,
  type FormValues,
  formErrorsOf,
  isMendable,
  knownValues,
  writtenValues,
} from './form-errors.ts';
import { isJustSent } from './just-sent.ts';
import { memoryFieldOf, memoryFields, memoryOfForm } from './memory-form-view.ts';
import { pageSchemas } from './page-schemas.ts';
import type { PageContext } from './page-words.ts';
import { shared } from './public-routes.tsx';
import { renderPage } from './render-page.ts';

export type MemoryPageDeps = Pick<PageContext, 'publicUrl' | 'labels' | 'demo'> & {
  memories: MemoryService;
  soldiers: SoldierService;
  receiveFiles: ReceiveFiles;
  fileBytes: number;
  say: SayProblem;
  /** The token that makes one memory of a form sent twice. */
  newToken: () => string;
  clock: Clock;
  /** Whom a family may call while nothing can be kept; null where there is nobody. */
  helpPhone: string | null;
};

/** Photographs and words of families: leaving them, taking them back, and the photographs that are shown. */
export function createMemoryPages(deps: MemoryPageDeps): Router {
  const router = Router();
  router.get('/:language/soldiers/:id/memories', (req, res) => showForm(deps, req, res, { values: {}, errors: {} }));
  router.post('/:language/soldiers/:id/memories', (req, res) => submit(deps, req, res));
  router.get('/:language/memories/:code', (req, res) => showOwn(deps, req, res));
  router.post('/:language/memories/:code/take-back', async (req, res) => {
    const { language, code } = parse(req, { params: pageSchemas.status.params }).params;
    await deps.memories.takeBack(code);
    res.redirect(303, `/${language}/memories/${code}`);
  });
  router.get('/photographs/:id', async (req, res) => {
    const { params, query } = parse(req, { params: fileParams, query: fileQuery });
    const photograph = await deps.memories.openPhotograph(params.id, query.size);
    // Short, so that what a family takes back is gone from the caches on the way soon after.
    await sendFile(res, photograph, 'public, max-age=300');
  });
  return router;
}

/** `storeDown`: nothing can be kept now, so that what was written stays in the form. */
type FormState = { values: FormValues; errors: FormErrors; storeDown?: boolean };
type Whose = { language: Language; soldierId: string; soldierName: string | null };

async function showForm(deps: MemoryPageDeps, req: Request, res: Response, state: FormState) {
  const { language, id } = parse(req, pageSchemas.one).params;
  const found = await deps.soldiers.getPage(id, { actor: null });
  if (found.kind === 'moved') return res.redirect(308, `/${language}/soldiers/${found.to}/memories`);
  sendForm(deps, res, { language, soldierId: id, soldierName: found.page.soldier.summary.name.full }, state);
}

function sendForm(deps: MemoryPageDeps, res: Response, { language, ...whose }: Whose, state: FormState) {
  const { values, errors, storeDown = false } = state;
  if (storeDown) sayStoreDown(res);
  else res.status(Object.keys(errors).length > 0 ? 422 : 200);
  const { props } = shared(deps, language);
  const form = { values, errors, storeDown, token: values.token ?? deps.newToken(), phone: deps.helpPhone };
  res.send(renderPage(<MemoryFormPage {...props} {...whose} {...form} />));
}

async function submit(deps: MemoryPageDeps, req: Request, res: Response) {
  const { language, id } = parse(req, pageSchemas.one).params;
  let received: Received | null = null;
  try {
    received = await deps.receiveFiles(req, res, {
      field: 'files',
      longField: 'words',
      files: MOST_PHOTOGRAPHS,
      fileBytes: deps.fileBytes,
    });
    const files = received.files.filter((file) => file.bytes > 0);
    const memory = memoryOfForm(received.fields, knownValues(received.fields, memoryFields), language);
    const { code } = await deps.memories.leave(id, memory, files);
    res.redirect(303, `/${language}/memories/${code}?sent=1`);
  } catch (error) {
    await showAgain(deps, req, res, error);
  } finally {
    await received?.discard();
  }
}

/** With every word that was written: also of a form to be mended whose page cannot be read, because the store is down. */
async function showAgain(deps: MemoryPageDeps, req: Request, res: Response, thrown: unknown) {
  const { language, id } = parse(req, pageSchemas.one).params;
  const values = writtenValues(fieldsOf(req), memoryFields);
  const down = () =>
    sendForm(deps, res, { language, soldierId: id, soldierName: null }, { values, errors: {}, storeDown: true });
  if (isStoreDown(thrown)) return down();
  const problem = toAppError(thrown);
  if (!isMendable(problem)) throw thrown;
  const errors = formErrorsOf(problem, { say: deps.say, language, fieldOf: memoryFieldOf });
  try {
    await showForm(deps, req, res, { values, errors });
  } catch (error) {
    if (!isStoreDown(error)) throw error;
    down();
  }
}

async function showOwn(deps: MemoryPageDeps, req: Request, res: Response) {
  const { params, query } = parse(req, pageSchemas.status);
  const { props } = shared(deps, params.language);
  const own = await deps.memories.open(params.code);
  const justSent = query.sent === '1' && isJustSent(own.createdAt, deps.clock());
  // The code is in the address: a shared computer's cache is not to keep the page.
  res.set('Cache-Control', 'no-store');
  res.send(renderPage(<MemoryStatusPage {...props} {...own} code={params.code} justSent={justSent} />));
}
