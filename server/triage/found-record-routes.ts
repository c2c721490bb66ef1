import { type Response, Router } from 'express';
import type { Mention } from '../domain/mention.ts';
import { tidyRow } from '../domain/row.ts';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import type { FoundRecordService } from './found-record-service.ts';
import { correctionBody, recordBody, recordParams, recordReason, recordView } from './triage-schemas.ts';

function send(res: Response, { id, soldierId, written, sensitive, version }: Mention): void {
  setVersion(res, version);
  res.json({ id, soldierId, written, sensitive });
}

/** The door for records that volunteers find elsewhere. */
export function createFoundRecordFeature(records: FoundRecordService): ApiFeature {
  const router = Router();
  router.post('/desk/mentions', async (req, res) => {
    const { row, requestId = null, token = null } = parse(req, { body: recordBody }).body;
    const mention = await records.add(req.actor, { row: tidyRow(row), requestId, token });
    send(res.status(201), mention);
  });
  router.put('/desk/mentions/:id', async (req, res) => {
    const { params, body } = parse(req, { params: recordParams, body: correctionBody });
    const target = { id: params.id, version: requireVersion(req) };
    send(res, await records.correct(req.actor, target, tidyRow(body.row)));
  });
  router.post('/desk/mentions/:id/withdraw', async (req, res) => {
    const { params, body } = parse(req, { params: recordParams, body: recordReason });
    await records.withdraw(req.actor, { id: params.id, reason: body.reason });
    res.status(204).end();
  });
  return { router, operations };
}

const common = { tag: 'desk', who: 'volunteers, coordinators, admins' } as const;

const operations: ApiFeature['operations'] = [
  {
    ...common,
    method: 'post',
    path: '/desk/mentions',
    summary: 'Bring in a record found elsewhere, with its address or archive reference',
    request: { body: recordBody },
    answers: { 201: { description: 'The mention and the soldier it is of', schema: recordView } },
  },
  {
    ...common,
    method: 'put',
    path: '/desk/mentions/{id}',
    summary: 'Correct what was copied wrong',
    versioned: true,
    request: { params: recordParams, body: correctionBody },
    answers: { 200: { description: 'The mention as it is now', schema: recordView } },
  },
  {
    ...common,
    method: 'post',
    path: '/desk/mentions/{id}/withdraw',
    summary: 'Take it back, unless somebody’s man rests on it',
    request: { params: recordParams, body: recordReason },
    answers: { 204: { description: 'It no longer counts' } },
  },
];
