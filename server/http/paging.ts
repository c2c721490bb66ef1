import type { Request, Response } from 'express';
import { AppError } from '../errors.ts';

/** One page of a list, and where the next one begins; null on the last. */
export type Page<T> = { items: T[]; next: string | null };

/** Where a page ended, as text that a caller sends back unread. */
export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws AppError `bad_input` when the text is no cursor of ours. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  const position = readJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  const fits = Array.isArray(position) && position.length === length && position.every(isPart);
  if (fits) return position;
  throw new AppError('bad_input', 'This cursor is not one of ours', {
    problems: [{ pointer: '?cursor', detail: 'problem.field.wrong' }],
  });
}

function isPart(part: unknown): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Answers a page: its items, the cursor of the next, and RFC 8288 `Link` headers that a program can follow. */
export function sendPage<T>(req: Request, res: Response, page: Page<T>, more: Record<string, unknown> = {}): void {
  const links = [`<${addressOf(req, null)}>; rel="first"`];
  if (page.next !== null) links.push(`<${addressOf(req, page.next)}>; rel="next"`);
  res.set('Link', links.join(', '));
  res.json({ items: page.items, ...more, next: page.next });
}

function addressOf(req: Request, cursor: string | null): string {
  const url = new URL(req.originalUrl, 'http://relative');
  url.searchParams.delete('cursor');
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  return `${url.pathname}${url.search}`;
}
