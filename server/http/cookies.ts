import type { Request, Response } from 'express';

export const ACCESS_COOKIE = 'amanat_access';
export const REFRESH_COOKIE = 'amanat_refresh';

/** The refresh token goes nowhere but where it is exchanged. */
const REFRESH_PATH = '/api/session/refresh';
const ACCESS_PATH = '/api';

export type SessionTokens = {
  accessToken: string;
  refreshToken: string;
  refreshSeconds: number;
};

/** The value of one cookie of the request; undefined when it was not sent. */
export function readCookie(req: Request, name: string): string | undefined {
  for (const pair of (req.get('cookie') ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** `secure` on https only: on plain http (a demo on a laptop) the browser would keep no secure cookie. */
export function setSessionCookies(res: Response, tokens: SessionTokens, secure: boolean): void {
  const common = { httpOnly: true, secure, sameSite: 'strict' } as const;
  // Kept as long as the other one although it opens nothing for longer than its minutes: by it a sign-out names its session.
  const maxAge = tokens.refreshSeconds * 1000;
  res.cookie(ACCESS_COOKIE, tokens.accessToken, { ...common, path: ACCESS_PATH, maxAge });
  res.cookie(REFRESH_COOKIE, tokens.refreshToken, { ...common, path: REFRESH_PATH, maxAge });
}

export function clearSessionCookies(res: Response, secure: boolean): void {
  const common = { httpOnly: true, secure, sameSite: 'strict' } as const;
  res.clearCookie(ACCESS_COOKIE, { ...common, path: ACCESS_PATH });
  res.clearCookie(REFRESH_COOKIE, { ...common, path: REFRESH_PATH });
}
