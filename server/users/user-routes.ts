import { Router } from 'express';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import { idParams, newUserBody, pageQuery, userChangeBody, userPageSchema, userSchema } from './user-schemas.ts';
import type { UserService } from './user-service.ts';
import type { UserChange } from './user-store.ts';
import { userView } from './user-view.ts';

export function createUserFeature(users: UserService): ApiFeature {
  const router = Router();
  router.get('/users', async (req, res) => {
    const { cursor, limit } = parse(req, { query: pageQuery }).query;
    const page = await users.list(requireActor(req), cursor ?? null, limit);
    sendPage(req, res, { items: page.items.map(userView), next: page.next });
  });
  router.post('/users', async (req, res) => {
    const actor = requireActor(req);
    const user = await users.create(actor, parse(req, { body: newUserBody }).body);
    setVersion(res, user.version);
    res.status(201).location(`/api/users/${user.id}`).json(userView(user));
  });
  router.get('/users/:id', async (req, res) => {
    const { id } = parse(req, { params: idParams }).params;
    const user = await users.get(requireActor(req), id);
    setVersion(res, user.version);
    res.json(userView(user));
  });
  router.patch('/users/:id', async (req, res) => {
    const actor = requireActor(req);
    const { params, body } = parse(req, { params: idParams, body: userChangeBody });
    const user = await users.change(actor, params.id, requireVersion(req), body as UserChange);
    setVersion(res, user.version);
    res.json(userView(user));
  });
  return { router, operations };
}

const tag = 'users';
const who = 'admins';
const operations: ApiOperation[] = [
  {
    method: 'get',
    path: '/users',
    summary: 'Accounts',
    tag,
    who,
    request: { query: pageQuery },
    answers: { 200: { description: 'A page of accounts', schema: userPageSchema } },
  },
  {
    method: 'post',
    path: '/users',
    summary: 'Open an account',
    tag,
    who,
    request: { body: newUserBody },
    answers: { 201: { description: 'The account', schema: userSchema } },
  },
  {
    method: 'get',
    path: '/users/{id}',
    summary: 'One account',
    tag,
    who,
    request: { params: idParams },
    answers: { 200: { description: 'The account', schema: userSchema } },
  },
  {
    method: 'patch',
    path: '/users/{id}',
    summary: 'Change the role of an account, or close it',
    tag,
    who,
    versioned: true,
    request: { params: idParams, body: userChangeBody },
    answers: { 200: { description: 'The account', schema: userSchema } },
  },
];
