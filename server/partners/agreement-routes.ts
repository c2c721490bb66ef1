import { type Request, type Response, Router } from 'express';
import { demand } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import type { IncomingFile } from '../files/file-service.ts';
import type { Received, ReceiveFiles } from '../files/receive-files.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import type { AgreementService } from './agreement-service.ts';
import {
  agreementFileParams,
  agreementFileSchema,
  agreementFilesSchema,
  idParams,
  partnerStatisticsSchema,
} from './partner-schemas.ts';
import type { PartnerStatisticsService } from './partner-statistics-service.ts';
import { agreementFileView } from './partner-view.ts';

export type AgreementRoutesDeps = {
  agreements: AgreementService;
  partnerStatistics: PartnerStatisticsService;
  receiveFiles: ReceiveFiles;
  fileBytes: number;
};

export function createAgreementFeature(deps: AgreementRoutesDeps): ApiFeature {
  const { agreements, partnerStatistics } = deps;
  const router = Router();
  router.get('/partners/:id/statistics', async (req, res) => {
    const { id } = parse(req, { params: idParams }).params;
    res.json(await partnerStatistics.of(requireActor(req), id));
  });
  router.get('/partners/:id/files', async (req, res) => {
    const { id } = parse(req, { params: idParams }).params;
    const files = await agreements.list(requireActor(req), id);
    res.json({ items: files.map(agreementFileView) });
  });
  router.post('/partners/:id/files', async (req, res) => {
    const actor = requireActor(req);
    const { id } = parse(req, { params: idParams }).params;
    // Before anything is received: whoever may not add a paper sends nothing.
    demand(actor, 'partner.edit');
    const file = await received(deps, req, res, (incoming) => agreements.add(actor, id, incoming));
    res.status(201).json(agreementFileView(file));
  });
  router.delete('/partners/:id/files/:fileId', async (req, res) => {
    const { id, fileId } = parse(req, { params: agreementFileParams }).params;
    await agreements.remove(requireActor(req), id, fileId);
    res.status(204).end();
  });
  return { router, operations };
}

type Keep<T> = (file: IncomingFile) => Promise<T>;

async function received<T>(deps: AgreementRoutesDeps, req: Request, res: Response, keep: Keep<T>): Promise<T> {
  const limits = { field: 'file', files: 1, fileBytes: deps.fileBytes };
  const form: Received = await deps.receiveFiles(req, res, limits);
  try {
    const [file] = form.files;
    if (file) return await keep(file);
    const problems = [{ pointer: '/file', detail: 'problem.field.required' }];
    throw new AppError('bad_input', 'Send the paper as `file`', { messageKey: 'problem.file.missing', problems });
  } finally {
    await form.discard();
  }
}

const tag = 'partners';
const who = 'admins, the partner itself';
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/partners/{id}/statistics',
    summary: 'What became of the lists of a partner',
    tag,
    who: 'admins, coordinators, the partner itself',
    request: { params: idParams },
    answers: { 200: { description: 'Numbers', schema: partnerStatisticsSchema } },
  },
  {
    method: 'get',
    path: '/partners/{id}/files',
    summary: 'The papers of the agreement; each is fetched at /files/{id}',
    tag,
    who,
    request: { params: idParams },
    answers: { 200: { description: 'The papers', schema: agreementFilesSchema } },
  },
  {
    method: 'post',
    path: '/partners/{id}/files',
    summary: 'Add a paper of the agreement (multipart: file; PDF or picture)',
    tag,
    who: 'admins',
    request: { params: idParams },
    answers: { 201: { description: 'The paper', schema: agreementFileSchema } },
  },
  {
    method: 'delete',
    path: '/partners/{id}/files/{fileId}',
    summary: 'Remove a paper of the agreement',
    tag,
    who: 'admins',
    request: { params: agreementFileParams },
    answers: { 204: { description: 'Removed' } },
  },
];
