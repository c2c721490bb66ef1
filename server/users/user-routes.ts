import { Router } from 'express';
import { requireVersion, setVersion } from '../http/etag.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { sendPage } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import type { PasswordService } from './password-service.ts';
import {
  idParams,
  linkOwnerSchema,
  linkParams,
  linkPasswordBody,
  newUserBody,
  pageQuery,
  passwordLinkSchema,
  userChangeBody,
  userPageSchema,
  userSchema,
} from './user-schemas.ts';
import type { UserService } from './user-service.ts';
import type { UserChange } from './user-store.ts';
import { passwordLinkView, userView } from './user-view.ts';

export type UserFeatureDeps = { users: UserService; passwords: PasswordService; publicUrl: string };

export function createUserFeature({ users, passwords, publicUrl }: UserFeatureDeps): ApiFeature {
  const router = Router();
  router.get('/users', async (req, res) => {
    const { cursor, limit } = parse(req, { query: pageQuery }).query;
    const page = await users.list(requireActor(req), cursor ?? null, limit);
    sendPage(req, res, { items: page.items.map(userView), next: page.next });
  });
  router.post('/users', async (req, res) => {
    const actor = requireActor(req);
    const { body } = parse(req, { body: newUserBody });
    const user = await users.create(actor, body);
    const link = body.password === undefined ? await passwords.makeLink(actor, user.id) : null;
    setVersion(res, user.version);
    res.status(201).location(`/api/users/${user.id}`);
    res.json({ ...userView(user), ...(link ? { passwordLink: passwordLinkView(link, publicUrl) } : {}) });
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
  router.post('/users/:id/password-link', async (req, res) => {
    const { id } = parse(req, { params: idParams }).params;
    const link = await passwords.makeLink(requireActor(req), id);
    res.status(201).json(passwordLinkView(link, publicUrl));
  });
  router.get('/password-links/:code', async (req, res) => {
    const { code } = parse(req, { params: linkParams }).params;
    res.json(await passwords.lookAtLink(code));
  });
  router.post('/password-links/:code', async (req, res) => {
    const { params, body } = parse(req, { params: linkParams, body: linkPasswordBody });
    await passwords.useLink(params.code, body.password);
    res.status(204).end();
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
  {
    method: 'post',
    path: '/users/{id}/password-link',
    summary: 'A link with which the owner of the account sets a new password, once and within three days',
    tag,
    who,
    request: { params: idParams },
    answers: { 201: { description: 'The link, shown this once', schema: passwordLinkSchema } },
  },
  {
    method: 'get',
    path: '/password-links/{code}',
    summary: 'Whose password a link sets',
    tag,
    request: { params: linkParams },
    answers: { 200: { description: 'The owner of the account', schema: linkOwnerSchema } },
  },
  {
    method: 'post',
    path: '/password-links/{code}',
    summary: 'Set the password; every session of the account ends and the link is used up',
    tag,
    request: { params: linkParams, body: linkPasswordBody },
    answers: { 204: { description: 'Set' } },
  },
];
