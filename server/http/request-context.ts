import type { Request } from 'express';
import { type Language, languages } from '../../client/messages/translate.ts';
import type { Actor } from '../domain/roles.ts';
import { AppError } from '../errors.ts';

declare global {
  namespace Express {
    interface Request {
      /** Stands in the log line and in each error, so that a report from a reader can be found. */
      requestId: string;
      /** Who is asking; null for a visitor. */
      actor: Actor | null;
    }
  }
}

/** The actor, for routes that nobody may use without an account. */
export function requireActor(req: Request): Actor {
  if (req.actor) return req.actor;
  throw new AppError('not_signed_in', 'Sign in first');
}

/** True for addresses that programs use; everything else answers people with pages. */
export function isForPrograms(req: Request): boolean {
  return /^\/(api|health|ready|metrics)(\/|$|\?)/.test(req.originalUrl);
}

/**
 * The reader's language: a page says it in its address, a program in Accept-Language.
 * A program that says nothing gets English, a person Kazakh.
 */
export function readerLanguage(req: Request): Language {
  const inAddress = /^\/(kk|ru|en)(?:\/|$|\?)/.exec(req.originalUrl)?.[1];
  const named = languages.find((language) => language === inAddress);
  if (named) return named;
  const known: Language[] = isForPrograms(req) ? ['en', 'ru', 'kk'] : ['kk', 'ru', 'en'];
  const accepted = req.acceptsLanguages(known);
  return known.find((language) => language === accepted) ?? known[0] ?? 'en';
}
