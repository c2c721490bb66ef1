import type { Request, RequestHandler } from 'express';
import type { Actor } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import { ACCESS_COOKIE, readCookie } from './cookies.ts';

/** Tells whose token this is: an access token of a person or the key of a partner's program. Null when it is not valid. */
export type Authenticate = (token: string) => Promise<Actor | null>;

/**
 * Finds out who is asking. A bearer token that is not valid is 401 at once, because a program that sends one means it;
 * a cookie that ran out makes its reader a visitor, who may still search.
 */
export function createAuth(authenticate: Authenticate): RequestHandler {
  return async (req, _res, next) => {
    const bearer = bearerToken(req);
    const token = bearer ?? readCookie(req, ACCESS_COOKIE);
    if (token) req.actor = await authenticate(token);
    // Signing in, out and renewing must work with a token that ran out.
    const renewing = req.path === '/session' || req.path.startsWith('/session/');
    if (bearer && !req.actor && !renewing)
      throw new AppError('not_signed_in', 'This token is not valid or has run out');
    next();
  };
}

/**
 * Whether what the caller signed in with is still good: asked again where receiving or following took its time, so that a revoked key
 * or a locked account stops at once.
 */
export async function isStillSignedIn(req: Request, authenticate: Authenticate): Promise<boolean> {
  const token = bearerToken(req) ?? readCookie(req, ACCESS_COOKIE);
  return token !== undefined && (await authenticate(token)) !== null;
}

export function bearerToken(req: Request): string | undefined {
  return /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(req.get('authorization') ?? '')?.[1];
}
