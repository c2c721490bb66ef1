import { Router } from 'express';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import type { ApiKeyService } from './api-key-service.ts';
import { apiKeyPageSchema, apiKeyQuery, apiKeySchema, idParams, newApiKeyBody } from './partner-schemas.ts';
import { apiKeyView } from './partner-view.ts';

export function createApiKeyFeature(keys: ApiKeyService): ApiFeature {
  const router = Router();
  router.get('/api-keys', async (req, res) => {
    const { partnerId, cursor, limit } = parse(req, { query: apiKeyQuery }).query;
    const page = await keys.list(requireActor(req), partnerId, cursor ?? null, limit);
    sendPage(req, res, { items: page.items.map(apiKeyView), next: page.next });
  });
  router.post('/api-keys', async (req, res) => {
    const actor = requireActor(req);
    const { key, secret } = await keys.create(actor, parse(req, { body: newApiKeyBody }).body);
    res.status(201).json({ ...apiKeyView(key), key: secret });
  });
  router.delete('/api-keys/:id', async (req, res) => {
    const { id } = parse(req, { params: idParams }).params;
    await keys.revoke(requireActor(req), id);
    res.status(204).end();
  });
  return { router, operations };
}

const tag = 'partners';
const who = 'admins';
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/api-keys',
    summary: 'Keys of partner programs',
    tag,
    who,
    request: { query: apiKeyQuery },
    answers: { 200: { description: 'A page of keys', schema: apiKeyPageSchema } },
  },
  {
    method: 'post',
    path: '/api-keys',
    summary: 'Make a key; it is shown this once',
    tag,
    who,
    request: { body: newApiKeyBody },
    answers: { 201: { description: 'The key', schema: apiKeySchema } },
  },
  {
    method: 'delete',
    path: '/api-keys/{id}',
    summary: 'Revoke a key; it stops at once',
    tag,
    who,
    request: { params: idParams },
    answers: { 204: { description: 'Revoked' } },
  },
];
