import { Router } from 'express';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import type { SayProblem } from '../http/problem.ts';
import { readerLanguage, requireActor } from '../http/request-context.ts';
import {
  quarantineBody,
  quarantinedRowSchema,
  quarantinePageSchema,
  quarantineParams,
  quarantineQuery,
  quarantineRowParams,
} from './quarantine-schemas.ts';
import type { QuarantineService } from './quarantine-service.ts';
import { quarantinedRowView } from './quarantine-view.ts';

export function createQuarantineFeature(quarantine: QuarantineService, say: SayProblem): ApiFeature {
  const router = Router();
  router.get('/imports/:id/quarantine', async (req, res) => {
    const { params, query } = parse(req, { params: quarantineParams, query: quarantineQuery });
    const { items, next } = await quarantine.list(requireActor(req), params.id, query);
    const reader = { say, language: readerLanguage(req) };
    res.json({ items: items.map((row) => quarantinedRowView(row, reader)), next });
  });
  router.post('/imports/:id/quarantine/:line', async (req, res) => {
    const { params, body } = parse(req, { params: quarantineRowParams, body: quarantineBody });
    const row = await quarantine.decide(requireActor(req), { importId: params.id, line: params.line }, body);
    res.json(quarantinedRowView(row, { say, language: readerLanguage(req) }));
  });
  return { router, operations };
}

const tag = 'imports';
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/imports/{id}/quarantine',
    summary: 'Rows that wait for a person, beside what is stored',
    tag,
    who: 'partners (their own), coordinators, admins',
    request: { params: quarantineParams, query: quarantineQuery },
    answers: { 200: { description: 'Rows', schema: quarantinePageSchema } },
  },
  {
    method: 'post',
    path: '/imports/{id}/quarantine/{line}',
    summary: 'Decide on one of them: take it in or leave what stands; with a reason',
    tag,
    who: 'coordinators, admins',
    request: { params: quarantineRowParams, body: quarantineBody },
    answers: { 200: { description: 'The row with the decision', schema: quarantinedRowSchema } },
  },
];
