import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { Actor } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { ReceiveFiles } from '../files/receive-files.ts';
import { type Authenticate, isStillSignedIn } from '../http/auth.ts';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse, parseValue } from '../http/parse.ts';
import type { SayProblem } from '../http/problem.ts';
import { readerLanguage, requireActor } from '../http/request-context.ts';
import type { PartnerService } from '../partners/partner-service.ts';
import { csvFile } from '../tables/table-file.ts';
import type { Import } from './import.ts';
import { keptOutRows } from './import-report.ts';
import {
  csvSchema,
  fileQuery,
  importPageQuery,
  importPageSchema,
  importParams,
  importSchema,
  mappingBody,
  newImportFields,
  problemPageSchema,
  problemsQuery,
  returnedSchema,
  undoBody,
  waitingSchema,
} from './import-schemas.ts';
import type { ImportService } from './import-service.ts';
import { type ImportReader, importProblemView, importView, takenBackView } from './import-view.ts';
import { hasReturn, type ReturnDeps, returnFile } from './return-file.ts';

export type ImportRoutesDeps = {
  authenticate: Authenticate;
  imports: ImportService;
  partners: PartnerService;
  receiveFiles: ReceiveFiles;
  say: SayProblem;
  peopleNamed: (ids: string[]) => Promise<ReadonlyMap<string, string>>;
  listBytes: number;
  returned: ReturnDeps;
};

export function createImportFeature(deps: ImportRoutesDeps): ApiFeature {
  const { imports, say } = deps;
  const router = Router();
  const readerOf = (req: Request, language = readerLanguage(req)): ImportReader => ({ say, language });
  const answer = (req: Request, res: Response, item: Import, status = 200) => {
    setVersion(res, item.version);
    res.status(status).json(importView(item, { say, language: readerLanguage(req) }));
  };
  router.post('/imports', async (req, res) => {
    const item = await receiveImport(deps, req, res);
    res.location(`/api/imports/${item.id}`);
    answer(req, res, item, 201);
  });
  router.get('/imports', async (req, res) => {
    const { cursor, limit, waiting } = parse(req, { query: importPageQuery }).query;
    const wanted = { after: cursor ?? null, limit, onlyWaiting: waiting === 'true' };
    const page = await imports.list(requireActor(req), wanted);
    sendPage(req, res, {
      items: page.items.map((listed) => importView(listed.item, readerOf(req), { waiting: listed.waiting })),
      next: page.next,
    });
  });
  router.get('/imports/waiting', async (req, res) => {
    res.json(await imports.countWaiting(requireActor(req)));
  });
  router.get('/imports/:id', async (req, res) => {
    const { id } = parse(req, { params: importParams }).params;
    const actor = requireActor(req);
    const item = await imports.get(actor, id);
    const names = await deps.peopleNamed(item.takenBack ? [item.takenBack.by] : []);
    const takenBack = takenBackView(item, { ...readerOf(req), partnerId: actor.partnerId }, names);
    setVersion(res, item.version);
    res.json({ ...importView(item, readerOf(req), await imports.standing(item)), takenBack });
  });
  router.put('/imports/:id/mapping', async (req, res) => {
    const { params, body } = parse(req, { params: importParams, body: mappingBody });
    answer(req, res, await imports.setMapping(requireActor(req), params.id, requireVersion(req), body));
  });
  for (const step of ['check', 'apply'] as const) {
    router.post(`/imports/:id/${step}`, async (req, res) => {
      const { id } = parse(req, { params: importParams }).params;
      answer(req, res, await imports[step](requireActor(req), id), 202);
    });
  }
  router.post('/imports/:id/undo', async (req, res) => {
    const { params, body } = parse(req, { params: importParams, body: undoBody });
    answer(req, res, await imports.undo(requireActor(req), params.id, body.reason), 202);
  });
  router.get('/imports/:id/problems', async (req, res) => {
    const { params, query } = parse(req, { params: importParams, query: problemsQuery });
    const actor = requireActor(req);
    const { form } = await imports.get(actor, params.id);
    const problems = await imports.problems(actor, params.id, query.after, query.limit);
    const reader = { say, language: readerLanguage(req) };
    res.json({ items: problems.map((problem) => importProblemView(problem, reader, form)) });
  });
  addFiles(router, deps, readerOf);
  return { router, operations };
}

/** What a partner takes home: the rows kept out, and the answer to its list. */
function addFiles(
  router: Router,
  { imports, returned }: ImportRoutesDeps,
  readerOf: (req: Request, language?: ImportReader['language']) => ImportReader,
): void {
  router.get('/imports/:id/report.csv', async (req, res) => {
    const { params, query } = parse(req, { params: importParams, query: fileQuery });
    const item = await imports.get(requireActor(req), params.id);
    const rows = keptOutRows(item, imports.keptOut(item), readerOf(req, query.language));
    await sendCsv(res, rows, `kept-out-${item.id}.csv`);
  });
  router.get('/imports/:id/return', async (req, res) => {
    const { id } = parse(req, { params: importParams }).params;
    const item = await imports.get(requireActor(req), id);
    res.json({ any: await hasReturn(item, returned, readerOf(req)) });
  });
  router.get('/imports/:id/return.csv', async (req, res) => {
    const { params, query } = parse(req, { params: importParams, query: fileQuery });
    const item = await imports.get(requireActor(req), params.id);
    await sendCsv(res, returnFile(item, returned, readerOf(req, query.language)), `return-${item.id}.csv`);
  });
}

