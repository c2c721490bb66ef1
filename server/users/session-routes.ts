import { type Request, type Response, Router } from 'express';
import { AppError } from '../errors.ts';
import { bearerToken } from '../http/auth.ts';
import { ACCESS_COOKIE, clearSessionCookies, REFRESH_COOKIE, readCookie, setSessionCookies } from '../http/cookies.ts';
import type { ApiFeature, ApiOperation } from '../http/openapi.ts';
import { parse } from '../http/parse.ts';
import { requireActor } from '../http/request-context.ts';
import type { PasswordService } from './password-service.ts';
import type { SessionService, SignedIn } from './session-service.ts';
import { passwordBody, signedInSchema, signInBody, userSchema } from './user-schemas.ts';
import type { UserService } from './user-service.ts';
import { userView } from './user-view.ts';

type SessionFeatureDeps = {
  sessions: SessionService;
  users: UserService;
  passwords: PasswordService;
  secureCookies: boolean;
};

export function createSessionFeature({ sessions, users, passwords, secureCookies }: SessionFeatureDeps): ApiFeature {
  const router = Router();
  const answer = (res: Response, signedIn: SignedIn) => {
    setSessionCookies(res, signedIn, secureCookies);
    res.json({ accessToken: signedIn.accessToken, user: userView(signedIn.user) });
  };
  router.post('/session', async (req, res) => {
    const { email, password } = parse(req, { body: signInBody }).body;
    answer(res, await sessions.signIn(email.trim().toLowerCase(), password));
  });
  router.post('/session/refresh', async (req, res) => {
    const token = readCookie(req, REFRESH_COOKIE);
    if (!token) throw new AppError('not_signed_in', 'The session is over', { messageKey: 'problem.sessionOver' });
    answer(res, await sessions.refresh(token));
  });
  router.delete('/session', async (req, res) => {
    await sessions.signOut(accessToken(req));
    clearSessionCookies(res, secureCookies);
    res.status(204).end();
  });
  router.get('/me', async (req, res) => {
    const actor = requireActor(req);
    const user = await users.findOwn(actor);
    // A program's key has no account; it is told what it may act as.
    res.json(
      user ? userView(user) : { id: actor.id, role: actor.role, partnerId: actor.partnerId, scopes: actor.scopes },
    );
  });
  router.put('/me/password', async (req, res) => {
    const { current, next } = parse(req, { body: passwordBody }).body;
    await passwords.changeOwn(requireActor(req), current, next);
    clearSessionCookies(res, secureCookies);
    res.status(204).end();
  });
  return { router, operations };
}

function accessToken(req: Request): string | undefined {
  return bearerToken(req) ?? readCookie(req, ACCESS_COOKIE);
}

const tag = 'account';
const operations: ApiOperation[] = [
  {
    method: 'post',
    path: '/session',
    summary: 'Sign in',
    tag,
    request: { body: signInBody },
    answers: { 200: { description: 'An access token, and cookies for the desk', schema: signedInSchema } },
  },
  {
    method: 'post',
    path: '/session/refresh',
    summary: 'A new access token for the refresh cookie, which is exchanged too',
    tag,
    answers: { 200: { description: 'A new access token and cookies', schema: signedInSchema } },
  },
  { method: 'delete', path: '/session', summary: 'Sign out', tag, answers: { 204: { description: 'Signed out' } } },
  {
    method: 'get',
    path: '/me',
    summary: 'The account that asks',
    tag,
    who: 'everyone with an account or a key',
    answers: { 200: { description: 'The account', schema: userSchema } },
  },
  {
    method: 'put',
    path: '/me/password',
    summary: 'Change the own password; every session ends',
    tag,
    who: 'everyone with an account',
    request: { body: passwordBody },
    answers: { 204: { description: 'Changed' } },
  },
];
