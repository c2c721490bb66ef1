import type { RequestHandler } from 'express';
import { AppError } from '../errors.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site makes with our reader's cookies. Browsers name the origin of every such request;
 * a program that names none has no cookies of a reader to misuse.
 */
export function createOriginCheck(publicUrl: string): RequestHandler {
  const own = new URL(publicUrl).origin;
  return (req, _res, next) => {
    if (READING.has(req.method)) return next();
    const origin = req.get('origin');
    const foreign =
      origin === undefined ? req.get('sec-fetch-site') === 'cross-site' : !isOwn(origin, own, req.get('host'));
    if (!foreign) return next();
    next(new AppError('forbidden', 'This request came from another site', { messageKey: 'problem.origin' }));
  };
}

/** The site also answers under the address it was reached by: 127.0.0.1 as well as localhost. A browser cannot forge Host. */
function isOwn(origin: string, own: string, host: string | undefined): boolean {
  if (origin === own) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