async function receiveImport(deps: ImportRoutesDeps, req: Request, res: Response): Promise<Import> {
  const actor = requireActor(req);
  const received = await deps.receiveFiles(req, res, { field: 'file', files: 1, fileBytes: deps.listBytes });
  try {
    if (!(await isStillSignedIn(req, deps.authenticate)))
      throw new AppError('not_signed_in', 'This token is no longer valid');
    const fields = parseValue(received.fields, newImportFields);
    const [file] = received.files;
    if (!file)
      throw new AppError('bad_input', 'Send the list as `file`', {
        messageKey: 'problem.file.missing',
        problems: [{ pointer: '/file', detail: 'problem.field.required' }],
      });
    const partnerId = await partnerOf(deps, actor, fields.partner);
    const listName = fields.list ?? file.name;
    return await deps.imports.create(actor, { partnerId, listName, file, ifNew: fields.ifNew === 'true' });
  } finally {
    await received.discard();
  }
}

async function partnerOf({ partners }: ImportRoutesDeps, actor: Actor, code: string | undefined): Promise<string> {
  if (code === undefined && actor.partnerId) return actor.partnerId;
  const partner = code === undefined ? null : await partners.findByCode(code);
  if (partner) return partner.id;
  throw new AppError('bad_input', 'There is no such partner', {
    problems: [{ pointer: '/partner', detail: 'problem.field.wrong' }],
  });
}

async function sendCsv(res: Response, rows: AsyncIterable<string[]>, name: string): Promise<void> {
  res.attachment(name).type('text/csv; charset=utf-8');
  await pipeline(csvFile(rows), res);
}

const tag = 'imports';
const who = 'partners (their own), coordinators, admins';
const stepOf = (step: string, summary: string): ApiOperation => ({
  method: 'post',
  path: `/imports/{id}/${step}`,
  summary,
  tag,
  who,
  request: { params: importParams },
  answers: { 202: { description: 'The import; its job tells how far it is', schema: importSchema } },
});
const operations: ApiOperation[] = [
  {
    method: 'post',
    path: '/imports',
    summary:
      'Send a list (multipart: file, partner, list; ifNew=true answers 409 where the very same file was sent before)',
    tag,
    who,
    answers: { 201: { description: 'The import with its columns as guessed', schema: importSchema } },
  },
  {
    method: 'get',
    path: '/imports',
    summary: 'Imports, newest first',
    tag,
    who,
    request: { query: importPageQuery },
    answers: { 200: { description: 'A page', schema: importPageSchema } },
  },
  {
    method: 'get',
    path: '/imports/waiting',
    summary: 'How many rows wait for a person, and in how many imports',
    tag,
    who,
    answers: { 200: { description: 'Numbers', schema: waitingSchema } },
  },
  {
    method: 'get',
    path: '/imports/{id}',
    summary: 'One import',
    tag,
    who,
    request: { params: importParams },
    answers: { 200: { description: 'The import', schema: importSchema } },
  },
  {
    method: 'put',
    path: '/imports/{id}/mapping',
    summary: 'Say where the columns go; a check begins',
    tag,
    who,
    versioned: true,
    request: { params: importParams, body: mappingBody },
    answers: { 200: { description: 'The import', schema: importSchema } },
  },
  stepOf('check', 'Dry run: what would become of each line'),
  stepOf('apply', 'Bring the list in'),
  { ...stepOf('undo', 'Take the newest import of a list back'), request: { params: importParams, body: undoBody } },
  {
    method: 'get',
    path: '/imports/{id}/problems',
    summary: 'What is wrong or doubtful, by line',
    tag,
    who,
    request: { params: importParams, query: problemsQuery },
    answers: { 200: { description: 'Problems', schema: problemPageSchema } },
  },
  {
    method: 'get',
    path: '/imports/{id}/report.csv',
    summary: 'Lines that are kept out and have not come again, ready to be mended',
    tag,
    who,
    request: { params: importParams, query: fileQuery },
    answers: { 200: { description: 'CSV', schema: csvSchema, type: 'text/csv' } },
  },
  {
    method: 'get',
    path: '/imports/{id}/return',
    summary: 'Whether there is anything to give back for this list',
    tag,
    who,
    request: { params: importParams },
    answers: { 200: { description: 'Of a long list it may not be known', schema: returnedSchema } },
  },
  {
    method: 'get',
    path: '/imports/{id}/return.csv',
    summary: 'What other documents say of the men of this list, whose families ask, and what we doubt',
    tag,
    who,
    request: { params: importParams, query: fileQuery },
    answers: { 200: { description: 'CSV', schema: csvSchema, type: 'text/csv' } },
  },
];
